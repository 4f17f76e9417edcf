"""Scrolls a page while something is dragged near its upper or lower edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea

_TICK_MS = 16
_ZONE, _FASTEST = 72, 18


def speed_at(y: int, height: int) -> int:
    """The px to scroll in a tick with the pointer at `y` of a view; negative upwards."""
    if y < _ZONE:
        return -round(_FASTEST * min(1.0, (_ZONE - y) / _ZONE))
    if y > height - _ZONE:
        return round(_FASTEST * min(1.0, (y - height + _ZONE) / _ZONE))
    return 0


class EdgeScroller(QObject):
    """Ticks only while the pointer is near an edge.

    Signals:
        scrolled: the page was moved under the pointer.
    """

    scrolled = Signal()

    def __init__(self, page: QScrollArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._speed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_ticked)

    @property
    def is_running(self) -> bool:
        """Whether it scrolls."""
        return self._timer.isActive()

    @Slot(int)
    def follow(self, screen_y: int) -> None:
        """Scroll or not, for a pointer at that height on the screen."""
        view = self._page.viewport()
        self._speed = speed_at(view.mapFromGlobal(QPoint(0, screen_y)).y(), view.height())
        if not self._speed:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()

    @Slot()
    def _on_ticked(self) -> None:
        """Go on by one step, and stop at the end."""
        bar = self._page.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + self._speed)
        if bar.value() == before:
            self._timer.stop()
        else:
            self.scrolled.emit()
