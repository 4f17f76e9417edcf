"""The card of ice and heat."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import REST_BOUNDS, Settings
from hipstretch.ui.break_words import length
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.setting_row import SettingRow


class IceAndHeatCard(SettingCard):
    """How long a place rests, and the questions of whom to ask first.

    Signals:
        check_requested: the person wants to go through the questions again.
    """

    check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Ice & heat"), parent)
        low, high = REST_BOUNDS
        hours = [(number, length(60 * number)) for number in range(low, high + 1)]
        self.rest = self.segmented("rest_hours", self.tr("Rest in between"), *hours)
        self.check = Button(theme, self.tr("Answer again"), kind=ButtonKind.SECONDARY)
        self.check.setAccessibleName(self.tr("Answer the questions again"))
        self.check.clicked.connect(self.check_requested)
        rest = self.tr("How long your skin rests before the same place has ice or heat again.")
        self.add_row(SettingRow(theme, self.tr("Rest in between"), rest, self.rest))
        self.check_row = SettingRow(theme, self.tr("Ask first"), control=self.check)
        self.add_row(self.check_row)

    def adapt(self, settings: Settings) -> None:
        """Say what was answered; before the first answers there is nothing to answer again."""
        answers = settings.therapy_answers
        self.check.set_label(self.tr("Answer now") if answers is None else self.tr("Answer again"))
        if answers is None:
            line = self.tr("A few questions come before your next ice or heat.")
        elif answers:
            line = self.tr("You said that some of the questions fit you.")
        else:
            line = self.tr("You said that none of the questions fit you.")
        self.check_row.set_line(line)
