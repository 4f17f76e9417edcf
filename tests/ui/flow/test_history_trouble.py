from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.history import HistoryFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history import HistoryPage
from tests.qt.fake_clock import FakeClock
from tests.storage.history_examples import as_anybody, fill
from tests.storage.test_history_faults import needs_permissions, open_folder
from tests.ui.flow.history_outgo import FakeOutgo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.core.body import Picture
    from hipstretch.ui.theme import Theme

__all__ = ["open_folder"]  # a fixture

GARBAGE = b"no history at all " * 500


class Room:
    """The History page of a real file."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.database = database = Database(folder / "history.sqlite3")
        self.path = database.path
        fill(database)
        self.window = MainWindow(theme, [])
        self.flow = HistoryFlow(
            theme,
            self.window,
            database,
            HistoryReader(database),
            HistoryBin(database),
            DayMarks(database),
            SettingsKeeper(SettingsFile(folder / "settings.json")),
            FakeClock(),
            FakeOutgo(),
            self._no_picture,
            parent=self.window,
        )

    @property
    def page(self) -> HistoryPage:
        """What is shown."""
        page = self.window.page
        assert isinstance(page, HistoryPage)
        return page

    @property
    def title(self) -> str:
        """What the card says, where it is in sight."""
        return self.page.trouble.accessibleName() if self.page.trouble.isVisible() else ""

    def _no_picture(self, _routine_id: str) -> Picture | None:
        """There is none."""
        return None


@pytest.fixture
def room(qtbot: QtBot, theme: Theme, open_folder: Path) -> Room:
    """A history with one of everything, in a window that shows."""
    room = Room(theme, open_folder)
    qtbot.addWidget(room.window)
    room.window.show()
    return room


def test_a_damaged_file_is_kept_aside_with_one_press(room: Room, qtbot: QtBot) -> None:
    """The new history begins at once, and it is told where the old one lies until one leaves."""
    room.path.write_bytes(GARBAGE)
    room.flow.show()
    assert room.title == "Your history cannot be read"
    with qtbot.waitSignal(room.flow.changed):
        room.page.trouble.new.click()
    aside = room.path.with_name("history.unreadable.sqlite3")
    assert aside.read_bytes() == GARBAGE
    assert room.title == "A new history has begun"
    assert room.page.trouble.place.text() == str(aside)
    assert room.page.empty.isVisible()
    fill(room.database)
    room.page.retry_requested.emit()
    assert room.title == "A new history has begun"
    assert len(room.page.sessions.list.items) == 1
    room.flow.show()
    assert room.title == ""


def test_a_file_that_was_mended_meanwhile_stays(room: Room) -> None:
    """It is looked at once more before it goes."""
    whole = room.path.read_bytes()
    room.path.write_bytes(GARBAGE)
    room.flow.show()
    room.path.write_bytes(whole)
    room.page.trouble.new.click()
    assert room.title == ""
    assert len(room.page.sessions.list.items) == 1
    assert room.path.read_bytes() == whole


def test_a_file_that_cannot_be_kept_aside_is_said(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason; the file stays."""

    def refuse(_database: Database) -> Path:
        raise PermissionError(13, "Permission denied")

    room.path.write_bytes(GARBAGE)
    room.flow.show()
    monkeypatch.setattr(Database, "set_aside", refuse)
    room.page.trouble.new.click()
    assert room.window.toast.text == "The file could not be kept aside. Permission denied."
    assert room.title == "Your history cannot be read"
    assert room.path.read_bytes() == GARBAGE


def test_a_newer_file_is_never_put_aside(room: Room) -> None:
    """Where another one lies there by then, nothing happens to it either."""
    room.path.write_bytes(GARBAGE)
    room.flow.show()
    room.path.unlink()
    with closing(sqlite3.connect(room.path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = room.path.read_bytes()
    room.page.trouble.new.click()
    assert room.title == "Your history is from a newer HipStretch"
    assert room.path.read_bytes() == before


def test_one_more_try_shows_what_can_be_read_by_then(room: Room) -> None:
    """Without leaving the page."""
    whole = room.path.read_bytes()
    room.path.write_bytes(whole[:60] + b"\0\0\0\x63" + whole[64:])
    room.flow.show()
    assert room.title == "Your history is from a newer HipStretch"
    room.path.write_bytes(whole)
    room.page.trouble.retry.click()
    assert room.title == ""


@needs_permissions
def test_a_protected_file_is_shown_and_said_to_take_nothing(room: Room) -> None:
    """Not a byte of it changes."""
    before = room.path.read_bytes()
    room.path.chmod(0o444)
    room.path.parent.chmod(0o555)
    with as_anybody():
        room.flow.show()
        assert room.title == "New sessions cannot be saved now"
        assert len(room.page.sessions.list.items) == 1
        room.page.delete_requested.emit(1)
        assert room.window.toast.text == (
            "Nothing was deleted. The history or its folder is protected."
        )
    assert room.path.read_bytes() == before
