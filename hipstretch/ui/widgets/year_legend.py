"""What the colours of the year's map mean: from a rest to twenty minutes and more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chart_axis import chart_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.widgets.year_map import LIGHT_LEVELS, level_color

_EDGE, _GAP, _WORD_GAP, _HEIGHT, _RADIUS = 13, 5, 10, 20, 4
_LEFT = Qt.AlignmentFlag.AlignLeft


class YearLegend(QWidget):
    """Five squares between two words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = (self.tr("Rest"), self.tr("20 min +"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        """The words and the squares."""
        px, font = self._theme.px, chart_font(self._theme)
        words = sum(text_width(word, font) + 1 for word in self._words)
        squares = len(LIGHT_LEVELS) * px(_EDGE) + (len(LIGHT_LEVELS) - 1) * px(_GAP)
        return QSize(math.ceil(words + squares + 2 * px(_WORD_GAP)), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the squares."""
        painter = QPainter(self)
        start_painting(painter)
        px, palette, font = self._theme.px, self._theme.palette, chart_font(self._theme)
        place = QRectF(0, 0, text_width(self._words[0], font) + 1, self.height())
        draw_text(painter, place, self._words[0], font, palette.ink3, align=_LEFT)
        edge, left = px(_EDGE), place.right() + px(_WORD_GAP)
        top = round((self.height() - edge) / 2)
        for level in range(len(LIGHT_LEVELS)):
            square = QRectF(round(left), top, edge, edge)
            draw_frame(painter, square, _RADIUS, level_color(level, dark=palette.dark))
            left += edge + px(_GAP)
        left += px(_WORD_GAP) - px(_GAP)
        end = QRectF(left, 0, self.width() - left, self.height())
        draw_text(painter, end, self._words[1], font, palette.ink3, align=_LEFT)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
