"""The menu of how long reminders may be paused."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hipstretch.core.breaks_view import Pause
from hipstretch.ui import break_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.menu import Menu


class PauseMenu(QObject):
    """For how long reminders may be paused.

    Signals:
        pause_requested: `Pause`, no reminders for so long.
    """

    pause_requested = Signal(object)

    def __init__(
        self, theme: Theme, parent: QObject | None = None, *, is_plain: bool = False
    ) -> None:
        super().__init__(parent)
        words = self.tr("Pause breaks")
        self.menu: QMenu = QMenu(words) if is_plain else Menu(theme, words)
        self._pauses: dict[QAction, Pause] = {}
        for pause in Pause:
            action = self.menu.addAction(break_words.pause_word(pause))
            action.triggered.connect(self._on_pause_triggered)
            self._pauses[action] = pause

    def popup(self, place: QPoint) -> None:
        """Show it with the visible corner at `place`."""
        around = self.menu.around if isinstance(self.menu, Menu) else 0
        self.menu.popup(place - QPoint(around, around))

    @Slot()
    def _on_pause_triggered(self) -> None:
        """Tell for how long."""
        action = self.sender()
        if isinstance(action, QAction):
            self.pause_requested.emit(self._pauses[action])
