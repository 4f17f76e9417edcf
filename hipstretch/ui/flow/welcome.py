"""The first start: the welcome, whose answers are kept one by one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.settings import Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.welcome import WelcomePage
from hipstretch.ui.theme import Theme

KEY = "welcome"
"""The page's key; it is not in the rail."""


class WelcomeFlow(QObject):
    """Shows the welcome until it was gone through or skipped.

    Signals:
        finished: the person has been welcomed.
        safety_requested: the person wants to read when to get help.
    """

    finished = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._settings = theme, window, settings
        self._page: WelcomePage | None = None
        self._is_open = False
        settings.changed.connect(self._on_settings_changed)

    @Slot()
    def show(self) -> None:
        """Go on where the person was, or begin."""
        page = self._page = self._page or self._make_page()
        if not self._is_open:
            self._is_open = True
            page.begin(self._settings.settings)
        self._window.show_page(page, KEY, fills_window=True)

    def _make_page(self) -> WelcomePage:
        """The page, whose answers are heard."""
        page = WelcomePage(self._theme, _country)
        page.settings_changed.connect(self._settings.change)
        page.safety_requested.connect(self.safety_requested)
        page.finished.connect(self._on_finished)
        return page

    @Slot()
    def _on_finished(self) -> None:
        """Remember that the person has been welcomed."""
        self._is_open = False
        self._settings.change(self._settings.settings.with_value("welcomed", True))
        self.finished.emit()

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """Show the answers that are kept."""
        if self._page is not None and self._is_open:
            self._page.set_settings(settings)


def _country() -> str:
    """The country that this computer is set to; asked for by the last step only."""
    from hipstretch.ui.flow.safety import country_here

    return country_here()
