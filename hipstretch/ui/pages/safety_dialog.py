"""The Safety lines over another page, so that what is under way there stays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipstretch.core import safety
from hipstretch.core.safety import HelpNumber
from hipstretch.ui import safety_words
from hipstretch.ui.dialogs.reading_dialog import ReadingDialog
from hipstretch.ui.pages.safety_rows import NumberBand
from hipstretch.ui.theme import Theme


def safety_dialog(theme: Theme, number: HelpNumber, parent: QWidget) -> ReadingDialog:
    """The same lines as on the page, with the number first; Escape closes it."""
    texts = safety_words.texts
    dialog = ReadingDialog(theme, safety_words.title(), safety_words.dialog_lead(), parent)
    dialog.setAccessibleDescription(f"{safety_words.call(number)}. {safety_words.dialog_lead()}")
    band = NumberBand(theme, can_change=False)
    band.set_number(number)
    dialog.add_widget(band)
    dialog.add_points(safety_words.now_lead(), texts((*safety.GET_HELP_NOW, safety.WHY_NOW)))
    dialog.add_points(safety_words.today_lead(), texts(safety.ASK_TODAY))
    dialog.add_points(safety_words.soon_lead(), texts(safety.ASK_SOON))
    dialog.add_points(safety_words.stretch_heading(), texts(safety.WHILE_STRETCHING))
    after = texts(safety.AFTER_STRETCHING)
    dialog.add_points(safety_words.pain_heading(), [*safety_words.pain_steps(), *after])
    about = [safety_words.in_words(text) for text in safety.ABOUT]
    dialog.add_points(safety_words.about_heading(), about)
    return dialog
