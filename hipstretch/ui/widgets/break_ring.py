"""The large ring on the Breaks page: the minutes sat in large digits, or a sign of the state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.sitting import Presence
from hipstretch.ui import break_words
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting, text_width
from hipstretch.ui.widgets.sitting_ring import SittingLook, draw_ring, sitting_look

_SIZE, _LOW_SIZE = 224, 168
_STROKE = 16
_DIGITS, _CAPTION, _ICON = 58, 15, 68
_UP, _DOWN = 12, 20
_ROOM = 0.66
"""The share of the ring's width that is free for words."""


class BreakRing(QWidget):
    """A ring that fills up with the sitting; it is painted only when a view is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: SittingLook | None = None
        self._digits = self._caption = ""
        self._size = _SIZE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def words(self) -> tuple[str, str]:
        """The digits, if any, and what stands under them."""
        return self._digits, self._caption

    def show_view(self, view: BreaksView) -> None:
        """Show how things stand now."""
        self._look = sitting_look(view)
        self._digits, self._caption = _words(view)
        self.setAccessibleName(break_words.title(view))
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Be smaller, in a narrow window."""
        self._size = _LOW_SIZE if is_low else _SIZE
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square; it grows with the text, as its words do."""
        edge = self._theme.px(self._size)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """As its hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, and in it the digits or the sign."""
        if self._look is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        edge = min(self.width(), self.height())
        rect = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        scale = edge / _SIZE
        draw_ring(painter, rect, _STROKE * scale, self._look, self._theme.palette)
        above = QRectF(rect.left(), rect.center().y() - (_UP + 40) * scale, edge, 80 * scale)
        self._draw_middle(painter, above, scale)
        below = QRectF(0, 0, edge * _ROOM, 24 * scale)
        below.moveCenter(rect.center())
        below.moveTop(rect.center().y() + _DOWN * scale)
        font = self._caption_font(below.width(), scale)
        draw_text(painter, below, self._caption, font, self._theme.palette.ink2)

    def _draw_middle(self, painter: QPainter, rect: QRectF, scale: float) -> None:
        """Draw the digits, or the sign of the state."""
        if self._look is None:
            return
        palette = self._theme.palette
        if self._digits:
            font = make_font(_DIGITS * scale, 700, -1.5 * scale, display=True)
            draw_text(painter, rect, self._digits, font, palette.ink)
            return
        size = round(_ICON * scale)
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.center())
        box.moveTopLeft(box.topLeft().toPoint().toPointF())
        self._theme.icons.draw(painter, self._look.icon, box, getattr(palette, self._look.ink))

    def _caption_font(self, room: float, scale: float) -> QFont:
        """The font of the words below, small enough for the ring."""
        size = max(_CAPTION * scale, 12.0)
        width = text_width(self._caption, make_font(size, 400))
        return make_font(size * min(1.0, room / max(1.0, width)), 400)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def _words(view: BreaksView) -> tuple[str, str]:
    """Digits and caption: "18" "of 30 min", or no digits and where the person is."""
    if view.presence is Presence.SITTING and view.state.is_counting:
        return str(view.minutes_sat), break_words.of_interval(round(view.interval / 60))
    return "", break_words.ring_word(view)
