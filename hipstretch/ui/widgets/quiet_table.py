"""A table without frames: words over thin lines, and a field around the cell of the keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting

ROW_HEIGHT = 40
"""The px of a row at 100 % text."""
_FIELD_RADIUS, _FIELD_LINE = 8, 2
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class CellLook(NamedTuple):
    """How a cell is painted: where its words and its two lines lie, and how the words look."""

    words: QRectF
    line: QRectF
    field: QRectF
    role: Role
    is_quiet: bool
    is_right: bool


class QuietTable(QTableWidget):
    """Rows of words that can be read but not changed; Tab goes past its cells."""

    def __init__(
        self, theme: Theme, rows: int, columns: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(rows, columns, parent)
        self._theme = theme
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(colors)
        theme.changed.connect(self._on_look_changed)

    def _size(self) -> None:
        """Give every row its height."""
        height = self._theme.px(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.updateGeometry()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._size()
        self.viewport().update()


class CellPainter(QStyledItemDelegate):
    """Paints a cell whose subclass says how each column looks."""

    def __init__(self, theme: Theme, parent: QuietTable) -> None:
        super().__init__(parent)
        self._theme = theme

    def look(self, cell: QRectF, column: int) -> CellLook:
        """How a cell of a column is painted; for the subclass to say."""
        raise NotImplementedError

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words, the line under them, and the field of the keyboard."""
        painter.save()
        start_painting(painter)
        look, palette = self.look(QRectF(option.rect), index.column()), self._theme.palette
        painter.fillRect(look.line, palette.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            border, width = palette.focus, _FIELD_LINE
            draw_frame(painter, look.field, _FIELD_RADIUS, None, border=border, width=width)
        font, ink = self._theme.font(look.role), palette.ink2 if look.is_quiet else palette.ink
        align = _RIGHT if look.is_right else _LEFT
        draw_text(painter, look.words, str(index.data() or ""), font, ink, align=align)
        painter.restore()
