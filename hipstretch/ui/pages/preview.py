"""Preview and customise: a routine's stretches with their times, to be changed as one likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.concerns import Concern
from hipstretch.core.draft import Draft, Scale
from hipstretch.core.exercise import Exercise
from hipstretch.core.flare_up import gentler
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Person
from hipstretch.core.routine import MAX_STEPS, Routine, Step
from hipstretch.ui.concern_words import mark_of
from hipstretch.ui.pages.preview_area import PreviewArea
from hipstretch.ui.pages.preview_dialogs import PreviewDialogs
from hipstretch.ui.pages.preview_edits import edited
from hipstretch.ui.pages.preview_foot import PreviewFoot
from hipstretch.ui.pages.preview_header import PreviewHeader
from hipstretch.ui.pages.preview_mover import RowMover
from hipstretch.ui.pages.preview_panel import PanelState, PreviewPanel, Wish
from hipstretch.ui.pages.preview_total import PreviewBar
from hipstretch.ui.pages.preview_totals import Adder, LengthRule, totals_of
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.concern_card import ConcernCard
from hipstretch.ui.widgets.edge_scroller import EdgeScroller
from hipstretch.ui.widgets.editor_row import RowEdit
from hipstretch.ui.widgets.row_list import RowList, RowMove
from hipstretch.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from hipstretch.ui.dialogs.dose_dialog import Answer

_NARROW = 720
_HEADER_GAP = 9
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""The keys that make a command of a digit."""
_EMPTY = Draft.of(Routine(id="", name="", steps=()))


class PreviewPage(QWidget):
    """A routine's draft, shown and changed; the page keeps it and tells every new one.

    `exercises` gives all exercises that can be added.

    Signals:
        draft_changed: `Draft`, after every change.
        person_changed: `Person`, with another sore side, extra hold or first side.
        start_requested: `Draft`, play it; every dose in it is set.
        save_as_requested: `str`, the name of the new routine.
        reset_requested: bring the routine back as it came.
        remove_requested: take the person's own routine away.
        decided: `Decided`, what to do with an exercise that gives a reason to think.
        plan_switched: `bool`, the routine is to be in the plan, or not.
        back_requested: leave the page.
    """

    draft_changed = Signal(object)
    person_changed = Signal(object)
    start_requested = Signal(object)
    save_as_requested = Signal(str)
    reset_requested = Signal()
    remove_requested = Signal()
    decided = Signal(object)
    plan_switched = Signal(bool)
    back_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        exercises: Callable[[], Sequence[Exercise]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft, self._person, self._is_own = _EMPTY, Person(), False
        self._adder = Adder(_EMPTY.current, self._person)
        self._rule = LengthRule(_EMPTY.current)
        self._concerns: dict[str, Concern] = {}
        self._is_flare_up = False
        self._header = PreviewHeader(theme)
        self._rows = RowList(theme)
        self._mover = RowMover(self._rows)
        self._dialogs = PreviewDialogs(theme, exercises, self)
        self._minded = ConcernCard(theme)
        self._panel = PreviewPanel(theme)
        self._foot = PreviewFoot(theme)
        self._area = PreviewArea(theme, self._rows, self._minded, self._panel, self._foot)
        self._bar = PreviewBar(theme)
        self._page = ScrollPage(theme)
        self._scroller = EdgeScroller(self._page, self)
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._draft

    @property
    def feeling(self) -> Feeling:
        """How it is before the start, as far as it was told."""
        return self._panel.feeling

    def show_draft(self, draft: Draft, person: Person, *, is_own: bool) -> None:
        """Show a routine; `is_own` offers to remove it."""
        is_other = draft.current.id != self._draft.current.id
        self._draft, self._person, self._is_own = draft, person, is_own
        self._adder = Adder(draft.current, person)
        self._rule = LengthRule(draft.current)
        self.setAccessibleName(draft.current.name)
        self._header.show_routine(draft.current)
        self._foot.show_routine(draft.current)
        self._panel.show_person(person)
        self._rows.set_rows(draft.rows, person)
        self._show_sums()
        self._area.rearrange()
        if is_other:
            self._page.scroll_to_top()

    def clear_feeling(self) -> None:
        """Nothing was told about how it is now."""
        self._panel.clear_feeling()

    def show_concerns(self, concerns: Sequence[Concern]) -> None:
        """Mark what there is to mind, and list it with what was decided."""
        self._concerns = {one.exercise.id: one for one in concerns}
        self._rows.set_marks({key: mark_of(one) for key, one in self._concerns.items()})
        self._minded.set_concerns(concerns)
        self._order_tabs()
        self._area.rearrange()

    def show_plan(self, schedule: str, *, is_in: bool) -> None:
        """Show whether the routine is in the plan, and when it would be done."""
        self._header.show_plan(schedule, is_in=is_in)

    def show_flare_up(self, *, is_on: bool) -> None:
        """Show how long it takes on a flare-up day, or on an ordinary one."""
        self._is_flare_up = is_on
        self._show_sums()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the form for the width of the window."""
        super().resizeEvent(event)
        self._choose_form()

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the form for the width of the window."""
        super().showEvent(event)
        self._choose_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up a drag, or goes back; a digit that no field wants tells the pain."""
        if _is_digit(event):
            self._panel.type_pain(int(event.text()))
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._rows.is_dragging:
            self._rows.cancel_drag()
        else:
            self.back_requested.emit()

    def _lay_out(self) -> None:
        """The page that scrolls, and the bar below it in narrow windows."""
        self._page.add(self._header)
        self._page.add_gap(_HEADER_GAP)
        self._page.add_wide(self._area)
        self._page.add_stretch()
        self._rows.set_tab_start(self._header.last_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        """Listen to the parts."""
        self._header.back_requested.connect(self.back_requested)
        self._header.add_requested.connect(self._on_add_requested)
        self._rows.edited.connect(self._on_row_edited)
        self._rows.opened.connect(self._on_row_opened)
        self._rows.moved.connect(self._on_row_moved)
        self._mover.moved.connect(self._on_row_moved_by_keys)
        self._rows.dragged.connect(self._scroller.follow)
        self._rows.drag_ended.connect(self._scroller.stop)
        self._scroller.scrolled.connect(self._rows.follow_pointer)
        self._panel.person_changed.connect(self._on_person_changed)
        self._panel.scale_chosen.connect(self._on_scale_chosen)
        self._panel.wished.connect(self._on_wished)
        self._minded.decided.connect(self.decided)
        self._header.plan_switched.connect(self.plan_switched)
        self._bar.start_requested.connect(self._on_start_requested)
        self._dialogs.doses_answered.connect(self._on_doses_answered)
        self._dialogs.named.connect(self.save_as_requested)
        self._dialogs.exercise_chosen.connect(self._on_exercise_chosen)
        self._foot.about_requested.connect(self._on_about_requested)
        self._area.arranged.connect(self._on_view_moved)
        bar = self._page.verticalScrollBar()
        bar.valueChanged.connect(self._on_view_moved)
        bar.rangeChanged.connect(self._on_view_moved)

    def _order_tabs(self) -> None:
        """Let Tab come from the rows to what there is to mind."""
        before = self._rows.rows[-1].stops()[-1] if self._rows.rows else self._header.last_stop
        for row in self._minded.rows:
            for segment in row.segments:
                self.setTabOrder(before, segment)
                before = segment

    def _choose_form(self) -> None:
        """Panel or bar, header in one line or in two."""
        width = self.window().width()
        self._header.set_narrow(width < _NARROW)
        self._area.set_window_width(width)
        self._bar.setVisible(not self._area.has_panel_beside)
        self._bar.pad(width)

    def _change(self, draft: Draft) -> bool:
        """Take over a draft, show what is new in it and tell it; not one that is too long."""
        if not self._rule.allows(draft):
            self._show_sums(is_refused=True)
            return False
        self._draft = draft
        self._rows.show_rows(draft.rows, self._person)
        self._show_sums()
        self.draft_changed.emit(draft)
        return True

    def _show_sums(self, *, is_refused: bool = False) -> None:
        """Show total, scale and what can be done."""
        draft, totals = self._draft, self._adder.totals(self._draft)
        gentle = totals_of(gentler(draft.routine), self._person) if self._is_flare_up else None
        self._panel.show_state(
            PanelState(
                totals,
                draft.scale,
                draft.is_changed,
                self._is_own,
                is_refused,
                gentle.seconds if gentle is not None else None,
            )
        )
        self._bar.show_totals(totals, is_too_long=is_refused)
        self._header.set_full(len(draft.rows) >= MAX_STEPS)

    def _take_move(self, move: RowMove) -> None:
        """Move the draft's row as well, and say where it is now."""
        self._change(self._draft.moved(move.index, move.to))
        self._mover.tell_place(move.to)

    def _bring_into_view(self, index: int) -> None:
        """Scroll to a row."""
        place = self._rows.place_of(index)
        middle = self._area.y() + self._rows.y() + place.center().y()
        self._page.ensureVisible(0, middle, 0, place.height())

    def _start(self) -> None:
        """Start, after asking for what nobody has prescribed yet."""
        if not self._draft.can_start:
            return
        if self._draft.unset:
            self._dialogs.ask_doses(self._draft)
        else:
            self.start_requested.emit(self._draft)

    @Slot(object)
    def _on_row_edited(self, edit: RowEdit) -> None:
        """Take over a row's change."""
        if not self._change(edited(self._draft, edit, self._person)):
            self._rows.restore(edit.index)

    @Slot(int)
    def _on_row_opened(self, index: int) -> None:
        """Show all about a stretch."""
        step = self._draft.rows[index].step
        if isinstance(step, Step):
            concern = self._concerns.get(step.exercise.id)
            self._dialogs.show_stretch(step, self._person, concern)

    @Slot(object)
    def _on_row_moved(self, move: RowMove) -> None:
        """Take over the new order; the rows have it already."""
        self._take_move(move)

    @Slot(object)
    def _on_row_moved_by_keys(self, move: RowMove) -> None:
        """Take over the new order, and keep the row in sight."""
        self._take_move(move)
        self._bring_into_view(move.to)

    @Slot(object)
    def _on_person_changed(self, person: Person) -> None:
        """Show what the plan is for the person now, and tell."""
        self._person = person
        self._adder = Adder(self._draft.current, person)
        self._rows.show_rows(self._draft.rows, person)
        self._show_sums()
        self.person_changed.emit(person)

    @Slot(object)
    def _on_scale_chosen(self, scale: Scale) -> None:
        """Make all holds shorter, longer or as usual."""
        self._change(self._draft.scaled(scale))

    @Slot(object)
    def _on_wished(self, wish: Wish) -> None:
        """Do what a button of the panel says."""
        match wish:
            case Wish.START:
                self._start()
            case Wish.SAVE_AS:
                self._dialogs.ask_name(self._draft.current.name)
            case Wish.RESET:
                self.reset_requested.emit()
            case Wish.REMOVE:
                self.remove_requested.emit()

    @Slot()
    def _on_start_requested(self) -> None:
        """Start."""
        self._start()

    @Slot(object)
    def _on_doses_answered(self, answers: Sequence[Answer]) -> None:
        """Put the answers in and start."""
        draft = self._draft
        for answer in answers:
            draft = draft.with_answer(answer.index, answer.key, answer.value)
        if self._change(draft):
            self.start_requested.emit(draft)

    @Slot()
    def _on_add_requested(self) -> None:
        """Let the person choose a stretch."""
        self._dialogs.ask_stretch()

    @Slot(object)
    def _on_exercise_chosen(self, exercise: Exercise) -> None:
        """Add a stretch at the end, and go there."""
        if self._change(self._draft.added(exercise)):
            self._area.rearrange()
            self._rows.rows[-1].focus_title()
            self._bring_into_view(len(self._draft.rows) - 1)

    @Slot()
    def _on_about_requested(self) -> None:
        """Show all about the routine."""
        self._dialogs.show_routine(self._draft.current)

    @Slot()
    def _on_view_moved(self) -> None:
        """Keep the panel in sight."""
        top = self._page.verticalScrollBar().value() - self._area.y()
        self._area.set_view(top, self._page.viewport().height())


def _is_digit(event: QKeyEvent) -> bool:
    """Whether a digit was typed, on whatever keys the keyboard has it."""
    text = event.text()
    return text.isascii() and text.isdecimal() and not event.modifiers() & _COMMAND
