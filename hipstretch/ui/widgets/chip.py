"""Chips that filter, and the one row that holds them."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import blend, draw_frame, draw_text, text_width

_HEIGHT = 36
_FONT_SIZE = 14
_PADDING, _LEAST_PADDING = 15, 8


class Chip(PaintedButton):
    """A rounded button that stays on until it is pressed again."""

    def __init__(
        self, theme: Theme, text: str, icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        self._icon = icon
        self._sizes: dict[tuple[str, float], QSize] = {}
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def visible_size(self) -> QSize:
        """Wide enough for the words in either weight, so that choosing moves nothing."""
        key = (self._label, self._theme.text_scale)
        if key not in self._sizes:
            self._sizes = {key: self._measured()}
        return self._sizes[key]

    def _measured(self) -> QSize:
        """The size for words and text size as they are now."""
        words = max(text_width(self._label, self._words_font(chosen)) for chosen in (False, True))
        width = self._icon_width() + words + 2 * self._theme.px(_PADDING)
        return QSize(math.ceil(width), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that words are cut."""
        spare = 2 * self._theme.px(_PADDING - _LEAST_PADDING)
        return self.sizeHint() - QSize(spare, 0)

    def corner_radius(self) -> float:
        """Half its height."""
        return self._theme.px(_HEIGHT) / 2

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field, and icon and words together in its middle."""
        fill, text, border = self._colors()
        draw_frame(painter, rect, rect.height() / 2, fill, border=border)
        font = self._words_font(self.isChecked())
        lead = self._icon_width()
        width = min(lead + text_width(self._label, font), rect.width() - 2 * self._theme.px(6))
        left = rect.center().x() - width / 2
        if self._icon is not None:
            size = self._icon_size()
            box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, self._icon, box, text)
        words = QRectF(left + lead, rect.top(), width - lead, rect.height())
        draw_text(painter, words, self._label, font, text)

    def _colors(self) -> tuple[QColor, QColor, QColor | None]:
        """Fill, text and border of the state it is in."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if not self.isEnabled():
            return palette.sunken, palette.ink3, None
        if self.isChecked():
            return blend(palette.primary, palette.primary_hover, hover), palette.on_primary, None
        return blend(palette.surface, palette.sunken, hover), palette.ink2, palette.line

    def _words_font(self, chosen: bool) -> QFont:
        """The font of the words; chosen ones are heavier."""
        return make_font(_FONT_SIZE * self._theme.text_scale, 600 if chosen else 500)

    def _icon_size(self) -> int:
        """The icon's edge in px."""
        return self._theme.px(18)

    def _icon_width(self) -> int:
        """What the icon and the gap after it take."""
        return 0 if self._icon is None else self._icon_size() + self._theme.px(8)
