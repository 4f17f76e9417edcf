"""A strip of short lines, each with its sign: what to take care of, every time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    draw_card,
    draw_frame,
    inner_rect,
    start_painting,
)

_SIDE, _ABOVE, _RADIUS = 24, 18, 24
_TILE, _TILE_ICON, _TILE_RADIUS, _LEAD, _GAP, _ROW_GAP = 40, 20, 12, 12, 16, 12
_LEAST_WORDS = 150
_COLUMNS = (4, 2, 1)


class CareLine(NamedTuple):
    """A line and the icon before it."""

    text: str
    icon: str


class CareLines(QWidget):
    """The lines in four columns, two or one, as there is room; the card stands 5 px inside."""

    def __init__(
        self, theme: Theme, lines: Sequence[CareLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[CareLine, ...] = ()
        self.set_lines(lines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def set_lines(self, lines: Sequence[CareLine]) -> None:
        """Say something else."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.setAccessibleName(" ".join(line.text for line in self._lines))
            self.updateGeometry()
            self.update()

    def columns(self, width: int) -> int:
        """How many lines stand beside each other in that width."""
        least = self._theme.px(_TILE + _LEAD + _LEAST_WORDS)
        inside = width - 2 * (FOCUS_MARGIN + _SIDE) + _GAP
        fitting = (count for count in _COLUMNS if inside >= count * (least + _GAP))
        return next(fitting, _COLUMNS[-1])

    def hasHeightForWidth(self) -> bool:
        """Narrow strips are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows and the room around them."""
        rows = math.ceil(len(self._lines) / self.columns(width))
        inside = rows * self._row_height(width) + (rows - 1) * _ROW_GAP
        return math.ceil(inside + 2 * (_ABOVE + FOCUS_MARGIN))

    def sizeHint(self) -> QSize:
        """The width of a page at 1280x800."""
        return QSize(1010, self.heightForWidth(1010))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(260, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the lines."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, inner_rect(self.rect()), _RADIUS, self._theme.palette)
        count, height = self.columns(self.width()), self._row_height(self.width())
        pitch = self._cell_width(self.width()) + _GAP
        left, top = FOCUS_MARGIN + _SIDE, FOCUS_MARGIN + _ABOVE
        for number, line in enumerate(self._lines):
            row, column = divmod(number, count)
            place = QPointF(left + column * pitch, top + row * (height + _ROW_GAP))
            self._draw_line(painter, QRectF(place.x(), place.y(), pitch - _GAP, height), line)

    def _draw_line(self, painter: QPainter, rect: QRectF, line: CareLine) -> None:
        """Draw a sign on its tile, and the words beside it."""
        palette, px = self._theme.palette, self._theme.px
        tile = QRectF(round(rect.left()), 0, px(_TILE), px(_TILE))
        tile.moveTop(round(rect.center().y() - px(_TILE) / 2))
        draw_frame(painter, tile, _TILE_RADIUS, palette.sunken)
        box = QRectF(0, 0, px(_TILE_ICON), px(_TILE_ICON))
        box.moveCenter(tile.center())
        self._theme.icons.draw(painter, line.icon, box, palette.primary)
        words = self._words(line, rect.width())
        left = tile.right() + px(_LEAD)
        words.draw(painter, QPointF(left, rect.center().y() - words.height / 2), palette.ink)

    def _words(self, line: CareLine, cell: float) -> WrappedText:
        """The words of a line in a cell of that width."""
        room = cell - self._theme.px(_TILE + _LEAD)
        font, height = self._theme.font(Role.BODY), self._theme.px(20)
        return WrappedText.lay_out(line.text, room, font, height)

    def _cell_width(self, width: int) -> float:
        """The px of one column."""
        count = self.columns(width)
        return (width - 2 * (FOCUS_MARGIN + _SIDE) - (count - 1) * _GAP) / count

    def _row_height(self, width: int) -> float:
        """The height of a row: the tallest line's."""
        cell = self._cell_width(width)
        words = max(self._words(line, cell).height for line in self._lines)
        return max(float(self._theme.px(_TILE)), words)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
