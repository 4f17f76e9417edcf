"""How long the window would have stood still."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 5


class Gaps(QObject):
    """Measures for how long the event loop did not turn, from its making on, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timed_out)
        self._timer.start(_EVERY_MS)

    @Slot()
    def _on_timed_out(self) -> None:
        """The loop turns."""
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now
