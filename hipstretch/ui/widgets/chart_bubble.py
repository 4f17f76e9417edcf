"""The small bubble over a chart that says what a place on it stands for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import draw_frame, draw_text, text_width

_HEIGHT, _PAD, _RADIUS, _TIP, _AWAY = 30, 12, 10, 5, 4


def bubble_rect(spot: QRectF, width: float, height: float, bounds: QRectF) -> QRectF:
    """Where a bubble for `spot` stands: above it where there is room, else below, in `bounds`."""
    rect = QRectF(0, 0, width, height)
    rect.moveCenter(spot.center())
    rect.moveBottom(spot.top() - _TIP - _AWAY)
    if rect.top() < bounds.top():
        rect.moveTop(spot.bottom() + _TIP + _AWAY)
    rect.moveLeft(max(bounds.left(), min(rect.left(), bounds.right() - width)))
    return rect


def draw_bubble(painter: QPainter, spot: QRectF, words: str, bounds: QRectF, theme: Theme) -> None:
    """Draw `words` on a ground of ink beside `spot`, with a tip that points at it."""
    font, palette = theme.font(Role.CAPTION_STRONG), theme.palette
    width = min(bounds.width(), text_width(words, font) + 2 * theme.px(_PAD))
    rect = bubble_rect(spot, round(width), theme.px(_HEIGHT), bounds)
    draw_frame(painter, rect, theme.px(_RADIUS), palette.ink)
    _draw_tip(painter, spot, rect)
    inside = rect.adjusted(theme.px(_PAD) / 2, 0, -theme.px(_PAD) / 2, 0)
    draw_text(painter, inside, words, font, palette.bg)


def _draw_tip(painter: QPainter, spot: QRectF, rect: QRectF) -> None:
    """Draw the tip in the brush of the ground."""
    middle = max(rect.left() + 2 * _TIP, min(spot.center().x(), rect.right() - 2 * _TIP))
    is_above = rect.top() < spot.top()
    edge = rect.bottom() - 0.5 if is_above else rect.top() + 0.5
    point = edge + _TIP if is_above else edge - _TIP
    corners = [QPointF(middle - _TIP, edge), QPointF(middle + _TIP, edge), QPointF(middle, point)]
    painter.drawPolygon(QPolygonF(corners))
