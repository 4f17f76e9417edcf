"""What the person takes out: the history, a report and the plan as files, from window and shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.storage.database import Database

if TYPE_CHECKING:
    import sqlite3

    from hipstretch.core.plan import Planned

_STEPS = 10_000
"""The steps of SQLite's machine, some 100 us, after which it is asked whether to go on."""


def wall_now() -> datetime:
    """The time on the person's wall."""
    return datetime.now(UTC).astimezone()


def always() -> bool:
    """A file that is wanted, however long it takes."""
    return True


class Outgoing:
    """Writes files of what is in the person's own folder.

    Each is whole or not there at all: all raise OSError, and those of the history
    HistoryUnavailable. What they need is imported when they are asked for it.
    """

    def __init__(self, own_folder: Path, now: Callable[[], datetime] = wall_now) -> None:
        self._own_folder, self._now = own_folder, now
        self._database = Database(own_folder / "history.sqlite3")

    def save_json(self, path: Path, is_wanted: Callable[[], bool] = always) -> None:
        """Write everything in the history as one JSON object, while that is wanted."""
        from hipstretch.storage.export import export_json

        export_json(_WantedHistory(self._database.path, is_wanted), path, self._now())

    def save_tables(self, path: Path, is_wanted: Callable[[], bool] = always) -> None:
        """Write everything in the history as a spreadsheet's tables in a zip, while wanted."""
        from hipstretch.storage.export import export_csv

        export_csv(_WantedHistory(self._database.path, is_wanted), path)

    def save_report(self, path: Path) -> None:
        """Write the last four weeks as a page for an appointment."""
        from hipstretch.storage.report_reader import read_report
        from hipstretch.ui.report_pdf import write_report

        write_report(read_report(self._database, self._now().date()), path)

    def save_calendar(self, path: Path) -> None:
        """Write the plan as a calendar file."""
        from hipstretch.storage.calendar_file import write_calendar

        write_calendar(path, self.plan(), self._now().date())

    def plan(self) -> Sequence[tuple[Planned, float]]:
        """The planned routines that can be read, each with its seconds."""
        from hipstretch.core.catalogue import RoutineItem
        from hipstretch.core.plan import planned
        from hipstretch.storage.library import Library
        from hipstretch.storage.settings_file import SettingsFile

        settings = SettingsFile(self._own_folder / "settings.json").load()
        library = Library(paths.bundled("routines"), self._own_folder / "routines")
        entries = (library.find_readable(routine_id) for routine_id in settings.plan)
        items = [entry.item(settings.person) for entry in entries if entry is not None]
        facts = [item.facts for item in items if isinstance(item, RoutineItem)]
        return [(planned(one), one.seconds) for one in facts]


class _WantedHistory(Database):
    """The history for who reads all of it; HistoryUnavailable ends that once it is not wanted."""

    def __init__(self, path: Path, is_wanted: Callable[[], bool]) -> None:
        super().__init__(path)
        self._is_wanted = is_wanted

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """As of one moment; asks from time to time whether to go on."""
        with super().snapshot() as history:
            history.set_progress_handler(self._is_unwanted, _STEPS)
            yield history

    def _is_unwanted(self) -> bool:
        """Whether SQLite is to give up."""
        return not self._is_wanted()
