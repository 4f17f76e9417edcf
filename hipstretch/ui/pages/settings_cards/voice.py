"""The card of the voice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QWidget

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace, Settings, VoiceLevel
from hipstretch.ui.pages.settings_cards.control_pair import ControlPair
from hipstretch.ui.pages.settings_cards.setting_card import SettingCard
from hipstretch.ui.theme import Theme
from hipstretch.ui.trouble_words import trouble_words
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.choice import Option
from hipstretch.ui.widgets.setting_row import SettingRow
from hipstretch.ui.widgets.toggle import Toggle

_TERRITORY = re.compile(r"[a-z]{2,3}[-_]([a-z]{2})(?![a-z])", re.IGNORECASE)
_ANYWHERE = QLocale.Country.AnyCountry


class VoiceCard(SettingCard):
    """How much the voice says, which voice it is, how fast it speaks and what it counts.

    Signals:
        try_requested: the voice is to be heard as it is set now.
    """

    try_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "Voice"), parent)
        self._settings = Settings()
        self._is_missing = False
        self.level = self.segmented(
            "voice",
            self.tr("How much it says"),
            (VoiceLevel.FULL, self.tr("Full")),
            (VoiceLevel.SHORT, self.tr("Short")),
            (VoiceLevel.OFF, self.tr("Off")),
        )
        self.voice = self.choice("voice_name", self.tr("Voice"), self._show_voice, self._usual())
        self.try_it = Button(theme, self.tr("Try it"), kind=ButtonKind.SECONDARY)
        self.try_it.setAccessibleName(self.tr("Try the voice"))
        self.try_it.clicked.connect(self.try_requested)
        self.pace = self.segmented(
            "voice_pace",
            self.tr("Pace"),
            (Pace.SLOW, self.tr("Slow")),
            (Pace.USUAL, self.tr("Usual")),
            (Pace.FAST, self.tr("Fast")),
        )
        self.seconds = self.toggle("count_seconds", self.tr("Count the last three seconds aloud"))
        self.reps = self.toggle("count_reps", self.tr("Count the reps aloud"))
        self._add_rows(theme)

    def set_voices(self, voices: Iterable[Voice]) -> None:
        """Offer these voices; where there are none, say how to get one."""
        found = {voice.name: voice for voice in voices}
        self._is_missing = not found
        named = [Option(name, name, _territory(found[name].language)) for name in found]
        self.voice.set_options([self._usual(), *named])
        self._show_voice(self._settings.voice_name)
        self.adapt(self._settings)

    def adapt(self, settings: Settings) -> None:
        """Say what the level means or what is missing, and offer to count where it speaks."""
        self._settings = settings
        speaks = settings.voice.speaks
        self.level_row.set_line(self._level_line())
        for row in (self.voice_row, self.pace_row):
            row.setEnabled(not self._is_missing)
        for row in (self.seconds_row, self.reps_row):
            row.setEnabled(speaks and not self._is_missing)
            row.set_line("" if speaks else self.tr("Ready once the voice is on."))

    def _add_rows(self, theme: Theme) -> None:
        """Put the controls under each other."""
        self.level_row = SettingRow(theme, self.tr("How much it says"), control=self.level)
        pair = ControlPair(self.voice, self.try_it)
        self.voice_row = SettingRow(theme, self.tr("Voice"), control=pair)
        self.pace_row = SettingRow(theme, self.tr("Pace"), control=self.pace)
        self.seconds_row = _count_row(theme, self.seconds)
        self.reps_row = _count_row(theme, self.reps)
        rows = (self.level_row, self.voice_row, self.pace_row, self.seconds_row, self.reps_row)
        for row in rows:
            self.add_row(row)

    def _usual(self) -> Option:
        """The voice that the system has for the language."""
        return Option("", self.tr("The usual voice"))

    def _show_voice(self, name: object) -> None:
        """Show which voice it is; one that is not there is spoken by the usual one."""
        self.voice.set_value(name if self.voice.offers(name) else "")

    def _level_line(self) -> str:
        """What the level means, or what is missing."""
        if self._is_missing:
            return trouble_words(Trouble.NO_VOICE_ENGINE)
        return {
            VoiceLevel.FULL: self.tr("Each stretch with how to do it."),
            VoiceLevel.SHORT: self.tr("Names, sides and counts only."),
            VoiceLevel.OFF: self.tr("Chimes only."),
        }[self._settings.voice]


def _count_row(theme: Theme, control: Toggle) -> SettingRow:
    """A row that is called as its switch is."""
    return SettingRow(theme, control.accessibleName(), control=control)


def _territory(tag: str) -> str:
    """Where a language is spoken as in a tag such as `en-GB`; empty where the tag does not say."""
    found = _TERRITORY.match(tag)
    territory = QLocale.codeToTerritory(found[1].upper()) if found else _ANYWHERE
    return "" if territory == _ANYWHERE else QLocale.territoryToString(territory)
