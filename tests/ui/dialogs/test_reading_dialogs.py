from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.exercise import (
    DoseFrom,
    Exercise,
    Instructions,
    Kind,
    Source,
)
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Day, Routine, Step
from hipstretch.ui.dialogs.exercise_dialog import ExerciseDialog
from hipstretch.ui.dialogs.routine_dialog import RoutineDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.scroll_body import ScrollBody
from tests.ui.windows import empty_window

EXERCISE = Exercise(
    id="knee",
    name="Knee to chest",
    kind=Kind.STRETCH,
    position=Position.LYING_ON_BACK,
    areas=(Area.HIP, Area.LOWER_BACK),
    instructions=Instructions("Bend your {side} knee.", "Pull.", "Hug your {side} knee.", "Go."),
    dose=Dose(hold=Duration(20, 30), reps=Count(3)),
    dose_from=DoseFrom.APP_DEFAULT,
    source=Source("At-Home Exercises", "https://example.org"),
    also_called=("Single knee hug",),
    equipment=("mat",),
    feel="A stretch.",
    mistakes=("Pulling hard.", "Holding the breath."),
    cautions=("Stop if it hurts.",),
    ask_first=("hip-replacement", "osteoporosis"),
    easier="rocking",
    harder="unknown-one",
)
ROCKING = replace(EXERCISE, id="rocking", name="Knee rocking")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window that is too low for a whole exercise."""
    return empty_window(qtbot, 600, 500)


def texts(dialog: QWidget) -> list[str]:
    """Everything that stands in a dialog."""
    return [label.text() for label in dialog.findChildren(Label)]


def test_an_exercise_is_told_in_full(window: QWidget, theme: Theme) -> None:
    """For the side that the person begins with."""
    step = Step(EXERCISE, note="Head on the pillow.")
    dialog = ExerciseDialog(theme, step, Person(first_side=Side.LEFT), [ROCKING], window)
    told = texts(dialog)
    for text in (
        "Knee to chest",
        "Lying on your back · Hip and lower back",
        "Head on the pillow.",
        "Single knee hug",
        "Bend your left knee.",
        "Hug your left knee.",
        "A stretch.",
        "Pulling hard.",
        "Stop if it hurts.",
        "A hip replacement or osteoporosis",
        "Mat",
        "Hold for 20 to 30 s, 3 times. The amount is our choice, not the source's.",
        "Knee rocking",
        "unknown-one",
        "At-Home Exercises\nhttps://example.org",
    ):
        assert text in told


def test_a_dose_of_the_routines_own_stands_beside_the_usual_one(
    window: QWidget, theme: Theme
) -> None:
    """And the exercise's file says whose the usual one is."""
    step = Step(replace(EXERCISE, dose_from=DoseFrom.SOURCE), Dose(hold=Duration(10)))
    told = texts(ExerciseDialog(theme, step, Person(), [], window))
    assert "Hold for 10 s, 3 times." in told
    assert "Hold for 20 to 30 s, 3 times. The amount is the source's." in told


def test_what_an_exercise_does_not_say_is_not_there(window: QWidget, theme: Theme) -> None:
    """No empty sections."""
    plain = Exercise(
        id="x",
        name="X",
        kind=Kind.REST,
        position=Position.RECLINING,
        areas=(Area.HIP,),
        instructions=EXERCISE.instructions,
        dose=Dose(lasting=Duration(60)),
    )
    told = texts(ExerciseDialog(theme, Step(plain), Person(), [], window))
    assert not {"Also called", "Source", "Take care", "Easier", "What you feel"} & set(told)


def test_the_keys_scroll(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    """Down, page, to the ends; Escape closes."""
    dialog = ExerciseDialog(theme, Step(EXERCISE), Person(), [], window)
    dialog.open()
    body = dialog.findChild(ScrollBody)
    assert isinstance(body, ScrollBody)
    bar = body.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(dialog, key)
        seen.append(bar.value())
    assert 0 < seen[0] < seen[1] <= seen[2] == bar.maximum()
    assert seen[3] < seen[2]
    assert seen[4] == 0
    with qtbot.waitSignal(dialog.closed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("often", "days", "words"),
    [
        (Count(1), (), "Once a day"),
        (Count(1, 2), (Day.MON, Day.FRI), "1 to 2 times a day · Monday, Friday"),
        (None, (Day.SUN,), "Sunday"),
    ],
)
def test_a_routine_is_told_in_full(
    window: QWidget, theme: Theme, often: Count | None, days: tuple[Day, ...], words: str
) -> None:
    """When to stop first, then how often, and where it is from."""
    routine = Routine(
        id="r",
        name="Mornings",
        steps=(),
        summary="A short one.",
        author="Physio",
        source=Source("A leaflet"),
        times_per_day=often,
        days=days,
        stop_if="Pain goes above 4 of 10.",
    )
    told = texts(RoutineDialog(theme, routine, window))
    for text in (
        "Mornings",
        "A short one.",
        "Pain goes above 4 of 10.",
        "Physio",
        "A leaflet",
        words,
    ):
        assert text in told


def test_a_bare_routine_has_little_to_tell(window: QWidget, theme: Theme) -> None:
    """Only what every routine has in common."""
    told = texts(RoutineDialog(theme, Routine(id="r", name="R", steps=()), window))
    assert not {"Stop if", "How often", "Source", "Put together by"} & set(told)


def test_the_words_stay_inside_at_the_largest_size(
    window: QWidget, theme: Theme, look: Callable[[float], None]
) -> None:
    """In the smallest window."""
    look(1.3)
    window.resize(420, 600)
    dialog = ExerciseDialog(theme, Step(EXERCISE), Person(), [], window)
    dialog.open()
    for label in dialog.findChildren(Label):
        if label.isVisible():
            assert label.width() <= 420 - 40
            assert label.height() >= label.heightForWidth(label.width())


@pytest.fixture
def look(theme: Theme) -> Callable[[float], None]:
    """Sets the text size."""
    from hipstretch.core.settings import Appearance

    def set_size(scale: float) -> None:
        theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)

    return set_size
