"""Settings: look, the person, what is heard, ice and heat, the files, and what this is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.ports import Voice
from hipstretch.core.settings import Settings
from hipstretch.ui.pages.settings_cards.about import AboutCard
from hipstretch.ui.pages.settings_cards.breathing import BreathingCard
from hipstretch.ui.pages.settings_cards.conditions_dialog import ConditionsDialog
from hipstretch.ui.pages.settings_cards.files import FilesCard
from hipstretch.ui.pages.settings_cards.health import HealthCard
from hipstretch.ui.pages.settings_cards.look import LookCard
from hipstretch.ui.pages.settings_cards.setting_card import Change, SettingCard
from hipstretch.ui.pages.settings_cards.sound import SoundCard
from hipstretch.ui.pages.settings_cards.therapy import IceAndHeatCard
from hipstretch.ui.pages.settings_cards.voice import VoiceCard
from hipstretch.ui.pages.settings_cards.you import YouCard
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage

_CONTENT_WIDTH = 760
_TITLE_GAP, _CARD_GAP = 20, 20


class SettingsPage(ScrollPage):
    """The person's choices on cards; each one is told as soon as it is made.

    Signals:
        settings_changed: a choice was made; carries all settings.
        chime_try_requested: a chime is to be heard.
        voice_try_requested: the voice is to be heard.
        open_folder_requested: the folder of the own routines is to be shown.
        welcome_requested: the person wants to be asked the first questions again.
        therapy_check_requested: the person wants the questions of ice and heat again.
    """

    settings_changed = Signal(Settings)
    chime_try_requested = Signal()
    voice_try_requested = Signal()
    open_folder_requested = Signal()
    welcome_requested = Signal()
    therapy_check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, content_width=_CONTENT_WIDTH)
        self.setAccessibleName(self.tr("Settings"))
        self._settings = Settings()
        self.look, self.you, self.health = LookCard(theme), YouCard(theme), HealthCard(theme)
        self.sound, self.voice = SoundCard(theme), VoiceCard(theme)
        self.breathing, self.therapy = BreathingCard(theme), IceAndHeatCard(theme)
        self.files, self.about = FilesCard(theme), AboutCard(theme)
        self._fill(theme)
        self._connect()
        self.set_settings(self._settings)

    @property
    def setting_cards(self) -> tuple[SettingCard, ...]:
        """The cards on which something can be set."""
        person, heard = (self.you, self.health), (self.sound, self.voice, self.breathing)
        return (self.look, *person, *heard, self.therapy)

    @property
    def cards(self) -> tuple[CardPanel, ...]:
        """All cards from top to bottom."""
        return (*self.setting_cards, self.files, self.about)

    def set_settings(self, settings: Settings) -> None:
        """Show these choices, without telling."""
        self._settings = settings
        for card in self.setting_cards:
            card.show_settings(settings)

    def set_voices(self, voices: Iterable[Voice]) -> None:
        """Offer the system's voices; where there are none, say how to get one."""
        self.voice.set_voices(voices)

    def set_country(self, country: str) -> None:
        """Offer the emergency number of a country by its ISO code."""
        self.health.set_country(country)

    def set_folder(self, folder: str) -> None:
        """Show where the own routines lie."""
        self.files.set_folder(folder)

    def set_version(self, version: str) -> None:
        """Show which version this is."""
        self.about.set_version(version)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards less room at the sides in narrow windows."""
        for card in self.cards:
            card.set_narrow(self.window().width() < NARROW_WINDOW)
        super().resizeEvent(event)

    def _fill(self, theme: Theme) -> None:
        """Put the title and the cards on the page."""
        self.add_text(Label(theme, Role.PAGE_TITLE, self.tr("Settings")))
        self.add_gap(_TITLE_GAP - FOCUS_MARGIN)
        for number, card in enumerate(self.cards):
            if number:
                self.add_gap(layout_gap(_CARD_GAP))
            self.add_card(card)
        self.add_stretch()

    def _connect(self) -> None:
        """Hear the cards."""
        for card in self.setting_cards:
            card.setting_chosen.connect(self._on_setting_chosen)
        self.health.conditions_requested.connect(self._on_conditions_requested)
        self.health.welcome_requested.connect(self.welcome_requested)
        self.therapy.check_requested.connect(self.therapy_check_requested)
        self.sound.try_requested.connect(self.chime_try_requested)
        self.voice.try_requested.connect(self.voice_try_requested)
        self.files.open_folder_requested.connect(self.open_folder_requested)

    def _choose(self, name: str, value: object) -> None:
        """Take a choice over, offer what fits it, and tell."""
        before = self._settings
        self._settings = before.with_value(name, value).following(before)
        for card in self.setting_cards:
            card.adapt(self._settings)
        self.settings_changed.emit(self._settings)

    @Slot(object)
    def _on_setting_chosen(self, change: Change) -> None:
        """A control of a card was moved."""
        self._choose(change.name, change.value)

    @Slot()
    def _on_conditions_requested(self) -> None:
        """Ask what to ask about first."""
        conditions = self._settings.conditions
        dialog = ConditionsDialog(self._theme, self.window(), conditions)
        dialog.answered.connect(self._on_conditions_answered)
        dialog.present()

    @Slot(object)
    def _on_conditions_answered(self, conditions: tuple[str, ...]) -> None:
        """The answer to what to ask about first."""
        self._choose("conditions", conditions)
