"""The small round-ended tag on a picture: a word and, before it, an icon."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, text_width

_HEIGHT, _PAD, _ICON, _GAP = 28, 11, 16, 6


class Tag(NamedTuple):
    """A word and an icon (or none); `soft` ones are teal, the others as the card."""

    text: str
    icon: str = ""
    soft: bool = False


def tag_font(theme: Theme) -> QFont:
    """The font of the word."""
    return make_font(theme.px(13), 500)


def tag_height(theme: Theme) -> int:
    """The height of a tag in px."""
    return theme.px(_HEIGHT)


def tag_width(tag: Tag, theme: Theme) -> int:
    """The width of a tag in px."""
    words = text_width(tag.text, tag_font(theme))
    return round(_lead(tag, theme) + words + 2 * theme.px(_PAD))


def draw_tag(painter: QPainter, rect: QRectF, tag: Tag, theme: Theme) -> None:
    """Draw a tag into `rect`."""
    palette = theme.palette
    ground, ink = (palette.psoft, palette.primary) if tag.soft else (palette.surface, palette.ink)
    draw_frame(painter, rect, rect.height() / 2, ground)
    words = rect.adjusted(theme.px(_PAD) + _lead(tag, theme), 0, 1 - theme.px(_PAD), 0)
    if tag.icon:
        size = theme.px(_ICON)
        top = round(rect.center().y() - size / 2)
        box = QRectF(round(rect.left() + theme.px(_PAD) - 1), top, size, size)
        theme.icons.draw(painter, tag.icon, box, ink)
    draw_text(painter, words, tag.text, tag_font(theme), ink, align=Qt.AlignmentFlag.AlignLeft)


def _lead(tag: Tag, theme: Theme) -> int:
    """The px before the word."""
    return theme.px(_ICON) + theme.px(_GAP) - 1 if tag.icon else 0
