"""The Breaks page: made when it is first needed, and fed while it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.catalogue import Facts
from hipstretch.core.ports import Autostart
from hipstretch.core.settings import Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.flow.breaks import BreaksFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.breaks import BreaksPage
from hipstretch.ui.pages.breaks_settings import RoutineChoice
from hipstretch.ui.theme import Theme

KEY = "breaks"
"""The page's key in the rail."""


class BreaksPageFlow(QObject):
    """Shows the page and does what is asked there.

    Signals:
        stretch_requested: the routine for breaks is to begin.
    """

    stretch_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        breaks: BreaksFlow,
        autostart: Autostart,
        routines: Callable[[], tuple[Facts, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._breaks = window, settings, breaks
        self._autostart, self._routines = autostart, routines
        self._page = page = BreaksPage(theme)
        page.stretch_requested.connect(self.stretch_requested)
        page.up_requested.connect(breaks.say_up)
        page.sitting_requested.connect(breaks.say_sitting)
        page.pause_requested.connect(breaks.pause_for)
        page.go_on_requested.connect(breaks.go_on)
        page.settings_changed.connect(settings.change)
        page.autostart_requested.connect(self._on_autostart_requested)
        breaks.view_changed.connect(self._on_view_changed)
        settings.changed.connect(self._on_settings_changed)

    def show(self) -> None:
        """Show how things stand now."""
        facts = self._routines()
        self._page.set_routines([RoutineChoice(one.id, one.name, one.seconds) for one in facts])
        self._page.set_settings(self._settings.settings)
        self._page.set_autostart(self._autostart.is_on)
        self._page.set_ways(self._breaks.ways)
        self._page.show_view(self._breaks.view)
        self._window.show_page(self._page, KEY)

    @Slot(object)
    def _on_view_changed(self, view: BreaksView) -> None:
        """Show a change to whoever looks."""
        if self._page.isVisible():
            self._page.show_view(view)

    @Slot(object)
    def _on_settings_changed(self, _settings: Settings) -> None:
        """What is set here changes the state at the top of the page too."""
        self._on_view_changed(self._breaks.view)

    @Slot(bool)
    def _on_autostart_requested(self, is_on: bool) -> None:
        """Start with the login, or no longer; say so where it cannot be done."""
        try:
            self._autostart.switch(is_on=is_on)
        except OSError as error:
            text = self.tr("The start at login could not be changed: %1").replace("%1", str(error))
            self._window.toast.show_message(text, icon="info")
        self._page.set_autostart(self._autostart.is_on)
