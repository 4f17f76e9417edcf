"""The last step: what was noted, the number to call, and where to change it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.person import Affected
from hipstretch.core.settings import Settings
from hipstretch.ui import words
from hipstretch.ui.pages.settings_cards.phone_field import PhoneField, number_line
from hipstretch.ui.pages.welcome_step import Answer, WelcomeStep
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.setting_row import SettingRow


class EndStep(WelcomeStep):
    """The answers at a glance; they change in the settings."""

    figure = "reclined-rest"
    is_question = False

    def __init__(self, theme: Theme, country: str, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        lead = tr("Welcome", "You can change all of it in the settings, at any time.")
        super().__init__(theme, tr("Welcome", "Ready when you are"), lead, parent)
        self._country = country
        self.phone = PhoneField(theme, country)
        self.phone.number_changed.connect(self._on_number_changed)
        self.side = SettingRow(theme, tr("Welcome", "Sore side"))
        self.conditions = SettingRow(theme, tr("Welcome", "To ask about first"))
        self.avoided = SettingRow(theme, tr("Welcome", "Positions that do not work"))
        self.number = SettingRow(theme, tr("Welcome", "Emergency number"), control=self.phone)
        self.card = CardPanel(theme, tr("Welcome", "What is noted"))
        for row in (self.side, self.conditions, self.avoided, self.number):
            self.card.add_row(row)
        self.add_card(self.card)
        self.add_stretch()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The number."""
        return (self.phone.editor,)

    def show_settings(self, settings: Settings) -> None:
        """Show what is noted."""
        tr = QCoreApplication.translate
        nothing = tr("Welcome", "Nothing noted")
        self.side.set_line(_side_line(settings) or nothing)
        self.conditions.set_line(words.conditions_list(settings.conditions or ()) or nothing)
        self.avoided.set_line(words.avoided_list(settings.avoided) or nothing)
        self.phone.set_number(settings.emergency_number)
        self.number.set_line(number_line(settings.emergency_number, self._country))

    def settle(self) -> bool:
        """Take the number that is typed."""
        return self.phone.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card less room at the sides in narrow windows."""
        self.card.set_narrow(self.window().width() < NARROW_WINDOW)
        super().resizeEvent(event)

    @Slot(str)
    def _on_number_changed(self, number: str) -> None:
        """Tell the number, and where it is from."""
        self.number.set_line(number_line(number, self._country))
        self.answered.emit(Answer("emergency_number", number))


def _side_line(settings: Settings) -> str:
    """The sore side in words; empty where there is none, or it was not told."""
    tr = QCoreApplication.translate
    return {
        Affected.LEFT: tr("Welcome", "Left"),
        Affected.RIGHT: tr("Welcome", "Right"),
        Affected.BOTH: tr("Welcome", "Both"),
        Affected.NONE: "",
    }[settings.affected_side]
