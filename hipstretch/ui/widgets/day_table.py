"""The day as a table: every time of sitting and being up, and every ask, in words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableWidgetItem, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.sitting_totals import of_day
from hipstretch.ui import day_words
from hipstretch.ui.break_words import clock_word, presence_word
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.quiet_table import ROW_HEIGHT, CellLook, CellPainter, QuietTable

_PAD = 6


class DayRow(NamedTuple):
    """A line of the table: when, what, and how long."""

    time: str
    what: str
    length: str = ""


def day_rows(view: BreaksView) -> tuple[DayRow, ...]:
    """Spans and asks of the day in the order of their beginnings."""
    rows: list[tuple[datetime, DayRow]] = [
        (
            span.began_at,
            DayRow(
                day_words.from_to(span.began_at, span.ended_at),
                presence_word(span.presence),
                day_words.span_length(span),
            ),
        )
        for span in of_day(view.spans, view.now)
    ]
    asks = [(ask.asked_at, ask.answer) for ask in view.reminders]
    open_ask = [(view.asked_at, None)] if view.asked_at is not None else []
    rows += [
        (at, DayRow(clock_word(at), day_words.asked(answer))) for at, answer in (*asks, *open_ask)
    ]
    return tuple(row for _, row in sorted(rows))


class DayTable(QuietTable):
    """A table as high as its rows, which scrolls with the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 0, len(DayRow._fields), parent)
        self._rows: tuple[DayRow, ...] = ()
        self.setAccessibleName(self.tr("Today as a table"))
        self.setHorizontalHeaderLabels([self.tr("Time"), self.tr("What"), self.tr("How long")])
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: BreaksView) -> None:
        """Show the day of a view; what is the same stays."""
        rows = day_rows(view)
        if rows == self._rows:
            return
        self._rows = rows
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                self._write(number, column, words)
        self._size()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(self._theme.px(300), self._theme.px(ROW_HEIGHT) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """All rows, in the smallest window's card."""
        return QSize(200, self.sizeHint().height())

    def _write(self, row: int, column: int, words: str) -> None:
        """Put words into a cell."""
        item: QTableWidgetItem | None = self.item(row, column)
        if item is None:
            self.setItem(row, column, QTableWidgetItem(words))
        else:
            item.setText(words)


class _RowPainter(CellPainter):
    """Paints a cell: the time quietly, what it was, and how long at the right."""

    def look(self, cell: QRectF, column: int) -> CellLook:
        """The line begins and ends where the words do."""
        is_what, is_length = column == 1, column == len(DayRow._fields) - 1
        left = cell.left() + (FOCUS_MARGIN if not column else 0)
        right = cell.right() - (FOCUS_MARGIN if is_length else 0)
        return CellLook(
            words=cell.adjusted(_PAD, 0, -_PAD, 0),
            line=QRectF(left, cell.bottom(), right - left, 1),
            field=cell.adjusted(1, 2, -1, -3),
            role=Role.BODY_STRONG if is_what else Role.BODY,
            is_quiet=not is_what,
            is_right=is_length,
        )
