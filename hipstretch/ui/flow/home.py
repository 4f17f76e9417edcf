"""Home: which routines there are, what to do today, and a session to go on with."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.catalogue import Facts, FaultItem, HomeItem, RoutineItem
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.index import CatalogueIndex
from hipstretch.ui.flow.featured import go_on_content, today_content
from hipstretch.ui.flow.home_today import HomeToday
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.flow.plan_keeper import PlanKeeper
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.pages.home_items import PersonToday
from hipstretch.ui.theme import Theme

if TYPE_CHECKING:  # read only where the index does not hold, or there is a session to go on with
    from hipstretch.core.breaks_view import BreaksView
    from hipstretch.core.ports import Clock
    from hipstretch.qt.routine_shelf import RoutineShelf
    from hipstretch.storage.history import History
    from hipstretch.storage.library import Entry
    from hipstretch.storage.running import Interrupted

_log = logging.getLogger(__name__)

FIRST_ROUTINE = "gentle-first-week"
"""What Home offers to somebody who has not done anything yet."""


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
        self._day, self._plan = day, plan
        self._items: list[HomeItem] = []
        self._interrupted: Interrupted | None = None
        self._featured = ""
        self._open_path = Path()
        self._is_stale = True
        self._is_complete = self._was_painted = False
        self._page = HomePage(theme)
        self._today = HomeToday(self._page, window, history, day, plan, clock, self)
        self._connect()

    def show(self) -> None:
        """Show Home as things stand now."""
        self._today.look()
        self._page.set_person(self._person())
        if self._is_stale:
            self._is_stale = False
            self._show_items()
        self._interrupted = self._find_interrupted()
        self._today.show()
        self._show_featured()
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
        page.safety_requested.connect(self.safety_requested)
        self._day.flare_up_changed.connect(self._on_day_changed)
        self._day.day_changed.connect(self._on_day_changed)
        self._window.first_painted.connect(self._on_first_painted)
        page.fault_opened.connect(self._on_fault_opened)
        page.featured_start_requested.connect(self._on_featured_start_requested)
        page.featured_second_requested.connect(self._on_featured_second_requested)
        page.featured_dismissed.connect(self._on_featured_dismissed)

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
        is_planned = facts.id == self._today.next_planned
        self._page.set_featured(today_content(facts, self._person(), is_planned=is_planned))

    def _todays_routine(self) -> Facts | None:
        """What is left of the plan, else the last one, else the gentle beginning, else any."""
        known = {facts.id: facts for facts in self.known_routines}
        wanted = (self._today.next_planned, self._today.last_routine, FIRST_ROUTINE, *known)
        return next((known[name] for name in wanted if name in known), None)

    @Slot(object)
    def _on_entries_added(self, entries: tuple[Entry, ...]) -> None:
        """Show further own routines."""
        items = self._items_of(entries)
        self._items += items
        self._page.add_items(items)
        self._take_known(is_complete=False)
        if not self._plan.is_empty:
            self._today.show_plan()

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
            self._today.look()
            self._page.set_person(self._person())
            self._today.show()
            self._show_featured()

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
