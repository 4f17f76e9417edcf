"""The card of what fits the routines to the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Settings
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.words import side_word


class YouCard(SettingCard):
    """Which side is sore, which one comes first, and what the sore one gets."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "You"), parent)
        self.affected = self.segmented(
            "affected_side",
            self.tr("Sore side"),
            (Affected.LEFT, side_word(Side.LEFT)),
            (Affected.RIGHT, side_word(Side.RIGHT)),
            (Affected.BOTH, self.tr("Both")),
            (Affected.NONE, self.tr("None")),
        )
        sides = [(side, side_word(side)) for side in (Side.LEFT, Side.RIGHT)]
        self.first = self.segmented("first_side", self.tr("Start with"), *sides)
        self.extra = self.toggle("extra_rep", self.tr("One extra hold"))
        sore = self.tr("Your own left and right. Some routines do more for it.")
        self.add_row(SettingRow(theme, self.tr("Sore side"), sore, self.affected))
        first = self.tr("The side that comes first where a routine does not say.")
        self.add_row(SettingRow(theme, self.tr("Start with"), first, self.first))
        self.extra_row = SettingRow(theme, self.tr("One extra hold"), control=self.extra)
        self.add_row(self.extra_row)

    def adapt(self, settings: Settings) -> None:
        """Offer the extra hold where it can do something, and say when it will."""
        has_side = settings.person.sore_side is not None
        self.extra.setEnabled(has_side)
        self.extra_row.set_line(
            self.tr("The sore side holds once more than the other.")
            if has_side
            else self.tr("Ready once your sore side is left or right.")
        )
