"""What is on disk: the person's files and the bundled ones, opened when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.files import is_file
from hipstretch.storage.history import History
from hipstretch.storage.index import CatalogueIndex
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from hipstretch.storage.customised import CustomisedRoutines
    from hipstretch.storage.day_book import DayBook
    from hipstretch.storage.decisions import Decisions
    from hipstretch.storage.figures import FigureShelf
    from hipstretch.storage.history_bin import HistoryBin
    from hipstretch.storage.history_reader import HistoryReader
    from hipstretch.storage.library import Library
    from hipstretch.storage.running import Interrupted, RunningSession
    from hipstretch.storage.sitting_file import SittingFile
    from hipstretch.storage.therapy_file import TherapyFile
    from hipstretch.storage.therapy_log import TherapyLog


class Stores:
    """The files and the database of one person's folder."""

    def __init__(self, own_folder: Path) -> None:
        self.own_folder = own_folder
        self._routine_folders = (paths.bundled("routines"), own_folder / "routines")
        self._therapy_path = own_folder / "therapy.json"
        self._bins = [own_folder / f"history.{word}.sqlite3" for word in ("deleted", "since")]
        self.settings = SettingsFile(own_folder / "settings.json")
        self.database = Database(own_folder / "history.sqlite3")
        self.history = History(self.database)
        self.day_marks = DayMarks(self.database)
        self.pain_log = PainLog(self.database)
        self.unfinished = Unfinished(own_folder / "running.json", self._session_under_way)

    @cached_property
    def library(self) -> Library:
        """The routines on disk."""
        from hipstretch.storage.library import Library

        return Library(*self._routine_folders)

    @cached_property
    def running(self) -> RunningSession:
        """The session under way."""
        from hipstretch.storage.running import RunningSession

        return RunningSession(self.own_folder, self.library.exercises)

    @property
    def has_therapy(self) -> bool:
        """Whether there may be ice or heat under way."""
        return self._therapy_path.exists()

    @property
    def has_deleted(self) -> bool:
        """Whether the last run left something deleted, or was ended while it put that back."""
        return any(is_file(path) for path in self._bins)

    def has_routine(self, routine_id: str) -> bool:
        """Whether there is a routine of that id."""
        return self.library.find(routine_id) is not None

    def index(self) -> CatalogueIndex:
        """What Home showed last."""
        folders = [
            part for folder in self._routine_folders for part in (folder, folder / "stretches")
        ]
        return CatalogueIndex(self.own_folder / "home-index.json", folders)

    def customised(self) -> CustomisedRoutines:
        """What the person makes of routines."""
        from hipstretch.storage.customised import CustomisedRoutines

        return CustomisedRoutines(self.library)

    def figures(self) -> FigureShelf:
        """The figures, the person's own first."""
        from hipstretch.storage.figures import FigureShelf

        return FigureShelf([self.own_folder / "figures", paths.bundled("assets") / "figures"])

    def therapy_file(self, boot: str) -> TherapyFile:
        """Ice and heat under way; `boot` tells the starts of the machine apart."""
        from hipstretch.storage.therapy_file import TherapyFile

        return TherapyFile(self._therapy_path, boot)

    def therapy_log(self) -> TherapyLog:
        """Ice and heat that are over."""
        from hipstretch.storage.therapy_log import TherapyLog

        return TherapyLog(self.database)

    def sitting_file(self) -> SittingFile:
        """The minutes sat."""
        from hipstretch.storage.sitting_file import SittingFile

        return SittingFile(self.own_folder / "sitting.json")

    def day_book(self) -> DayBook:
        """The days of sitting."""
        from hipstretch.storage.day_book import DayBook
        from hipstretch.storage.sitting_log import SittingLog

        return DayBook(SittingLog(self.database))

    def decisions(self) -> Decisions:
        """What the person decided about exercises."""
        from hipstretch.storage.decisions import Decisions

        return Decisions(self.database)

    def history_reader(self) -> HistoryReader:
        """What the History page shows."""
        from hipstretch.storage.history_reader import HistoryReader

        return HistoryReader(self.database)

    def history_bin(self) -> HistoryBin:
        """What was deleted a moment ago."""
        from hipstretch.storage.history_bin import HistoryBin

        return HistoryBin(self.database)

    def _session_under_way(self) -> RunningSession:
        """The session under way, opened when somebody asks for it."""
        return self.running


class Unfinished:
    """The session that another run left unfinished; without a file there, nothing is opened."""

    def __init__(self, path: Path, open_running: Callable[[], RunningSession]) -> None:
        self._path = path
        self._open_running = open_running

    def find(self) -> Interrupted | None:
        """That session, or None; raises OSError."""
        return self._open_running().load() if self._path.exists() else None

    def forget(self) -> None:
        """Drop it; raises OSError."""
        self._open_running().forget()
