"""A history that cannot be used: says so on the page, and puts a damaged file aside."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.announce import announce
from hipstretch.ui.flow.history_check import trouble_of_writing
from hipstretch.ui.history_trouble_words import reason, words_set_aside
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history import HistoryPage

_log = logging.getLogger(__name__)


class HistoryTroubles(QObject):
    """What is the matter with the file, told on the page."""

    def __init__(
        self, window: MainWindow, page: HistoryPage, database: Database, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._page, self._database = window, page, database
        self._aside: Path | None = None
        self._is_damaged = False

    def forget(self) -> None:
        """The page is shown anew: what it told about an old file was read."""
        self._aside = None

    def tell(self, error: HistoryUnavailable) -> None:
        """Say why there is nothing to be seen."""
        _log.warning("the history cannot be used: %s", error)
        self._is_damaged = error.trouble is HistoryTrouble.DAMAGED
        self._page.show_trouble(error.trouble, error.path)

    def tell_beside(self) -> None:
        """Say, beside what is shown, what else there is to know."""
        trouble = trouble_of_writing(self._database.path)
        if trouble is not None:
            self._page.show_not_kept(trouble, self._database.path)
        elif self._aside is not None:
            self._page.show_set_aside(self._aside)

    def set_aside(self) -> bool:
        """Put a file aside that was damaged when it was last used; whether that was done."""
        if not self._is_damaged:
            return False
        try:
            self._aside = self._database.set_aside()
        except OSError as error:
            text = self.tr("The file could not be kept aside. %1").replace("%1", reason(error))
            self._window.toast.show_message(text, icon="info")
            return False
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        words = words_set_aside()
        announce(self._page, f"{words.title}. {words.text} {self._aside}")
        return True
