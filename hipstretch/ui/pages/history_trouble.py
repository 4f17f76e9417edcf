"""The card that says what is the matter with the history's file, and what helps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.history_trouble_words import (
    TroubleWords,
    words_set_aside,
    words_to_keep,
    words_to_see,
)
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN

_TEXT_GAP, _BUTTON_GAP = 8, 11


class HistoryTroubleCard(CardPanel):
    """What is the matter, where the file lies, and one way on.

    Signals:
        new_requested: a damaged file is to be kept aside, and a new history is to begin.
        retry_requested: the history is to be opened once more.
    """

    new_requested = Signal()
    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.text = Label(theme, Role.BODY, color="ink2", wrap=True)
        self.place = Label(theme, Role.CAPTION, color="ink3", wrap=True)
        self.new = Button(theme, kind=ButtonKind.SOFT)
        self.retry = Button(theme, self.tr("Try again"), kind=ButtonKind.SOFT)
        self._fill()
        self.set_narrow(False)
        self.new.clicked.connect(self.new_requested)
        self.retry.clicked.connect(self.retry_requested)

    def show_trouble(self, trouble: HistoryTrouble, path: Path | None) -> None:
        """Say why nothing can be shown."""
        is_damaged = trouble is HistoryTrouble.DAMAGED
        self._say(words_to_see(trouble), path)
        self.new.setVisible(is_damaged)
        self.retry.setVisible(not is_damaged)

    def show_not_kept(self, trouble: HistoryTrouble, path: Path | None) -> None:
        """Say why what is shown cannot be added to: READ_ONLY or FULL."""
        self._say(words_to_keep(trouble), path)
        self.new.hide()
        self.retry.show()

    def show_set_aside(self, path: Path) -> None:
        """Say that a new history has begun, and where the old one lies."""
        self._say(words_set_aside(), path)
        self.new.hide()
        self.retry.hide()

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less room; the text above the button says the rest of its words."""
        super().set_narrow(is_narrow)
        whole = self.tr("Keep the file aside and begin a new history")
        self.new.set_label(self.tr("Begin a new history") if is_narrow else whole)
        self.new.setAccessibleName(whole)

    def _say(self, words: TroubleWords, path: Path | None) -> None:
        """Take other words."""
        self._heading.setText(words.title)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.text)
        self.text.setText(words.text)
        self.place.setText(str(path or ""))
        self.place.setVisible(path is not None)

    def _fill(self) -> None:
        """Text, place and button under each other."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label, above in ((self.text, 0), (self.place, _TEXT_GAP)):
            label.setContentsMargins(FOCUS_MARGIN, above, FOCUS_MARGIN, 0)
            label.setMinimumWidth(1)  # a long path is broken, not cut
            column.addWidget(label)
        column.addSpacing(_BUTTON_GAP)
        for button in (self.new, self.retry):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row(body)
