"""Asks for the name of a routine."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.name_field import NameField

_BUTTON_HEIGHT = 48


class NameDialog(CardDialog):
    """A field for a name and two answers; an empty name is not taken.

    `accept_text` are the words of the first answer, "Save" where they are empty.

    Signals:
        named: a name was given; carries it. `closed` follows, with the name too.
    """

    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        name: str,
        parent_window: QWidget,
        *,
        accept_text: str = "",
    ) -> None:
        super().__init__(theme, title, text, parent_window)
        self._field = NameField(theme, self.tr("Name"), name)
        self._field.editor.returnPressed.connect(self._on_name_entered)
        self._accept = Button(theme, accept_text or self.tr("Save"), height=_BUTTON_HEIGHT)
        self._accept.clicked.connect(self._on_name_entered)
        self.add_content(self._field, [self._field.editor])
        self.add_content(self._accept, [self._accept])
        self.add_choice(self.tr("Cancel"), ButtonKind.TEXT, None)

    @property
    def field(self) -> NameField:
        """What the name is typed into."""
        return self._field

    @Slot()
    def _on_name_entered(self) -> None:
        """Give the name and close, or say that it is missing."""
        name = self._field.name
        if not name:
            self._field.set_error(self.tr("Give it a name."))
            self._field.editor.setFocus()
            return
        self.named.emit(name)
        self.dismiss(name)
