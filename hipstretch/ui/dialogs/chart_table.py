"""A chart as a table, for who wants the numbers or cannot see the picture."""

from __future__ import annotations

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
    QVBoxLayout,
    QWidget,
)

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_frame, draw_text, start_painting
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

_WIDTH, _ROW, _MOST_ROWS = 520, 40, 11
_VALUE, _VALUE_GAP = 92, 18
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Table(NamedTuple):
    """A name, the columns' heads, and rows of words."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ChartTable(QTableWidget):
    """Rows that scroll inside; the arrows go from cell to cell, Tab leaves it."""

    def __init__(self, theme: Theme, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(len(table.rows), len(table.heads), parent)
        self._theme = theme
        self.setAccessibleName(table.title)
        self.setHorizontalHeaderLabels(list(table.heads))
        for row, words in enumerate(table.rows):
            for column, word in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(word))
        self._dress()
        self._size()
        theme.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        """The head and all rows, or as many as a dialog shows."""
        rows = min(self.rowCount(), _MOST_ROWS) + 1
        return QSize(self._theme.px(400), self._theme.px(_ROW) * rows)

    def minimumSizeHint(self) -> QSize:
        """The head and some rows."""
        rows = min(self.rowCount(), 3) + 1
        return QSize(200, self._theme.px(_ROW) * rows)

    def _dress(self) -> None:
        """Take off what Qt paints itself."""
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalHeader(_Head(self._theme, self))
        self.setItemDelegate(_Cells(self._theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self._theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colors)
        self.setCurrentCell(0, 0)

    def _size(self) -> None:
        """Give rows and columns their px."""
        px = self._theme.px
        self.verticalHeader().setMinimumSectionSize(px(_ROW))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(px(_ROW))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.columnCount()):
            head.resizeSection(column, px(_VALUE + _VALUE_GAP))
        self.updateGeometry()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._size()
        self.viewport().update()


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


class _Cells(QStyledItemDelegate):
    """Paints a cell: what it is about, then the numbers at the right of their columns."""

    def __init__(self, theme: Theme, parent: ChartTable) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words, the line under them, and the field of the keyboard."""
        painter.save()
        start_painting(painter)
        palette, rect, column = self._theme.palette, QRectF(option.rect), index.column()
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), palette.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_frame(
                painter, rect.adjusted(0, 2, -0.5, -3), 8, None, border=palette.focus, width=2
            )
        inside = rect.adjusted(FOCUS_MARGIN, 0, -FOCUS_MARGIN, 0)
        font = self._theme.font(Role.BODY if column else Role.BODY_STRONG)
        ink, align = palette.ink2 if column else palette.ink, _RIGHT if column else _LEFT
        draw_text(painter, inside, str(index.data() or ""), font, ink, align=align)
        painter.restore()


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
