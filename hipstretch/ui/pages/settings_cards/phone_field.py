"""The field for the number to call in an emergency; the last good one is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.safety import (
    GENERAL_NUMBER,
    LONGEST_NUMBER,
    emergency_number,
    help_number,
    is_phone_number,
)
from hipstretch.ui import safety_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.name_field import NameField

_WIDTH, _ERROR_ROOM = 180, 20


def number_line(own: str, country: str) -> str:
    """Where the number that counts is from."""
    return safety_words.number_note(help_number(own, country))


class PhoneField(NameField):
    """Shows the country's own number until the person gives another; an empty field goes back.

    Signals:
        number_changed: `str`, another number counts; empty for the country's own.
    """

    number_changed = Signal(str)

    def __init__(self, theme: Theme, country: str = "", parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("Settings", "Emergency number")
        super().__init__(theme, name, parent=parent)
        self._own, self._country = "", country
        self.editor.setMaxLength(LONGEST_NUMBER)
        self.editor.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.editor.editingFinished.connect(self._on_editing_finished)
        self.set_number("")

    @property
    def number(self) -> str:
        """The number that counts; empty for the country's own."""
        return self._own

    def set_country(self, country: str) -> None:
        """Offer the number of a country by its ISO code."""
        self._country = country
        self.set_number(self._own)

    def set_number(self, number: str) -> None:
        """Show a number, or the country's own for none, without telling."""
        self._own = number
        self.set_error("")
        self.editor.setText(number or emergency_number(self._country))

    def commit(self) -> bool:
        """Take what is typed; False, with the reason shown, where nobody can be called so."""
        text, usual = self.name, emergency_number(self._country)
        if text and text != usual and not is_phone_number(text):
            self._refuse(usual if is_phone_number(usual) else GENERAL_NUMBER)
            return False
        number = "" if text == usual else text
        is_other = number != self._own
        self.set_number(number)
        if is_other:
            self.number_changed.emit(number)
        return True

    def set_error(self, error: str) -> None:
        """Say what is wrong; the room for it is there only then."""
        super().set_error(error)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for a number, and for the error under it where there is one."""
        height = super().sizeHint().height()
        spare = 0 if self.error else self._theme.px(_ERROR_ROOM)
        return QSize(self._theme.px(_WIDTH), height - spare)

    def _refuse(self, example: str) -> None:
        """Say what a number looks like, once."""
        words = QCoreApplication.translate("Settings", "Use digits, such as {number}")
        if not self.error:
            self.set_error(words.format(number=example))

    @Slot()
    def _on_editing_finished(self) -> None:
        """Take what was typed."""
        self.commit()
