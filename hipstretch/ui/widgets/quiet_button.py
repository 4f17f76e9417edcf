"""A small button that keeps in the background: for tables, and for clearing a choice."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    blend,
    draw_frame,
    draw_text,
    text_width,
    with_alpha,
)

_HEIGHT, _PAD, _ICON, _GAP = 32, 10, 16, 6


class QuietButton(PaintedButton):
    """A sign and words without a ground until the pointer comes."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        self._icon = icon
        super().__init__(theme, text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def visible_size(self) -> QSize:
        """The sign, the words and the room around them."""
        px = self._theme.px
        words = text_width(self._label, self._theme.font(Role.CAPTION_STRONG))
        return QSize(math.ceil(words) + self._lead() + 2 * px(_PAD), px(_HEIGHT))

    def corner_radius(self) -> float:
        """As other small fields."""
        return self._theme.px(10)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground under the pointer, the sign and the words."""
        palette, px = self._theme.palette, self._theme.px
        hover = 1.0 if self.isDown() else self.hover_share
        draw_frame(painter, rect, self.corner_radius(), with_alpha(palette.sunken, hover))
        ink = blend(palette.ink2, palette.ink, hover)
        left = rect.left() + px(_PAD)
        if self._icon:
            size = px(_ICON)
            box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, self._icon, box, ink)
        font = self._theme.font(Role.CAPTION_STRONG)
        width = text_width(self._label, font) + 1
        words = QRectF(left + self._lead(), rect.top(), width, rect.height())
        draw_text(painter, words, self._label, font, ink)

    def _lead(self) -> int:
        """The px that the sign takes before the words."""
        return self._theme.px(_ICON + _GAP) if self._icon else 0
