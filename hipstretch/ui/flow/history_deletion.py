"""Deleting sessions, with a way back for some seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_bin import HistoryBin, Taken
from hipstretch.ui.main_window import MainWindow


class HistoryDeletion(QObject):
    """Deletes one or all, and puts back what was deleted last.

    Signals:
        changed: the history is another one now.
    """

    changed = Signal()

    def __init__(
        self, window: MainWindow, history_bin: HistoryBin, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._bin = window, history_bin
        self._taken: Taken | None = None
        self._all_taken = False
        self._offer = ""

    def delete(self, session: int) -> None:
        """Delete a session."""
        self._let_go()
        try:
            self._taken = self._bin.take(session)
        except KeyError:  # it has gone by another way
            self.changed.emit()
            return
        except HistoryUnavailable as error:
            self._say(str(error))
            return
        self.changed.emit()
        self._offer_undo(self.tr("Session deleted"))

    def delete_all(self) -> None:
        """Delete everything."""
        self._let_go()
        try:
            self._bin.take_all()
        except HistoryUnavailable as error:
            self._say(str(error))
            return
        self._all_taken = True
        self.changed.emit()
        self._offer_undo(self.tr("All history deleted"))

    @Slot()
    def undo(self) -> None:
        """Put back what was deleted last, while that is offered."""
        if self._taken is None and not self._all_taken:
            return
        try:
            self._put_back()
        except HistoryUnavailable as error:
            self._say(str(error))
        else:
            self._window.toast.dismiss()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was deleted is gone for good when the way back has gone."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._let_go()
        return super().eventFilter(watched, event)

    def _offer_undo(self, text: str) -> None:
        """Say what was done, with a way back."""
        toast, unique = self._window.toast, Qt.ConnectionType.UniqueConnection
        self._offer = text
        toast.set_foot(self._window.foot)
        toast.show_message(text, action_text=self.tr("Undo"))
        toast.action_requested.connect(self._on_undo_requested, unique)
        toast.installEventFilter(self)

    def _let_go(self) -> None:
        """Empty the bin."""
        was_all, self._all_taken, self._taken = self._all_taken, False, None
        if was_all:
            try:
                self._bin.empty()
            except HistoryUnavailable as error:
                self._say(str(error))

    def _put_back(self) -> None:
        """Bring back what was deleted last."""
        taken, self._taken = self._taken, None
        was_all, self._all_taken = self._all_taken, False
        if taken is not None:
            self._bin.put_back(taken)
        if was_all:
            self._bin.put_back_all()

    def _say(self, text: str) -> None:
        """Show a short message."""
        self._window.toast.show_message(text, icon="info")

    @Slot()
    def _on_undo_requested(self) -> None:
        """Undo; the window's toast may offer something else by now."""
        if self._window.toast.text == self._offer:
            self.undo()
