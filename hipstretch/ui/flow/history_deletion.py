"""Deleting sessions, with a way back for some seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.ui.history_trouble_words import reason
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.toast import Offer


class HistoryDeletion(QObject):
    """Deletes one or all, and puts back what was deleted last.

    `is_read` tells whether all of the history is being read, and cannot go meanwhile.

    Signals:
        changed: the history is another one now.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        history_bin: HistoryBin,
        is_read: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._bin, self._is_read = history_bin, is_read
        self._offer: Offer | None = None

    def delete(self, session: int) -> None:
        """Delete a session."""
        self._let_go()
        try:
            taken = self._bin.take(session)
        except KeyError:  # it has gone by another way
            self.changed.emit()
            return
        except HistoryUnavailable as error:
            self._say_not_deleted(error)
            return
        self.changed.emit()
        self._offer_undo(self.tr("Session deleted"), partial(self._bin.put_back, taken))

    @Slot()
    def ask_for_all(self) -> None:
        """Say what goes, and ask."""
        if self._is_read():
            text = self.tr("Your history is being written to a file. Delete it once that is done.")
            self._window.toast.show_message(text, icon="info")
            return
        from hipstretch.ui.dialogs.delete_history import delete_history_dialog

        dialog = delete_history_dialog(self._theme, self._window)
        dialog.closed.connect(self._on_all_answered)
        dialog.open()

    def delete_all(self) -> None:
        """Delete everything."""
        self._let_go()
        try:
            self._bin.take_all()
        except HistoryUnavailable as error:
            self._say_not_deleted(error)
            return
        self.changed.emit()
        self._offer_undo(self.tr("All history deleted"), self._bin.put_back_all, self._empty)

    @Slot()
    def undo(self) -> None:
        """Put back what was deleted last, while that is offered."""
        offer = self._offer
        if offer is not None and self._window.toast.withdraw(offer):
            offer.take()

    def _let_go(self) -> None:
        """What was deleted before cannot be put back any more; the bin holds one thing."""
        offer = self._offer
        if offer is not None and self._window.toast.withdraw(offer) and offer.lapse is not None:
            offer.lapse()

    def _offer_undo(
        self,
        text: str,
        put_back: Callable[[], object],
        lapse: Callable[[], None] | None = None,
    ) -> None:
        """Say what was done, with a way back."""
        self._offer = Offer(self.tr("Undo"), partial(self._put_back, put_back), lapse)
        self._window.toast.show_message(text, offer=self._offer)

    def _put_back(self, put_back: Callable[[], object]) -> None:
        """Bring back what was deleted last; where that fails, it can be tried again."""
        try:
            put_back()
        except HistoryUnavailable as error:
            text = self.tr("It could not be put back. %1").replace("%1", reason(error))
            self._offer_undo(text, put_back)
        self.changed.emit()

    def _empty(self) -> None:
        """What was deleted is gone for good."""
        try:
            self._bin.empty()
        except HistoryUnavailable as error:
            text = self.tr("What was deleted is still on the disk. %1")
            self._window.toast.show_message(text.replace("%1", reason(error)), icon="info")

    def _say_not_deleted(self, error: HistoryUnavailable) -> None:
        """Say why all is as it was."""
        text = self.tr("Nothing was deleted. %1").replace("%1", reason(error))
        self._window.toast.show_message(text, icon="info")

    @Slot(object)
    def _on_all_answered(self, is_wanted: object) -> None:
        """Delete everything, or keep it."""
        if is_wanted is True:
            self.delete_all()
