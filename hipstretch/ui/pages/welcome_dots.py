"""Where one is in the welcome: a dot for each step, the present one longer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import start_painting

_DOT, _LONG, _GAP = 8, 28, 8


class ProgressDots(QWidget):
    """Dots that show how many steps there are, and which one this is."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count, self._place = theme, count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_place(0)
        theme.changed.connect(self._on_theme_changed)

    def set_place(self, place: int) -> None:
        """Show that this step is the present one, counted from 0."""
        self._place = place
        words = QCoreApplication.translate("Welcome", "Step {number} of {count}")
        self.setAccessibleName(words.format(number=place + 1, count=self._count))
        self.update()

    def sizeHint(self) -> QSize:
        """A long one and the others."""
        return QSize(_LONG + (self._count - 1) * (_DOT + _GAP), _DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots; those behind are darker than those to come."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0
        for number in range(self._count):
            width = _LONG if number == self._place else _DOT
            painter.setBrush(self._color(number))
            dot = QRectF(left, (self.height() - _DOT) / 2, width, _DOT)
            painter.drawRoundedRect(dot, _DOT / 2, _DOT / 2)
            left += width + _GAP

    def _color(self, number: int) -> QColor:
        """The colour of a step's dot."""
        palette = self._theme.palette
        if number == self._place:
            return palette.primary
        return palette.pmid if number < self._place else palette.track

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
