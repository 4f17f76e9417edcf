"""The timer that runs on another page: a small ring, the time that is left, and the place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy_view import CardState, CardView, TherapyView
from hipstretch.ui import therapy_notes, therapy_words
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, blend, draw_frame, draw_text, text_width
from hipstretch.ui.widgets.ring_painting import round_pen
from hipstretch.ui.widgets.second_hand import SecondHand
from hipstretch.ui.widgets.therapy_ring import kind_colors

_ROW, _TOWER, _WORDS_FROM = 56, 68, 120
_RING, _STROKE, _ICON, _PAD, _GAP = 36, 4, 18, 9, 10
_SIXTEENTHS = 16
_LEFT = Qt.AlignmentFlag.AlignLeft


class TimerChip(PaintedButton):
    """What matters most of ice and heat; hidden while nothing is under way, quiet while unseen.

    Narrow, it has the ring and the digits only.

    Signals:
        view_requested: it wants a fresh view.
    """

    view_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._card: CardView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._second_hand = SecondHand(self)
        self._second_hand.ticked.connect(self.view_requested)
        self.hide()

    @property
    def card(self) -> CardView | None:
        """What is shown."""
        return self._card

    def set_view(self, view: TherapyView | None) -> None:
        """Show a moment; None, on the page of the timers themselves, hides it."""
        self._card = None if view is None else view.leading
        self.setVisible(self._card is not None)
        if self._card is None or view is None:
            self._second_hand.follow(None)
            return
        words = therapy_notes.status_of(self._card)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._second_hand.follow(view.next_change)
        self.update()

    def visible_size(self) -> QSize:
        """As wide as it may be, with its words."""
        return QSize(self._theme.px(48), self._height(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Without its words it is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its form, and the room for the focus ring."""
        return self._height(width) + 2 * FOCUS_MARGIN

    def corner_radius(self) -> float:
        """As the pages beside it."""
        return 12.0

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground, the ring and the words."""
        if self._card is None:
            return
        palette, px = self._theme.palette, self._theme.px
        fill, soft = kind_colors(self._card.kind, palette)
        asks = self._card.state in _ASKING
        hover = 1.0 if self.isDown() else self.hover_share
        ground = blend(soft if asks else palette.sunken, palette.line, hover)
        draw_frame(painter, rect, self.corner_radius(), ground, border=fill if asks else None)
        ring = QRectF(0, 0, px(_RING), px(_RING))
        if self._has_words(self.width()):
            ring.moveCenter(rect.center())
            ring.moveLeft(rect.left() + px(_PAD))
            words = rect.adjusted(px(_PAD + _RING + _GAP), 0, -4, 0)
            self._draw_words(painter, words, self._card)
        else:
            ring.moveCenter(rect.center())
            ring.moveTop(rect.top() + px(6))
            foot = QRectF(rect.left(), ring.bottom(), rect.width(), rect.bottom() - ring.bottom())
            font = make_font(px(13), 600)
            draw_text(painter, foot, therapy_words.ring_digits(self._card), font, palette.ink)
        self._draw_ring(painter, ring, self._card, fill)

    def _draw_ring(self, painter: QPainter, ring: QRectF, card: CardView, fill: QColor) -> None:
        """Draw what is left, and the kind's sign inside."""
        palette, stroke = self._theme.palette, float(self._theme.px(_STROKE))
        half = stroke / 2
        middle = ring.adjusted(half, half, -half, -half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_over = card.state is CardState.RINGING
        painter.setPen(QPen(fill if is_over else palette.track, stroke))
        painter.drawEllipse(middle)
        if card.share > 0:
            painter.setPen(round_pen(fill, stroke))
            painter.drawArc(middle, 90 * _SIXTEENTHS, -round(card.share * 360 * _SIXTEENTHS))
        icon = QRectF(0, 0, self._theme.px(_ICON), self._theme.px(_ICON))
        icon.moveCenter(ring.center())
        ink: QColor = getattr(palette, card.kind.value)
        self._theme.icons.draw(painter, card.kind.value, icon, ink)

    def _draw_words(self, painter: QPainter, rect: QRectF, card: CardView) -> None:
        """Draw the time over the line that says what is wanted, or where it runs."""
        palette, half = self._theme.palette, self._theme.px(10)
        strong, caption = self._theme.font(Role.BODY_STRONG), self._theme.font(Role.CAPTION)
        title = chip_title(card, rect.width(), strong)
        draw_text(painter, rect.translated(0, -half), title, strong, palette.ink, align=_LEFT)
        line = therapy_words.chip_line(card)
        draw_text(painter, rect.translated(0, half), line, caption, palette.ink2, align=_LEFT)

    def _has_words(self, width: int) -> bool:
        """Whether there is room for words."""
        return width >= self._theme.px(_WORDS_FROM)

    def _height(self, width: int) -> int:
        """The height of the visible part."""
        return self._theme.px(_ROW if self._has_words(width) else _TOWER)


def chip_title(card: CardView, width: float, font: QFont) -> str:
    """The kind and its time; the time alone where no more has room: the ring tells the kind."""
    digits = therapy_words.ring_digits(card)
    title = f"{therapy_words.kind_word(card.kind)} {digits}"
    return title if text_width(title, font) <= width else digits


_ASKING = {CardState.CHECKING, CardState.RINGING}
