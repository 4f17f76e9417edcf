"""The sessions, the latest first: a list that is as high as its rows and scrolls with the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hipstretch.ui import history_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.item_list import CHOOSING_KEYS, ItemList
from hipstretch.ui.widgets.painting import (
    blend,
    draw_focus_ring,
    draw_frame,
    inner_rect,
    start_painting,
)
from hipstretch.ui.widgets.session_rows import SessionItem, draw_session, row_height

_RADIUS, _HOVER = 16, 0.5
_OF_THE_PAGE = {Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Model(QAbstractListModel):
    """The sessions that were read so far."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.today = today
        self.items: tuple[SessionItem, ...] = ()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The routine's name, and what a screen reader says."""
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.row.routine_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return history_words.row_line(item.row, self.today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.row.note or None
        if role == Qt.ItemDataRole.UserRole:
            return item
        return None

    def show(self, items: Sequence[SessionItem], today: date) -> None:
        """Take other sessions; more of the same are put at the end."""
        known = len(self.items)
        if today == self.today and tuple(items[:known]) == self.items and len(items) > known:
            self.beginInsertRows(QModelIndex(), known, len(items) - 1)
            self.items = tuple(items)
            self.endInsertRows()
            return
        self.beginResetModel()
        self.today, self.items = today, tuple(items)
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Paints one session."""

    def __init__(self, theme: Theme, parent: SessionList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        width = self._list.width()
        return QSize(width, row_height(width, self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the line above, the ground where it is meant, and the session."""
        painter.save()
        start_painting(painter)
        palette, rect = self._theme.palette, QRectF(option.rect)
        if index.row():
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), palette.line)
        field, radius = inner_rect(rect), self._theme.px(_RADIUS)
        is_current = index.row() == self._list.currentIndex().row() and self._list.ring_shown
        if bool(option.state & QStyle.StateFlag.State_MouseOver) or is_current:
            draw_frame(painter, field, radius, blend(palette.surface, palette.sunken, _HOVER))
        if is_current:
            draw_focus_ring(painter, inner_rect(rect, 6), radius, palette)
        item = index.data(Qt.ItemDataRole.UserRole)
        draw_session(painter, rect, item, self._list.today, self._theme)
        painter.restore()


class SessionList(ItemList):
    """Sessions under each other; a click or Enter opens one, Delete takes it away.

    Signals:
        opened: `int`, the id of a session to show.
        delete_requested: `int`, the id of a session to delete.
        more_requested: the arrow key goes beyond the last one.
        row_shown: `QRect`, where the session lies that the keyboard has come to.
    """

    opened = Signal(int)
    delete_requested = Signal(int)
    more_requested = Signal()
    row_shown = Signal(QRect)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = _Model(today, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Sessions"))

    @property
    def today(self) -> date:
        """The day that is called today."""
        return self._model.today

    @property
    def items(self) -> tuple[SessionItem, ...]:
        """What is shown."""
        return self._model.items

    def show_items(self, items: Sequence[SessionItem], today: date) -> None:
        """Show these sessions; the keyboard stays where it was."""
        row = self.currentIndex().row()
        self._model.show(items, today)
        if row >= 0 and items and self.currentIndex().row() < 0:
            self.setCurrentIndex(self._model.index(min(row, len(items) - 1), 0))
        self.updateGeometry()

    def choose(self, row: int) -> None:
        """Tell which session is to be shown."""
        if 0 <= row < len(self.items):
            self.opened.emit(self.items[row].row.id)

    def hasHeightForWidth(self) -> bool:
        """Narrow rows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        return len(self.items) * row_height(width, self._theme)

    def sizeHint(self) -> QSize:
        """All rows in a wide window."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """All rows at the present width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete, and ask for more at the end."""
        self._ring_shown = True
        row, key = self.currentIndex().row(), event.key()
        if key in CHOOSING_KEYS:
            self.choose(row)
        elif key == Qt.Key.Key_Delete:
            self._delete(row)
        elif key in _OF_THE_PAGE:
            event.ignore()
        else:
            if key == Qt.Key.Key_Down and row == len(self.items) - 1:
                self.more_requested.emit()
            super().keyPressEvent(event)
            self._show_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a session, and bring it into view where the keyboard came here."""
        super().focusInEvent(event)
        if self._ring_shown:
            self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _delete(self, row: int) -> None:
        """Tell which session is to be deleted."""
        if 0 <= row < len(self.items):
            self.delete_requested.emit(self.items[row].row.id)

    def _show_current(self) -> None:
        """Have the page bring the current session into view."""
        self.viewport().update()
        if self.currentIndex().isValid():
            self.row_shown.emit(self.visualRect(self.currentIndex()))
