"""Taking the history out: asks for a place, writes the file, and says where it is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.ports import Clock
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.ui.flow.history_writing import HistoryWriting, IsWanted, Written
from hipstretch.ui.history_trouble_words import reason
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history_view import Export

_log = logging.getLogger(__name__)


class Outgo(Protocol):
    """Writes what is taken out; each raises OSError or HistoryUnavailable."""

    def save_json(self, path: Path, is_wanted: IsWanted) -> None:
        """Write everything as JSON; ten years take as many seconds."""

    def save_tables(self, path: Path, is_wanted: IsWanted) -> None:
        """Write everything as tables for a spreadsheet, in one zip file; as long."""

    def save_report(self, path: Path) -> None:
        """Write the page for an appointment as PDF."""

    def save_calendar(self, path: Path) -> None:
        """Write the plan as a calendar file."""


class Wanted(NamedTuple):
    """A file to be written: the dialog's title, a name to offer, and what the kind is called."""

    title: str
    name: str
    kind: str


ChoosePath = Callable[[QWidget, Wanted], Path | None]
"""Asks where a file is to be written; None where the person gives up."""


def choose_path(parent: QWidget, wanted: Wanted) -> Path | None:
    """Ask with the system's own dialog, in the person's documents at first."""
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QFileDialog

    places = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(places))
    folder = documents if documents.is_dir() else Path.home()
    dialog = QFileDialog(parent, wanted.title, str(folder / wanted.name), wanted.kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(wanted.name).suffix.removeprefix("."))
    dialog.selectFile(wanted.name)
    if not dialog.exec():
        return None
    return Path(dialog.selectedFiles()[0])


class HistoryExport(QObject):
    """Does what the Export menu asks for."""

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsKeeper,
        clock: Clock,
        outgo: Outgo,
        choose: ChoosePath = choose_path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._clock = window, settings, clock
        self._outgo, self._choose = outgo, choose
        self._writing = HistoryWriting(self)
        self._writing.ended.connect(self._on_ended)

    def is_reading(self) -> bool:
        """Whether the history is being read for a file."""
        return self._writing.is_busy

    def close(self) -> None:
        """The program ends: leave no half file."""
        self._writing.close()

    @Slot(object)
    def export(self, export: Export) -> None:
        """Ask where, and write."""
        if export is Export.CALENDAR and not self._settings.settings.plan:
            self._say(self.tr("Plan a routine first; then it can go into your calendar."))
            return
        is_long = export in {Export.JSON, Export.TABLES}
        if is_long and self.is_reading():
            self._say(self.tr("One file is still being written. Try again once it is there."))
            return
        path = self._choose(self._window, self._wanted(export))
        if path is None:
            return
        if is_long:
            self._begin(export, path)
        else:
            self._on_ended(self._written(export, path))

    def _begin(self, export: Export, path: Path) -> None:
        """Write what takes its time, while the window lives on."""
        text = self.tr("Writing %1 …").replace("%1", path.name)
        self._window.toast.show_message(text, icon="export", stays=True)
        writers = {Export.JSON: self._outgo.save_json, Export.TABLES: self._outgo.save_tables}
        self._writing.start(writers[export], path)

    def _written(self, export: Export, path: Path) -> Written:
        """Write what is there at once."""
        writers = {
            Export.REPORT: self._outgo.save_report,
            Export.CALENDAR: self._outgo.save_calendar,
        }
        try:
            writers[export](path)
        except (OSError, HistoryUnavailable) as error:
            return Written(path, error)
        return Written(path)

    def _wanted(self, export: Export) -> Wanted:
        """What to ask for."""
        day = self._clock.now().date().isoformat()
        title = self.tr("Save as")
        return {
            Export.JSON: Wanted(title, f"hipstretch-history-{day}.json", self.tr("JSON (*.json)")),
            Export.TABLES: Wanted(
                title, f"hipstretch-history-{day}.zip", self.tr("Tables in a zip file (*.zip)")
            ),
            Export.REPORT: Wanted(title, f"hipstretch-report-{day}.pdf", self.tr("PDF (*.pdf)")),
            Export.CALENDAR: Wanted(title, "hipstretch-plan.ics", self.tr("Calendar (*.ics)")),
        }[export]

    def _say(self, text: str) -> None:
        """Show a short message."""
        self._window.toast.show_message(text, icon="info")

    @Slot(object)
    def _on_ended(self, written: Written) -> None:
        """Say where the file is, or why there is none."""
        if written.trouble is None:
            self._say(self.tr("Saved: %1").replace("%1", str(written.path)))
        else:
            _log.warning("%s could not be written: %s", written.path, written.trouble)
            text = self.tr("The file could not be written. %1")
            self._say(text.replace("%1", reason(written.trouble)))
