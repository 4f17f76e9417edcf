"""The question before all of the history is deleted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind


def delete_history_dialog(theme: Theme, parent: QWidget) -> CardDialog:
    """Says what goes and what stays; `closed` carries True where it is to go."""
    tr = QCoreApplication.translate
    text = tr(
        "History",
        "All sessions go, with pain, notes and what hurt; your flare-up days; the days of sitting "
        "and breaks; and all ice and heat. Routines and settings stay. You can undo this for "
        "10 seconds.",
    )
    dialog = CardDialog(theme, tr("History", "Delete all history?"), text, parent)
    dialog.add_choice(tr("History", "Keep it"), ButtonKind.PRIMARY, False)
    dialog.add_choice(tr("History", "Delete all"), ButtonKind.SECONDARY, True)
    return dialog
