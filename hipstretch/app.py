"""The composition root: the only place that builds the program's objects and connects them.

Home is built at the start. What belongs to customising and playing is imported and built when it is
first needed, so that the window is there at once.
"""

from __future__ import annotations

import gc
import sys
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from hipstretch import __version__, paths
from hipstretch.core.settings import Settings, StayOn
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
    from hipstretch.core.catalogue import Facts
    from hipstretch.core.chimes import Chime
    from hipstretch.core.ports import Clock
    from hipstretch.core.remote import Request
    from hipstretch.core.routine import Routine
    from hipstretch.core.therapy_view import TherapyView
    from hipstretch.qt.awake_keeper import AwakeKeeper
    from hipstretch.qt.media_remote import MediaRemote
    from hipstretch.qt.narrator import Narrator
    from hipstretch.qt.routine_shelf import RoutineShelf
    from hipstretch.qt.session_runner import SessionRunner
    from hipstretch.services.bus import Bus
    from hipstretch.storage.figures import FigureShelf
    from hipstretch.storage.library import Library
    from hipstretch.storage.running import Interrupted, RunningSession
    from hipstretch.ui.flow.breaks import BreaksFlow
    from hipstretch.ui.flow.breaks_page import BreaksPageFlow
    from hipstretch.ui.flow.customise import CustomiseFlow
    from hipstretch.ui.flow.outside import OutsideFlow
    from hipstretch.ui.flow.session import SessionFlow
    from hipstretch.ui.flow.settings import SettingsFlow
    from hipstretch.ui.flow.therapy import TherapyFlow
    from hipstretch.ui.flow.therapy_alerts import TherapyAlerts

SETTLED_AFTER_MS = 3000
"""When a window that nobody sees has settled all the same."""
LANGUAGE = "en-GB"
"""The language of the app's words, and so of its voice."""


class App(QObject):
    """The program's objects, built for one person's folder and one clock."""

    def __init__(self, own_folder: Path, clock: Clock, request: Request | None = None) -> None:
        super().__init__()
        self._request = request
        self._is_settled = False
        self._panel_bus: Bus | None = None
        self._therapy_path = own_folder / "therapy.json"
        self._alerts: TherapyAlerts | None = None
        self._remote: MediaRemote | None = None
        self._awake: AwakeKeeper | None = None
        self._own_folder = own_folder
        self._routine_folders = (paths.bundled("routines"), own_folder / "routines")
        self._clock = clock
        self.settings = SettingsKeeper(SettingsFile(own_folder / "settings.json"), self)
        self.theme = Theme(Icons(paths.bundled("assets") / "icons"), self)
        self.theme.figures.set_source(self._make_figures)
        self._take_over(self.settings.settings)
        self.window = MainWindow(self.theme, self._pages())
        self._database = Database(own_folder / "history.sqlite3")
        self._history = History(self._database)
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

    @Slot()
    def settle(self) -> None:
        """After the first paint: what the start had put off; once."""
        if self._is_settled:
            return
        self._is_settled = True
        from PySide6.QtGui import QIcon

        from hipstretch.qt.instance_server import listen

        QApplication.setWindowIcon(QIcon(str(paths.bundled("assets") / "icons" / "app.svg")))
        if self._therapy_path.exists():
            self.therapy.refresh()
        self.breaks.start()
        self._name_stretch()
        listen(self._own_folder, self.outside.answer, self)
        if self._request is not None:
            reply = self.outside.answer(self._request)
            if not reply.done:
                self.window.toast.show_message(reply.text, icon="info")
        gc.enable()
        gc.freeze()

    @Slot()
    def raise_window(self) -> None:
        """Bring the window to the front, wherever it is."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        if not self.window.isVisible():
            self.show()
        self.window.raise_()
        self.window.activateWindow()

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
    def runner(self) -> SessionRunner:
        """The one session."""
        from hipstretch.qt.session_runner import SessionRunner

        return SessionRunner(self._clock, self.running, self)

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
    def session(self) -> SessionFlow:
        """Player and finish page, with all that goes along with a session."""
        from hipstretch.qt.media_remote import MediaRemote
        from hipstretch.services import media
        from hipstretch.ui.flow.session import SessionFlow

        flow = SessionFlow(
            self.theme,
            self.window,
            self.runner,
            self.narrator,
            self.settings,
            self._history,
            self._clock,
            self,
        )
        flow.left.connect(self.home.show)
        self._remote = MediaRemote(self.runner, media.create, self)
        self._remote.stop_requested.connect(flow.leave)
        self.awake.followed_changed.connect(self.breaks.follow_session)
        return flow

    @cached_property
    def awake(self) -> AwakeKeeper:
        """What keeps the screen on."""
        from hipstretch.qt.awake_keeper import AwakeKeeper
        from hipstretch.services import awake

        self._awake = AwakeKeeper(self.runner, awake.create, self)
        return self._awake

    @cached_property
    def therapy(self) -> TherapyFlow:
        """Ice and heat."""
        from hipstretch.qt.therapy_timer import TherapyTimer
        from hipstretch.services import notify
        from hipstretch.services.clock.boot import boot_id
        from hipstretch.storage.therapy_file import TherapyFile
        from hipstretch.storage.therapy_log import TherapyLog
        from hipstretch.ui.flow.therapy import TherapyFlow
        from hipstretch.ui.flow.therapy_alerts import TherapyAlerts

        file, log = TherapyFile(self._therapy_path, boot_id()), TherapyLog(self._database)
        timer = TherapyTimer(self._clock, file, log, self)
        look = (self.theme, self.window)
        flow = TherapyFlow(*look, self.settings, timer, self)
        icon = paths.bundled("assets") / "icons" / "app.svg"
        bubbles = partial(notify.create, icon)
        self._alerts = alerts = TherapyAlerts(*look, timer, self._ring, bubbles, self)
        alerts.stop_requested.connect(flow.stop)
        alerts.skin_fine_requested.connect(flow.confirm_skin)
        alerts.page_requested.connect(flow.show)
        alerts.refresh_requested.connect(flow.refresh)
        alerts.window_requested.connect(self.raise_window)
        alerts.running_changed.connect(self._on_timer_running_changed)
        alerts.last_minute_changed.connect(self.breaks.hold_for_timer)
        flow.window_requested.connect(self.raise_window)
        flow.view_changed.connect(self._on_therapy_changed)
        self.window.page_shown.connect(flow.refresh)
        flow.start()
        return flow

    @cached_property
    def breaks(self) -> BreaksFlow:
        """Get-up reminders."""
        from hipstretch.qt.sitting_watcher import SittingWatcher
        from hipstretch.services import desk, idle, notify
        from hipstretch.storage.day_book import DayBook
        from hipstretch.storage.sitting_file import SittingFile
        from hipstretch.storage.sitting_log import SittingLog
        from hipstretch.ui.flow.break_asking import BreakAsking
        from hipstretch.ui.flow.breaks import BreaksFlow
        from hipstretch.ui.tray import Tray
        from hipstretch.ui.tray_place import TrayPlace

        file, log = SittingFile(self._own_folder / "sitting.json"), SittingLog(self._database)
        watcher = SittingWatcher(self._clock, file, DayBook(log), idle.create, desk.create, self)
        self._panel_bus = _bus()
        tray = Tray(self.theme, TrayPlace(self._panel_bus, self), self)
        icon = paths.bundled("assets") / "icons" / "app.svg"
        asking = BreakAsking(self.theme, partial(notify.create, icon), self)
        flow = BreaksFlow(self.settings, watcher, tray, asking, self)
        flow.stretch_requested.connect(self._on_stretch_requested)
        flow.open_requested.connect(self.raise_window)
        flow.settings_requested.connect(self._on_settings_requested)
        flow.quit_requested.connect(self.quit)
        flow.view_changed.connect(self.home.show_breaks)
        self.home.up_requested.connect(flow.say_up)
        self.home.sitting_requested.connect(flow.say_sitting)
        return flow

    @cached_property
    def breaks_page(self) -> BreaksPageFlow:
        """The Breaks page."""
        from hipstretch.services import autostart
        from hipstretch.ui.flow.breaks_page import BreaksPageFlow

        look = (self.theme, self.window)
        flow = BreaksPageFlow(
            *look, self.settings, self.breaks, autostart.create(), self._known_routines, self
        )
        flow.stretch_requested.connect(self._on_stretch_requested)
        return flow

    @cached_property
    def outside(self) -> OutsideFlow:
        """What the command line and other starts ask."""
        from hipstretch.ui.flow.outside import OutsideFlow

        flow = OutsideFlow(self.breaks, self._make_therapy, self._has_routine, self)
        flow.show_requested.connect(self.raise_window)
        flow.routine_start_requested.connect(self._on_routine_start_requested)
        return flow

    @cached_property
    def settings_flow(self) -> SettingsFlow:
        """The settings page."""
        from hipstretch.ui.flow.settings import SettingsFlow

        look = (self.theme, self.window)
        return SettingsFlow(*look, self.settings, self._narrator, self._own_folder, self)

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
            NavItem("breaks", self.tr("Breaks"), "breaks"),
            NavItem("therapy", self.tr("Ice & heat"), "ice-and-heat"),
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
        self.home.breaks_requested.connect(self._on_breaks_requested)

    def _take_over(self, settings: Settings) -> None:
        """Let the theme look as the settings say."""
        self.theme.set_look(
            settings.appearance,
            text_scale=settings.text_size / 100,
            reduced_motion=settings.reduced_motion,
        )

    def _make_therapy(self) -> TherapyFlow:
        """Ice and heat, made when somebody asks for it."""
        return self.therapy

    def _ring(self, chime: Chime, volume: float | None) -> None:
        """Play a chime that belongs to no session."""
        self.narrator.set_settings(self.settings.settings)
        self.narrator.ring(chime, volume)

    def _known_routines(self) -> tuple[Facts, ...]:
        """The routines that Home shows."""
        return self.home.known_routines

    def _name_stretch(self) -> None:
        """Let the reminders offer the routine for breaks by its length."""
        chosen = self.settings.settings.break_routine
        for facts in self._known_routines():
            if facts.id == chosen:
                self.breaks.set_stretch_length(facts.seconds)

    def _has_routine(self, routine_id: str) -> bool:
        """Whether there is a routine of that id."""
        return self.library.find(routine_id) is not None

    def _narrator(self) -> Narrator:
        """The narrator, made when somebody asks for it."""
        return self.narrator

    def _put_away(self) -> None:
        """Write what is not written yet."""
        if "customise" in self.__dict__:
            self.customise.flush()
        if "session" in self.__dict__:
            self.session.close()

    def _let_go(self) -> None:
        """Be gone from the desktop: nothing may keep the program from ending."""
        self._put_away()
        self.breaks.stop()
        for part in (self._remote, self._awake, self._alerts, self.__dict__.get("narrator")):
            if part is not None:
                part.close()

    @Slot(str)
    def _on_page_requested(self, key: str) -> None:
        """Go to a page of the rail."""
        self._put_away()
        if key == "settings":
            self.settings_flow.show()
        elif key == "breaks":
            self.breaks_page.show()
        elif key == "therapy":
            self.therapy.show()
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
        if self._is_settled:
            self._name_stretch()

    @Slot(str)
    def _on_saving_failed(self, reason: str) -> None:
        """Say that the settings are not on disk."""
        text = self.tr("The settings could not be saved: %1").replace("%1", reason)
        self.window.toast.show_message(text, icon="info")

    @Slot()
    def _on_stretch_requested(self) -> None:
        """Play the routine for breaks."""
        self.raise_window()
        self._on_routine_start_requested(self.settings.settings.break_routine)

    @Slot(object)
    def _on_therapy_changed(self, view: TherapyView) -> None:
        """Show ice and heat where their page does not."""
        if self._alerts is not None:
            self._alerts.show_view(view, on_page=self.window.key == "therapy")

    @Slot(bool)
    def _on_timer_running_changed(self, is_running: bool) -> None:
        """Keep the screen on while a pack is on the skin; that is no film."""
        self.breaks.follow_timer(is_running)
        if is_running:
            self.awake.hold("timer")
        else:
            self.awake.release("timer")

    @Slot()
    def _on_breaks_requested(self) -> None:
        """Show the Breaks page."""
        self.breaks_page.show()

    @Slot()
    def _on_settings_requested(self) -> None:
        """Show the settings, wherever the window is."""
        self.raise_window()
        self._on_page_requested("settings")

    @Slot()
    def _on_closing(self) -> None:
        """Put away what is open; the program stays where reminders are to go on."""
        self._put_away()
        if not self._stays_on:
            self.quit()
        elif not self.settings.settings.told_stay_on:
            self.settings.change(self.settings.settings.with_value("told_stay_on", True))
            text = self.tr("Start it again to see its window, or use its icon in the tray.")
            self.breaks.tell(self.tr("HipStretch goes on without its window"), text)

    @property
    def _stays_on(self) -> bool:
        """Whether the program goes on without its window: always while ice or heat has to ring."""
        if "therapy" in self.__dict__ and self.therapy.is_running:
            return True
        settings = self.settings.settings
        if not settings.reminders or settings.stay_on is StayOn.NEVER:
            return False
        return settings.stay_on is StayOn.ALWAYS or self.breaks.has_tray

    @Slot()
    def quit(self) -> None:
        """End the program; what is open can be gone on with."""
        self._let_go()
        QApplication.quit()


def _bus() -> Bus | None:
    """The person's bus, where there is one."""
    if sys.platform != "linux":
        return None
    from hipstretch.services.bus import Bus, BusUnavailable

    try:
        return Bus.open("SESSION")
    except BusUnavailable:
        return None


def run(request: Request | None = None, *, is_hidden: bool = False) -> int:
    """Run the program until it is quit; returns the exit status.

    `request` is what to do first; a hidden start opens no window.
    """
    QCoreApplication.setApplicationName("hipstretch")
    QCoreApplication.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("HipStretch")
    application.setDesktopFileName("hipstretch")
    application.setQuitOnLastWindowClosed(False)
    app = App(paths.own_folder(), clocks.create(), request)
    app.window.first_painted.connect(app.settle)
    if not is_hidden:
        app.show()
    QTimer.singleShot(0 if is_hidden else SETTLED_AFTER_MS, app.settle)
    return application.exec()
