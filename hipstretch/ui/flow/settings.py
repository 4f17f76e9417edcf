"""The settings page: made when it is first needed, and everything that can be tried there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from hipstretch import __version__
from hipstretch.core.ports import Voice
from hipstretch.qt.narrator import Narrator
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.flow.safety import country_here
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.settings import SettingsPage
from hipstretch.ui.theme import Theme


class SettingsFlow(QObject):
    """Shows the settings and lets sound and voice be tried.

    Signals:
        welcome_requested: the person wants to be asked about themselves once more.
        therapy_check_requested: the person wants the check before ice and heat once more.
    """

    welcome_requested = Signal()
    therapy_check_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        narrator: Callable[[], Narrator],
        own_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._narrator = window, settings, narrator
        self._routines = own_folder / "routines"
        self._page = SettingsPage(theme)
        self._page.set_folder(str(own_folder))
        self._page.set_version(__version__)
        self._page.set_country(country_here())
        self._page.settings_changed.connect(settings.change)
        settings.changed.connect(self._page.set_settings)
        self._page.welcome_requested.connect(self.welcome_requested)
        self._page.therapy_check_requested.connect(self.therapy_check_requested)
        self._page.chime_try_requested.connect(self._on_chime_try_requested)
        self._page.voice_try_requested.connect(self._on_voice_try_requested)
        self._page.open_folder_requested.connect(self._on_open_folder_requested)

    def show(self) -> None:
        """Show the settings in force."""
        self._page.set_settings(self._settings.settings)
        self._window.show_page(self._page, "settings")
        self._narrator().ask_voices(self._take_voices)

    def _take_voices(self, voices: tuple[Voice, ...]) -> None:
        """Offer the system's voices."""
        self._page.set_voices(voices)

    def _tuned_narrator(self) -> Narrator:
        """The narrator, as the settings let it sound now."""
        narrator = self._narrator()
        narrator.set_settings(self._settings.settings)
        return narrator

    @Slot()
    def _on_chime_try_requested(self) -> None:
        """Let a chime be heard."""
        self._tuned_narrator().try_chimes()

    @Slot()
    def _on_voice_try_requested(self) -> None:
        """Let the voice be heard."""
        self._tuned_narrator().try_voice()

    @Slot()
    def _on_open_folder_requested(self) -> None:
        """Show the person's own folder in the file manager."""
        self._routines.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._routines)))
