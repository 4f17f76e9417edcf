from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.concerns import Choice
from hipstretch.core.flare_up import gentler
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.routine import Step
from hipstretch.ui.dialogs.before_start import BeforeStartDialog
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.core.routine import Routine
    from tests.ui.flow.home_room import Room

ROUTINE = "lower-back-and-hip"
FELT = Feeling(4, PainPlace.THIGH)


@pytest.fixture
def stenosis(make_room: Callable[..., Room]) -> Room:
    """Somebody who is to ask about one exercise, which has an easier one to ask about too."""
    return make_room(conditions=("spinal-stenosis",))


def dialog_of(room: Room) -> CardDialog | None:
    """The question that is in sight."""
    found = room.window.findChildren(CardDialog)
    return next((dialog for dialog in found if dialog._open), None)


def before_start(room: Room) -> BeforeStartDialog:
    """The question before a start."""
    dialog = dialog_of(room)
    assert isinstance(dialog, BeforeStartDialog)
    return dialog


def names(routine: Routine) -> list[str]:
    """The exercises that are played."""
    return [exercise.id for exercise in routine.exercises]


def press(room: Room, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    widget = room.window.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_nothing_to_mind_starts_at_once(room: Room) -> None:
    """With what was told of the pain."""
    room.starting.begin(room.routine(ROUTINE), FELT)
    (start,) = room.started
    assert start.routine == room.routine(ROUTINE)
    assert start.before == FELT
    assert not start.is_gentle
    assert dialog_of(room) is None


def test_what_is_undecided_is_asked_first(stenosis: Room) -> None:
    """Enter starts with the careful choice."""
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    (row,) = before_start(stenosis).rows
    assert row.current.concern.exercise.id == "modified-cobra"
    assert stenosis.started == []
    press(stenosis, Qt.Key.Key_Return)
    assert "modified-cobra" not in names(stenosis.started[0].routine)
    assert dialog_of(stenosis) is None


def test_a_decision_is_asked_for_once(stenosis: Room) -> None:
    """The next start applies it without a word, and the routine stays as it is."""
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    press(stenosis, Qt.Key.Key_Return)
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    assert dialog_of(stenosis) is None
    assert stenosis.started[0].routine == stenosis.started[1].routine
    assert "modified-cobra" in names(stenosis.routine(ROUTINE))


def test_escape_goes_back(stenosis: Room) -> None:
    """Nothing starts and nothing is decided."""
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    press(stenosis, Qt.Key.Key_Escape)
    assert stenosis.started == []
    assert stenosis.decisions.all() == {}
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    assert isinstance(dialog_of(stenosis), BeforeStartDialog)


def test_a_second_wish_takes_the_place_of_the_first(stenosis: Room) -> None:
    """One question at a time; the last routine starts."""
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    stenosis.starting.begin(stenosis.routine("desk-break"))
    assert dialog_of(stenosis) is None
    assert [start.routine.id for start in stenosis.started] == ["desk-break"]


def test_a_flare_up_day_is_gentler(room: Room) -> None:
    """And the session knows it."""
    room.day.set_flare_up(is_on=True)
    room.starting.begin(room.routine(ROUTINE))
    (start,) = room.started
    assert start.is_gentle
    assert start.routine == gentler(room.routine(ROUTINE))


def test_nothing_is_asked_about_what_rests_on_a_flare_up_day(
    make_room: Callable[..., Room],
) -> None:
    """Strengthening rests, so there is no question about it."""
    room = make_room(conditions=("hernia",))
    room.day.set_flare_up(is_on=True)
    room.starting.begin(room.routine("gentle-first-week"))
    assert dialog_of(room) is None
    assert "abdominal-bracing" not in names(room.started[0].routine)


def test_what_nobody_was_asked_about_is_done_with_care(make_room: Callable[..., Room]) -> None:
    """Where all stretches are left out, strengthening does not come instead of them."""
    room = make_room(conditions=("hernia", "osteoporosis"))
    routine = room.routine("gentle-first-week")
    kept = {"abdominal-bracing", "knee-rocking"}
    steps = [s for s in routine.steps if isinstance(s, Step) and s.exercise.id in kept]
    room.day.set_flare_up(is_on=True)
    room.starting.begin(replace(routine, steps=tuple(steps)))
    assert [row.current.concern.exercise.id for row in before_start(room).rows] == ["knee-rocking"]
    press(room, Qt.Key.Key_Return)
    assert room.started == []
    assert dialog_of(room) is not None


@pytest.mark.parametrize(("words", "looks"), [("Look at this one", 1), ("Choose another", 0)])
def test_where_nothing_is_left_it_says_so(stenosis: Room, words: str, looks: int) -> None:
    """With a way to decide anew."""
    wanted: list[str] = []
    stenosis.starting.look_requested.connect(wanted.append)
    routine = stenosis.routine(ROUTINE)
    cobra = [s for s in routine.steps if isinstance(s, Step) and s.exercise.id == "modified-cobra"]
    stenosis.starting.begin(replace(routine, steps=tuple(cobra)))
    press(stenosis, Qt.Key.Key_Return)
    dialog = dialog_of(stenosis)
    assert dialog is not None
    assert dialog.accessibleName() == "Nothing is left of this routine"
    button = next(one for one in dialog.findChildren(Button) if one.label == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [ROUTINE] * looks
    assert stenosis.started == []


def test_what_cannot_be_kept_is_told_and_holds_this_once(
    stenosis: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """The routine starts all the same."""
    told: list[str] = []
    stenosis.starting.trouble_told.connect(told.append)
    stenosis.break_database()
    stenosis.starting.begin(stenosis.routine(ROUTINE))
    press(stenosis, Qt.Key.Key_Return)
    assert [text.split(":")[0] for text in told] == ["Your choice could not be kept"]
    assert "modified-cobra" not in names(stenosis.started[0].routine)
    assert "is not known now" in caplog.text


def test_an_easier_exercise_comes_in_place(room: Room) -> None:
    """What hurt twice is offered in its easier form."""
    for days_ago in (1, 2):
        room.add_hurt("modified-cobra", days_ago=days_ago)
    room.starting.begin(room.routine(ROUTINE))
    assert before_start(room).rows[0].current.choice is Choice.EASIER
    press(room, Qt.Key.Key_Return)
    played = names(room.started[0].routine)
    assert "prop-on-elbows" in played
    assert "modified-cobra" not in played
