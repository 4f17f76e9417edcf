"""The question what helps when something hurts."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind


class Hurt(Enum):
    """What the person chooses when something hurts."""

    SKIP = auto()
    EASE = auto()
    END = auto()


def hurt_dialog(theme: Theme, parent: QWidget) -> CardDialog:
    """Three ways on; `closed` carries a `Hurt`, or None where it was given up."""
    tr = QCoreApplication.translate
    text = tr(
        "Player", "Paused. Ease out slowly. Mild pull is fine, sharp or shooting pain is not."
    )
    dialog = CardDialog(theme, tr("Player", "This hurts"), text, parent)
    dialog.add_choice(tr("Player", "Skip this stretch"), ButtonKind.PRIMARY, Hurt.SKIP)
    dialog.add_choice(tr("Player", "Try it more gently"), ButtonKind.SECONDARY, Hurt.EASE)
    dialog.add_choice(tr("Player", "End for today"), ButtonKind.TEXT, Hurt.END)
    return dialog
