"""The picture of the side badge at one moment: slots, words and letters."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from hipstretch.core.person import Side
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import make_font
from hipstretch.ui.widgets.painting import blend, draw_text, text_width, with_alpha

_SMALL, _GAP, _RADIUS, _PAD = 84, 10, 28, 24
_WORDS_SIZE, _LETTER_SIZE = 54, 34
_LARGEST_WORDS = 1.15
_GLOW = 0.24


@dataclass(frozen=True, slots=True)
class BadgeTexts:
    """The words of the large slot for each side, and the letters of the small one."""

    left: str = ""
    right: str = ""
    both: str = ""
    left_letter: str = "L"
    right_letter: str = "R"

    def of(self, side: Side) -> str:
        """The words for `side`."""
        return {Side.LEFT: self.left, Side.RIGHT: self.right, Side.BOTH: self.both}[side]


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """One moment of the badge.

    `left_share` is 1 with the large slot on the left and 0 with it on the right; `words` is the
    opacity of all words; `glow` runs from 0 to 1 and back; `scale` is 1 at 448x100.
    """

    side: Side
    texts: BadgeTexts
    left_share: float
    words: float = 1.0
    glow: float = 0.0
    scale: float = 1.0
    text_scale: float = 1.0


def slot_rects(rect: QRectF, scale: float, left_share: float) -> tuple[QRectF, QRectF]:
    """The left and the right slot; `left_share` 1 makes the left one large, 0 the right one."""
    small = _SMALL * scale
    large = large_width(rect, scale)
    left = QRectF(rect.left(), rect.top(), small + (large - small) * left_share, rect.height())
    start = left.right() + _GAP * scale
    return left, QRectF(start, rect.top(), rect.right() - start, rect.height())


def large_width(rect: QRectF, scale: float) -> float:
    """The width of the large slot at rest."""
    return max(_SMALL * scale, rect.width() - (_SMALL + _GAP) * scale)


def fitting_font(text: str, size: float, room: float) -> QFont:
    """The font of that size, or a smaller one in which `text` is no wider than `room`."""
    font = make_font(size, 800, display=True)
    width = text_width(text, font)
    if width > room > 0:
        font = make_font(math.floor(size * room / width), 800, display=True)
    return font


def quiet_fill(palette: Palette) -> QColor:
    """The ground of the small slot: a little off the page, never as strong as the large one."""
    return blend(palette.sunken, palette.bg if palette.dark else palette.track, 0.3)


def draw_badge(painter: QPainter, rect: QRectF, look: BadgeLook, palette: Palette) -> None:
    """Draw the one slot of both sides, or the two slots."""
    if look.side is Side.BOTH:
        fill = blend(palette.psoft, palette.surface, look.glow * _GLOW)
        _draw_slot(painter, rect, fill, look.scale)
        ink = with_alpha(palette.ink, look.words)
        _draw_words(painter, rect, look.texts.both, ink, _words_font(look, rect.width()))
        return
    left, right = slot_rects(rect, look.scale, look.left_share)
    font = _words_font(look, large_width(rect, look.scale))
    texts = look.texts
    for slot, share, words, letter in (
        (left, look.left_share, texts.left, texts.left_letter),
        (right, 1 - look.left_share, texts.right, texts.right_letter),
    ):
        _draw_slot(painter, slot, _side_fill(share, look.glow, palette), look.scale)
        ink = with_alpha(palette.on_active, look.words * max(0.0, 2 * share - 1))
        _draw_words(painter, slot, words, ink, font)
        quiet = with_alpha(palette.ink2, look.words * max(0.0, 1 - 2 * share))
        _draw_words(painter, slot, letter, quiet, _letter_font(look))


def _side_fill(share: float, glow: float, palette: Palette) -> QColor:
    """The ground of a slot that is large by `share`."""
    fill = blend(quiet_fill(palette), palette.active, share)
    return blend(fill, QColor("white"), _GLOW * share * glow)


def _words_font(look: BadgeLook, width: float) -> QFont:
    """The font of the words of the working side, as large as they fit into a slot."""
    wanted = _WORDS_SIZE * look.scale * min(look.text_scale, _LARGEST_WORDS)
    room = max(_SMALL * look.scale, width - 2 * _PAD * look.scale)
    return fitting_font(look.texts.of(look.side), wanted, room)


def _letter_font(look: BadgeLook) -> QFont:
    """The font of the small slot's letter."""
    return make_font(_LETTER_SIZE * look.scale, 700, display=True)


def _draw_slot(painter: QPainter, rect: QRectF, fill: QColor, scale: float) -> None:
    """Fill a slot."""
    radius = min(_RADIUS * scale, rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, radius, radius)


def _draw_words(painter: QPainter, rect: QRectF, text: str, color: QColor, font: QFont) -> None:
    """Draw words in the middle of a slot, cut at its edges while it grows."""
    if color.alpha() == 0:
        return
    frame = QRectF(rect)
    frame.setWidth(max(text_width(text, font) + 2, rect.width()))
    frame.moveCenter(rect.center())
    painter.save()
    painter.setClipRect(rect)
    draw_text(painter, frame, text, font, color)
    painter.restore()
