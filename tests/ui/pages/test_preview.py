from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.draft import Draft, Scale
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.settings import Appearance
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import Library
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.pages.preview_panel import PreviewPanel
from hipstretch.ui.pages.preview_total import PreviewBar
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.segmented import Segmented
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle
from hipstretch.ui.widgets.total_time import TotalTime
from hipstretch.ui.words import clock
from tests.ui.pages.preview_examples import (
    Told,
    button,
    chip,
    choose,
    click,
    key,
    names,
    preview_page,
    rows,
    seven_stretches,
    steppers,
    switch,
    total_text,
)

Press = Callable[[Qt.Key], None]
SORE_RIGHT = Person(Affected.RIGHT, Side.LEFT, extra_rep=True)


@pytest.fixture
def routine(library: Library) -> Routine:
    """A bundled routine of seven stretches."""
    return seven_stretches(library)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, library: Library, routine: Routine) -> PreviewPage:
    """The page in an active window, with the routine on it."""
    return preview_page(qtbot, theme, library, routine)


@pytest.fixture
def told(page: PreviewPage) -> Told:
    """What the page tells."""
    return Told(page)


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


def test_escape_and_back_go_back(page: PreviewPage, told: Told, press: Press) -> None:
    """From any control."""
    steppers(rows(page)[0])[0].setFocus()
    press(Qt.Key.Key_Escape)
    back = next(w for w in page.findChildren(QWidget) if w.accessibleName() == "Back")
    click(back)
    assert told.others == [("back", None)] * 2


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
