"""A session from its start to the finish page, on a folder of a test and a clock that is set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Voice
from hipstretch.core.settings import Pace
from hipstretch.qt.narrator import Narrator
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.library import Library
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.running import RunningSession
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.session import SessionFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.finish import FinishPage
from hipstretch.ui.pages.hurt_dialog import HurtDialog
from hipstretch.ui.pages.player import PlayerPage
from hipstretch.ui.widgets.nav_button import NavItem
from tests.qt.fake_clock import FakeClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.core.ports import Report
    from hipstretch.core.routine import Routine
    from hipstretch.storage.running import Interrupted
    from hipstretch.ui.theme import Theme

_ROUTINES = Path(__file__).parents[3] / "routines"


class _Quiet:
    """Chimes that nobody hears."""

    def play(self, chime: Chime, volume: float) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """There is nothing to let go of."""


class _Speaker:
    """Notes what is said."""

    def __init__(self, said: list[str]) -> None:
        self._said = said

    def say(self, text: str) -> None:
        """Note it."""
        self._said.append(text)

    def stop(self) -> None:
        """Nothing is being said."""

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Every voice is the same."""

    def ask_voices(self, on_found: Callable[[tuple[Voice, ...]], None]) -> None:
        """There is none to choose."""
        on_found(())

    def close(self) -> None:
        """There is nothing to let go of."""


class PlayingRoom:
    """The flow and all that it stands on."""

    def __init__(self, theme: Theme, folder: Path, **values: object) -> None:
        self.clock, self.folder = FakeClock(), folder
        self.database = Database(folder / "history.sqlite3")
        self.history, self.marks = History(self.database), DayMarks(self.database)
        self.pain_log = PainLog(self.database)
        self.library = Library(_ROUTINES, folder / "routines")
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        for name, value in values.items():
            self.settings.change(self.settings.settings.with_value(name, value))
        self.window = MainWindow(theme, (NavItem("today", "Today", "today"),))
        self.runner = SessionRunner(self.clock, RunningSession(folder, self.library.exercises))
        self.said: list[str] = []
        narrator = Narrator(self.runner, self._chimes, self._speaker)
        self.flow = SessionFlow(
            theme,
            self.window,
            self.runner,
            narrator,
            self.settings,
            self.history,
            self.pain_log,
            self.marks,
            self.library.exercises.find,
            self.clock,
        )
        self.told: list[str] = []
        self.flow.left.connect(self._on_left)
        self.flow.ice_requested.connect(self._on_ice_requested)
        self.flow.safety_requested.connect(self._on_safety_requested)

    def open(self, qtbot: QtBot) -> PlayingRoom:
        """The same, its window shown and active; with the window the session ends."""
        qtbot.addWidget(self.window, before_close_func=self._end)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitActive(self.window)
        return self

    def routine(self, routine_id: str) -> Routine:
        """A bundled routine."""
        found = self.library.bundled(routine_id)
        assert found is not None
        return found

    def pass_time(self, seconds: float, step: float = 0.25) -> None:
        """Let time pass in steps, the timer going off after each."""
        until = self.clock.awake_seconds + seconds
        while self.clock.awake_seconds < until - 1e-9:
            self.clock.awake_seconds = min(until, self.clock.awake_seconds + step)
            self.runner._on_timed_out()

    def spoil_history(self) -> None:
        """Let the history be a file that is none."""
        (self.folder / "history.sqlite3").write_bytes(b"no database " * 1000)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    @property
    def player(self) -> PlayerPage:
        """The player."""
        page = self.flow._player
        assert page is not None
        return page

    @property
    def question(self) -> HurtDialog | None:
        """The question that is asked, if any."""
        return self.player._dialog

    @property
    def finish(self) -> FinishPage:
        """The finish page."""
        page = self.flow._finish._page
        assert page is not None
        return page

    def left_unfinished(self) -> Interrupted:
        """What another run of the program would find."""
        found = RunningSession(self.folder, self.library.exercises).load()
        assert found is not None
        return found

    def _end(self, window: QWidget) -> None:
        """Let no timer go off once the window is gone."""
        del window
        self.flow.close()

    def _chimes(self, report: Report) -> _Quiet:
        """Chimes that nobody hears."""
        del report
        return _Quiet()

    def _speaker(self, report: Report) -> _Speaker:
        """A voice that is noted."""
        del report
        return _Speaker(self.said)

    def _on_left(self) -> None:
        """Note it."""
        self.told.append("left")

    def _on_ice_requested(self) -> None:
        """Note it."""
        self.told.append("ice")

    def _on_safety_requested(self) -> None:
        """Note it."""
        self.told.append("safety")
