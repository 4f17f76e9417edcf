"""The length of a routine in large digits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painting import start_painting, text_width
from hipstretch.ui.words import clock

_HOUR = 3600
_GAP = 8


class TotalTime(QLabel):
    """Minutes and seconds, painted `size` px high, and their unit beside them."""

    def __init__(self, theme: Theme, size: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._digits, self._unit = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_seconds(0.0)
        theme.changed.connect(self._on_look_changed)

    def set_seconds(self, seconds: float) -> None:
        """Show another length."""
        self._digits = clock(seconds)
        self._unit = self.tr("h") if seconds >= _HOUR else self.tr("min")
        self.setText(f"{self._digits} {self._unit}")
        self.update()

    def sizeHint(self) -> QSize:
        """The digits and the unit."""
        width = text_width(self._digits, self._digits_font()) + self._theme.px(_GAP)
        width += text_width(self._unit, self._unit_font())
        return QSize(round(width) + 1, self._theme.px(self._size * 1.02))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint digits and unit on one line."""
        painter = QPainter(self)
        start_painting(painter)
        font, palette = self._digits_font(), self._theme.palette
        foot = round(self.height() / 2 + self._theme.px(self._size) * 0.365)
        painter.setFont(font)
        painter.setPen(palette.ink)
        painter.drawText(QPointF(0, foot), self._digits)
        left = text_width(self._digits, font) + self._theme.px(_GAP)
        painter.setFont(self._unit_font())
        painter.setPen(palette.ink2)
        painter.drawText(QPointF(left, foot), self._unit)

    def _digits_font(self) -> QFont:
        """Heavy and tight."""
        scale = self._theme.text_scale
        return make_font(self._size * scale, 700, -0.03 * self._size * scale, display=True)

    def _unit_font(self) -> QFont:
        """A quiet word."""
        return self._theme.font(Role.BODY)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
