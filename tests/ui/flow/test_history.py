from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.core.person import Side
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import Database
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.dialogs.chart_table import ChartTableDialog
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.dialogs.session_dialog import SessionDialog
from hipstretch.ui.flow.history import HistoryFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history import HistoryPage
from hipstretch.ui.pages.history_view import Export
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.nav_button import NavItem
from tests.qt.fake_clock import FakeClock
from tests.ui.flow.history_outgo import FakeOutgo
from tests.ui.history_fakes import BRIDGE, REPS, FakeHistory, rep, session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

PICTURE = Picture(Position.KNEELING)
TO_TODAY = 49
"""Days from the fake history's today to the fake clock's."""


class Room:
    """A window with the flow in it, and what it asks for outside."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.history = FakeHistory([session(n, 30 - n - TO_TODAY) for n in range(1, 31)])
        self.window = MainWindow(theme, [NavItem("history", "History", "history")])
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        self.outgo = FakeOutgo()
        self.flow = HistoryFlow(
            theme,
            self.window,
            Database(folder / "history.sqlite3"),
            self.history,
            self.history,
            self.history,
            self.settings,
            FakeClock(),
            self.outgo,
            self.picture,
            self.choose,
        )
        self.path: Path | None = folder / "out.file"

    def picture(self, routine_id: str) -> Picture | None:
        """The picture of a routine that is there."""
        return PICTURE if routine_id == "morning-hip-release" else None

    def choose(self, _parent: object, _wanted: object) -> Path | None:
        """Where to write."""
        return self.path

    @property
    def page(self) -> HistoryPage:
        """What is shown."""
        page = self.window.page
        assert isinstance(page, HistoryPage)
        return page

    @property
    def ids(self) -> list[int]:
        """The sessions of the list."""
        return [item.row.id for item in self.page.sessions.list.items]

    def dialog(self, kind: type[CardDialog] = CardDialog) -> CardDialog:
        """The dialog that is open."""
        return self.window.findChildren(kind)[-1]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Room:
    """Thirty days of stretching up to today, shown in an active window."""
    room = Room(theme, tmp_path)
    qtbot.addWidget(room.window)
    room.window.show()
    qtbot.waitActive(room.window)
    room.flow.show()
    return room


def test_the_newest_sessions_are_shown(room: Room) -> None:
    """A few of them, with their pictures."""
    assert room.ids == list(range(30, 22, -1))
    assert room.page.sessions.list.items[0].picture is PICTURE
    assert room.page.sessions.more.isVisible()
    assert room.window.key == "history"


def test_more_are_read_only_when_they_are_wanted(room: Room) -> None:
    """Until there are none."""
    before = room.history.asked.count("sessions")
    room.page.sessions.more.click()
    assert room.ids == list(range(30, 2, -1))
    assert room.history.asked.count("sessions") == before + 1
    room.page.sessions.more.click()
    assert room.ids == list(range(30, 0, -1))
    assert room.page.sessions.more.isHidden()


def test_a_session_that_was_saved_since_is_there_the_next_time(room: Room) -> None:
    """Everything is read anew, and nothing is chosen any more."""
    room.page.filter.exercise.set_value("glute-bridge")
    room.history.details.append(session(31, -TO_TODAY))
    room.flow.show()
    assert room.ids[0] == 31
    assert room.page.filter.chosen.is_empty


def test_a_filter_works_on_map_bars_and_list(room: Room) -> None:
    """Showing all takes it back."""
    only = (rep(BRIDGE, Side.BOTH, 60.0),)
    room.history.details.append(session(31, -TO_TODAY, reps=only))
    room.flow.show()
    room.page.filter.side.set_value(Side.LEFT)
    room.page.filter.filter_changed.emit(room.page.filter.chosen)
    assert 31 not in room.ids
    assert room.page.charts.year.heading.text() == "Your year: Left"
    assert room.page.charts.bars.words_of(11).startswith("This week: 4 min")
    room.page.filter.clear.click()
    assert room.ids[0] == 31
    assert room.page.charts.year.heading.text() == "Your year"


def test_enter_on_a_day_shows_its_sessions(room: Room) -> None:
    """And takes the keyboard to them."""
    year = room.page.charts.map
    year.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(year, Qt.Key.Key_Left)
    QTest.keyClick(year, Qt.Key.Key_Return)
    assert room.ids == [23]
    assert room.page.filter.title.text() == "Fri 26 Jun"
    assert room.page.sessions.list.hasFocus()
    assert room.page.sessions.more.isHidden()
    room.page.filter.clear.click()
    assert len(room.ids) == 8


def test_a_session_opens_and_can_be_done_again(room: Room, qtbot: QtBot) -> None:
    """Where its routine is still there."""
    room.page.session_opened.emit(30)
    dialog = room.dialog(SessionDialog)
    assert isinstance(dialog, SessionDialog)
    with qtbot.waitSignal(room.flow.start_requested) as told:
        dialog.again.click()
    assert told.args == ["morning-hip-release"]


def test_a_routine_that_is_gone_cannot_be_done_again(room: Room) -> None:
    """The session is told all the same."""
    room.history.details.append(session(31, -TO_TODAY, name="Gone"))
    room.flow.show()
    assert room.page.sessions.list.items[0].picture is None
    room.page.session_opened.emit(31)
    dialog = room.dialog(SessionDialog)
    assert isinstance(dialog, SessionDialog)
    assert dialog.again.isHidden()
    dialog.reject()
    assert len(room.history.details) == 31


def test_a_session_that_has_gone_meanwhile_leaves_the_list(room: Room) -> None:
    """Without a dialog."""
    room.history.details.pop()
    room.page.session_opened.emit(30)
    assert room.ids[0] == 29
    assert not room.window.findChildren(SessionDialog)


def test_a_session_is_deleted_in_its_dialog_and_comes_back(room: Room) -> None:
    """Charts and numbers follow."""
    room.page.session_opened.emit(30)
    dialog = room.dialog(SessionDialog)
    assert isinstance(dialog, SessionDialog)
    dialog.delete.click()
    assert room.ids[0] == 29
    assert room.page.header.numbers.numbers[-1].strong == "29"
    assert room.window.toast.text == "Session deleted"
    room.window.toast._action.click()
    assert room.ids[0] == 30
    assert room.page.header.numbers.numbers[-1].strong == "30"


def test_delete_in_the_list_deletes_and_undo_brings_back(room: Room) -> None:
    """By the keyboard alone; as many rows as before stay."""
    room.page.sessions.more.click()
    sessions = room.page.sessions.list
    sessions.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sessions, Qt.Key.Key_Down)
    QTest.keyClick(sessions, Qt.Key.Key_Delete)
    assert room.ids[:3] == [30, 28, 27]
    assert len(room.ids) == 28
    assert sessions.currentIndex().row() == 1
    QTest.keyClick(sessions, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.ids[:3] == [30, 29, 28]


def test_deleting_keeps_the_filter(room: Room) -> None:
    """On map, bars and list."""
    room.page.filter.exercise.set_value("glute-bridge")
    room.page.filter.filter_changed.emit(room.page.filter.chosen)
    room.page.delete_requested.emit(30)
    assert room.page.filter.chosen.exercise == "glute-bridge"
    assert room.page.charts.year.heading.text() == "Your year: Glute bridge"
    assert room.ids[0] == 29


def test_all_is_deleted_only_on_the_persons_word(room: Room) -> None:
    """And comes back with one press."""
    room.page.delete_all.click()
    keep, delete = room.dialog().findChildren(Button)
    keep.click()
    assert len(room.history.details) == 30
    room.page.delete_all.click()
    delete = room.dialog().findChildren(Button)[1]
    delete.click()
    assert room.page.empty.isVisible()
    assert room.history.details == []
    room.window.toast._action.click()
    assert len(room.ids) == 8


def test_every_chart_opens_as_a_table(room: Room) -> None:
    """With what is counted now."""
    room.page.charts.year.table.click()
    dialog = room.dialog(ChartTableDialog)
    assert isinstance(dialog, ChartTableDialog)
    assert dialog.table.rowCount() == 30


def test_a_history_that_cannot_be_used_is_told_on_the_page(room: Room) -> None:
    """At every step; when it can be used again, all is there."""
    room.history.broken = "The file is damaged."
    for step in (
        room.flow.show,
        room.page.more_requested.emit,
        room.page.clear_requested.emit,
    ):
        step()
        assert room.page.trouble.isVisible()
    room.page.session_opened.emit(30)
    room.page.day_chosen.emit(FakeClock().now().date() - timedelta(days=3))
    assert room.page.trouble.isVisible()
    room.history.broken = ""
    room.flow.show()
    assert room.page.trouble.isHidden()
    assert len(room.ids) == 8


def test_without_history_a_routine_can_be_chosen(room: Room, qtbot: QtBot) -> None:
    """There is nothing else to do here."""
    room.history.details.clear()
    room.flow.show()
    with qtbot.waitSignal(room.flow.home_requested):
        room.page.empty.button.click()


def test_what_is_taken_out_goes_where_the_person_says(room: Room) -> None:
    """The menu's wish reaches the writer; at the program's end nothing is left to be written."""
    room.page.export_requested.emit(Export.REPORT)
    room.outgo.may_end.clear()
    room.page.export_requested.emit(Export.JSON)
    room.flow.close()
    assert room.outgo.written == [("report", room.path)]


def test_every_change_is_told(room: Room, qtbot: QtBot) -> None:
    """Deleted, and put back."""
    with qtbot.waitSignal(room.flow.changed):
        room.page.delete_requested.emit(30)
    with qtbot.waitSignal(room.flow.changed):
        room.window.toast._action.click()


def test_twenty_thousand_sessions_are_never_all_read(room: Room) -> None:
    """The list has a page of them, whatever there is."""
    room.history.details = [session(n, 0, reps=REPS[:1]) for n in range(1, 2000)]
    room.flow.show()
    assert len(room.ids) == 8
