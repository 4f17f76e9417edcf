"""The quiet mark of what there is to mind: an icon, a word or two, and the reason in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from hipstretch.ui.theme import Theme

_SIZE, _ICON = 24, 15
MARK_OVER = 4
"""The px that a mark reaches beyond its picture."""


class Mark(NamedTuple):
    """What there is to mind; without words there is nothing."""

    icon: str = ""
    words: str = ""
    reason: str = ""


def draw_mark(painter: QPainter, thumb: QRectF, mark: Mark, theme: Theme) -> None:
    """Draw the icon of a mark on the upper left corner of a small picture."""
    palette, px = theme.palette, theme.px
    disc = QRectF(0, 0, px(_SIZE), px(_SIZE))
    disc.moveTopLeft(thumb.topLeft() - QPointF(px(MARK_OVER), px(MARK_OVER)))
    painter.setPen(QPen(palette.line, 1))
    painter.setBrush(palette.surface)
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRectF(0, 0, px(_ICON), px(_ICON))
    box.moveCenter(disc.center())
    theme.icons.draw(painter, mark.icon, box.toRect().toRectF(), palette.primary)
