"""Measures for how long the event loop of a program does not turn."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 10


class Stillness(QObject):
    """The longest time for which the event loop did not turn, in seconds.

    What the machine gave to other programs meanwhile does not count, where the system tells it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = self._time()
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._on_timed_out)
        self._beat.start(BEAT_MS)

    def forgive(self) -> None:
        """What took so long just now does not count."""
        self._last = self._time()

    def start_again(self) -> None:
        """Measure from now on."""
        self.longest = 0.0
        self.forgive()

    @staticmethod
    def _time() -> float:
        """The time, less what this thread spent waiting for a processor."""
        queue = Path("/proc/self/schedstat")
        waited = int(queue.read_text(encoding="ascii").split()[1]) if queue.exists() else 0
        return time.monotonic() - waited / 1e9

    @Slot()
    def _on_timed_out(self) -> None:
        """The loop turns."""
        now = self._time()
        self.longest, self._last = max(self.longest, now - self._last), now
