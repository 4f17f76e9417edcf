from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import UNSET, Count, Dose, Duration
from hipstretch.core.draft import Draft
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.routine import Routine, Step
from hipstretch.ui.dialogs.dose_dialog import Answer, DoseDialog, question
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.stepper import Stepper
from tests.ui.windows import empty_window


def step(name: str, dose: Dose) -> Step:
    """A step of an exercise with that dose."""
    lines = Instructions("a", "b", "c", "d")
    return Step(
        Exercise(
            id=name,
            name=name,
            kind=Kind.STRETCH,
            position=Position.STANDING,
            areas=(Area.HIP,),
            instructions=lines,
            dose=dose,
        )
    )


ROUTINE = Routine(
    id="r",
    name="R",
    steps=(
        step("First", Dose(hold=UNSET, reps=Count(None))),
        step("Set", Dose(hold=Duration(20))),
        step("Last", Dose(tempo=(UNSET, UNSET, UNSET), relax=UNSET)),
    ),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    return empty_window(qtbot, 700, 500)


@pytest.fixture
def dialog(window: QWidget, theme: Theme) -> DoseDialog:
    """The open dialog."""
    dialog = DoseDialog(theme, Draft.of(ROUTINE), window)
    dialog.open()
    return dialog


def start(dialog: DoseDialog) -> Button:
    """Its first button."""
    return next(button for button in dialog.findChildren(Button) if button.label == "Start")


def test_every_open_key_is_a_question(dialog: DoseDialog) -> None:
    """Under the name of its stretch; what is prescribed is not asked."""
    texts = [label.text() for label in dialog.findChildren(Label)]
    asked = [question(key) for key in ("hold", "reps", "relax", "tempo")]
    assert all(text in texts for text in [*asked, "First", "Last"])
    assert "Set" not in texts
    assert all(stepper.accessibleName() for stepper in dialog.findChildren(Stepper))


def test_start_waits_for_every_answer(dialog: DoseDialog) -> None:
    """And then tells them all."""
    told: list[tuple[Answer, ...]] = []
    dialog.answered.connect(told.append)
    for stepper in dialog.findChildren(Stepper):
        assert not start(dialog).isEnabled()
        stepper.stepBy(1)
    assert start(dialog).isEnabled()
    start(dialog).click()
    assert told == [
        (Answer(0, "hold", 30), Answer(0, "reps", 1), Answer(2, "relax", 5), Answer(2, "tempo", 3))
    ]


def test_giving_up_tells_nothing(dialog: DoseDialog) -> None:
    """The routine does not start."""
    told: list[object] = []
    dialog.answered.connect(told.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []


def test_tab_goes_through_the_questions(
    dialog: DoseDialog, press: Callable[[Qt.Key], None]
) -> None:
    """The first one has the focus, and what has it is in sight."""
    steppers = dialog.findChildren(Stepper)
    assert QApplication.focusWidget() is steppers[0]
    for stepper in steppers[1:]:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stepper


def test_all_keys_have_words() -> None:
    """Those that a dose can leave open."""
    for key in ("hold", "for", "relax", "rest", "reps", "sets", "tempo"):
        assert question(key).endswith("?")
