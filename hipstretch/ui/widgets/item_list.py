"""What the painted lists share: a click chooses, and the keyboard's row is marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import keyboard_focus

CHOOSING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ItemList(QListView):
    """Rows under each other whose subclass has the model and says what choosing one does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring_shown = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_item_clicked)
        theme.changed.connect(self._on_look_changed)
        theme.figures.drawn.connect(self.viewport().update)

    @property
    def ring_shown(self) -> bool:
        """Whether the current row is marked, as the keyboard is in use."""
        return self._ring_shown and self.hasFocus()

    def choose(self, row: int) -> None:
        """Choose a row; for the subclass to do."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a row, and note whether the keyboard came here."""
        self._ring_shown = keyboard_focus(event.reason(), before=self._ring_shown)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_item_clicked(self, index: QModelIndex) -> None:
        """Choose what was clicked."""
        self.choose(index.row())

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()
