"""The question whether to end the program although ice or heat runs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy_view import CardView
from hipstretch.ui import therapy_notes
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind


class QuitChoice(Enum):
    """What to do with the program and what runs."""

    STAY = auto()
    STOP_AND_QUIT = auto()
    QUIT = auto()


def quit_dialog(theme: Theme, cards: Sequence[CardView], parent: QWidget) -> CardDialog:
    """Three ways on, `cards` being what runs or rings.

    `closed` carries a `QuitChoice`, or None where it was given up.
    """
    tr = QCoreApplication.translate
    title, text = therapy_notes.under_way(cards), therapy_notes.quit_line(cards)
    dialog = CardDialog(theme, title, text, parent)
    dialog.add_choice(tr("Therapy", "Stay open"), ButtonKind.PRIMARY, QuitChoice.STAY)
    stop = therapy_notes.stop_and_quit(cards)
    dialog.add_choice(stop, ButtonKind.SECONDARY, QuitChoice.STOP_AND_QUIT)
    dialog.add_choice(tr("Therapy", "Quit all the same"), ButtonKind.TEXT, QuitChoice.QUIT)
    return dialog
