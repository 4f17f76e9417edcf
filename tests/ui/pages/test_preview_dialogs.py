from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.dose import UNSET, Count, Dose, Duration
from hipstretch.core.draft import Draft
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine, Step
from hipstretch.storage.library import Library
from hipstretch.ui.dialogs.add_stretch_dialog import AddStretchDialog
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.dialogs.dose_dialog import DoseDialog
from hipstretch.ui.dialogs.exercise_dialog import ExerciseDialog
from hipstretch.ui.dialogs.name_dialog import NameDialog
from hipstretch.ui.dialogs.routine_dialog import RoutineDialog
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.stepper import Stepper
from tests.ui.pages.preview_examples import (
    Told,
    asks_about,
    button,
    click,
    names,
    preview_page,
    rows,
    seven_stretches,
)

Press = Callable[[Qt.Key], None]


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


def test_save_as_asks_the_name(page: PreviewPage, told: Told) -> None:
    """And tells it."""
    click(button(page, "Save as my routine"))
    dialog = page.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.named.emit("My mornings")
    assert told.others == [("save as", "My mornings")]


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
    chosen = page._dialogs._exercises()[4]
    dialog.dismiss(chosen)
    assert names(page)[-1] == chosen.name
    assert told.drafts[-1].rows[-1].origin is None
    assert QApplication.focusWidget() is rows(page)[-1].stops()[0]


def test_all_about_the_routine(page: PreviewPage, routine: Routine) -> None:
    """Opens from the foot, where one also reads when to stop."""
    click(button(page, "About this routine"))
    assert isinstance(page.findChild(RoutineDialog), RoutineDialog)
    assert routine.stop_if in [label.text() for label in page.findChildren(Label)]


def test_the_foot_of_a_routine_without_a_word_about_stopping(
    page: PreviewPage, routine: Routine
) -> None:
    """One can still read all about it."""
    bare = replace(routine, steps=routine.steps[:1], stop_if="")
    page.show_draft(Draft.of(bare), Person(), is_own=True)
    QApplication.processEvents()
    click(button(page, "About this routine"))
    assert isinstance(page.findChild(RoutineDialog), RoutineDialog)


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


def test_no_dialog_is_left_behind(page: PreviewPage, qtbot: QtBot, press: Press) -> None:
    """They delete themselves."""
    click(button(page, "Add a stretch"))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(CardDialog))


def test_the_stretch_tells_why_to_mind_it_first(page: PreviewPage, routine: Routine) -> None:
    """Before all that there is to read."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    page._on_row_opened(2)
    dialog = page.findChild(ExerciseDialog)
    assert isinstance(dialog, ExerciseDialog)
    texts = [label.text() for label in dialog._body.findChildren(Label)]
    assert texts[:2] == ["To mind", "You told of wrist pain. Ask before this one."]
