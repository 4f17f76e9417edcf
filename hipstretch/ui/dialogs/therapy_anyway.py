"""The question whether to begin although the place still rests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy_view import TherapyView
from hipstretch.core.therapy_wishes import BeginWish
from hipstretch.ui import therapy_words
from hipstretch.ui.break_words import clock_word
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind


def anyway_dialog(theme: Theme, view: TherapyView, wish: BeginWish, parent: QWidget) -> CardDialog:
    """Two ways on; `closed` carries the wish, or None for waiting."""
    tr = QCoreApplication.translate
    until = view.card(wish.kind).ready_at or view.now
    title = therapy_words.rest_title(wish.place, until)
    text = tr(
        "Therapy",
        "Skin needs time to come back to its usual warmth and feeling. Too soon again, cold or "
        "heat can harm it before you notice.",
    )
    dialog = CardDialog(theme, title, text, parent)
    wait = tr("Therapy", "Wait until {time}").format(time=clock_word(until))
    dialog.add_choice(wait, ButtonKind.PRIMARY, None)
    start = tr("Therapy", "Start anyway")
    dialog.add_choice(start, ButtonKind.SECONDARY, wish)
    return dialog
