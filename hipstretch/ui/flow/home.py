"""Home: which routines there are, what to do today, and a session to go on with."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.catalogue import Facts, FaultItem, HomeItem, RoutineItem
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history import History
from hipstretch.storage.index import CatalogueIndex
from hipstretch.ui.flow.featured import go_on_content, today_content
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.flow.plan_keeper import PlanKeeper
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.pages.home_items import PersonToday
from hipstretch.ui.plan_words import kept_row_words
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:  # read only where the index does not hold, or there is a session to go on with
    from hipstretch.core.breaks_view import BreaksView
    from hipstretch.core.plan import PlanItem
    from hipstretch.core.ports import Clock
    from hipstretch.qt.routine_shelf import RoutineShelf
    from hipstretch.storage.library import Entry
    from hipstretch.storage.running import Interrupted
    from hipstretch.ui.widgets.concern_question import Settled

_log = logging.getLogger(__name__)

FIRST_ROUTINE = "gentle-first-week"
"""What Home offers to somebody who has not done anything yet."""
_PAIN_POINTS = 8


class InterruptedSession(Protocol):
    """Where a session to go on with may be."""

    def find(self) -> Interrupted | None:
        """The session, or None; costs next to nothing where there is none."""

    def forget(self) -> None:
        """Drop it; raises OSError."""


class HomeFlow(QObject):
    """Fills the home page and passes on what is chosen there.

    Signals:
        routine_opened: `str`, the id of a routine to look at.
        routine_start_requested: `str`, the id of a routine to start at once.
        go_on_requested: `Interrupted`, the session to go on with.
        new_routine_requested: a new routine is wanted.
        breaks_requested: the Breaks page is wanted.
        up_requested: the person is up.
        sitting_requested: the person sits again.
        safety_requested: when to get help.
    """

    routine_opened = Signal(str)
    routine_start_requested = Signal(str)
    go_on_requested = Signal(object)
    new_routine_requested = Signal()
    breaks_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()
    safety_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        index: CatalogueIndex,
        shelf: Callable[[], RoutineShelf],
        settings: SettingsKeeper,
        interrupted: InterruptedSession,
        history: History,
        day: PersonDay,
        plan: PlanKeeper,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._index = theme, window, index
        self._make_shelf = shelf
        self._shelf: RoutineShelf | None = None
        self._settings, self._sessions = settings, interrupted
        self._history, self._day, self._plan, self._clock = history, day, plan, clock
        self._plan_items: tuple[PlanItem, ...] = ()
        self._sore_day: date | None = None
        self._items: list[HomeItem] = []
        self._interrupted: Interrupted | None = None
        self._featured = ""
        self._open_path = Path()
        self._is_stale = True
        self._is_complete = self._was_painted = False
        self._history_told = False
        self._page = HomePage(theme)
        self._connect()

    def show(self) -> None:
        """Show Home as things stand now."""
        self._day.look()
        self._page.set_person(self._person())
        if self._is_stale:
            self._is_stale = False
            self._show_items()
        self._interrupted = self._find_interrupted()
        self._show_day()
        self._window.show_page(self._page, "today")

    @Slot(object)
    def show_breaks(self, view: BreaksView) -> None:
        """Show how long the person sits, where reminders are on."""
        self._page.set_breaks(view if view.state != "off" else None)

    @property
    def known_routines(self) -> tuple[Facts, ...]:
        """The routines that Home shows."""
        return tuple(item.facts for item in self._items if isinstance(item, RoutineItem))

    @Slot()
    def mark_stale(self) -> None:
        """The routines or their lengths are not what Home shows any more."""
        self._is_stale = True

    def _person(self) -> PersonToday:
        """What of the person matters for cards today."""
        settings = self._settings.settings
        conditions = settings.conditions or ()
        return PersonToday(conditions, settings.avoided, self._day.is_flare_up)

    def _show_day(self) -> None:
        """Show all that is of this day."""
        self._page.set_time(self._clock.now())
        self._sore_day = self._day.sore_day()
        self._page.ask_settled(self._sore_words(self._sore_day) if self._sore_day else "")
        self._show_strip()
        self._show_plan()
        self._show_featured()

    def _sore_words(self, day: date) -> str:
        """The question whether a sore day has settled."""
        if day == self._day.today - timedelta(days=1):
            return self.tr("Yesterday it hurt. Has it settled?")
        words = self.tr("On {weekday} it hurt. Has it settled?")
        return words.format(weekday=self._page.locale().dayName(day.isoweekday()))

    def _show_plan(self) -> None:
        """Show what of the plan is for today, and whether it is a flare-up day."""
        done = {} if self._plan.is_empty else self._done_today()
        self._plan_items = self._plan.today(done)
        self._page.set_day(self._plan_items, is_flare_up=self._day.is_flare_up)

    def _done_today(self) -> Mapping[str, int]:
        """How often each routine was done today; nothing where the history cannot be used."""
        try:
            return self._history.done_on(self._day.today)
        except HistoryUnavailable as error:
            self._tell_once(str(error))
            return {}

    def _take_known(self, *, is_complete: bool) -> None:
        """Let the plan know which routines there are."""
        self._is_complete = is_complete
        self._plan.set_known(self.known_routines)
        if is_complete and self._was_painted:
            self._plan.note()

    def _find_interrupted(self) -> Interrupted | None:
        """The session to go on with; None, with a word, where the files cannot be used."""
        try:
            return self._sessions.find()
        except OSError as error:
            self._window.toast.show_message(str(error), icon="info")
            return None

    def _show_items(self) -> None:
        """Show the routines: from the index, or read anew where it does not hold."""
        known = self._index.load(self._settings.settings.person)
        self._items = list(known if known is not None else self._read())
        self._page.set_items(self._items)
        self._take_known(is_complete=known is not None)

    def _read(self) -> list[HomeItem]:
        """Begin to read all routines."""
        if self._shelf is None:
            self._shelf = self._make_shelf()
            self._shelf.entries_added.connect(self._on_entries_added)
            self._shelf.completed.connect(self._on_completed)
        return self._items_of(self._shelf.read())

    def _items_of(self, entries: tuple[Entry, ...]) -> list[HomeItem]:
        """What Home shows of files that were read."""
        person = self._settings.settings.person
        return [entry.item(person) for entry in entries]

    def _connect(self) -> None:
        """Listen to the page and the shelf."""
        page = self._page
        page.routine_opened.connect(self.routine_opened)
        page.routine_start_requested.connect(self.routine_start_requested)
        page.new_routine_requested.connect(self.new_routine_requested)
        page.breaks_requested.connect(self.breaks_requested)
        page.up_requested.connect(self.up_requested)
        page.sitting_requested.connect(self.sitting_requested)
        page.flare_up_switched.connect(self._on_flare_up_switched)
        page.settled_answered.connect(self._on_settled_answered)
        page.safety_requested.connect(self.safety_requested)
        self._day.flare_up_changed.connect(self._on_day_changed)
        self._day.day_changed.connect(self._on_day_changed)
        self._day.trouble_told.connect(self._on_trouble_told)
        self._window.first_painted.connect(self._on_first_painted)
        page.fault_opened.connect(self._on_fault_opened)
        page.featured_start_requested.connect(self._on_featured_start_requested)
        page.featured_second_requested.connect(self._on_featured_second_requested)
        page.featured_dismissed.connect(self._on_featured_dismissed)

    def _show_strip(self) -> None:
        """Show the week and the pain, once there is anything to show."""
        try:
            days = self._history.days()
            pain = tuple(value for _, value in self._history.last_pain(_PAIN_POINTS))
            forgiven = self._day.forgiven(min(days)) if days else frozenset()
        except HistoryUnavailable as error:
            self._page.set_strip(None)
            self._tell_once(str(error))
            return
        if not days:
            self._page.set_strip(None)
            return
        from hipstretch.core.history import days_in_a_row, week_marks
        from hipstretch.ui.widgets.strip_content import StripContent

        today = self._clock.now().date()
        row = days_in_a_row(days, today, forgiven)
        week = week_marks(days, today, forgiven)
        self._page.set_strip(StripContent(row, week, pain))

    def _tell_once(self, reason: str) -> None:
        """Say that the history cannot be used, one time."""
        if not self._history_told:
            self._history_told = True
            text = self.tr("The history cannot be opened now: %1").replace("%1", reason)
            self._window.toast.show_message(text, icon="info")

    def _show_featured(self) -> None:
        """Offer the session to go on with, or today's routine."""
        if self._interrupted is not None:
            self._page.set_featured(go_on_content(self._interrupted), can_dismiss=True)
            return
        facts = self._todays_routine()
        if facts is None:
            self._page.set_featured(None)
            return
        self._featured = facts.id
        is_planned = facts.id == self._next_planned
        self._page.set_featured(today_content(facts, self._person(), is_planned=is_planned))

    @property
    def _next_planned(self) -> str:
        """The first of the plan that is left today, or nothing."""
        return next((item.planned.routine_id for item in self._plan_items if item.left), "")

    def _todays_routine(self) -> Facts | None:
        """What is left of the plan, else the last one, else the gentle beginning, else any."""
        known = {facts.id: facts for facts in self.known_routines}
        if self._next_planned in known:
            return known[self._next_planned]
        try:
            last = self._history.last_routine()
        except HistoryUnavailable:
            last = ""
        wanted = (name for name in (last, FIRST_ROUTINE, *known) if name in known)
        return known.get(next(wanted, ""))

    @Slot(object)
    def _on_entries_added(self, entries: tuple[Entry, ...]) -> None:
        """Show further own routines."""
        items = self._items_of(entries)
        self._items += items
        self._page.add_items(items)
        self._take_known(is_complete=False)
        if not self._plan.is_empty:
            self._show_plan()

    @Slot()
    def _on_completed(self) -> None:
        """Keep what was read for the next start."""
        self._take_known(is_complete=True)
        try:
            self._index.save(self._settings.settings.person, self._items)
        except OSError as error:
            _log.warning("the next start reads all routines again: %s", error)

    @Slot()
    def _on_first_painted(self) -> None:
        """Keep the plan of today, once the person sees something."""
        self._was_painted = True
        if self._is_complete:
            self._plan.note()

    @Slot()
    def _on_day_changed(self) -> None:
        """Show the day as it is now, where anybody sees it."""
        if self._window.page is self._page:
            self._page.set_person(self._person())
            self._show_day()

    @Slot(bool)
    def _on_flare_up_switched(self, is_on: bool) -> None:
        """Make today gentler, or as usual again."""
        self._day.set_flare_up(is_on=is_on)
        if is_on and self._day.is_flare_up:
            self._window.toast.show_message(kept_row_words(), icon="leaf")

    @Slot(object)
    def _on_settled_answered(self, settled: Settled) -> None:
        """Keep the answer, and offer what helps where it has not settled."""
        from hipstretch.ui.widgets.concern_question import Settled

        day, self._sore_day = self._sore_day, None
        if day is None:
            return
        answers = {Settled.YES: True, Settled.NOT_YET: False, Settled.NOT_TOLD: None}
        self._day.answer(day, settled=answers[settled])
        if settled is Settled.NOT_YET:
            self._page.offer_help(is_flare_up=self._day.is_flare_up)
        else:
            self._page.ask_settled("")

    @Slot(str)
    def _on_trouble_told(self, text: str) -> None:
        """Say what could not be kept."""
        self._window.toast.show_message(text, icon="info")

    @Slot(str)
    def _on_fault_opened(self, key: str) -> None:
        """Show everything that is wrong with a file."""
        from hipstretch.ui.dialogs.fault_dialog import FaultDialog

        found = [i for i in self._items if isinstance(i, FaultItem) and i.key == key]
        self._open_path = Path(key)
        dialog = FaultDialog(self._theme, found[0].file_name, found[0].faults, self._window)
        dialog.open_file_requested.connect(self._on_open_file_requested)
        dialog.open()

    @Slot()
    def _on_open_file_requested(self) -> None:
        """Open the faulty file in the person's editor."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._open_path)))
        self._is_stale = True

    @Slot()
    def _on_featured_start_requested(self) -> None:
        """Start today's routine, or go on."""
        if self._interrupted is not None:
            self.go_on_requested.emit(self._interrupted)
        else:
            self.routine_start_requested.emit(self._featured)

    @Slot()
    def _on_featured_second_requested(self) -> None:
        """Customise today's routine, or start the interrupted one over."""
        if self._interrupted is not None:
            routine_id = self._interrupted.routine.id
            self._forget_interrupted()
            self.routine_start_requested.emit(routine_id)
        else:
            self.routine_opened.emit(self._featured)

    @Slot()
    def _on_featured_dismissed(self) -> None:
        """Let the interrupted session go."""
        self._forget_interrupted()
        self._show_featured()

    def _forget_interrupted(self) -> None:
        """There is no session to go on with any more."""
        self._interrupted = None
        try:
            self._sessions.forget()
        except OSError as error:
            self._window.toast.show_message(str(error), icon="info")
