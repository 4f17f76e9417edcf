"""A program without a window that runs ice and heat; run as a child, to be killed from outside.

Its argument is its own folder. It appends what it tells to `told.jsonl` there: a JSON list a line,
of the seconds of the clock that goes on in sleep, what happened, and which.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot

from hipstretch.core.therapy import Rang
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.qt.therapy_timer import TherapyTimer
from hipstretch.services import clock
from hipstretch.services.clock.boot import boot_id
from hipstretch.storage.database import Database
from hipstretch.storage.therapy_file import TherapyFile
from hipstretch.storage.therapy_log import TherapyLog


class Program(QObject):
    """All that the program has of ice and heat but what is seen and heard."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = (folder / "told.jsonl").open("a", encoding="utf-8")
        self._timer = TherapyTimer(
            clock.create(),
            TherapyFile(folder / "therapy.json", boot_id()),
            TherapyLog(Database(folder / "history.sqlite3")),
            self,
        )
        self._timer.over.connect(self._on_over)
        self._timer.rang.connect(self._on_rang)
        self._timer.start(2)
        self._write("started", len(self._timer.therapy.treatments))

    @Slot(object)
    def _on_over(self, record: TherapyRecord) -> None:
        """Write down an end."""
        self._write("over", record.id)

    @Slot(object)
    def _on_rang(self, rang: Rang) -> None:
        """Write down a ring."""
        self._write("rang", rang.treatment.id)

    def _write(self, what: str, which: object) -> None:
        """Write a line that outlives the program."""
        self._file.write(json.dumps([self._timer.now.at, what, which]) + "\n")
        self._file.flush()


if __name__ == "__main__":
    application = QCoreApplication(sys.argv[:1])
    program = Program(Path(sys.argv[1]))
    sys.exit(application.exec())
