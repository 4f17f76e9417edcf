"""A small tag with a sign: what the person does now."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width

_HEIGHT, _ICON, _LEAD, _GAP, _TRAIL = 32, 18, 12, 7, 14


class StateTag(QWidget):
    """A sign and words on a soft ground; as wide as they are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def set_state(self, icon: str, text: str) -> None:
        """Say something else."""
        self._icon, self._text = icon, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The sign, the words and the room around them."""
        px = self._theme.px
        words = math.ceil(text_width(self._text, self._font()))
        return QSize(px(_LEAD + _ICON + _GAP + _TRAIL) + words, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Long words may be cut."""
        return QSize(self._theme.px(80), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the sign and the words."""
        painter = QPainter(self)
        start_painting(painter)
        px, palette, rect = self._theme.px, self._theme.palette, QRectF(self.rect())
        draw_frame(painter, rect, rect.height() / 2, palette.psoft)
        size = px(_ICON)
        box = QRectF(px(_LEAD), round(rect.center().y() - size / 2), size, size)
        self._theme.icons.draw(painter, self._icon, box, palette.primary)
        left = px(_LEAD + _ICON + _GAP)
        words = rect.adjusted(left, 0, -px(_LEAD) / 2, 0)
        align = Qt.AlignmentFlag.AlignLeft
        draw_text(painter, words, self._text, self._font(), palette.primary, align=align)

    def _font(self) -> QFont:
        """The font of the words."""
        return make_font(14 * self._theme.text_scale, 600)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
