from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hipstretch.ui.flow.history_deletion import HistoryDeletion
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.widgets.nav_button import NavItem
from tests.ui.history_fakes import FakeHistory, session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class Bench:
    """The deletion of three sessions, and how often the history became another one."""

    def __init__(self, theme: Theme) -> None:
        self.window = MainWindow(theme, [NavItem("history", "History", "history")])
        self.history = FakeHistory([session(1), session(2), session(3)])
        self.deletion = HistoryDeletion(self.window, self.history)
        self.changes = 0
        self.deletion.changed.connect(self._on_changed)

    @property
    def ids(self) -> list[int]:
        """The sessions that are there."""
        return sorted(detail.row.id for detail in self.history.details)

    def press_undo(self) -> None:
        """Press the toast's action."""
        self.window.toast._action.click()

    def _on_changed(self) -> None:
        """Count."""
        self.changes += 1


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Bench:
    """In a window that shows."""
    bench = Bench(theme)
    qtbot.addWidget(bench.window)
    bench.window.show()
    return bench


def test_one_is_deleted_and_comes_back(bench: Bench) -> None:
    """Once; undoing again does nothing."""
    bench.deletion.delete(2)
    assert bench.ids == [1, 3]
    bench.press_undo()
    assert bench.ids == [1, 2, 3]
    bench.deletion.undo()
    assert bench.changes == 2


def test_only_the_last_one_comes_back(bench: Bench) -> None:
    """The one before is gone for good."""
    bench.deletion.delete(1)
    bench.deletion.delete(2)
    bench.deletion.undo()
    assert bench.ids == [2, 3]


def test_all_come_back_together(bench: Bench) -> None:
    """From the bin."""
    bench.deletion.delete_all()
    assert bench.ids == []
    bench.press_undo()
    assert bench.ids == [1, 2, 3]
    assert "empty" not in bench.history.asked


def test_when_the_way_back_has_gone_all_is_gone_for_good(bench: Bench) -> None:
    """The bin is emptied with the toast."""
    bench.deletion.delete_all()
    bench.window.toast.hide()
    assert "empty" in bench.history.asked
    bench.deletion.undo()
    assert bench.ids == []


def test_deleting_all_empties_the_bin_of_before(bench: Bench) -> None:
    """A session that is saved and deleted meanwhile leaves nothing behind."""
    bench.deletion.delete_all()
    bench.history.details = [session(4)]
    bench.deletion.delete(4)
    assert bench.history.taken == []
    bench.deletion.undo()
    assert bench.ids == [4]


def test_a_toast_that_offers_something_else_undoes_nothing_here(bench: Bench) -> None:
    """The window has one toast for all."""
    bench.deletion.delete(2)
    bench.window.toast.show_message("Routine removed", action_text="Undo")
    bench.press_undo()
    assert bench.ids == [1, 3]


def test_one_that_has_gone_already_is_no_trouble(bench: Bench) -> None:
    """The page is told to look again."""
    bench.deletion.delete(9)
    assert bench.changes == 1
    assert bench.window.toast.text == ""


@pytest.mark.parametrize("step", ["delete", "delete_all", "undo", "let_go"])
def test_a_history_that_cannot_be_used_is_told(bench: Bench, step: str) -> None:
    """At each step, with the reason."""
    if step in {"undo", "let_go"}:
        bench.deletion.delete_all()
    bench.history.broken = "The file cannot be written."
    if step == "delete":
        bench.deletion.delete(1)
    elif step == "delete_all":
        bench.deletion.delete_all()
    elif step == "undo":
        bench.deletion.undo()
    else:
        bench.window.toast.hide()
    assert bench.window.toast.text == "The file cannot be written."


def test_in_narrow_windows_the_way_back_stands_over_the_tabs(bench: Bench) -> None:
    """So that neither hides the other."""
    bench.window.resize(480, 800)
    QApplication.processEvents()
    bench.deletion.delete(1)
    QApplication.processEvents()
    toast = bench.window.toast
    assert toast.geometry().bottom() - 24 < 800 - bench.window.foot
