"""Home: which routines there are, what to do today, and a session to go on with."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from hipstretch.core.catalogue import Facts
from hipstretch.core.history import days_in_a_row, week_marks
from hipstretch.core.ports import Clock
from hipstretch.qt.routine_shelf import RoutineShelf
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.history import History, HistoryUnavailable
from hipstretch.storage.library import Entry
from hipstretch.storage.running import Interrupted, RunningSession
from hipstretch.ui.dialogs.fault_dialog import FaultDialog
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.home import FaultItem, HomeItem, HomePage, RoutineItem, StripContent
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.featured_card import FeaturedContent
from hipstretch.ui.widgets.meta_line import MetaPart
from hipstretch.ui.words import equipment_word, minutes, place_icon, place_word, stretches

FIRST_ROUTINE = "gentle-first-week"
"""What Home offers to somebody who has not done anything yet."""
_PAIN_POINTS = 8


class HomeFlow(QObject):
    """Fills the home page and passes on what is chosen there.

    Signals:
        routine_opened: `str`, the id of a routine to look at.
        routine_start_requested: `str`, the id of a routine to start at once.
        go_on_requested: `Interrupted`, the session to go on with.
        new_routine_requested: a new routine is wanted.
    """

    routine_opened = Signal(str)
    routine_start_requested = Signal(str)
    go_on_requested = Signal(object)
    new_routine_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        shelf: RoutineShelf,
        settings: SettingsKeeper,
        running: RunningSession,
        history: History,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._shelf = theme, window, shelf
        self._settings, self._running = settings, running
        self._history, self._clock = history, clock
        self._entries: dict[str, Entry] = {}
        self._interrupted: Interrupted | None = None
        self._featured = ""
        self._is_stale = True
        self._history_told = False
        self._page = HomePage(theme)
        self._connect()

    def show(self) -> None:
        """Show Home as things stand now."""
        self._page.set_time(self._clock.now())
        self._show_strip()
        if self._is_stale:
            self._is_stale = False
            self._entries = {}
            self._page.set_items(self._items(self._shelf.read()))
        self._interrupted = self._running.load()
        self._show_featured()
        self._window.show_page(self._page, "today")

    @Slot()
    def mark_stale(self) -> None:
        """The routines or their lengths are not what Home shows any more."""
        self._is_stale = True

    def _connect(self) -> None:
        """Listen to the page and the shelf."""
        page = self._page
        page.routine_opened.connect(self.routine_opened)
        page.routine_start_requested.connect(self.routine_start_requested)
        page.new_routine_requested.connect(self.new_routine_requested)
        page.fault_opened.connect(self._on_fault_opened)
        page.featured_start_requested.connect(self._on_featured_start_requested)
        page.featured_second_requested.connect(self._on_featured_second_requested)
        page.featured_dismissed.connect(self._on_featured_dismissed)
        self._shelf.entries_added.connect(self._on_entries_added)

    def _items(self, entries: tuple[Entry, ...]) -> list[HomeItem]:
        """What Home shows of files that were read."""
        self._entries |= {str(entry.path): entry for entry in entries}
        return [self._item(entry) for entry in entries]

    def _item(self, entry: Entry) -> HomeItem:
        """A card's content: the routine's facts, or what is wrong with its file."""
        if entry.routine is None:
            faults = tuple(f"{f.line}:{f.column}: {f.message}" for f in entry.faults)
            return FaultItem(str(entry.path), entry.path.name, faults)
        is_own = entry.is_own and not entry.hides_bundled
        return RoutineItem(Facts.of(entry.routine, self._settings.settings.person, is_own=is_own))

    def _show_strip(self) -> None:
        """Show the week and the pain, once there is anything to show."""
        try:
            days = self._history.days()
            pain = tuple(value for _, value in self._history.last_pain(_PAIN_POINTS))
        except HistoryUnavailable as error:
            self._page.set_strip(None)
            self._tell_once(str(error))
            return
        today = self._clock.now().date()
        strip = StripContent(days_in_a_row(days, today), week_marks(days, today), pain)
        self._page.set_strip(strip if days else None)

    def _tell_once(self, reason: str) -> None:
        """Say that the history cannot be used, one time."""
        if not self._history_told:
            self._history_told = True
            text = self.tr("The history cannot be opened now: %1").replace("%1", reason)
            self._window.toast.show_message(text, icon="info")

    def _show_featured(self) -> None:
        """Offer the session to go on with, or today's routine."""
        if self._interrupted is not None:
            self._page.set_featured(self._go_on_content(self._interrupted), can_dismiss=True)
            return
        entry = self._todays_entry()
        if entry is None or entry.routine is None:
            self._page.set_featured(None)
            return
        self._featured = entry.id
        facts = Facts.of(entry.routine, self._settings.settings.person, is_own=entry.is_own)
        self._page.set_featured(self._today_content(facts))

    def _todays_entry(self) -> Entry | None:
        """The routine that was done last, else the gentle one for the beginning, else any."""
        try:
            last = self._history.last_routine()
        except HistoryUnavailable:
            last = ""
        readable = {e.id: e for e in self._entries.values() if e.routine is not None}
        wanted = (name for name in (last, FIRST_ROUTINE) if name in readable)
        return readable.get(next(wanted, ""), next(iter(readable.values()), None))

    def _today_content(self, facts: Facts) -> FeaturedContent:
        """The featured card for today's routine."""
        place = facts.places[0]
        things = [equipment_word(thing) for thing in facts.equipment if thing != "mat"]
        meta = (
            MetaPart("clock", minutes(facts.seconds)),
            MetaPart("", stretches(facts.stretches)),
            MetaPart(place_icon(place), place_word(place)),
            *(MetaPart("", thing) for thing in things[:1]),
        )
        return FeaturedContent(
            self.tr("Today’s routine"),
            facts.name,
            meta,
            facts.position,
            self.tr("Start"),
            self.tr("Customise"),
        )

    def _go_on_content(self, interrupted: Interrupted) -> FeaturedContent:
        """The featured card for a session that was left unfinished."""
        session = interrupted.session
        moment = session.timeline.moment(session.anchor)
        left = self.tr("%1 left").replace("%1", minutes(moment.remaining_total))
        stretch = moment.phase.stretch if moment.phase is not None else None
        exercises = list(interrupted.routine.exercises)
        return FeaturedContent(
            self.tr("Go on where you stopped"),
            interrupted.routine.name,
            (MetaPart("clock", left), *([MetaPart("", stretch)] if stretch else [])),
            exercises[0].position if exercises else "standing",
            self.tr("Go on"),
            self.tr("Start over"),
        )

    @Slot(object)
    def _on_entries_added(self, entries: tuple[Entry, ...]) -> None:
        """Show further own routines."""
        self._page.add_items(self._items(entries))

    @Slot(str)
    def _on_fault_opened(self, key: str) -> None:
        """Show everything that is wrong with a file."""
        entry = self._entries[key]
        dialog = FaultDialog(self._theme, entry.path.name, entry.faults, self._window)
        dialog.open_file_requested.connect(self._on_open_file_requested)
        self._open_path = entry.path
        dialog.open()

    @Slot()
    def _on_open_file_requested(self) -> None:
        """Open the faulty file in the person's editor."""
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
            self._running.forget()
        except OSError as error:
            self._window.toast.show_message(str(error), icon="info")
