"""Preview and customise: opens a routine, saves every change as a file, resets and saves anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.core.catalogue import Facts
from hipstretch.core.draft import Draft
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person
from hipstretch.core.plan import planned
from hipstretch.core.routine import Routine, Step
from hipstretch.core.start import Start
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.customised import CustomisedRoutines, Editing, Saved
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.library import Library
from hipstretch.ui.dialogs.add_stretch_dialog import AddStretchDialog
from hipstretch.ui.dialogs.name_dialog import NameDialog
from hipstretch.ui.flow.minding import Minding, Week
from hipstretch.ui.flow.person_day import PersonDay
from hipstretch.ui.flow.plan_keeper import PlanKeeper
from hipstretch.ui.flow.starting import StartingFlow
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.plan_words import schedule_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.concern_row import Decided
from hipstretch.ui.widgets.toast import Offer

SAVE_AFTER = 400
"""Milliseconds after the last change until it is written."""


class CustomiseFlow(QObject):
    """The routine that is being looked at, and its file.

    Signals:
        start_requested: `Start`, what to play.
        routines_changed: files were written or taken away.
        left: back to Home.
    """

    start_requested = Signal(object)
    routines_changed = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        library: Library,
        customised: CustomisedRoutines,
        settings: SettingsKeeper,
        minding: Minding,
        starting: StartingFlow,
        day: PersonDay,
        plan: PlanKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._library = theme, window, library
        self._customised, self._settings = customised, settings
        self._minding, self._starting = minding, starting
        self._day, self._plan = day, plan
        self._week = Week()
        self._page: PreviewPage | None = None
        self._editing: Editing | None = None
        self._draft: Draft | None = None
        self._new_name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        starting.ready.connect(self._on_ready)
        starting.look_requested.connect(self.open)
        starting.trouble_told.connect(self._on_trouble_told)
        day.flare_up_changed.connect(self._on_flare_up_changed)
        day.day_changed.connect(self._on_flare_up_changed)

    @Slot(str)
    def open(self, routine_id: str) -> None:
        """Show a routine's preview."""
        self.flush()
        entry = self._library.find_readable(routine_id)
        if entry is None or entry.routine is None:
            self._say(self.tr("This routine is no longer there."))
            self.routines_changed.emit()
            self.left.emit()
            return
        try:
            self._editing = self._customised.open(entry)
        except OSError as error:
            self._say(str(error))
            return
        self._draft = self._editing.draft
        self._show()

    @Slot(str)
    def start(self, routine_id: str) -> None:
        """Play a routine at once; one with open doses is shown first."""
        entry = self._library.find_readable(routine_id)
        if entry is None or entry.routine is None or Draft.of(entry.routine).unset:
            self.open(routine_id)
        else:
            self._starting.begin(entry.routine)

    @Slot()
    def flush(self) -> None:
        """Write what is not written yet."""
        self._timer.stop()
        if self._editing is None or self._draft is None or self._draft is self._editing.draft:
            return
        try:
            saved = self._customised.save(self._editing, self._draft)
        except (OSError, ValueError) as error:
            self._say(self.tr("Your changes could not be saved: %1").replace("%1", str(error)))
            return
        self._editing.draft = self._draft
        if saved.kept is not None:
            self._say(
                self.tr("Not every comment fitted. The file as it was lies in %1").replace(
                    "%1", str(saved.kept)
                )
            )
        self.routines_changed.emit()

    @Slot()
    def create(self) -> None:
        """Ask for a name and a first stretch, and open the new routine."""
        dialog = NameDialog(
            self._theme,
            self.tr("New routine"),
            self.tr("What shall it be called?"),
            self.tr("My routine"),
            self._window,
        )
        dialog.named.connect(self._on_new_routine_named)
        dialog.open()

    def _show(self) -> None:
        """Show the draft on the page, which is made when it is first needed."""
        if self._page is None:
            self._page = PreviewPage(self._theme, self._exercises)
            self._connect(self._page)
        if self._editing is not None and self._draft is not None:
            entry = self._editing.entry
            self._page.show_draft(
                self._draft,
                self._settings.settings.person,
                is_own=entry.is_own and not entry.hides_bundled,
            )
            self._show_person(self._page)
            self._window.show_page(self._page, "today")

    def _show_person(self, page: PreviewPage) -> None:
        """Show what matters for the person on this day."""
        self._week = self._minding.week()
        page.clear_feeling()
        page.show_flare_up(is_on=self._day.is_flare_up)
        self._show_concerns()
        self._show_plan()

    def _show_concerns(self) -> None:
        """Show what there is to mind, in rows that are off too."""
        if self._page is not None and self._draft is not None:
            steps = tuple(row.step for row in self._draft.rows)
            whole = replace(self._draft.current, steps=steps)
            self._page.show_concerns(self._minding.concerns_of(whole, self._week))

    def _show_plan(self) -> None:
        """Show whether the routine is in the plan."""
        facts = self._facts()
        if self._page is not None and facts is not None:
            self._page.show_plan(schedule_words(planned(facts)), is_in=self._plan.has(facts.id))

    def _facts(self) -> Facts | None:
        """What the plan needs to know of the routine."""
        if self._editing is None or self._draft is None:
            return None
        entry, routine = (
            self._editing.entry,
            replace(self._draft.current, id=self._editing.entry.id),
        )
        is_own = entry.is_own and not entry.hides_bundled
        return Facts.of(routine, self._settings.settings.person, is_own=is_own)

    def _connect(self, page: PreviewPage) -> None:
        """Listen to the page."""
        page.draft_changed.connect(self._on_draft_changed)
        page.person_changed.connect(self._on_person_changed)
        page.start_requested.connect(self._on_start_requested)
        page.save_as_requested.connect(self._on_save_as_requested)
        page.reset_requested.connect(self._on_reset_requested)
        page.remove_requested.connect(self._on_remove_requested)
        page.back_requested.connect(self._on_back_requested)
        page.decided.connect(self._on_decided)
        page.plan_switched.connect(self._on_plan_switched)

    def _exercises(self) -> Sequence[Exercise]:
        """All exercises that can be added, by name."""
        shelf = self._library.exercises
        found = (shelf.find(exercise_id) for exercise_id in shelf.ids())
        return sorted((e for e in found if e is not None), key=_by_name)

    def _say(self, text: str) -> None:
        """Show a short message."""
        self._window.toast.show_message(text, icon="info")

    def _offer_undo(self, text: str, saved: Saved) -> None:
        """Say what was done, with a way back."""
        offer = Offer(self.tr("Undo"), partial(self._bring_back, saved))
        self._window.toast.show_message(text, offer=offer)

    def _bring_back(self, saved: Saved) -> None:
        """Bring back what was reset or removed."""
        try:
            self._customised.restore(saved)
        except OSError as error:
            self._say(str(error))
            return
        self._editing = self._draft = None
        self.routines_changed.emit()
        self.open(saved.path.stem)

    @Slot(object)
    def _on_draft_changed(self, draft: Draft) -> None:
        """Write the change in a moment, when the tapping is over."""
        self._draft = draft
        self._show_concerns()
        self._timer.start()

    @Slot(object)
    def _on_person_changed(self, person: Person) -> None:
        """Keep what the page changed of the person."""
        self._settings.change_person(person)

    @Slot(object)
    def _on_start_requested(self, draft: Draft) -> None:
        """Play the draft."""
        self._draft = draft
        self.flush()
        if self._page is not None:
            self._starting.begin(draft.routine, self._page.feeling)

    @Slot(object)
    def _on_ready(self, start: Start) -> None:
        """Play what is left to play."""
        self.start_requested.emit(start)

    @Slot(str)
    def _on_trouble_told(self, text: str) -> None:
        """Say what could not be kept."""
        self._say(text)

    @Slot()
    def _on_flare_up_changed(self) -> None:
        """Show the day as it is now."""
        if self._page is not None:
            self._page.show_flare_up(is_on=self._day.is_flare_up)

    @Slot(object)
    def _on_decided(self, decided: Decided) -> None:
        """Keep what the person chose about an exercise."""
        try:
            self._minding.keep(decided.concern, decided.choice)
        except HistoryUnavailable as error:
            self._say(self.tr("Your choice could not be kept: %1").replace("%1", str(error)))
        self._week = self._minding.week()

    @Slot(bool)
    def _on_plan_switched(self, is_in: bool) -> None:
        """Plan the routine, or no longer."""
        facts = self._facts()
        if facts is not None and not self._plan.put(facts, is_in=is_in):
            self._say(self.tr("The plan is full. Take another routine out of it first."))
        self._show_plan()

    @Slot(str)
    def _on_save_as_requested(self, name: str) -> None:
        """Write the draft as a new routine and go on with that one."""
        if self._draft is None:
            return
        try:
            saved = self._customised.save_as(name, self._draft)
        except (OSError, ValueError) as error:
            self._say(self.tr("The routine could not be saved: %1").replace("%1", str(error)))
            return
        self.routines_changed.emit()
        self.open(saved.path.stem)
        self._say(self.tr("Saved as “%1”").replace("%1", name))

    @Slot()
    def _on_reset_requested(self) -> None:
        """Bring the routine back as it came."""
        self.flush()
        if self._editing is None:
            return
        routine_id = self._editing.entry.id
        entry = self._library.find_readable(routine_id)
        try:
            saved = self._customised.reset(entry) if entry is not None else None
        except OSError as error:
            self._say(str(error))
            return
        self._editing = self._draft = None
        self.routines_changed.emit()
        self.open(routine_id)
        if saved is not None:
            self._offer_undo(self.tr("As usual again"), saved)

    @Slot()
    def _on_remove_requested(self) -> None:
        """Take an own routine out of the list."""
        self.flush()
        if self._editing is None:
            return
        try:
            saved = self._customised.remove(self._editing.entry)
        except OSError as error:
            self._say(str(error))
            return
        name = self._editing.draft.current.name
        self._editing = self._draft = None
        self.routines_changed.emit()
        self.left.emit()
        self._offer_undo(self.tr("“%1” is removed").replace("%1", name), saved)

    @Slot()
    def _on_back_requested(self) -> None:
        """Go back to Home."""
        self.flush()
        self.left.emit()

    @Slot(str)
    def _on_new_routine_named(self, name: str) -> None:
        """Ask for the first stretch of the new routine."""
        self._new_name = name
        dialog = AddStretchDialog(self._theme, self._exercises(), self._window)
        dialog.exercise_chosen.connect(self._on_first_exercise_chosen)
        dialog.open()

    @Slot(object)
    def _on_first_exercise_chosen(self, exercise: Exercise) -> None:
        """Write the new routine and open it."""
        routine = Routine(id="new", name=self._new_name, steps=(Step(exercise),))
        self._draft = Draft.of(routine)
        self._editing = None
        self._on_save_as_requested(self._new_name)


def _by_name(exercise: Exercise) -> str:
    """What exercises are sorted by."""
    return exercise.name.casefold()
