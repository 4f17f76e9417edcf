"""A chart as a table, for who wants the numbers or cannot see the picture."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_text, start_painting
from hipstretch.ui.widgets.quiet_table import ROW_HEIGHT, CellLook, CellPainter, QuietTable
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

_WIDTH, _MOST_ROWS = 520, 11
_VALUE, _VALUE_GAP = 92, 18
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Table(NamedTuple):
    """A name, the columns' heads, and rows of words."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ChartTable(QuietTable):
    """Rows that scroll inside; the arrows go from cell to cell, Tab leaves it."""

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(theme, len(table.rows), len(table.heads), parent)
        self.setAccessibleName(table.title)
        self.setHorizontalHeaderLabels(list(table.heads))
        for row, words in enumerate(table.rows):
            for column, word in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(word))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalHeader(_Head(theme, self))
        self.setItemDelegate(_Cells(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(theme))
        self.setCurrentCell(0, 0)
        self._size()

    def sizeHint(self) -> QSize:
        """The head and all rows, or as many as a dialog shows."""
        rows = min(self.rowCount(), _MOST_ROWS) + 1
        return QSize(self._theme.px(400), self._theme.px(ROW_HEIGHT) * rows)

    def minimumSizeHint(self) -> QSize:
        """The head and some rows."""
        rows = min(self.rowCount(), 3) + 1
        return QSize(200, self._theme.px(ROW_HEIGHT) * rows)

    def _size(self) -> None:
        """Give rows and columns their px."""
        px, head = self._theme.px, self.horizontalHeader()
        head.setFixedHeight(px(ROW_HEIGHT))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.columnCount()):
            head.resizeSection(column, px(_VALUE + _VALUE_GAP))
        super()._size()


class _Head(QHeaderView):
    """The columns' heads, quietly."""

    def __init__(self, theme: Theme, parent: ChartTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: object, column: int) -> None:
        """Paint a head and the line under it."""
        painter.save()
        start_painting(painter)
        place, palette = QRectF(rect), self._theme.palette  # type: ignore[call-overload]
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), palette.line)
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        inside = place.adjusted(FOCUS_MARGIN, 0, -FOCUS_MARGIN, 0)
        font, align = self._theme.font(Role.CAPTION_STRONG), _RIGHT if column else _LEFT
        draw_text(painter, inside, words, font, palette.ink2, align=align)
        painter.restore()


class _Cells(CellPainter):
    """Paints a cell: what it is about, then the numbers at the right of their columns."""

    def look(self, cell: QRectF, column: int) -> CellLook:
        """The first column is the strong one."""
        return CellLook(
            words=cell.adjusted(FOCUS_MARGIN, 0, -FOCUS_MARGIN, 0),
            line=QRectF(cell.left(), cell.bottom(), cell.width(), 1),
            field=cell.adjusted(0, 2, -0.5, -3),
            role=Role.BODY if column else Role.BODY_STRONG,
            is_quiet=bool(column),
            is_right=bool(column),
        )


class ChartTableDialog(CardDialog):
    """The table on a card, and a button to close; Escape closes as well."""

    def __init__(self, theme: Theme, table: Table, parent_window: QWidget) -> None:
        super().__init__(theme, table.title, "", parent_window, width=_WIDTH)
        self.table = ChartTable(theme, table)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 6, 0, 14)
        column.addWidget(self.table)
        self.add_content(place, [self.table])
        self.add_choice(self.tr("Close"), ButtonKind.SECONDARY, None)
