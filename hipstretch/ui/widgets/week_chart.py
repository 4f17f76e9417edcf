"""What the charts of weeks share: their size, and the week that the pointer has told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme

_HEIGHT = 160


class WeekChart(QWidget):
    """A chart whose subclass paints it and says which week stands where."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pointed = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def week_at(self, x: float) -> int:
        """The number of the week that is told at `x`, -1 for none; for the subclass to say."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Half a page wide."""
        return QSize(self._theme.px(420), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The smallest window's card."""
        return QSize(220, self._theme.px(_HEIGHT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the week at the pointer."""
        self._point_at(self.week_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        self._point_at(-1)
        super().leaveEvent(event)

    def _point_at(self, number: int) -> None:
        """Have a week told, or none for -1."""
        if number != self._pointed:
            self._pointed = number
            self.update()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
