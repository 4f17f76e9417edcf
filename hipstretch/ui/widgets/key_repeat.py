"""A key that goes on stepping while the pointer holds it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

FIRST_MS = 400
NEXT_MS = 80


class KeyRepeat(QObject):
    """Steps at once when a key is pressed, again after 400 ms, and every 80 ms from then on.

    Signals:
        stepped: time for a step; carries its direction, -1 or 1.
    """

    stepped = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._direction = 0
        self._paused = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_elapsed)

    @property
    def direction(self) -> int:
        """The key that is held: -1, 1, or 0 for none."""
        return self._direction

    @property
    def interval(self) -> int:
        """The ms to the next step; 0 where no key is held."""
        return self._timer.interval() if self._timer.isActive() else 0

    def press(self, direction: int) -> None:
        """Step that way, and go on."""
        self._direction = direction
        self._paused = False
        self._timer.start(FIRST_MS)
        self.stepped.emit(direction)

    def pause(self, paused: bool) -> None:
        """Wait while the pointer has left the key that it holds."""
        self._paused = paused

    def release(self) -> None:
        """Stop."""
        self._direction = 0
        self._timer.stop()

    @Slot()
    def _on_timer_elapsed(self) -> None:
        """Step again."""
        self._timer.setInterval(NEXT_MS)
        if not self._paused:
            self.stepped.emit(self._direction)
