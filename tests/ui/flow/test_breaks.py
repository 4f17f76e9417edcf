from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from hipstretch.core.therapy_view import TherapyView
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.qt.sitting_watcher import SittingWatcher
from hipstretch.services.desk.absent import AbsentDesk
from hipstretch.services.idle.absent import AbsentIdle
from hipstretch.services.notify.fallback import FallbackNotifier
from hipstretch.storage.database import Database
from hipstretch.storage.day_book import DayBook
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.storage.sitting_file import SittingFile
from hipstretch.storage.sitting_log import SittingLog
from hipstretch.ui.flow.break_asking import BreakAsking
from hipstretch.ui.flow.breaks import BreaksFlow
from hipstretch.ui.tray import Tray
from tests.core.therapy_moments import ice, missed, shown, therapy
from tests.qt.fake_clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

# The screen of these tests has no tray; Qt looks for one.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class FakePlace(QObject):
    """An older panel."""

    changed = Signal()
    is_known = is_there = True
    draws_menus = False


class Reminders:
    """The flow with all that it joins."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        file = SittingFile(folder / "sitting.json")
        book = DayBook(SittingLog(Database(folder / "history.sqlite3")))
        watcher = SittingWatcher(FakeClock(), file, book, AbsentIdle, _desk, theme)
        self.tray = Tray(theme, FakePlace(theme), theme)
        asking = BreakAsking(theme, _notifier, theme)
        self.flow = BreaksFlow(self.settings, watcher, self.tray, asking, theme)

    def turn(self, *, is_on: bool) -> None:
        """Turn the reminders on or off."""
        self.settings.change(self.settings.settings.with_value("reminders", is_on))

    def show(self, view: TherapyView) -> None:
        """Let ice and heat stand so."""
        self.flow.show_therapy(view)

    @property
    def words(self) -> str:
        """What the icon says; empty where there is none."""
        return "" if self.tray._icon is None else self.tray._icon.toolTip()


def _desk(_on_happening: object) -> AbsentDesk:
    """A desk that tells nothing."""
    return AbsentDesk()


def _notifier() -> FallbackNotifier:
    """Notifications that nobody sees."""
    return FallbackNotifier(None)


@pytest.fixture
def reminders(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Reminders:
    """Reminders that are off."""
    assert qtbot
    made = Reminders(tmp_path, theme)
    made.turn(is_on=False)
    made.flow.start()
    return made


def test_the_tray_is_there_for_reminders(reminders: Reminders) -> None:
    """And gone without them."""
    assert reminders.words == ""
    reminders.turn(is_on=True)
    assert reminders.words.startswith("HipStretch: Just sat down")
    reminders.turn(is_on=False)
    assert reminders.words == ""


def test_it_is_there_for_ice_without_reminders(reminders: Reminders) -> None:
    """As long as something runs or rings: a closed window would leave nothing to see."""
    reminders.show(shown(therapy(ice(439))))
    assert reminders.words == "HipStretch: Ice, 13 min left. Reminders are off"
    reminders.show(shown(therapy(ice(1265))))
    assert reminders.words == "HipStretch: Ice is over: take it off. Reminders are off"
    reminders.show(shown(missed(740)))
    assert reminders.words == ""


def test_it_stays_for_ice_when_reminders_go(reminders: Reminders) -> None:
    """And for reminders when the ice is over."""
    reminders.turn(is_on=True)
    reminders.show(shown(therapy(ice(439))))
    reminders.turn(is_on=False)
    assert "Ice, 13 min left" in reminders.words
    reminders.turn(is_on=True)
    reminders.show(shown(therapy()))
    assert reminders.words.startswith("HipStretch: Just sat down")


def test_the_menus_wish_for_a_fresh_view_is_passed_on(qtbot: QtBot, reminders: Reminders) -> None:
    """To whoever runs ice and heat."""
    with qtbot.waitSignal(reminders.flow.therapy_requested):
        reminders.tray.therapy_requested.emit()
