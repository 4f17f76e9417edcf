"""What the person takes out: the history, a report and the plan as files, from window and shell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.storage.database import Database

if TYPE_CHECKING:
    from hipstretch.core.plan import Planned


def wall_now() -> datetime:
    """The time on the person's wall."""
    return datetime.now(UTC).astimezone()


class Outgoing:
    """Writes files of what is in the person's own folder.

    Each is whole or not there at all: all raise OSError, and those of the history
    HistoryUnavailable. What they need is imported when they are asked for it.
    """

    def __init__(self, own_folder: Path, now: Callable[[], datetime] = wall_now) -> None:
        self._own_folder, self._now = own_folder, now
        self._database = Database(own_folder / "history.sqlite3")

    def save_json(self, path: Path) -> None:
        """Write everything in the history as one JSON object."""
        from hipstretch.storage.export import export_json

        export_json(self._database, path, self._now())

    def save_tables(self, path: Path) -> None:
        """Write everything in the history as tables for a spreadsheet, in one zip file."""
        from hipstretch.storage.export import export_csv

        export_csv(self._database, path)

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
