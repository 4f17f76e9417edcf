"""A session and what goes along with it: what is heard, the media keys, the screen kept on."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipstretch import paths
from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Clock
from hipstretch.parts.stores import Stores
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:
    from hipstretch.qt.awake_keeper import AwakeKeeper
    from hipstretch.qt.media_remote import MediaRemote
    from hipstretch.qt.narrator import Narrator
    from hipstretch.qt.session_runner import SessionRunner
    from hipstretch.ui.flow.session import SessionFlow

LANGUAGE = "en-GB"
"""The language of the app's words, and so of its voice."""


class Playing(QObject):
    """The one session of the program."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        stores: Stores,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._settings, self._stores, self._clock = settings, stores, clock

    @cached_property
    def runner(self) -> SessionRunner:
        """What lets the session go on."""
        from hipstretch.qt.session_runner import SessionRunner

        return SessionRunner(self._clock, self._stores.running, self)

    @cached_property
    def narrator(self) -> Narrator:
        """What lets a session be heard."""
        from hipstretch.qt.narrator import Narrator
        from hipstretch.services import sound, speech

        folder = paths.bundled("assets") / "sounds"
        return Narrator(
            self.runner, partial(sound.create, folder), partial(speech.create, LANGUAGE), self
        )

    @cached_property
    def awake(self) -> AwakeKeeper:
        """What keeps the screen on."""
        from hipstretch.qt.awake_keeper import AwakeKeeper
        from hipstretch.services import awake

        return AwakeKeeper(self.runner, awake.create, self)

    @cached_property
    def session(self) -> SessionFlow:
        """Player and finish page."""
        from hipstretch.ui.flow.session import SessionFlow

        flow = SessionFlow(
            self._theme,
            self._window,
            self.runner,
            self.narrator,
            self._settings,
            self._stores.history,
            self._stores.pain_log,
            self._stores.day_marks,
            self._stores.library.exercises.find,
            self._clock,
            self,
        )
        self.remote.stop_requested.connect(flow.leave)
        return flow

    @cached_property
    def remote(self) -> MediaRemote:
        """The media keys."""
        from hipstretch.qt.media_remote import MediaRemote
        from hipstretch.services import media

        return MediaRemote(self.runner, media.create, self)

    def ring(self, chime: Chime, volume: float | None) -> None:
        """Play a chime that belongs to no session."""
        self.narrator.set_settings(self._settings.settings)
        self.narrator.ring(chime, volume)

    def put_away(self) -> None:
        """Write what is not written yet."""
        if "session" in self.__dict__:
            self.session.close()

    def close(self) -> None:
        """Let go of media keys, screen, sound and voice, as far as they are in use."""
        for name in ("remote", "awake", "narrator"):
            if name in self.__dict__:
                getattr(self, name).close()
