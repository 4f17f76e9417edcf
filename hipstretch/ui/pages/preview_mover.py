"""Rows of the preview moved by keys: Alt with an arrow, from any control of a row."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
)

from hipstretch.ui.widgets.row_list import RowList, RowMove


class RowMover(QObject):
    """Moves the row that has the focus, and says where a row is now.

    Signals:
        moved: `RowMove`, the row is there already.
    """

    moved = Signal(object)

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._rows = rows
        for keys, handler in (("Alt+Up", self._on_up_pressed), ("Alt+Down", self._on_down_pressed)):
            shortcut = QShortcut(QKeySequence(keys), rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(handler)

    def move_focused(self, way: int) -> None:
        """Move the row that has the focus one place up or down."""
        index = self._focused_row()
        if index is None or self._rows.is_dragging:
            return
        move = RowMove(index, index + way)
        if 0 <= move.to < len(self._rows.rows):
            self._rows.take(move)
            self.moved.emit(move)

    def tell_place(self, index: int) -> None:
        """Have a screen reader say where a row is now."""
        rows = self._rows.rows
        told = self.tr("{name}, {place} of {count}")
        words = told.format(name=rows[index].name, place=index + 1, count=len(rows))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._rows, words))

    def _focused_row(self) -> int | None:
        """The index of the row that the focus is in."""
        focused = self._rows.focusWidget()
        if focused is None:
            return None
        found = (row.index for row in self._rows.rows if row.isAncestorOf(focused))
        return next(found, None)

    @Slot()
    def _on_up_pressed(self) -> None:
        """Move the row with the focus up."""
        self.move_focused(-1)

    @Slot()
    def _on_down_pressed(self) -> None:
        """Move the row with the focus down."""
        self.move_focused(1)
