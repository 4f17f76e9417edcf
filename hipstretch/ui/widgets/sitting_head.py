"""The head of the tray's menu: the ring of sitting and, beside it, what it says in words."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.ui import break_words
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting, text_width
from hipstretch.ui.widgets.sitting_ring import SittingLook, draw_sitting_ring, sitting_look

_RING, _STROKE = 44, 5
_SIDE, _ABOVE, _BELOW, _GAP = 12, 8, 8, 12
_TITLE, _TITLE_LINE, _LINE, _LINE_LINE = 16, 23, 14, 19
_LEAST_WIDTH = 260
_LEFT = Qt.AlignmentFlag.AlignLeft


class SittingHead(QWidget):
    """A ring with two lines of words; it only tells and cannot be pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: SittingLook | None = None
        self._title = self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def show_view(self, view: BreaksView) -> None:
        """Tell how things stand now."""
        self._look = sitting_look(view)
        self._title, self._line = break_words.title(view), break_words.line(view)
        self.setAccessibleName(break_words.both(view))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The ring and the longer line."""
        px = self._theme.px
        words = max(
            text_width(self._title, self._title_font()), text_width(self._line, self._line_font())
        )
        width = px(2 * _SIDE + _RING + _GAP) + math.ceil(words)
        return QSize(max(px(_LEAST_WIDTH), width), px(_ABOVE + _RING + _BELOW))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the words."""
        if self._look is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        px, palette = self._theme.px, self._theme.palette
        ring = QRectF(px(_SIDE), px(_ABOVE), px(_RING), px(_RING))
        draw_sitting_ring(painter, ring, px(_STROKE), self._look, self._theme)
        left = ring.right() + px(_GAP)
        title = QRectF(left, 0, self.width() - left, px(_TITLE_LINE))
        title.moveTop(round(ring.center().y() - px(_TITLE_LINE + _LINE_LINE) / 2))
        draw_text(painter, title, self._title, self._title_font(), palette.ink, align=_LEFT)
        line = QRectF(left, title.bottom(), title.width(), px(_LINE_LINE))
        draw_text(painter, line, self._line, self._line_font(), palette.ink2, align=_LEFT)

    def _title_font(self) -> QFont:
        """The font of the first line."""
        return make_font(_TITLE * self._theme.text_scale, 600)

    def _line_font(self) -> QFont:
        """The font of the second line."""
        return make_font(_LINE * self._theme.text_scale, 400)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
