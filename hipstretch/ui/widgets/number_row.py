"""Big numbers with a word under each, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting, text_width

_SIZE, _LINE, _GAP, _APART = 36, 40, 2, 18
_LEFT = Qt.AlignmentFlag.AlignLeft


class NumberRow(QWidget):
    """Equal columns, each with a number and what it counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def set_numbers(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other numbers with their words."""
        self._pairs = tuple(pairs)
        self.setAccessibleName(", ".join(f"{number} {words}" for number, words in pairs))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines over the usual width of a card."""
        height = self._theme.px(_LINE) + _GAP + self._theme.line_height(Role.BODY)
        return QSize(self._theme.px(400), height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the smallest window's card."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        column = self.width() / max(1, len(self._pairs))
        line, foot = self._theme.px(_LINE), self._theme.line_height(Role.BODY)
        for at, (number, words) in enumerate(self._pairs):
            left = round(at * column)
            above = QRectF(left, 0, column - _APART, line)
            font = self._number_font(column - _APART)
            draw_text(painter, above, number, font, palette.ink, align=_LEFT)
            below = QRectF(left, line + _GAP, column - _APART, foot)
            body = self._theme.font(Role.BODY)
            draw_text(painter, below, words, body, palette.ink2, align=_LEFT)

    def _number_font(self, room: float) -> QFont:
        """The font of all numbers, small enough for the longest."""
        size = self._theme.px(_SIZE)
        font = make_font(size, 700, -0.5, display=True)
        widest = max((text_width(number, font) for number, _ in self._pairs), default=0.0)
        return make_font(size * min(1.0, room / max(1.0, widest)), 700, -0.5, display=True)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
