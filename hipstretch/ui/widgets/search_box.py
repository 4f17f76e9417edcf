"""The search of a page: Escape clears it, Enter and Down go on to what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from hipstretch.ui.widgets.text_field import SearchField


class SearchBox(SearchField):
    """A search field with the keys of a page.

    Signals:
        results_requested: Enter or Down was pressed.
    """

    results_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape, where there is something; go on with Enter and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.results_requested.emit()
        else:
            super().keyPressEvent(event)
