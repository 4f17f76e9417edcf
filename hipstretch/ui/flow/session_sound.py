"""What is heard in the player and can be changed there: voice, silence, volume, what is missing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from hipstretch.core.ports import Trouble
from hipstretch.core.settings import LOUDEST, Settings, VoiceLevel
from hipstretch.qt.narrator import Narrator
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.pages.player import PlayerPage
from hipstretch.ui.trouble_words import session_words


class SessionSound(QObject):
    """Joins the player's sound buttons with the narrator and the settings."""

    def __init__(
        self,
        player: PlayerPage,
        narrator: Narrator,
        settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player, self._narrator, self._settings = player, narrator, settings
        self._level = VoiceLevel.FULL
        self._told: set[Trouble] = set()
        player.voice_toggled.connect(self._on_voice_toggled)
        player.mute_toggled.connect(self._on_mute_toggled)
        player.volume_step_requested.connect(self._on_volume_step_requested)
        narrator.trouble_found.connect(self._on_trouble_found)
        settings.changed.connect(self._on_settings_changed)

    def prepare(self) -> None:
        """Make ready to be heard in the session that begins."""
        self._show(self._settings.settings)
        self._narrator.prepare()

    def _show(self, settings: Settings) -> None:
        """Sound and look as the settings say."""
        if settings.voice.speaks:
            self._level = settings.voice
        self._narrator.set_settings(settings)
        speaks = settings.voice.speaks and Trouble.NO_VOICE_ENGINE not in self._told
        self._player.set_sound(speaks, self._narrator.is_muted)

    @Slot()
    def _on_voice_toggled(self) -> None:
        """Speak as before, or no more."""
        settings = self._settings.settings
        level = VoiceLevel.OFF if settings.voice.speaks else self._level
        self._settings.change(settings.with_value("voice", level))

    @Slot()
    def _on_mute_toggled(self) -> None:
        """Be silent for this run of the program, or be heard again."""
        self._narrator.set_muted(not self._narrator.is_muted)
        self._show(self._settings.settings)

    @Slot(int)
    def _on_volume_step_requested(self, step: int) -> None:
        """Louder or quieter."""
        settings = self._settings.settings
        volume = min(LOUDEST, max(0, settings.chime_volume + step))
        self._settings.change(settings.with_value("chime_volume", volume))
        self._player.show_volume(volume)

    @Slot(object)
    def _on_trouble_found(self, trouble: Trouble) -> None:
        """Say once what cannot be heard."""
        if trouble not in self._told:
            self._told.add(trouble)
            self._show(self._settings.settings)
            self._player.show_notice(session_words(trouble))

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """Sound as the settings say from now on."""
        self._show(settings)
