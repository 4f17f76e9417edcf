"""The alarm where another page is shown: what to take off, and one large button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardView
from hipstretch.ui import therapy_words
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.pages.therapy_actions import Action, ActionButton
from hipstretch.ui.theme import Theme

_ANSWERS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AlarmDialog(CardDialog):
    """Space, Enter, Escape and the button all answer it.

    Signals:
        answered: `Kind`, the person has heard it.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, card: CardView, parent_window: QWidget) -> None:
        title, text = therapy_words.take_off(card), therapy_words.alarm_line(card)
        super().__init__(theme, title, text, parent_window)
        self._kind = card.kind
        self._is_withdrawn = False
        self.button = ActionButton(theme, card.kind, Action.ANSWER)
        self.button.set_label(therapy_words.taken_off(card))
        self.button.clicked.connect(self._on_button_clicked)
        self.add_content(self.button, [self.button])
        self.closed.connect(self._on_closed)

    @property
    def kind(self) -> Kind:
        """What is over."""
        return self._kind

    @Slot()
    def withdraw(self) -> None:
        """Go without an answer: it was given elsewhere, or it is too late for one."""
        self._is_withdrawn = True
        self.dismiss(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with any of the large keys, wherever the focus is."""
        if event.key() in _ANSWERS and not event.isAutoRepeat():
            self.dismiss(self._kind)
        super().keyPressEvent(event)

    @Slot()
    def _on_button_clicked(self) -> None:
        """Answer."""
        self.dismiss(self._kind)

    @Slot()
    def _on_closed(self) -> None:
        """Tell the answer, however it was given."""
        if not self._is_withdrawn:
            self.answered.emit(self._kind)
