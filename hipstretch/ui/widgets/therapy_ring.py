"""The ring of ice or heat: what is left of it, in its colour, with the time in its middle."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardState, CardView
from hipstretch.ui import therapy_words
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import start_painting, text_width
from hipstretch.ui.widgets.ring_painting import digit_cells, round_pen

SIDE = 240
"""The side in px where there is room."""
_STROKE, _DIGITS, _CAPTION = 16.0, 58.0, 16.0
_SPACING = -2.0
_DIGITS_ABOVE, _CAPTION_BELOW = 11.0, 31.0
_INSIDE = 172.0
_SIXTEENTHS = 16


class RingLook(NamedTuple):
    """What can be seen of the ring: two equal looks paint the same picture.

    `span` is the arc's in sixteenths of a degree, `ink` a token of the palette.
    """

    kind: Kind
    span: int
    digits: str
    caption: str
    ink: str
    is_over: bool


def ring_look(card: CardView) -> RingLook:
    """How the ring looks for a card; it moves by whole seconds."""
    is_over = card.state is CardState.RINGING
    ink = card.kind.value if is_over else "ink" if card.state.is_under_way else "ink3"
    span = round(card.share * 360 * _SIXTEENTHS)
    return RingLook(
        card.kind,
        span,
        therapy_words.ring_digits(card),
        therapy_words.ring_caption(card),
        ink,
        is_over,
    )


def kind_colors(kind: Kind, palette: Palette) -> tuple[QColor, QColor]:
    """The fill and the soft ground of a kind."""
    if kind is Kind.ICE:
        return palette.ice_fill, palette.ice_soft
    return palette.heat_fill, palette.heat_soft


class TherapyRing(QWidget):
    """A square that the card makes as large as it has room; it repaints only what looks new."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: RingLook | None = None
        self._side = SIDE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def look(self) -> RingLook | None:
        """What is seen."""
        return self._look

    def set_card(self, card: CardView) -> None:
        """Show another moment."""
        look = ring_look(card)
        if look == self._look:
            return
        self._look = look
        name = f"{therapy_words.kind_word(card.kind)}: {look.digits} {look.caption}"
        self.setAccessibleName(name)
        self.update()

    def set_side(self, side: int) -> None:
        """Be another size."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The size that the card gives it."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the digits and the word under them."""
        if self._look is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        scale = min(self.width(), self.height()) / SIDE
        self._draw_ring(painter, scale, self._look)
        ink: QColor = getattr(self._theme.palette, self._look.ink)
        self._draw_digits(painter, scale, self._look.digits, ink)
        self._draw_caption(painter, scale, self._look.caption)

    def _draw_ring(self, painter: QPainter, scale: float, look: RingLook) -> None:
        """Draw the soft ground and, clockwise from 12 o'clock, what is left."""
        fill, soft = kind_colors(look.kind, self._theme.palette)
        stroke = _STROKE * scale
        box = QRectF(0, 0, SIDE * scale - stroke, SIDE * scale - stroke)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(fill if look.is_over else soft, stroke))
        painter.drawEllipse(box)
        if look.span:
            painter.setPen(round_pen(fill, stroke))
            painter.drawArc(box, 90 * _SIXTEENTHS, -look.span)

    def _draw_digits(self, painter: QPainter, scale: float, text: str, color: QColor) -> None:
        """Draw the digits, each in a cell as wide as its "0", a little above the middle."""
        font, cells = self._digits(text, scale)
        metrics = QFontMetricsF(font)
        middle = QRectF(self.rect()).center()
        left = middle.x() - cells[-1][2] / 2
        base = middle.y() - _DIGITS_ABOVE * scale + metrics.capHeight() / 2
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for sign, ink, _ in cells:
            raised = (metrics.capHeight() - metrics.xHeight()) / 2 if sign == ":" else 0.0
            path.addText(QPointF(left + ink, base - raised), font, sign)
        painter.fillPath(path, color)

    def _digits(self, text: str, scale: float) -> tuple[QFont, list[tuple[str, float, float]]]:
        """The font of the digits and their cells, as large as fits inside the ring."""
        size = _DIGITS * scale
        font = make_font(size, 700, display=True)
        cells = digit_cells(text, font, _SPACING * scale)
        share = min(1.0, _INSIDE * scale / max(1.0, cells[-1][2]))
        if share < 1:
            font = make_font(size * share, 700, display=True)
            cells = digit_cells(text, font, _SPACING * scale * share)
        return font, cells

    def _draw_caption(self, painter: QPainter, scale: float, text: str) -> None:
        """Draw the word under the digits, smaller where the ring is too narrow for it."""
        size = max(13.0, _CAPTION * scale) * self._theme.text_scale
        share = min(1.0, _INSIDE * scale / max(1.0, text_width(text, make_font(size, 400))))
        font = make_font(size * share, 400)
        middle = QRectF(self.rect()).center()
        left = middle.x() - text_width(text, font) / 2
        base = middle.y() + _CAPTION_BELOW * scale + QFontMetricsF(font).capHeight() / 2
        painter.setFont(font)
        painter.setPen(self._theme.palette.ink2)
        painter.drawText(QPointF(left, base), text)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
