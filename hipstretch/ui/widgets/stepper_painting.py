"""Where the parts of a stepper stand, and how they are painted."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    blend,
    draw_frame,
    draw_text,
    text_width,
)

HEIGHT = 40
RADIUS = 12
KEY_WIDTH = 32
ERROR_LINE = 17
_ERROR_LEAD = 20
_PALE = 0.35


def field_rect(area: QRectF, height: int) -> QRectF:
    """The visible field, in the middle of the height there is."""
    top = round(area.top() + (area.height() - height) / 2)
    return QRectF(area.left() + FOCUS_MARGIN, top, area.width() - 2 * FOCUS_MARGIN, height)


def key_rect(field: QRectF, width: int, direction: int) -> QRectF:
    """The minus (-1) or plus (1) key of a field."""
    left = field.left() if direction < 0 else field.right() - width
    return QRectF(left, field.top(), width, field.height())


def key_at(field: QRectF, width: int, x: float, y: float) -> int:
    """Which key is at a point: -1, 1, or 0 for none."""
    return next((way for way in (-1, 1) if key_rect(field, width, way).contains(x, y)), 0)


def draw_field(painter: QPainter, field: QRectF, theme: Theme, *, wrong: bool) -> None:
    """Paint the ground, with a border where what was typed is wrong."""
    palette = theme.palette
    border = palette.danger if wrong else None
    draw_frame(painter, field, theme.px(RADIUS), palette.sunken, border=border, width=2)


def draw_key(
    painter: QPainter, field: QRectF, theme: Theme, direction: int, *, usable: bool, hot: bool
) -> None:
    """Paint the minus or the plus; pale where the value can go no further that way."""
    palette = theme.palette
    key = key_rect(field, theme.px(KEY_WIDTH), direction)
    if usable and hot:
        draw_frame(painter, key.adjusted(3, 3, -3, -3), theme.px(RADIUS) - 3, palette.track)
    size = theme.px(20)
    box = QRectF(0, 0, size, size)
    box.moveCenter(key.center())
    color = blend(palette.sunken, palette.primary, 1.0 if usable else _PALE)
    theme.icons.draw(painter, "plus" if direction > 0 else "minus", box, color)


def error_width(words: str, theme: Theme) -> float:
    """What the icon and the words underneath take."""
    return text_width(words, theme.font(Role.CAPTION)) + theme.px(_ERROR_LEAD) + 1


def outer_width(longest: str, error: str, theme: Theme) -> int:
    """The widget's width for its longest value, and for the words that may stand underneath."""
    words = text_width(longest, theme.font(Role.BODY_STRONG)) + theme.px(8)
    field = 2 * theme.px(KEY_WIDTH) + math.ceil(words)
    return max(field + 2 * FOCUS_MARGIN, math.ceil(error_width(error, theme)))


def draw_error(painter: QPainter, field: QRectF, theme: Theme, words: str, right: float) -> None:
    """Paint the icon and the words under the field, moved left where they would pass `right`."""
    danger = theme.palette.danger
    left = max(0.0, min(field.left(), right - error_width(words, theme)))
    line = QRectF(left, field.bottom() + 1, right - left, theme.px(ERROR_LINE))
    size = theme.px(16)
    box = QRectF(line.left(), round(line.center().y() - size / 2), size, size)
    theme.icons.draw(painter, "info", box, danger)
    room = line.adjusted(theme.px(_ERROR_LEAD), 0, 0, 0)
    font = theme.font(Role.CAPTION)
    draw_text(painter, room, words, font, danger, align=Qt.AlignmentFlag.AlignLeft)
