"""Home, preview and start on a folder of a test, with the bundled routines and a set clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch.core.history import SessionRecord
from hipstretch.core.pain import Feeling, Hurt, Remedy
from hipstretch.core.person import Side
from hipstretch.qt.routine_shelf import RoutineShelf
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.customised import CustomisedRoutines
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.decisions import Decisions
from hipstretch.storage.history import History
from hipstretch.storage.index import CatalogueIndex
from hipstretch.storage.library import Library
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.customise import CustomiseFlow
from hipstretch.ui.flow.home import HomeFlow
from hipstretch.ui.flow.minding import Minding
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.flow.plan_keeper import PlanKeeper
from hipstretch.ui.flow.starting import StartingFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.widgets.nav_button import NavItem
from tests.qt.fake_clock import FakeClock

if TYPE_CHECKING:
    from hipstretch.core.routine import Routine
    from hipstretch.core.start import Start
    from hipstretch.storage.running import Interrupted
    from hipstretch.ui.theme import Theme

_ROUTINES = Path(__file__).parents[3] / "routines"


class NothingUnfinished:
    """No session was left unfinished."""

    def find(self) -> Interrupted | None:
        """There is none."""
        return None

    def forget(self) -> None:
        """There is nothing to drop."""


class Room:
    """The flows and all that they stand on."""

    def __init__(self, theme: Theme, folder: Path, **values: object) -> None:
        self.clock = FakeClock()
        self.folder = folder
        self.database = Database(folder / "history.sqlite3")
        self.history, self.marks = History(self.database), DayMarks(self.database)
        self.pain_log, self.decisions = PainLog(self.database), Decisions(self.database)
        self.library = Library(_ROUTINES, folder / "routines")
        self.settings = SettingsKeeper(SettingsFile(folder / "settings.json"))
        for name, value in values.items():
            self.settings.change(self.settings.settings.with_value(name, value))
        self.window = MainWindow(theme, (NavItem("today", "Today", "today"),))
        self.day = PersonDay(self.marks, self.pain_log, self.clock)
        self.plan = PlanKeeper(self.settings, self.marks, self.clock)
        self.minding = Minding(
            self.settings,
            self.pain_log,
            self.decisions,
            self.library.exercises.find,
            self.clock,
        )
        self.starting = StartingFlow(theme, self.window, self.minding, self.day)
        self.started: list[Start] = []
        self.starting.ready.connect(self.started.append)
        self._theme = theme

    def home(self) -> HomeFlow:
        """Home, shown."""
        folders = [_ROUTINES, _ROUTINES / "stretches"]
        flow = HomeFlow(
            self._theme,
            self.window,
            CatalogueIndex(self.folder / "index.json", folders),
            self._shelf,
            self.settings,
            NothingUnfinished(),
            self.history,
            self.day,
            self.plan,
            self.clock,
            self.window,
        )
        flow.show()
        return flow

    def customise(self) -> CustomiseFlow:
        """The preview."""
        return CustomiseFlow(
            self._theme,
            self.window,
            self.library,
            CustomisedRoutines(self.library),
            self.settings,
            self.minding,
            self.starting,
            self.day,
            self.plan,
            self.window,
        )

    def _shelf(self) -> RoutineShelf:
        """The reader of all routines."""
        return RoutineShelf(self.library, self.window)

    def routine(self, routine_id: str) -> Routine:
        """A bundled routine."""
        found = self.library.bundled(routine_id)
        assert found is not None
        return found

    def add_session(self, *, days_ago: int, routine: str = "core-steadier", pain: int = 1) -> None:
        """Write a session into the history."""
        began = self.clock.now() - timedelta(days=days_ago)
        ended = began + timedelta(minutes=9)
        after = Feeling(pain)
        self.history.add(
            SessionRecord(routine, routine, began, ended, 540.0, True, (), after=after)
        )

    def add_hurt(self, exercise: str, *, days_ago: int) -> None:
        """Write a hurt into the history."""
        at = self.clock.now() - timedelta(days=days_ago)
        self.pain_log.add(Hurt(exercise, exercise, Side.RIGHT, at, 5, False, Remedy.SKIP))

    def break_database(self) -> None:
        """Make the history something that cannot be opened."""
        self.folder.mkdir(exist_ok=True)
        self.folder.joinpath("history.sqlite3").write_bytes(b"no history " * 400)

    @property
    def home_page(self) -> HomePage:
        """Home's page, which is in sight."""
        page = self.window.page
        assert isinstance(page, HomePage)
        return page

    @property
    def preview(self) -> PreviewPage:
        """The preview, which is in sight."""
        page = self.window.page
        assert isinstance(page, PreviewPage)
        return page
