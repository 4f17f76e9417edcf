"""The card of the breath."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import BREATH_BOUNDS
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.stepper_values import Unit


class BreathingCard(SettingCard):
    """How long a breath is, and where the player breathes along."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Breathing"), parent)
        self.breath = self.stepper("breath", self.tr("One breath"), BREATH_BOUNDS, 1, Unit.SECONDS)
        self.along = self.toggle("breathe_along", self.tr("Breathe along in every hold"))
        self.tone = self.toggle("breath_tone", self.tr("A soft tone for in and out"))
        breath = self.tr("In and out, for stretches that count breaths.")
        self.add_row(SettingRow(theme, self.tr("One breath"), breath, self.breath))
        along = self.tr("The ring swells and sinks, also where seconds are counted.")
        self.add_row(SettingRow(theme, self.tr("Breathe along in every hold"), along, self.along))
        tone = self.tr("Wherever the ring breathes.")
        self.add_row(SettingRow(theme, self.tr("A soft tone for in and out"), tone, self.tone))
