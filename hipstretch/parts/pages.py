"""Where the rail and Home lead: each page is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from hipstretch.parts.history_upkeep import HistoryUpkeep
from hipstretch.parts.stores import Stores
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.ui.flow.home import HomeFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.nav_button import NavItem

if TYPE_CHECKING:
    from hipstretch.core.body import Picture
    from hipstretch.core.catalogue import Facts
    from hipstretch.core.ports import Clock
    from hipstretch.qt.narrator import Narrator
    from hipstretch.ui.flow.breaks import BreaksFlow
    from hipstretch.ui.flow.breaks_page import BreaksPageFlow
    from hipstretch.ui.flow.customise import CustomiseFlow
    from hipstretch.ui.flow.history import HistoryFlow
    from hipstretch.ui.flow.person_day import PersonDay
    from hipstretch.ui.flow.plan_keeper import PlanKeeper
    from hipstretch.ui.flow.safety import SafetyFlow
    from hipstretch.ui.flow.settings import SettingsFlow
    from hipstretch.ui.flow.therapy import TherapyFlow
    from hipstretch.ui.flow.welcome import WelcomeFlow


def rail() -> tuple[NavItem, ...]:
    """The pages of the rail."""
    tr = QCoreApplication.translate
    return (
        NavItem("today", tr("Pages", "Today"), "today"),
        NavItem("breaks", tr("Pages", "Breaks"), "breaks"),
        NavItem("therapy", tr("Pages", "Ice & heat"), "ice-and-heat"),
        NavItem("history", tr("Pages", "History"), "history"),
        NavItem("settings", tr("Pages", "Settings"), "settings", at_foot=True),
        NavItem("safety", tr("Pages", "Safety"), "safety", at_foot=True),
    )


class Pages(QObject):
    """The pages besides Home, the player and the finish page.

    Signals:
        start_requested: `Start`, what to play.
        stretch_requested: the routine for breaks is to begin.
    """

    start_requested = Signal(object)
    stretch_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        settings: SettingsKeeper,
        stores: Stores,
        clock: Clock,
        day: PersonDay,
        plan: PlanKeeper,
        home: HomeFlow,
        breaks: Callable[[], BreaksFlow],
        therapy: Callable[[], TherapyFlow],
        narrator: Callable[[], Narrator],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._settings, self._stores, self._clock = settings, stores, clock
        self._day, self._plan, self._home = day, plan, home
        self._breaks, self._therapy, self._narrator = breaks, therapy, narrator
        self.upkeep = HistoryUpkeep(window, stores, day, plan, self)
        home.routine_opened.connect(self._on_routine_opened)
        home.routine_start_requested.connect(self.start_routine)
        home.new_routine_requested.connect(self._on_new_routine_requested)
        home.breaks_requested.connect(self._on_breaks_requested)
        home.safety_requested.connect(self.show_safety)
        window.safety_requested.connect(self.show_safety)

    def begin(self) -> None:
        """Show what the program opens with: Home, once the person has been welcomed."""
        if self._settings.settings.welcomed:
            self._home.show()
        else:
            self.welcome.show()

    @Slot(str)
    def show(self, key: str) -> None:
        """Show a page of the rail."""
        match key:
            case "breaks":
                self.breaks.show()
            case "therapy":
                self._therapy().show()
            case "history":
                self.history.show()
            case "settings":
                self.settings.show()
            case "safety":
                self.safety.show()
            case _:
                self._home.show()

    @Slot()
    def show_safety(self) -> None:
        """Show when to get help."""
        self.safety.show()

    @Slot(str)
    def start_routine(self, routine_id: str) -> None:
        """Play a routine at once."""
        self.customise.start(routine_id)

    def put_away(self) -> None:
        """Write what is not written yet."""
        if "customise" in self.__dict__:
            self.customise.flush()

    def close(self) -> None:
        """The program ends."""
        if "history" in self.__dict__:
            self.history.close()

    @cached_property
    def customise(self) -> CustomiseFlow:
        """Preview and customise."""
        from hipstretch.ui.flow.customise import CustomiseFlow
        from hipstretch.ui.flow.minding import Minding
        from hipstretch.ui.flow.starting import StartingFlow

        look, stores = (self._theme, self._window), self._stores
        minding = Minding(
            self._settings,
            stores.pain_log,
            stores.decisions(),
            stores.library.exercises.find,
            self._clock,
        )
        flow = CustomiseFlow(
            *look,
            stores.library,
            stores.customised(),
            self._settings,
            minding,
            StartingFlow(*look, minding, self._day, self),
            self._day,
            self._plan,
            self,
        )
        flow.start_requested.connect(self.start_requested)
        flow.routines_changed.connect(self._home.mark_stale)
        flow.left.connect(self._home.show)
        return flow

    @cached_property
    def breaks(self) -> BreaksPageFlow:
        """The Breaks page."""
        from hipstretch.services import autostart
        from hipstretch.ui.flow.breaks_page import BreaksPageFlow

        flow = BreaksPageFlow(
            self._theme,
            self._window,
            self._settings,
            self._breaks(),
            autostart.create(),
            self._known_routines,
            self,
        )
        flow.stretch_requested.connect(self.stretch_requested)
        return flow

    @cached_property
    def settings(self) -> SettingsFlow:
        """The settings page."""
        from hipstretch.ui.flow.settings import SettingsFlow

        look, folder = (self._theme, self._window), self._stores.own_folder
        flow = SettingsFlow(*look, self._settings, self._narrator, folder, self)
        flow.welcome_requested.connect(self._on_welcome_requested)
        flow.therapy_check_requested.connect(self._on_therapy_check_requested)
        return flow

    @cached_property
    def history(self) -> HistoryFlow:
        """The History page."""
        from hipstretch.outgoing import Outgoing
        from hipstretch.ui.flow.history import HistoryFlow

        stores = self._stores
        flow = HistoryFlow(
            self._theme,
            self._window,
            stores.database,
            stores.history_reader(),
            stores.history_bin(),
            stores.day_marks,
            self._settings,
            self._clock,
            Outgoing(stores.own_folder, self._clock.now),
            self._picture,
            parent=self,
        )
        flow.start_requested.connect(self.start_routine)
        flow.home_requested.connect(self._home.show)
        flow.changed.connect(self.upkeep.take_up_change)
        return flow

    @cached_property
    def safety(self) -> SafetyFlow:
        """When to get help, and what is good to know."""
        from hipstretch.ui.flow.safety import SafetyFlow

        flow = SafetyFlow(self._theme, self._window, self._settings, self)
        flow.settings_requested.connect(self._on_settings_requested)
        return flow

    @cached_property
    def welcome(self) -> WelcomeFlow:
        """The first start."""
        from hipstretch.ui.flow.welcome import WelcomeFlow

        flow = WelcomeFlow(self._theme, self._window, self._settings, self)
        flow.finished.connect(self._home.show)
        flow.safety_requested.connect(self.show_safety)
        return flow

    def _picture(self, routine_id: str) -> Picture | None:
        """What shows a routine; None where there is none of that id."""
        found = (facts for facts in self._home.known_routines if facts.id == routine_id)
        facts = next(found, None)
        return facts.picture if facts is not None else None

    def _known_routines(self) -> tuple[Facts, ...]:
        """The routines that Home shows."""
        return self._home.known_routines

    @Slot(str)
    def _on_routine_opened(self, routine_id: str) -> None:
        """Show a routine's preview."""
        self.customise.open(routine_id)

    @Slot()
    def _on_new_routine_requested(self) -> None:
        """Make a new routine."""
        self.customise.create()

    @Slot()
    def _on_breaks_requested(self) -> None:
        """Show the Breaks page."""
        self.breaks.show()

    @Slot()
    def _on_settings_requested(self) -> None:
        """Show the settings."""
        self.settings.show()

    @Slot()
    def _on_welcome_requested(self) -> None:
        """Ask about the person once more."""
        self.welcome.show()

    @Slot()
    def _on_therapy_check_requested(self) -> None:
        """Ask once more what to ask about before ice and heat."""
        self._therapy().ask_again()
