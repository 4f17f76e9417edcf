from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.flow.history_deletion import HistoryDeletion
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.widgets.nav_button import NavItem
from hipstretch.ui.widgets.toast import Offer
from tests.ui.history_fakes import FakeHistory, session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class Bench:
    """The deletion of three sessions, and how often the history became another one."""

    def __init__(self, theme: Theme) -> None:
        self.window = MainWindow(theme, [NavItem("history", "History", "history")])
        self.history = FakeHistory([session(1), session(2), session(3)])
        self.is_read = False
        self.deletion = HistoryDeletion(theme, self.window, self.history, self._is_read)
        self.changes = 0
        self.deletion.changed.connect(self._on_changed)

    @property
    def ids(self) -> list[int]:
        """The sessions that are there."""
        return sorted(detail.row.id for detail in self.history.details)

    def press_undo(self) -> None:
        """Press the toast's action."""
        self.window.toast._action.click()

    def _is_read(self) -> bool:
        """Whether a file is written of the history."""
        return self.is_read

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


def test_deleting_all_twice_keeps_the_newer_one_in_the_bin(bench: Bench) -> None:
    """What lapses is the older one, before the newer one is in."""
    bench.deletion.delete_all()
    bench.history.details = [session(4)]
    bench.deletion.delete_all()
    assert bench.history.asked[-2:] == ["empty", "take_all"]
    bench.press_undo()
    assert bench.ids == [4]


def test_a_toast_that_offers_something_else_undoes_nothing_here(bench: Bench) -> None:
    """What was deleted is gone for good, also by the keyboard."""
    undone: list[bool] = []
    bench.deletion.delete_all()
    offer = Offer("Undo", partial(undone.append, True))
    bench.window.toast.show_message("Routine removed", offer=offer)
    bench.deletion.undo()
    bench.press_undo()
    assert undone == [True]
    assert bench.ids == []
    assert "put_back_all" not in bench.history.asked


def test_another_message_does_not_take_the_way_back(bench: Bench) -> None:
    """It waits."""
    bench.deletion.delete_all()
    bench.window.toast.show_message("Saved: history.json")
    bench.press_undo()
    assert bench.ids == [1, 2, 3]


def test_what_could_not_be_put_back_can_be_tried_again(bench: Bench) -> None:
    """One and all."""
    for delete in (partial(bench.deletion.delete, 2), bench.deletion.delete_all):
        delete()
        bench.history.broken = "The file cannot be written."
        bench.press_undo()
        assert bench.window.toast.text.startswith("It could not be put back.")
        bench.history.broken = ""
        bench.press_undo()
        assert bench.ids == [1, 2, 3]


def test_while_the_history_is_read_for_a_file_it_cannot_go(bench: Bench) -> None:
    """Nothing is asked, and it is said what to wait for."""
    bench.is_read = True
    bench.deletion.ask_for_all()
    assert not bench.window.findChildren(CardDialog)
    assert bench.window.toast.text.startswith("Your history is being written to a file.")
    bench.is_read = False
    bench.deletion.ask_for_all()
    bench.window.findChildren(CardDialog)[0].dismiss(True)
    assert bench.ids == []


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
    told = {
        "delete": "Nothing was deleted.",
        "delete_all": "Nothing was deleted.",
        "undo": "It could not be put back.",
        "let_go": "What was deleted is still on the disk.",
    }
    assert bench.window.toast.text == f"{told[step]} The history cannot be opened."
