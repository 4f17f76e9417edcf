"""The composition root: the only place that builds the program's objects and connects them.

Home is built at the start. What belongs to customising and playing is imported and built when it is
first needed, so that the window is there at once.
"""

from __future__ import annotations

import gc
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from hipstretch import __version__, paths
from hipstretch.core.settings import Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.services import clock as clocks
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from hipstretch.storage.index import CatalogueIndex
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.flow.home import HomeFlow
from hipstretch.ui.icons import Icons
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavItem

if TYPE_CHECKING:
    from hipstretch.core.ports import Clock
    from hipstretch.core.routine import Routine
    from hipstretch.qt.routine_shelf import RoutineShelf
    from hipstretch.storage.figures import FigureShelf
    from hipstretch.storage.library import Library
    from hipstretch.storage.running import Interrupted, RunningSession
    from hipstretch.ui.flow.customise import CustomiseFlow
    from hipstretch.ui.flow.session import SessionFlow
    from hipstretch.ui.pages.settings import SettingsPage


class App(QObject):
    """The program's objects, built for one person's folder and one clock."""

    def __init__(self, own_folder: Path, clock: Clock) -> None:
        super().__init__()
        self._own_folder = own_folder
        self._routine_folders = (paths.bundled("routines"), own_folder / "routines")
        self._clock = clock
        self._settings_page: SettingsPage | None = None
        self.settings = SettingsKeeper(SettingsFile(own_folder / "settings.json"), self)
        self.theme = Theme(Icons(paths.bundled("assets") / "icons"), self)
        self.theme.figures.set_source(self._make_figures)
        self._take_over(self.settings.settings)
        self.window = MainWindow(self.theme, self._pages())
        self._history = History(Database(own_folder / "history.sqlite3"))
        self.home = HomeFlow(
            self.theme,
            self.window,
            self._index(),
            self._make_shelf,
            self.settings,
            self,
            self._history,
            clock,
            self,
        )
        self._connect()

    def show(self) -> None:
        """Open the window on Home."""
        self.home.show()
        self.window.show()

    def find(self) -> Interrupted | None:
        """The session that another run left unfinished, or None."""
        there = (self._own_folder / "running.json").exists()
        return self.running.load() if there else None

    def forget(self) -> None:
        """Drop that session; raises OSError."""
        self.running.forget()

    @cached_property
    def library(self) -> Library:
        """The routines on disk."""
        from hipstretch.storage.library import Library

        return Library(*self._routine_folders)

    @cached_property
    def running(self) -> RunningSession:
        """The session under way, on disk."""
        from hipstretch.storage.running import RunningSession

        return RunningSession(self._own_folder, self.library.exercises)

    @cached_property
    def customise(self) -> CustomiseFlow:
        """Preview and customise."""
        from hipstretch.storage.customised import CustomisedRoutines
        from hipstretch.ui.flow.customise import CustomiseFlow

        look = (self.theme, self.window)
        customised = CustomisedRoutines(self.library)
        flow = CustomiseFlow(*look, self.library, customised, self.settings, self)
        flow.start_requested.connect(self._on_start_requested)
        flow.routines_changed.connect(self.home.mark_stale)
        flow.left.connect(self.home.show)
        return flow

    @cached_property
    def session(self) -> SessionFlow:
        """Player and finish page."""
        from hipstretch.qt.session_runner import SessionRunner
        from hipstretch.ui.flow.session import SessionFlow

        look = (self.theme, self.window)
        runner = SessionRunner(self._clock, self.running, self)
        flow = SessionFlow(*look, runner, self.settings, self._history, self._clock, self)
        flow.left.connect(self.home.show)
        return flow

    def _index(self) -> CatalogueIndex:
        """What Home showed last."""
        folders = [
            part for folder in self._routine_folders for part in (folder, folder / "stretches")
        ]
        return CatalogueIndex(self._own_folder / "home-index.json", folders)

    def _make_shelf(self) -> RoutineShelf:
        """The reader of all routines."""
        from hipstretch.qt.routine_shelf import RoutineShelf

        return RoutineShelf(self.library, self)

    def _make_figures(self) -> FigureShelf:
        """The figures on disk, the person's own first."""
        from hipstretch.storage.figures import FigureShelf

        return FigureShelf([self._own_folder / "figures", paths.bundled("assets") / "figures"])

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
        self.home.routine_opened.connect(self._on_routine_opened)
        self.home.routine_start_requested.connect(self._on_routine_start_requested)
        self.home.new_routine_requested.connect(self._on_new_routine_requested)
        self.home.go_on_requested.connect(self._on_go_on_requested)

    def _take_over(self, settings: Settings) -> None:
        """Let the theme look as the settings say."""
        self.theme.set_look(
            settings.appearance,
            text_scale=settings.text_size / 100,
            reduced_motion=settings.reduced_motion,
        )

    def _put_away(self) -> None:
        """Write what is not written yet."""
        if "customise" in self.__dict__:
            self.customise.flush()
        if "session" in self.__dict__:
            self.session.close()

    def _show_settings(self) -> None:
        """Show the settings page, which is made when it is first needed."""
        if self._settings_page is None:
            from hipstretch.ui.pages.settings import SettingsPage

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
        self._put_away()
        if key == "settings":
            self._show_settings()
        else:
            self.home.show()

    @Slot(str)
    def _on_routine_opened(self, routine_id: str) -> None:
        """Show a routine's preview."""
        self.customise.open(routine_id)

    @Slot(str)
    def _on_routine_start_requested(self, routine_id: str) -> None:
        """Play a routine at once."""
        self.customise.start(routine_id)

    @Slot()
    def _on_new_routine_requested(self) -> None:
        """Make a new routine."""
        self.customise.create()

    @Slot(object)
    def _on_start_requested(self, routine: Routine) -> None:
        """Play a routine."""
        self.session.begin(routine)

    @Slot(object)
    def _on_go_on_requested(self, interrupted: Interrupted) -> None:
        """Go on with a session."""
        self.session.go_on(interrupted)

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
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = self._own_folder / "routines"
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_closing(self) -> None:
        """Put away what is open; the next start offers to go on."""
        self._put_away()


@Slot()
def _settle() -> None:
    """After the first paint: the icon, and the garbage collector, which the start had put off."""
    from PySide6.QtGui import QIcon

    QApplication.setWindowIcon(QIcon(str(paths.bundled("assets") / "icons" / "app.svg")))
    gc.enable()
    gc.freeze()


def run() -> int:
    """Show the window until it is closed; returns the exit status."""
    QCoreApplication.setApplicationName("hipstretch")
    QCoreApplication.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("HipStretch")
    application.setDesktopFileName("hipstretch")
    app = App(paths.own_folder(), clocks.create())
    app.show()
    QTimer.singleShot(0, _settle)
    return application.exec()
