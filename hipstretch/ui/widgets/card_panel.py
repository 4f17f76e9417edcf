"""A calm card with a heading and rows under each other, with thin lines between them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting

_SIDE, _TOP, _FOOT = 24, 20, 16
_NARROW_SIDE = 16
_HEADING_GAP, _ROW_GAP = 8, 10


class CardPanel(QWidget):
    """A card on a page, which paints its shadow; the visible card stands 5 px inside.

    Rows bring 5 px free at both sides themselves, as all controls do.
    """

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._heading = Label(theme, Role.SECTION, heading, wrap=True)
        self._heading.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self._column.addWidget(self._heading)
        self._column.addSpacing(_HEADING_GAP)
        self.setAccessibleName(heading)
        self._pad(_SIDE)
        theme.changed.connect(self._on_theme_changed)

    def add_row(self, row: QWidget) -> None:
        """Put a row under those that are there."""
        if self._rows:
            self._column.addSpacing(2 * _ROW_GAP + 1)
        self._rows.append(row)
        self._column.addWidget(row)

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room at the sides in narrow windows."""
        self._pad(_NARROW_SIDE if is_narrow else _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the lines between the rows."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        draw_card(painter, inner_rect(self.rect()), CARD_RADIUS, palette)
        for above, below in pairwise(self._rows):
            top = (above.geometry().bottom() + 1 + below.y()) // 2
            line = QRectF(below.x() + FOCUS_MARGIN, top, below.width() - 2 * FOCUS_MARGIN, 1)
            painter.fillRect(line, palette.line)

    def _pad(self, side: int) -> None:
        """Set the room around the rows."""
        self._column.setContentsMargins(side, FOCUS_MARGIN + _TOP, side, FOCUS_MARGIN + _FOOT)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
