"""The day as a table: every time of sitting and being up, and every ask, in words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.sitting_totals import of_day
from hipstretch.ui import day_words
from hipstretch.ui.break_words import clock_word, presence_word
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_frame, draw_text, start_painting

_ROW = 40
_PAD = 6
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


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


class DayTable(QTableWidget):
    """A table as high as its rows, which scrolls with the page; Tab goes past its cells."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, len(DayRow._fields), parent)
        self._theme = theme
        self._rows: tuple[DayRow, ...] = ()
        self.setAccessibleName(self.tr("Today as a table"))
        self.setHorizontalHeaderLabels([self.tr("Time"), self.tr("What"), self.tr("How long")])
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colors)
        theme.changed.connect(self._on_look_changed)

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
        self._size_rows()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(self._theme.px(300), self._theme.px(_ROW) * len(self._rows))

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

    def _size_rows(self) -> None:
        """Give every row its height."""
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self.verticalHeader().setMinimumSectionSize(self._theme.px(_ROW))
        self.updateGeometry()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._size_rows()
        self.viewport().update()


class _RowPainter(QStyledItemDelegate):
    """Paints a cell: the time quietly, what it was, and how long at the right."""

    def __init__(self, theme: Theme, parent: DayTable) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words and the line under them."""
        painter.save()
        start_painting(painter)
        palette = self._theme.palette
        rect = QRectF(option.rect)
        is_what, is_length = index.column() == 1, index.column() == len(DayRow._fields) - 1
        left = rect.left() + (FOCUS_MARGIN if not index.column() else 0)
        right = rect.right() - (FOCUS_MARGIN if is_length else 0)
        painter.fillRect(QRectF(left, rect.bottom(), right - left, 1), palette.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            inside = rect.adjusted(1, 2, -1, -3)
            draw_frame(painter, inside, 8, None, border=palette.focus, width=2)
        font = self._theme.font(Role.BODY_STRONG if is_what else Role.BODY)
        place, align = rect.adjusted(_PAD, 0, -_PAD, 0), _RIGHT if is_length else _LEFT
        ink = palette.ink if is_what else palette.ink2
        draw_text(painter, place, str(index.data() or ""), font, ink, align=align)
        painter.restore()
