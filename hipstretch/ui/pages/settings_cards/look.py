"""The card of how the app looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import TEXT_SIZES, Appearance
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.setting_row import SettingRow


class LookCard(SettingCard):
    """Light or dark, the size of the text, and whether things move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Look"), parent)
        self.appearance = self.segmented(
            "appearance",
            self.tr("Appearance"),
            (Appearance.SYSTEM, self.tr("System")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        )
        sizes = [(size, self.tr("{size} %").format(size=size)) for size in TEXT_SIZES]
        self.text_size = self.segmented("text_size", self.tr("Text size"), *sizes)
        self.reduced_motion = self.toggle("reduced_motion", self.tr("Less motion"))
        self.add_row(SettingRow(theme, self.tr("Appearance"), control=self.appearance))
        self.add_row(SettingRow(theme, self.tr("Text size"), control=self.text_size))
        motion = self.tr("Things switch at once instead of moving.")
        self.add_row(SettingRow(theme, self.tr("Less motion"), motion, self.reduced_motion))
