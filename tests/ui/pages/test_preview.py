from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.concerns import Concern
from hipstretch.core.dose import UNSET, Count, Dose, Duration
from hipstretch.core.draft import Draft, Scale
from hipstretch.core.exercise import Exercise
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.settings import Appearance
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import Library
from hipstretch.ui.dialogs.add_stretch_dialog import AddStretchDialog
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.dialogs.dose_dialog import DoseDialog
from hipstretch.ui.dialogs.exercise_dialog import ExerciseDialog
from hipstretch.ui.dialogs.name_dialog import NameDialog
from hipstretch.ui.dialogs.routine_dialog import RoutineDialog
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.pages.preview_panel import PreviewPanel
from hipstretch.ui.pages.preview_total import PreviewBar, TotalPart
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.editor_row import EditorRow
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.row_list import RowList
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle
from hipstretch.ui.widgets.total_time import TotalTime
from hipstretch.ui.words import clock

Press = Callable[[Qt.Key], None]
SORE_RIGHT = Person(Affected.RIGHT, Side.LEFT, extra_rep=True)


class Told:
    """What the page told, in order."""

    def __init__(self, page: PreviewPage) -> None:
        self.drafts: list[Draft] = []
        self.others: list[tuple[str, object]] = []
        page.draft_changed.connect(self.drafts.append)
        page.person_changed.connect(self._noting("person"))
        page.start_requested.connect(self._noting("start"))
        page.save_as_requested.connect(self._noting("save as"))
        for name in ("reset", "remove", "back"):
            getattr(page, f"{name}_requested").connect(self._noting(name))

    def _noting(self, name: str) -> Callable[..., None]:
        def note(value: object = None) -> None:
            self.others.append((name, value))

        return note


@pytest.fixture
def routine(library: Library) -> Routine:
    """A bundled routine of seven stretches."""
    found = library.bundled("lower-back-and-hip")
    assert found is not None
    return found


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, library: Library, routine: Routine) -> PreviewPage:
    """The page in an active window, with the routine on it."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    shelf = library.exercises

    def exercises() -> list[Exercise]:
        found = (shelf.find(exercise_id) for exercise_id in sorted(shelf.ids()))
        return [exercise for exercise in found if exercise is not None]

    page = PreviewPage(theme, exercises)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_draft(Draft.of(routine), Person(), is_own=False)
    page.show()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def told(page: PreviewPage) -> Told:
    """What the page tells."""
    return Told(page)


def rows(page: PreviewPage) -> tuple[EditorRow, ...]:
    """The rows from top to bottom."""
    found = page.findChild(RowList)
    assert isinstance(found, RowList)
    return found.rows


def names(page: PreviewPage) -> list[str]:
    """Their names."""
    return [row.name for row in rows(page)]


def steppers(row: EditorRow) -> list[Stepper]:
    """Hold and times of a row."""
    return row.findChildren(Stepper)


def switch(row: EditorRow) -> Toggle:
    """The toggle of a row."""
    found = row.findChild(Toggle)
    assert isinstance(found, Toggle)
    return found


def button(page: QWidget, text: str) -> Button:
    """The visible button with these words."""
    return next(b for b in page.findChildren(Button) if b.label == text and b.isVisible())


def key(page: PreviewPage, row: int, name: str) -> QWidget:
    """The key of a side in a row."""
    found = (w for w in rows(page)[row].findChildren(QWidget) if w.accessibleName() == name)
    return next(found)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click of the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def total_text(page: PreviewPage) -> list[str]:
    """What the visible total says."""
    part = next(p for p in page.findChildren(TotalPart) if p.isVisible())
    return [label.text() for label in part.findChildren(Label) if label.isVisible()]


def test_it_shows_every_stretch_and_the_total(page: PreviewPage, routine: Routine) -> None:
    """In the routine's order, with the plan's time."""
    assert names(page) == [exercise.name for exercise in routine.exercises]
    seconds = Timeline.of(routine, Person()).seconds
    assert f"{clock(seconds)} min" in [time.text() for time in page.findChildren(TotalTime)]
    assert total_text(page)[-1] == "7 stretches, 31 holds"


def test_a_stepper_changes_the_draft_and_the_total(page: PreviewPage, told: Told) -> None:
    """At once, and the draft is told."""
    hold, times = steppers(rows(page)[0])
    hold.stepBy(1)
    times.stepBy(1)
    assert [draft.rows[0].length for draft in told.drafts] == [Duration(25.0)] * 2
    reps = told.drafts[-1].rows[0].reps
    assert reps is not None
    assert reps.low == 3
    assert page.draft is told.drafts[-1]
    assert total_text(page)[-1] == "7 stretches, 33 holds"


def test_only_the_row_that_changed_is_shown_again(page: PreviewPage) -> None:
    """All other rows show the row that they showed."""
    before = [row.row for row in rows(page)]
    steppers(rows(page)[2])[0].stepBy(1)
    after = [row.row for row in rows(page)]
    assert [a is b for a, b in zip(before, after, strict=True)] == [i != 2 for i in range(7)]


def test_a_row_is_left_out_and_taken_in_again(page: PreviewPage, told: Told) -> None:
    """By the toggle; its steppers rest meanwhile."""
    toggle = switch(rows(page)[1])
    click(toggle)
    assert [row.is_on for row in told.drafts[-1].rows[:3]] == [True, False, True]
    assert not any(stepper.isEnabled() for stepper in steppers(rows(page)[1]))
    assert "Left out today" in rows(page)[1].findChildren(QWidget)[1].accessibleName()
    click(toggle)
    assert not told.drafts[-1].is_changed
    assert all(stepper.isEnabled() for stepper in steppers(rows(page)[1]))


def test_sides_are_switched(page: PreviewPage, told: Told) -> None:
    """One side goes, and the last one stays."""
    click(key(page, 0, "Left side"))
    assert told.drafts[-1].rows[0].sides(Person()) == {Side.RIGHT}
    click(key(page, 0, "Right side"))
    assert len(told.drafts) == 1


def test_the_sore_side_shows_its_extra_hold(page: PreviewPage, routine: Routine) -> None:
    """On the key of that side, in words too; not where there is no side."""
    page.show_draft(Draft.of(routine), SORE_RIGHT, is_own=False)
    assert key(page, 0, "Right side").accessibleDescription() == "One extra hold"
    assert key(page, 0, "Left side").accessibleDescription() == ""
    assert rows(page)[1].row.sides(SORE_RIGHT) == {Side.BOTH}


def test_the_person_is_changed_in_the_panel(page: PreviewPage, told: Told) -> None:
    """Sore side, extra hold and first side; the rows follow."""
    extra = next(
        t for t in page.findChildren(Toggle) if t.accessibleName().startswith("One extra hold")
    )
    assert not extra.isEnabled()
    groups = {group.accessibleName(): group for group in page.findChildren(Segmented)}
    choose(groups["Sore side"], "Right")
    assert extra.isEnabled()
    click(extra)
    choose(groups["Start with"], "Left")
    assert told.others == [
        ("person", Person(Affected.RIGHT)),
        ("person", Person(Affected.RIGHT, extra_rep=True)),
        ("person", SORE_RIGHT),
    ]
    assert key(page, 0, "Right side").accessibleDescription() == "One extra hold"
    assert total_text(page)[-1] == "7 stretches, 36 holds"


def choose(group: QWidget, text: str) -> None:
    """Click a segment."""
    segments = [w for w in group.findChildren(QWidget) if getattr(w, "label", "") == text]
    click(segments[0])


def test_both_sore_sides_can_be_shown_and_left(page: PreviewPage, routine: Routine) -> None:
    """That choice comes from the settings."""
    page.show_draft(Draft.of(routine), Person(Affected.BOTH), is_own=False)
    QApplication.processEvents()
    groups = [group for group in page.findChildren(Segmented) if group.isVisible()]
    group = next(group for group in groups if group.accessibleName() == "Sore side")
    assert group.value is Affected.BOTH
    choose(group, "None")
    QApplication.processEvents()
    labels = [getattr(w, "label", "") for w in page.findChildren(QWidget) if w.isVisible()]
    assert "Neither" in labels


def test_all_holds_are_scaled(page: PreviewPage, told: Told) -> None:
    """And the chip says which scale they have; none when they differ."""
    click(chip(page, "Longer"))
    assert told.drafts[-1].scale is Scale.LONGER
    assert [chip(page, name).isChecked() for name in ("Shorter", "Usual", "Longer")] == [0, 0, 1]
    steppers(rows(page)[0])[0].stepBy(1)
    assert not any(chip(page, name).isChecked() for name in ("Shorter", "Usual", "Longer"))
    click(chip(page, "Usual"))
    assert not told.drafts[-1].is_changed


def chip(page: PreviewPage, text: str) -> Chip:
    """A chip by its words."""
    return next(chip for chip in page.findChildren(Chip) if chip.label == text)


def test_reset_is_there_when_something_changed(page: PreviewPage, told: Told) -> None:
    """And asks, as do the other buttons."""
    labels = [b.label for b in page.findChildren(Button) if b.isVisible()]
    assert "Reset" not in labels
    assert "Remove" not in labels
    steppers(rows(page)[0])[0].stepBy(1)
    click(button(page, "Reset"))
    assert told.others == [("reset", None)]


def test_an_own_routine_can_be_removed(page: PreviewPage, told: Told, routine: Routine) -> None:
    """Quietly."""
    page.show_draft(Draft.of(routine), Person(), is_own=True)
    click(button(page, "Remove"))
    assert told.others == [("remove", None)]


def test_start_starts_the_draft(page: PreviewPage, told: Told) -> None:
    """As it is now."""
    click(switch(rows(page)[0]))
    click(button(page, "Start"))
    assert told.others == [("start", page.draft)]


def test_nothing_on_cannot_be_started(page: PreviewPage, told: Told) -> None:
    """And words say what to do."""
    for row in rows(page):
        click(switch(row))
    assert not button(page, "Start").isEnabled()
    assert not button(page, "Save as my routine").isEnabled()
    assert total_text(page)[-1] == "Switch a stretch on to start."
    page._start()
    assert told.others == []


def test_save_as_asks_the_name(page: PreviewPage, told: Told) -> None:
    """And tells it."""
    click(button(page, "Save as my routine"))
    dialog = page.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.named.emit("My mornings")
    assert told.others == [("save as", "My mornings")]


def test_escape_and_back_go_back(page: PreviewPage, told: Told, press: Press) -> None:
    """From any control."""
    steppers(rows(page)[0])[0].setFocus()
    press(Qt.Key.Key_Escape)
    back = next(w for w in page.findChildren(QWidget) if w.accessibleName() == "Back")
    click(back)
    assert told.others == [("back", None)] * 2


# Order


def test_alt_and_arrows_move_the_row_with_the_focus(page: PreviewPage, told: Told) -> None:
    """From any of its controls; the focus goes along, and the ends are the ends."""
    first = names(page)
    stepper = steppers(rows(page)[1])[1]
    stepper.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(stepper, Qt.Key.Key_Down, alt)
    assert names(page) == [first[0], first[2], first[1], *first[3:]]
    assert [e.name for e in told.drafts[-1].routine.exercises] == names(page)
    assert stepper.hasFocus()
    assert stepper.value == 2
    for _ in range(4):
        QTest.keyClick(stepper, Qt.Key.Key_Up, alt)
    assert names(page)[0] == first[1]
    assert len(told.drafts) == 3


def test_a_row_is_dragged_by_its_grip(page: PreviewPage, told: Told) -> None:
    """The others make room, and the new order is told when it is let go."""
    first = names(page)
    row = rows(page)[0]
    grip = next(w for w in row.findChildren(QWidget) if w.accessibleName() == "Move")
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for y in (20, 60, 120, 140):
        QTest.mouseMove(grip, start + QPoint(0, y) - QPoint(0, row.y()))
    assert told.drafts == []
    assert row.y() > 100
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start)
    assert names(page)[:3] == [first[1], first[2], first[0]]
    assert [e.name for e in told.drafts[-1].routine.exercises] == names(page)
    tops = [r.y() for r in rows(page)]
    assert tops == sorted(tops)
    assert tops[0] == 0


def test_escape_gives_a_drag_up(page: PreviewPage, told: Told) -> None:
    """The row goes back where it was, and the page stays."""
    row = rows(page)[0]
    row.grabbed.emit(20)
    row.pulled.emit(page.mapToGlobal(QPoint(0, 500)).y())
    assert row.y() > 0
    QTest.keyClick(page, Qt.Key.Key_Escape)
    row.let_go.emit()
    assert row.y() == 0
    assert told.drafts == []
    assert told.others == []


def test_tab_goes_through_the_rows_in_their_order(page: PreviewPage, press: Press) -> None:
    """Also after a row was moved and one was added; then comes the panel."""
    rows(page)[0].focus_title()
    page._move_focused(1)
    page._on_exercise_chosen(next(iter(page.draft.routine.exercises)))
    rows(page)[0].focus_title()
    seen: list[int] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        inside = [row.index for row in rows(page) if focused and row.isAncestorOf(focused)]
        if not inside:
            break
        seen += inside
        press(Qt.Key.Key_Tab)
    assert seen == sorted(seen)
    assert set(seen) == set(range(8))
    panel = page.findChild(PreviewPanel)
    focused = QApplication.focusWidget()
    assert isinstance(panel, PreviewPanel)
    assert focused is not None
    assert panel.isAncestorOf(focused)


# Dialogs


def test_a_name_opens_all_about_the_stretch(page: PreviewPage, press: Press) -> None:
    """By Enter and by a click."""
    rows(page)[0].focus_title()
    press(Qt.Key.Key_Return)
    dialog = page.findChild(ExerciseDialog)
    assert isinstance(dialog, ExerciseDialog)
    assert dialog.accessibleName() == names(page)[0]
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is rows(page)[0].stops()[0]


def test_a_stretch_is_added(page: PreviewPage, told: Told) -> None:
    """At the end, in view, with the focus on it."""
    click(button(page, "Add a stretch"))
    dialog = page.findChild(AddStretchDialog)
    assert isinstance(dialog, AddStretchDialog)
    chosen = page._exercises()[4]
    dialog.dismiss(chosen)
    assert names(page)[-1] == chosen.name
    assert told.drafts[-1].rows[-1].origin is None
    assert QApplication.focusWidget() is rows(page)[-1].stops()[0]


def test_all_about_the_routine(page: PreviewPage, routine: Routine) -> None:
    """Opens from the foot, where one also reads when to stop."""
    click(button(page, "About this routine"))
    assert isinstance(page.findChild(RoutineDialog), RoutineDialog)
    assert routine.stop_if in [label.text() for label in page.findChildren(Label)]


def open_routine(routine: Routine) -> Routine:
    """The routine with a stretch of which hold and reps are not prescribed yet."""
    step = routine.steps[0]
    assert isinstance(step, Step)
    dose = Dose(hold=UNSET, reps=Count(None))
    return replace(routine, steps=(replace(step, dose=dose), *routine.steps[1:]))


def test_open_doses_are_asked_before_the_start(
    page: PreviewPage, told: Told, routine: Routine
) -> None:
    """The answers are in the draft that starts."""
    page.show_draft(Draft.of(open_routine(routine)), Person(), is_own=False)
    click(button(page, "Start"))
    assert told.others == []
    dialog = page.findChild(DoseDialog)
    assert isinstance(dialog, DoseDialog)
    hold, times = dialog.findChildren(Stepper)
    hold.stepBy(1)
    times.stepBy(2)
    click(button(dialog, "Start"))
    assert told.drafts[-1].unset == ()
    assert told.drafts[-1].rows[0].length == Duration(30.0)
    assert told.others == [("start", told.drafts[-1])]


# Limits


def test_a_routine_cannot_become_longer_than_four_hours(
    page: PreviewPage, told: Told, routine: Routine
) -> None:
    """The stepper goes back, and words say why."""
    rest = Rest(Duration(1800.0))
    page.show_draft(
        Draft.of(replace(routine, steps=(*routine.steps, *(rest,) * 7))), Person(), is_own=True
    )
    stepper = steppers(rows(page)[0])[1]
    stepper.setFocus()
    QTest.keyClicks(stepper, "20")
    steppers(rows(page)[0])[0].setFocus()
    hold = steppers(rows(page)[0])[0]
    before = page.draft
    QTest.keyClicks(hold, "300")
    QTest.keyClick(hold, Qt.Key.Key_Return)
    assert page.draft is before
    assert hold.value == 20
    assert total_text(page)[-1] == "A routine lasts 4 hours at most."
    assert len(told.drafts) == 1


def test_two_hundred_stretches_are_enough(page: PreviewPage, routine: Routine) -> None:
    """Then no more can be added, and words say so."""
    exercise = next(iter(routine.exercises))
    step = Step(exercise, Dose(hold=Duration(5.0), reps=Count(1)))
    page.show_draft(Draft.of(replace(routine, steps=(step,) * 200)), Person(), is_own=False)
    assert not button(page, "200 stretches at most").isEnabled()


# Forms


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (800, 700), (480, 800), (420, 600)])
def test_everything_is_inside_the_window(
    qtbot: QtBot, page: PreviewPage, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """At every width and text size; the bar takes over from the panel under 900."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale, reduced_motion=True)
    qtbot.waitExposed(page)
    QApplication.processEvents()
    bar = page.findChild(PreviewBar)
    assert isinstance(bar, PreviewBar)
    assert bar.isVisible() is (size[0] < 900)
    for kind in (Button, Stepper, Toggle, Label):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                left = widget.mapTo(page, QPoint(0, 0)).x()
                assert left >= 0
                assert left + widget.width() <= page.width() + 5
    for row in rows(page):
        inside = row.rect().adjusted(0, 0, 0, 20)
        assert all(
            inside.contains(child.geometry()) for child in row.stops() if child.parent() is row
        )


def test_the_bar_starts_too(page: PreviewPage, told: Told) -> None:
    """In a narrow window."""
    page.resize(480, 800)
    click(button(page, "Start"))
    assert told.others == [("start", page.draft)]


def test_the_panel_stays_in_sight(page: PreviewPage, routine: Routine) -> None:
    """Scrolled down it is still there, and its end can be reached where it is too high."""
    page.show_draft(Draft.of(replace(routine, steps=routine.steps * 3)), Person(), is_own=False)
    QApplication.processEvents()
    panel = page.findChild(PreviewPanel)
    assert isinstance(panel, PreviewPanel)
    bar = page._page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert page.rect().contains(panel.geometry().translated(page._area.mapTo(page, QPoint())))
    page.resize(1280, 600)
    QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    start = panel.mapTo(page, QPoint(0, panel.height()))
    assert start.y() <= page.height()


def test_every_control_has_a_name(page: PreviewPage) -> None:
    """For screen readers."""
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            if widget.focusProxy() is not None:
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_another_routine_is_shown_from_its_top(page: PreviewPage, library: Library) -> None:
    """And rows that fit are used again."""
    before = rows(page)
    bar = page._page.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.show_draft(page.draft.toggled(0), Person(), is_own=False)
    assert rows(page) == before
    other = library.bundled("desk-break")
    assert other is not None
    page.show_draft(Draft.of(other), Person(), is_own=False)
    assert bar.value() == 0
    assert len(rows(page)) == 3


def test_no_dialog_is_left_behind(page: PreviewPage, qtbot: QtBot, press: Press) -> None:
    """They delete themselves."""
    click(button(page, "Add a stretch"))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(CardDialog))


# What matters for the person


def asks_about(routine: Routine, exercise_id: str) -> Concern:
    """Somebody is to ask about one of the routine's exercises."""
    exercise = next(one for one in routine.exercises if one.id == exercise_id)
    return Concern(exercise, ("wrist-pain",))


def test_what_there_is_to_mind_is_marked_and_listed(page: PreviewPage, routine: Routine) -> None:
    """In the row with its reason, and on a card under the rows; else neither."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    marked = [row for row in rows(page) if row._title.toolTip()]
    assert [row.name for row in marked] == ["Modified cobra"]
    assert marked[0]._title.accessibleDescription().startswith("You told of wrist pain.")
    assert marked[0]._title.accessibleName() == "Modified cobra, Ask first · Hip flexors"
    assert page._minded.isVisible()
    assert page._minded.geometry().top() > page._rows.geometry().bottom()
    page.show_concerns([])
    assert not any(row._title.toolTip() for row in rows(page))
    assert not page._minded.isVisible()


def test_the_stretch_tells_why_to_mind_it_first(page: PreviewPage, routine: Routine) -> None:
    """Before all that there is to read."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    page._on_row_opened(2)
    dialog = page.findChild(ExerciseDialog)
    assert isinstance(dialog, ExerciseDialog)
    texts = [label.text() for label in dialog._body.findChildren(Label)]
    assert texts[:2] == ["To mind", "You told of wrist pain. Ask before this one."]


def test_tab_comes_from_the_rows_to_what_there_is_to_mind(
    page: PreviewPage, routine: Routine, press: Press
) -> None:
    """Then to the panel."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    rows(page)[-1].stops()[-1].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is page._minded.rows[0].stop
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._panel.isAncestorOf(focused)


def test_digits_tell_the_pain_but_not_in_a_field(page: PreviewPage) -> None:
    """A number that is typed into a stepper is that stepper's."""
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_6)
    assert page.feeling == Feeling(6)
    page.clear_feeling()
    stepper = page.findChild(Stepper)
    assert isinstance(stepper, Stepper)
    stepper.setFocus(Qt.FocusReason.TabFocusReason)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_6)
    assert page.feeling == Feeling()
    QTest.keyClick(page, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert page.feeling == Feeling()


def test_the_panel_grows_with_the_pain(page: PreviewPage) -> None:
    """And nothing of it is cut."""
    before = page._panel.height()
    QTest.keyClick(page, Qt.Key.Key_4)
    assert page._panel.height() > before
    assert page._panel.height() == page._panel.heightForWidth(page._panel.width())


def test_the_plan_is_told_in_the_head(page: PreviewPage, qtbot: QtBot) -> None:
    """The facts name the days once it is planned."""
    page.show_plan("Mon, Wed, Fri, once a day", is_in=False)
    chip = page._header._plan
    facts = page._header._facts
    assert "Mon" not in facts.accessibleName()
    with qtbot.waitSignal(page.plan_switched, timeout=0) as told:
        click(chip)
    assert told.args == [True]
    page.show_plan("Mon, Wed, Fri, once a day", is_in=True)
    assert facts.accessibleName().endswith("Mon, Wed, Fri, once a day")
    assert chip.isChecked()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (480, 800), (420, 600)])
def test_what_matters_for_the_person_is_inside_the_window(
    page: PreviewPage, theme: Theme, routine: Routine, size: tuple[int, int], scale: float
) -> None:
    """With everything open."""
    page.show_concerns([asks_about(routine, exercise.id) for exercise in routine.exercises])
    page.show_flare_up(is_on=True)
    QTest.keyClick(page, Qt.Key.Key_4)
    theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)
    page.resize(*size)
    QApplication.processEvents()
    QApplication.processEvents()
    for widget in page.findChildren(PaintedButton):
        if widget.isVisible():
            left = widget.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= page.width() + 5
