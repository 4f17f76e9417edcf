"""The composition root: the only place that builds the program's objects and connects them.

Home is built at the start. All else is imported and built when it is first needed, so that the
window is there at once; what belongs together is built by the modules in `parts`.
"""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from hipstretch import __version__, paths
from hipstretch.core.settings import Settings
from hipstretch.parts.pages import Pages, rail
from hipstretch.parts.stores import Stores
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.services import clock as clocks
from hipstretch.ui.flow.home import HomeFlow
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.flow.plan_keeper import PlanKeeper
from hipstretch.ui.icons import Icons
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:
    from hipstretch.core.ports import Clock
    from hipstretch.core.remote import Request
    from hipstretch.core.start import Start
    from hipstretch.parts.desktop import Desktop
    from hipstretch.parts.playing import Playing
    from hipstretch.parts.treatments import Treatments
    from hipstretch.qt.narrator import Narrator
    from hipstretch.qt.routine_shelf import RoutineShelf
    from hipstretch.storage.running import Interrupted
    from hipstretch.ui.flow.breaks import BreaksFlow
    from hipstretch.ui.flow.leaving import LeavingFlow
    from hipstretch.ui.flow.outside import OutsideFlow
    from hipstretch.ui.flow.session import SessionFlow
    from hipstretch.ui.flow.therapy import TherapyFlow

SETTLED_AFTER_MS = 3000
"""When a window that nobody sees has settled all the same."""


class App(QObject):
    """The program's objects, built for one person's folder and one clock."""

    def __init__(self, own_folder: Path, clock: Clock, request: Request | None = None) -> None:
        super().__init__()
        self._request, self._clock = request, clock
        self._is_settled = False
        self._stores = stores = Stores(own_folder)
        self.settings = SettingsKeeper(stores.settings, self)
        self.theme = Theme(Icons(paths.bundled("assets") / "icons"), self)
        self.theme.figures.set_source(stores.figures)
        self._take_over(self.settings.settings)
        self.window = MainWindow(self.theme, rail())
        self.window.first_painted.connect(self._on_first_painted)
        self._day = PersonDay(stores.day_marks, stores.pain_log, clock, self)
        self._plan = PlanKeeper(self.settings, stores.day_marks, clock, self)
        self.home = HomeFlow(
            self.theme,
            self.window,
            stores.index(),
            self._make_shelf,
            self.settings,
            stores.unfinished,
            stores.history,
            self._day,
            self._plan,
            clock,
            self,
        )
        self.pages = Pages(
            self.theme,
            self.window,
            self.settings,
            stores,
            clock,
            self._day,
            self._plan,
            self.home,
            self._make_breaks,
            self._make_therapy,
            self._make_narrator,
            self,
        )
        self._connect()

    def show(self) -> None:
        """Open the window."""
        self.pages.begin()
        self.window.show()

    @Slot()
    def settle(self) -> None:
        """After the first paint: what the start had put off; once."""
        if self._is_settled:
            return
        self._is_settled = True
        self.pages.upkeep.let_go_of_deleted()
        self.desktop.show_icon()
        if self._stores.has_therapy:
            self.therapy.refresh()
        self.breaks.start()
        self._name_stretch()
        self.desktop.listen(self.outside.answer)
        if self._request is not None:
            reply = self.outside.answer(self._request)
            if not reply.done:
                self.window.toast.show_message(reply.text, icon="info")
        self.pages.upkeep.tell_trouble()
        from hipstretch.qt.collector import Collector

        self._collector = Collector(self)

    @Slot()
    def raise_window(self) -> None:
        """Bring the window to the front, wherever it is."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        if not self.window.isVisible():
            self.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def quit(self) -> None:
        """End the program; what is open can be gone on with."""
        self._put_away()
        self.pages.close()
        self.breaks.stop()
        if "playing" in self.__dict__:
            self.playing.close()
        if "treatments" in self.__dict__:
            self.treatments.close()
        QApplication.quit()

    @cached_property
    def playing(self) -> Playing:
        """The session, and what else is heard or keeps the screen on."""
        from hipstretch.parts.playing import Playing

        look, stores = (self.theme, self.window), self._stores
        return Playing(*look, self.settings, stores, self._clock, self)

    @cached_property
    def session(self) -> SessionFlow:
        """Player and finish page."""
        flow = self.playing.session
        flow.left.connect(self.home.show)
        flow.ice_requested.connect(self._on_ice_requested)
        flow.safety_requested.connect(self.pages.show_safety)
        self.playing.awake.followed_changed.connect(self.breaks.follow_session)
        return flow

    @cached_property
    def treatments(self) -> Treatments:
        """Ice and heat."""
        from hipstretch.parts.treatments import Treatments

        look, stores = (self.theme, self.window), self._stores
        ring, make_notifier = self.playing.ring, self.desktop.make_notifier
        parts = Treatments(*look, self.settings, stores, self._clock, ring, make_notifier, self)
        parts.alerts.running_changed.connect(self._on_timer_running_changed)
        parts.alerts.last_minute_changed.connect(self.breaks.hold_for_timer)
        parts.window_requested.connect(self.raise_window)
        parts.flow.view_changed.connect(self.breaks.show_therapy)
        parts.flow.safety_requested.connect(self.pages.show_safety)
        parts.start()
        return parts

    @property
    def therapy(self) -> TherapyFlow:
        """The page of ice and heat, and what is asked of it from outside."""
        return self.treatments.flow

    @cached_property
    def desktop(self) -> Desktop:
        """Tray, notifications and reminders."""
        from hipstretch.parts.desktop import Desktop

        return Desktop(self.theme, self.settings, self._stores, self._clock, self)

    @cached_property
    def breaks(self) -> BreaksFlow:
        """Get-up reminders."""
        flow = self.desktop.breaks
        flow.stretch_requested.connect(self._on_stretch_requested)
        flow.open_requested.connect(self.raise_window)
        flow.settings_requested.connect(self._on_settings_requested)
        flow.quit_requested.connect(self.leaving.quit)
        flow.therapy_requested.connect(self._on_therapy_requested)
        flow.view_changed.connect(self.home.show_breaks)
        self.home.up_requested.connect(flow.say_up)
        self.home.sitting_requested.connect(flow.say_sitting)
        return flow

    @cached_property
    def outside(self) -> OutsideFlow:
        """What the command line and other starts ask."""
        from hipstretch.ui.flow.outside import OutsideFlow

        therapy = (self._make_therapy, self._made_therapy)
        flow = OutsideFlow(self.breaks, *therapy, self._stores.has_routine, self)
        flow.show_requested.connect(self.raise_window)
        flow.routine_start_requested.connect(self.pages.start_routine)
        return flow

    @cached_property
    def leaving(self) -> LeavingFlow:
        """Closing the window and ending the program."""
        from hipstretch.ui.flow.leaving import LeavingFlow

        look = (self.theme, self.window)
        flow = LeavingFlow(*look, self.settings, self._make_breaks, self._made_therapy, self)
        flow.window_requested.connect(self.raise_window)
        flow.quit_agreed.connect(self.quit)
        return flow

    def _connect(self) -> None:
        """Connect what one part asks for with the part that does it."""
        self.window.page_requested.connect(self._on_page_requested)
        self.window.closing.connect(self._on_closing)
        self.settings.changed.connect(self._on_settings_changed)
        self.settings.saving_failed.connect(self._on_saving_failed)
        self.home.go_on_requested.connect(self._on_go_on_requested)
        self.pages.start_requested.connect(self._on_start_requested)
        self.pages.stretch_requested.connect(self._on_stretch_requested)

    def _take_over(self, settings: Settings) -> None:
        """Let the theme look as the settings say."""
        self.theme.set_look(
            settings.appearance,
            text_scale=settings.text_size / 100,
            reduced_motion=settings.reduced_motion,
        )

    def _make_shelf(self) -> RoutineShelf:
        """The reader of all routines."""
        from hipstretch.qt.routine_shelf import RoutineShelf

        return RoutineShelf(self._stores.library, self)

    def _make_therapy(self) -> TherapyFlow:
        """Ice and heat, made when somebody asks for it."""
        return self.therapy

    def _made_therapy(self) -> TherapyFlow | None:
        """Ice and heat, where somebody has asked for it."""
        return self.therapy if "treatments" in self.__dict__ else None

    def _make_breaks(self) -> BreaksFlow:
        """Get-up reminders, made when somebody asks for them."""
        return self.breaks

    def _make_narrator(self) -> Narrator:
        """The narrator, made when somebody asks for it."""
        return self.playing.narrator

    def _name_stretch(self) -> None:
        """Let the reminders offer the routine for breaks by its length."""
        chosen = self.settings.settings.break_routine
        for facts in self.home.known_routines:
            if facts.id == chosen:
                self.breaks.set_stretch_length(facts.seconds)

    def _put_away(self) -> None:
        """Write what is not written yet."""
        self.pages.put_away()
        if "playing" in self.__dict__:
            self.playing.put_away()

    @Slot(str)
    def _on_page_requested(self, key: str) -> None:
        """Go to a page of the rail."""
        self._put_away()
        self.pages.show(key)

    @Slot(object)
    def _on_start_requested(self, start: Start) -> None:
        """Play a routine."""
        self.session.begin(start)

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
        self.pages.start_routine(self.settings.settings.break_routine)

    @Slot(bool)
    def _on_timer_running_changed(self, is_running: bool) -> None:
        """Keep the screen on while a pack is on the skin; that is no film."""
        self.breaks.follow_timer(is_running)
        if is_running:
            self.playing.awake.hold("timer")
        else:
            self.playing.awake.release("timer")

    @Slot()
    def _on_ice_requested(self) -> None:
        """On to ice, after a session."""
        self.therapy.show()

    @Slot()
    def _on_therapy_requested(self) -> None:
        """Show ice and heat as they stand now, where there are any."""
        therapy = self._made_therapy()
        if therapy is not None:
            therapy.refresh()

    @Slot()
    def _on_settings_requested(self) -> None:
        """Show the settings, wherever the window is."""
        self.raise_window()
        self._on_page_requested("settings")

    @Slot()
    def _on_first_painted(self) -> None:
        """Before Home keeps anything: let go of what the last run deleted."""
        self.pages.upkeep.let_go_of_deleted()

    @Slot()
    def _on_closing(self) -> None:
        """Put away what is open; the program may go on without its window."""
        self._put_away()
        self.leaving.close_window()


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
