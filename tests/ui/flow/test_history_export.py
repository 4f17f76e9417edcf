from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.history_export import HistoryExport, Wanted, choose_path
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history_view import Export
from tests.qt.fake_clock import FakeClock
from tests.ui.flow.history_outgo import FakeOutgo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class Desk:
    """The export with a window, and what the person answers."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.window = MainWindow(theme, [])
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        self.outgo = FakeOutgo()
        self.asked: list[Wanted] = []
        self.answer: Path | None = folder / "file"
        self.export = HistoryExport(
            self.window, self.settings, FakeClock(), self.outgo, self.choose
        )

    def choose(self, _parent: QWidget, wanted: Wanted) -> Path | None:
        """Note what is asked, and answer."""
        self.asked.append(wanted)
        return self.answer


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """An export of a person with a plan."""
    desk = Desk(theme, tmp_path)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.settings.change(desk.settings.settings.with_value("plan", ["one-minute-break"]))
    yield desk
    desk.export.close()


def text_begins(desk: Desk, words: str) -> Callable[[], bool]:
    """Whether the toast says something by now."""
    return lambda: desk.window.toast.text.startswith(words)


@pytest.mark.parametrize(
    ("export", "name"),
    [
        (Export.JSON, "hipstretch-history-2026-07-03.json"),
        (Export.TABLES, "hipstretch-history-2026-07-03.zip"),
        (Export.REPORT, "hipstretch-report-2026-07-03.pdf"),
        (Export.CALENDAR, "hipstretch-plan.ics"),
    ],
)
def test_each_file_has_its_name_and_its_writer(
    desk: Desk, qtbot: QtBot, export: Export, name: str
) -> None:
    """And where it went is told."""
    desk.export.export(export)
    assert desk.asked[0].name == name
    qtbot.waitUntil(text_begins(desk, "Saved"))
    assert desk.outgo.written == [(export.value, desk.answer)]
    assert desk.window.toast.text == f"Saved: {desk.answer}"


@pytest.mark.parametrize("export", [Export.JSON, Export.TABLES])
def test_the_window_lives_while_a_long_file_is_written(
    desk: Desk, qtbot: QtBot, export: Export
) -> None:
    """It says so for as long, and another long one has to wait; a short one has not."""
    desk.outgo.may_end.clear()
    desk.export.export(export)
    assert desk.window.toast.text == "Writing file …"
    assert not desk.window.toast._stay.isActive()
    assert desk.export.is_reading()
    desk.export.export(Export.JSON)
    assert desk.window.toast.text.startswith("One file is still being written")
    desk.export.export(Export.REPORT)
    assert desk.window.toast.text == f"Saved: {desk.answer}"
    assert desk.outgo.written == [("report", desk.answer)]
    desk.outgo.may_end.set()
    qtbot.waitUntil(lambda: not desk.export.is_reading())
    assert desk.outgo.written[1:] == [(export.value, desk.answer)]
    desk.export.export(Export.JSON)
    qtbot.waitUntil(lambda: len(desk.outgo.written) == 3)


def test_at_the_programs_end_nothing_more_is_told(desk: Desk) -> None:
    """And nothing is written."""
    desk.outgo.may_end.clear()
    desk.export.export(Export.JSON)
    desk.export.close()
    QApplication.processEvents()
    assert desk.outgo.written == []
    assert desk.window.toast.text == "Writing file …"


def test_giving_up_writes_nothing(desk: Desk) -> None:
    """And says nothing."""
    desk.answer = None
    desk.export.export(Export.JSON)
    assert desk.outgo.written == []
    assert desk.window.toast.text == ""


@pytest.mark.parametrize("export", [Export.REPORT, Export.JSON])
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(28, "No space left on device", "x"), "No space left on device."),
        (HistoryUnavailable("x", HistoryTrouble.DAMAGED), "The history is damaged."),
    ],
)
def test_what_goes_wrong_is_told(
    desk: Desk, qtbot: QtBot, export: Export, error: Exception, reason: str
) -> None:
    """With the reason."""
    desk.outgo.error = error
    desk.export.export(export)
    qtbot.waitUntil(text_begins(desk, "The file"))
    assert desk.window.toast.text == f"The file could not be written. {reason}"
    assert desk.outgo.written == []


def test_a_calendar_needs_a_plan(desk: Desk) -> None:
    """Without one, it is said how to get it."""
    desk.settings.change(desk.settings.settings.with_value("plan", []))
    desk.export.export(Export.CALENDAR)
    assert desk.asked == []
    assert "Plan a routine first" in desk.window.toast.text


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_file_dialog_offers_a_name_and_its_ending(
    desk: Desk, tmp_path: Path, *, is_wanted: bool
) -> None:
    """A name that is typed without one gets it."""
    answers: list[str] = []

    def answer() -> None:
        dialog = desk.window.findChildren(QFileDialog)[0]
        answers.append(Path(dialog.selectedFiles()[0]).name)
        dialog.setDirectory(str(tmp_path))
        dialog.findChildren(QLineEdit)[0].setText("typed")
        dialog.done(int(is_wanted))

    QTimer.singleShot(200, answer)
    path = choose_path(desk.window, Wanted("Save as", "plan.ics", "Calendar (*.ics)"))
    assert answers == ["plan.ics"]
    assert path == (tmp_path / "typed.ics" if is_wanted else None)
