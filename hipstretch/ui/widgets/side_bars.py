"""Left against right: bars that grow from the middle to the person's own sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.history_sums import SideSum, by_time, sides_total
from hipstretch.core.person import Affected, Side
from hipstretch.ui import history_words
from hipstretch.ui.break_words import length
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.words import side_word

MOST_ROWS = 6
"""The exercises that are shown, those with the most time; the table has all."""
_BESIDE_FROM = 600
"""The px of width from which a name stands beside its bars."""
_HEAD, _TOTAL, _ROW, _NAME, _BELOW_NAME = 30, 46, 38, 24, 30
_NAME_SHARE, _VALUE_GAP, _MIDDLE = 0.34, 12, 3
_BAR, _TOTAL_BAR, _LEAST_BAR = 12, 18, 4
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SideRow(NamedTuple):
    """The seconds of a stretch on the left and on the right; the total has no share of others."""

    name: str
    left: float
    right: float
    is_total: bool = False


def side_rows(sums: Sequence[SideSum], total: str, most: int | None = None) -> list[SideRow]:
    """The total and, where there are several, each one-sided stretch; most time first."""
    one_sided = [row for row in by_time(sums) if row.left or row.right]
    if not one_sided:
        return []
    both = sides_total(one_sided)
    rows = [SideRow(row.stretch, row.left, row.right) for row in one_sided[:most]]
    return [SideRow(total, both.left, both.right, is_total=True), *rows]


def side_length(seconds: float) -> str:
    """A length that can be compared with others: "1 h 10 min"."""
    return length(history_words.whole_minutes(seconds))


class SideBars(QWidget):
    """The total first, then the stretches."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[SideRow, ...] = ()
        self._sore = Affected.NONE
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def rows(self) -> tuple[SideRow, ...]:
        """What is shown."""
        return self._rows

    def show_sums(self, sums: Sequence[SideSum], sore: Affected) -> None:
        """Show other sums; the head of a sore side says so."""
        self._rows = tuple(side_rows(sums, self.tr("All together"), MOST_ROWS))
        self._sore = sore
        self.updateGeometry()
        self.update()

    def head(self, side: Side) -> str:
        """The word over a side."""
        word = side_word(side)
        return self.tr("%1, sore").replace("%1", word) if self._sore.includes(side) else word

    def hasHeightForWidth(self) -> bool:
        """Narrow ones are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The heads and the rows."""
        heights = [self._row_height(row, width) for row in self._rows]
        return self._theme.px(_HEAD) + sum(heights)

    def sizeHint(self) -> QSize:
        """As in a wide window."""
        width = self._theme.px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The smallest window's card."""
        return QSize(220, self._theme.px(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heads and the rows."""
        if not self._rows:
            return
        painter = QPainter(self)
        start_painting(painter)
        self._draw_heads(painter)
        top = float(self._theme.px(_HEAD))
        for row in self._rows:
            height = self._row_height(row, self.width())
            self._draw_row(painter, QRectF(0, top, self.width(), height), row)
            top += height

    def field(self) -> QRectF:
        """Where the bars lie, from the outer ends to the middle."""
        px, font = self._theme.px, self._theme.font(Role.BODY_STRONG)
        lengths = [side_length(value) for row in self._rows for value in row[1:3]]
        value = max(text_width(words, font) for words in lengths) + px(_VALUE_GAP)
        left = round(self.width() * _NAME_SHARE) if self._is_beside(self.width()) else 0
        return QRectF(left + value, 0, self.width() - left - 2 * value, 0)

    def _draw_heads(self, painter: QPainter) -> None:
        """Write which side is which."""
        font, ink = self._theme.font(Role.CAPTION_STRONG), self._theme.palette.ink2
        field, gap = self.field(), self._theme.px(_VALUE_GAP)
        half = QRectF(field.left(), 0, field.width() / 2 - gap, self._theme.px(_HEAD - 8))
        draw_text(painter, half, self.head(Side.LEFT), font, ink, align=_RIGHT)
        half.moveLeft(field.center().x() + gap)
        draw_text(painter, half, self.head(Side.RIGHT), font, ink, align=_LEFT)

    def _draw_row(self, painter: QPainter, place: QRectF, row: SideRow) -> None:
        """Draw the name, the two bars and their lengths."""
        palette = self._theme.palette
        role = Role.BODY_STRONG if row.is_total else Role.BODY
        name, bars = QRectF(place), QRectF(place)
        if self._is_beside(self.width()):
            name.setWidth(round(place.width() * _NAME_SHARE) - self._theme.px(16))
        else:
            name.setHeight(self._theme.px(_NAME))
            bars.setTop(name.bottom())
            bars.setHeight(self._theme.px(_BELOW_NAME - 8))
        draw_text(painter, name, row.name, self._theme.font(role), palette.ink, align=_LEFT)
        self._draw_side(painter, bars, row, Side.LEFT)
        self._draw_side(painter, bars, row, Side.RIGHT)

    def _draw_side(self, painter: QPainter, place: QRectF, row: SideRow, side: Side) -> None:
        """Draw a bar from the middle outwards, and the length beyond the field."""
        palette, is_left, gap = self._theme.palette, side is Side.LEFT, self._theme.px(_VALUE_GAP)
        seconds = row.left if is_left else row.right
        bar = self.bar(row, side)
        bar.moveTop(round(place.center().y() - bar.height() / 2))
        color = palette.primary if row.is_total else palette.pmid
        draw_frame(painter, bar, bar.height() / 2, color if seconds else palette.track)
        value = QRectF(place)
        if is_left:
            value.setRight(bar.left() - gap)
        else:
            value.setLeft(bar.right() + gap)
        font = self._theme.font(Role.BODY_STRONG if row.is_total else Role.BODY)
        ink, align = palette.ink if row.is_total else palette.ink2, _RIGHT if is_left else _LEFT
        draw_text(painter, value, side_length(seconds), font, ink, align=align)

    def bar(self, row: SideRow, side: Side) -> QRectF:
        """A row's bar on a side; its top is 0."""
        field, px = self.field(), self._theme.px
        others = [one for one in self._rows if one.is_total == row.is_total]
        most = max(max(one.left, one.right) for one in others)
        seconds = row.left if side is Side.LEFT else row.right
        room = field.width() / 2 - _MIDDLE
        width = max(float(_LEAST_BAR), room * seconds / most)
        height = px(_TOTAL_BAR if row.is_total else _BAR)
        middle = field.center().x()
        left = middle - _MIDDLE - width if side is Side.LEFT else middle + _MIDDLE
        return QRectF(left, 0, width, height)

    def _is_beside(self, width: int) -> bool:
        """Whether names stand beside their bars."""
        return width >= self._theme.px(_BESIDE_FROM)

    def _row_height(self, row: SideRow, width: int) -> int:
        """The px of a row."""
        if self._is_beside(width):
            return self._theme.px(_TOTAL if row.is_total else _ROW)
        return self._theme.px(_NAME + _BELOW_NAME)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
