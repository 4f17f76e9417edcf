"""Tells a widget that counts seconds when to look again, as long as somebody can see it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget


class SecondHand(QObject):
    """Ticks when its widget would look different, and when it comes into sight; else not at all.

    Signals:
        ticked: it is time to look again; whoever hears it says with `follow` when next.
    """

    ticked = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timed_out)
        widget.installEventFilter(self)

    @property
    def is_running(self) -> bool:
        """Whether a tick is to come."""
        return self._timer.isActive()

    def follow(self, seconds: float | None) -> None:
        """Tick after so many seconds; not again for None, nor while the widget is hidden."""
        if seconds is None or not self._widget.isVisible():
            self._timer.stop()
        else:
            self._timer.start(math.ceil(max(0.0, seconds) * 1000) + 1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stop when the widget is hidden, its window closed or made small; look when it is back."""
        if event.type() is QEvent.Type.Hide:
            self._timer.stop()
        elif event.type() is QEvent.Type.Show:
            self.ticked.emit()
        return False

    @Slot()
    def _on_timed_out(self) -> None:
        """Look again."""
        self.ticked.emit()
