"""Garbage is collected on the window's thread only: Qt objects must not die on another one.

Python collects on whichever thread happens to cross its threshold, one that writes a file or plays
a sound too. A Qt object that dies there leaves its timers behind, and the next one that goes off
ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EVERY_MS = 60_000
"""How often: what a minute leaves behind is little."""


class Collector(QObject):
    """Collects once in a while, in the place of Python's own ways, which it turns off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._on_waited)
        self._timer.start(EVERY_MS)

    @Slot()
    def _on_waited(self) -> None:
        """Collect."""
        gc.collect()
