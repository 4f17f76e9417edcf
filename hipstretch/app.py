"""The composition root: the only place that builds the program's objects and connects them."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication

from hipstretch import __version__, paths
from hipstretch.core.ports import Clock
from hipstretch.core.settings import Settings
from hipstretch.qt.routine_shelf import RoutineShelf
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.services import clock as clocks
from hipstretch.storage.customised import CustomisedRoutines
from hipstretch.storage.history import History
from hipstretch.storage.library import Library
from hipstretch.storage.running import RunningSession
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.customise import CustomiseFlow
from hipstretch.ui.flow.home import HomeFlow
from hipstretch.ui.flow.session import SessionFlow
from hipstretch.ui.icons import Icons
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.settings import SettingsPage
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavItem


class App(QObject):
    """The program's objects, built for one person's folder and one clock."""

    def __init__(self, own_folder: Path, clock: Clock) -> None:
        super().__init__()
        self._own_folder = own_folder
        self.settings = SettingsKeeper(SettingsFile(own_folder / "settings.json"), self)
        self.theme = Theme(Icons(paths.bundled("assets") / "icons"), self)
        self._take_over(self.settings.settings)
        self.window = MainWindow(self.theme, self._pages())
        library = Library(paths.bundled("routines"), own_folder / "routines")
        running = RunningSession(own_folder, library.exercises)
        history = History(own_folder / "history.sqlite3")
        shelf = RoutineShelf(library, self)
        self.runner = SessionRunner(clock, running, self)
        look = (self.theme, self.window)
        self.home = HomeFlow(*look, shelf, self.settings, running, history, clock, self)
        customised = CustomisedRoutines(library)
        self.customise = CustomiseFlow(*look, library, customised, self.settings, self)
        self.session = SessionFlow(*look, self.runner, self.settings, history, clock, self)
        self._settings_page: SettingsPage | None = None
        self._connect()

    def show(self) -> None:
        """Open the window on Home."""
        self.home.show()
        self.window.show()

    def _pages(self) -> tuple[NavItem, ...]:
        """The pages of the rail."""
        return (
            NavItem("today", self.tr("Today"), "today"),
            NavItem("settings", self.tr("Settings"), "settings", at_foot=True),
        )

    def _connect(self) -> None:
        """Connect what one part asks for with the part that does it."""
        self.window.page_requested.connect(self._on_page_requested)
        self.window.closing.connect(self._on_closing)
        self.settings.changed.connect(self._on_settings_changed)
        self.settings.saving_failed.connect(self._on_saving_failed)
        self.home.routine_opened.connect(self.customise.open)
        self.home.routine_start_requested.connect(self.customise.start)
        self.home.new_routine_requested.connect(self.customise.create)
        self.home.go_on_requested.connect(self.session.go_on)
        self.customise.start_requested.connect(self.session.begin)
        self.customise.routines_changed.connect(self.home.mark_stale)
        self.customise.left.connect(self.home.show)
        self.session.left.connect(self.home.show)

    def _take_over(self, settings: Settings) -> None:
        """Let the theme look as the settings say."""
        self.theme.set_look(
            settings.appearance,
            text_scale=settings.text_size / 100,
            reduced_motion=settings.reduced_motion,
        )

    def _show_settings(self) -> None:
        """Show the settings page, which is made when it is first needed."""
        if self._settings_page is None:
            page = SettingsPage(self.theme)
            page.set_folder(str(self._own_folder))
            page.set_version(__version__)
            page.settings_changed.connect(self.settings.change)
            page.open_folder_requested.connect(self._on_open_folder_requested)
            self._settings_page = page
        self._settings_page.set_settings(self.settings.settings)
        self.window.show_page(self._settings_page, "settings")

    @Slot(str)
    def _on_page_requested(self, key: str) -> None:
        """Go to a page of the rail."""
        self.customise.flush()
        if key == "settings":
            self._show_settings()
        else:
            self.home.show()

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        """Look and count as the settings say from now on."""
        self._take_over(settings)
        self.home.mark_stale()

    @Slot(str)
    def _on_saving_failed(self, reason: str) -> None:
        """Say that the settings are not on disk."""
        text = self.tr("The settings could not be saved: %1").replace("%1", reason)
        self.window.toast.show_message(text, icon="info")

    @Slot()
    def _on_open_folder_requested(self) -> None:
        """Show the person's own folder in the file manager."""
        folder = self._own_folder / "routines"
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_closing(self) -> None:
        """Put away what is open; the next start offers to go on."""
        self.customise.flush()
        self.runner.close()


def run() -> int:
    """Show the window until it is closed; returns the exit status."""
    QCoreApplication.setApplicationName("hipstretch")
    QCoreApplication.setApplicationVersion(__version__)
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("HipStretch")
    application.setDesktopFileName("hipstretch")
    application.setWindowIcon(QIcon(str(paths.bundled("assets") / "icons" / "app.svg")))
    app = App(paths.own_folder(), clocks.create())
    app.show()
    return application.exec()
