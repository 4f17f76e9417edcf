"""Safety: its page, what is good to know, and the same lines over a session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.safety import HelpNumber, help_number
from hipstretch.core.settings import Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.dialogs.reading_dialog import ReadingDialog
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.guidance import GuidancePage
from hipstretch.ui.pages.safety import SafetyPage
from hipstretch.ui.pages.safety_dialog import safety_dialog
from hipstretch.ui.theme import Theme

KEY = "safety"
"""The page's key in the rail."""


def country_of(zone: QTimeZone, locale: QLocale) -> str:
    """The ISO code of a computer's country; empty where it is set to none.

    The clock's zone comes first: many people have an American locale without being there.
    """
    code = QLocale.territoryToCode
    return code(zone.territory()) or code(locale.territory())


def country_here() -> str:
    """The ISO code of this computer's country."""
    return country_of(QTimeZone.systemTimeZone(), QLocale.system())


class SafetyFlow(QObject):
    """One step from everywhere; over a page that fills the window it is a dialog.

    Signals:
        settings_requested: the person wants to change the number in the settings.
    """

    settings_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        parent: QObject | None = None,
        *,
        country: Callable[[], str] = country_here,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._settings, self._country = settings, country
        self._page: SafetyPage | None = None
        self._guidance: GuidancePage | None = None
        self._dialog: ReadingDialog | None = None
        settings.changed.connect(self._on_settings_changed)

    @property
    def number(self) -> HelpNumber:
        """The number to call."""
        return help_number(self._settings.settings.emergency_number, self._country())

    @Slot()
    def show(self) -> None:
        """Show the page; a session, or its end, stays where it is under a dialog."""
        page = self._window.page
        if self._window.is_filled and page is not None:
            self.dialog(page)
            return
        safety = self._safety_page()
        safety.set_number(self.number)
        safety.scroll_to_top()
        self._window.show_page(safety, KEY)

    @Slot()
    def show_guidance(self) -> None:
        """Show what is good to know."""
        if self._guidance is None:
            self._guidance = GuidancePage(self._theme)
            self._guidance.back_requested.connect(self.show)
        self._guidance.scroll_to_top()
        self._window.show_page(self._guidance, KEY)

    def dialog(self, parent: QWidget) -> ReadingDialog:
        """Show the same lines over `parent`; once, however often it is asked for."""
        if self._dialog is None:
            self._dialog = safety_dialog(self._theme, self.number, parent)
            self._dialog.closed.connect(self._on_dialog_closed)
            self._dialog.present()
        return self._dialog

    def _safety_page(self) -> SafetyPage:
        """The page, made when it is first needed."""
        if self._page is None:
            self._page = SafetyPage(self._theme)
            self._page.number_change_requested.connect(self.settings_requested)
            self._page.guidance_requested.connect(self.show_guidance)
        return self._page

    @Slot(object)
    def _on_settings_changed(self, _settings: Settings) -> None:
        """Show the number that goes from now on."""
        if self._page is not None:
            self._page.set_number(self.number)

    @Slot()
    def _on_dialog_closed(self) -> None:
        """It is read."""
        self._dialog = None
