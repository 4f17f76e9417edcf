"""Ice or heat in the tray's menu: a bar of what is left and, under it, the same in words."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardState, CardView
from hipstretch.ui import therapy_notes
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.widgets.therapy_ring import kind_colors

_SIDE, _ABOVE, _BAR, _GAP, _LINE, _BELOW = 12, 2, 8, 5, 20, 5
_ICON, _BESIDE, _WORDS = 16, 6, 14
_LEAST_WIDTH = 260
_LEFT = Qt.AlignmentFlag.AlignLeft


class BarLook(NamedTuple):
    """What can be seen of a bar: how far it is filled (0 to 1), and its words."""

    kind: Kind
    share: float
    words: str


def bar_look(card: CardView) -> BarLook:
    """How the bar looks for a card: full while it rings, empty once nobody answered."""
    share = 1.0 if card.state is CardState.RINGING else card.share
    return BarLook(card.kind, share, therapy_notes.note_line(card))


class TimerBar(QWidget):
    """It only tells and cannot be pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: BarLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def show_card(self, card: CardView) -> None:
        """Tell how it stands now."""
        look = bar_look(card)
        if look == self._look:
            return
        self._look = look
        self.setAccessibleName(look.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, and no narrower than the rest of the menu."""
        px = self._theme.px
        words = 0.0 if self._look is None else text_width(self._look.words, self._font())
        width = px(2 * _SIDE + _ICON + _BESIDE) + math.ceil(words)
        height = px(_ABOVE + _BAR + _GAP + _LINE + _BELOW)
        return QSize(max(px(_LEAST_WIDTH), width), height)

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and the words."""
        if self._look is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        px, palette = self._theme.px, self._theme.palette
        bar = QRectF(px(_SIDE), px(_ABOVE), self.width() - 2 * px(_SIDE), px(_BAR))
        draw_bar(painter, bar, self._look, palette)
        line = QRectF(bar.left(), bar.bottom() + px(_GAP), bar.width(), px(_LINE))
        ink: QColor = getattr(palette, self._look.kind.value)
        sign = QRectF(0, 0, px(_ICON), px(_ICON))
        sign.moveCenter(line.center())
        sign.moveLeft(line.left())
        sign.moveTop(round(sign.top()))
        self._theme.icons.draw(painter, self._look.kind.value, sign, ink)
        words = line.adjusted(px(_ICON + _BESIDE), 0, 0, 0)
        draw_text(painter, words, self._look.words, self._font(), ink, align=_LEFT)

    def _font(self) -> QFont:
        """The font of the words."""
        return make_font(_WORDS * self._theme.text_scale, 600)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def draw_bar(painter: QPainter, rect: QRectF, look: BarLook, palette: Palette) -> None:
    """Draw the track and, from the left, what is left; never narrower than its round ends."""
    fill, soft = kind_colors(look.kind, palette)
    radius = rect.height() / 2
    draw_frame(painter, rect, radius, soft)
    if look.share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * look.share))
        draw_frame(painter, filled, radius, fill)
