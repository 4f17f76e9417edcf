from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.pain import Hurt, Remedy
from hipstretch.core.person import Side
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.session import Event, Status
from hipstretch.core.start import Start
from hipstretch.core.summary import Outcome, rep_records
from tests.ui.flow.playing_room import PlayingRoom

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

Key = Qt.Key
DOSE = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2))
TIMING = Timing(Duration(4.0), Duration(4.0), Duration(4.0), Duration(4.0))


@pytest.fixture
def make_room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Callable[..., PlayingRoom]:
    """Makes a room whose settings have the values that are given, in an active window."""

    def make(**values: object) -> PlayingRoom:
        given = {"reduced_motion": True, "voice": "full", **values}
        return PlayingRoom(theme, tmp_path / "own", **given).open(qtbot)

    return make


@pytest.fixture
def room(make_room: Callable[..., PlayingRoom]) -> PlayingRoom:
    """A room of somebody who has told nothing."""
    return make_room()


def routine_of(room: PlayingRoom, *exercises: str) -> Routine:
    """Exercises by their ids, each with two holds of 20 s a side; a pause for an empty one."""
    steps: list[Step | Rest] = []
    for name in exercises:
        exercise = room.library.exercises.find(name) if name else None
        steps.append(Step(exercise, DOSE) if exercise is not None else Rest(Duration(10.0)))
    return Routine(id="mine", name="Mine", steps=tuple(steps), timing=TIMING)


def play(room: PlayingRoom, *exercises: str, seconds: float = 10.0) -> None:
    """Begin and play so long: 4 s ready, 20 s hold, 4 s relax, ..."""
    room.flow.begin(Start(routine_of(room, *exercises)))
    room.pass_time(seconds)


def hurts(room: PlayingRoom) -> list[Hurt]:
    """What the history has, without its numbers."""
    since = room.clock.now() - timedelta(days=7)
    return [hurt._replace(id=0) for hurt in room.pain_log.hurts_since(since)]


def status(room: PlayingRoom) -> Status | None:
    """What the session is doing."""
    return room.runner.session.status if room.runner.session is not None else None


def step(room: PlayingRoom) -> int:
    """The step under way."""
    view = room.runner.view
    assert view is not None
    return view.phase.step


def test_it_pauses_and_speaks_at_once(room: PlayingRoom) -> None:
    """Then it asks; nothing is kept before there is an answer."""
    play(room, "knee-to-chest")
    room.press(Key.Key_H)
    assert room.said[-1] == "Paused. Ease out slowly."
    assert status(room) is Status.PAUSED
    assert room.question is not None
    room.press(Key.Key_Escape)
    assert status(room) is Status.PAUSED
    assert (hurts(room), room.runner.notes.hurts) == ([], ())


def test_what_was_chosen_is_kept_at_once(room: PlayingRoom) -> None:
    """With the exercise, its side, the number and the time; the session's file knows it, too."""
    play(room, "knee-to-chest")
    at = room.clock.now()
    room.press(Key.Key_H)
    room.press(Key.Key_2)
    room.press(Key.Key_G)
    assert status(room) is Status.RESUMING
    assert hurts(room) == [
        Hurt("knee-to-chest", "Knee to chest", Side.RIGHT, at, 2, False, Remedy.GO_ON)
    ]
    assert room.runner.notes.hurts == (1,)
    assert room.left_unfinished().notes.hurts == (1,)


def test_skipping_goes_to_the_next_exercise(room: PlayingRoom) -> None:
    """At once, as strong pain asks for."""
    play(room, "knee-to-chest", "childs-pose")
    room.press(Key.Key_H)
    room.press(Key.Key_8)
    room.press(Key.Key_Return)
    assert (step(room), status(room)) == (1, Status.PLAYING)
    assert [(hurt.pain, hurt.remedy) for hurt in hurts(room)] == [(8, Remedy.SKIP)]


def test_stopping_ends_the_session(room: PlayingRoom) -> None:
    """With the finish page; what spread points to Safety there."""
    play(room, "knee-to-chest", "childs-pose")
    room.press(Key.Key_H)
    room.press(Key.Key_N)
    room.press(Key.Key_T)
    assert room.runner.session is None
    assert room.finish.isVisible()
    assert room.finish.body.safety.isVisible()
    assert [(hurt.spreads, hurt.remedy) for hurt in hurts(room)] == [(True, Remedy.STOP)]


def test_after_the_eased_rep_it_is_asked_again_and_only_once(room: PlayingRoom) -> None:
    """It pauses by itself; what got better is not one more hurt."""
    play(room, "knee-to-chest")
    room.press(Key.Key_H)
    room.press(Key.Key_5)
    room.press(Key.Key_E)
    room.pass_time(3.0 + 9.0)
    assert status(room) is Status.PLAYING
    room.pass_time(2.0)
    soon(room)
    assert room.said[-1] == "Paused. Ease out slowly. How is it now?"
    assert room.question is not None
    assert room.question.accessibleName() == "How is it now?"
    room.press(Key.Key_2)
    room.press(Key.Key_Return)
    assert [(hurt.pain, hurt.remedy) for hurt in hurts(room)] == [(5, Remedy.EASE)]
    room.press(Key.Key_H)
    room.press(Key.Key_5)
    room.press(Key.Key_E)
    room.pass_time(20.0)
    soon(room)
    assert room.question is None
    assert status(room) is Status.PLAYING


def soon(room: PlayingRoom) -> None:
    """Let what is due at once happen."""
    if room.flow._hurts._soon.isActive():
        room.flow._hurts._soon.stop()
        room.flow._hurts._on_rep_over()


def test_what_still_hurts_is_kept_once_more(room: PlayingRoom) -> None:
    """It hurts even when it is eased."""
    play(room, "knee-to-chest", "childs-pose")
    room.press(Key.Key_H)
    room.press(Key.Key_E)
    room.pass_time(14.0)
    soon(room)
    room.press(Key.Key_6)
    room.press(Key.Key_S)
    assert [(h.pain, h.remedy) for h in hurts(room)] == [(None, Remedy.EASE), (6, Remedy.SKIP)]
    assert step(room) == 1


def test_after_the_last_rep_the_next_exercise_is_not_skipped(room: PlayingRoom) -> None:
    """What is asked is about the one before."""
    play(room, "knee-to-chest", "childs-pose", seconds=4 + 3 * 24 + 6)
    room.press(Key.Key_H)
    room.press(Key.Key_4)
    room.press(Key.Key_E)
    room.pass_time(14.0)
    soon(room)
    assert room.question is not None
    assert step(room) == 1
    room.press(Key.Key_7)
    room.press(Key.Key_S)
    assert (step(room), status(room)) == (1, Status.PLAYING)
    assert hurts(room)[-1].exercise == "knee-to-chest"


def test_who_moves_on_is_not_asked_again(room: PlayingRoom) -> None:
    """A skip of the eased rep is an answer."""
    play(room, "knee-to-chest")
    room.press(Key.Key_H)
    room.press(Key.Key_E)
    room.pass_time(4.0)
    room.runner.send(Event.SKIP)
    soon(room)
    assert room.question is None
    assert status(room) is Status.PLAYING


def test_easing_what_is_mild_asks_nothing(room: PlayingRoom) -> None:
    """0 to 3 are fine."""
    play(room, "knee-to-chest")
    room.press(Key.Key_H)
    room.press(Key.Key_3)
    room.press(Key.Key_E)
    room.pass_time(16.0)
    soon(room)
    assert room.question is None


def test_the_easier_one_comes_at_once(room: PlayingRoom) -> None:
    """The rest of the harder one counts as skipped, and a crash loses nothing of it."""
    play(room, "double-knee-to-chest", "childs-pose", seconds=30.0)
    room.press(Key.Key_H)
    assert room.question is not None
    assert room.question.buttons[Remedy.EASIER].label == "Instead: Knee to chest"
    room.press(Key.Key_I)
    view = room.runner.view
    assert view is not None
    assert view.exercise is not None
    assert (view.exercise.id, view.status) == ("knee-to-chest", Status.PLAYING)
    found = room.left_unfinished()
    assert [exercise.id for exercise in found.routine.exercises] == [
        *("double-knee-to-chest", "knee-to-chest", "childs-pose")
    ]
    assert found.session.anchor == (view_index(room), 0.0)
    records = [r for r in rep_records(found.session, found.routine) if r.step == 0]
    assert [record.outcome for record in records[:2]] == [Outcome.DONE, Outcome.SHORTENED]
    assert {record.outcome for record in records[2:]} == {Outcome.SKIPPED}


def view_index(room: PlayingRoom) -> int:
    """The index of the phase under way."""
    assert room.runner.session is not None
    return room.runner.session.anchor.phase_index


def test_an_easier_one_that_raises_a_concern_is_not_offered(
    make_room: Callable[..., PlayingRoom],
) -> None:
    """Neither is one where the library has none."""
    room = make_room(avoided=("floor",))
    play(room, "double-knee-to-chest")
    room.press(Key.Key_H)
    assert room.question is not None
    offered = [button.label for button in room.question.choices.shown]
    assert offered == ["Ease off", "Skip it today", "Stop for today"]


def test_what_hurt_before_this_week_points_to_safety(room: PlayingRoom) -> None:
    """Quietly; another exercise does not."""
    at = room.clock.now() - timedelta(days=3)
    before = Hurt("knee-to-chest", "Knee to chest", Side.LEFT, at, 4, False, Remedy.EASE)
    room.pain_log.add(before)
    room.pain_log.add(replace_exercise(before, "childs-pose", timedelta(days=9)))
    play(room, "knee-to-chest", "childs-pose")
    room.press(Key.Key_H)
    assert room.question is not None
    assert room.question.choices.shown[-1] is room.question.safety
    room.press(Key.Key_F1)
    assert room.told == ["safety"]
    room.press(Key.Key_S)
    room.press(Key.Key_H)
    assert room.question is not None
    assert room.question.safety not in room.question.choices.shown


def replace_exercise(hurt: Hurt, exercise: str, earlier: timedelta) -> Hurt:
    """The same for another exercise, so much earlier."""
    return hurt._replace(exercise=exercise, at=hurt.at - earlier)


def test_in_a_pause_between_exercises_the_one_before_is_meant(room: PlayingRoom) -> None:
    """Nothing of it is left to ease."""
    play(room, "knee-to-chest", "", "childs-pose", seconds=4 + 4 * 24)
    assert step(room) == 1
    room.press(Key.Key_H)
    assert room.question is not None
    offered = [button.label for button in room.question.choices.shown]
    assert offered == ["Go on with the next one", "Stop for today"]
    room.press(Key.Key_G)
    (hurt,) = hurts(room)
    assert (hurt.exercise, hurt.side) == ("knee-to-chest", Side.BOTH)


def test_a_pause_before_all_exercises_means_none(room: PlayingRoom) -> None:
    """It just pauses."""
    routine = routine_of(room, "", "knee-to-chest")
    room.flow.begin(Start(routine))
    room.pass_time(2.0)
    room.press(Key.Key_H)
    assert room.question is None
    assert status(room) is Status.PAUSED


def test_a_history_that_cannot_be_used_stops_nothing(room: PlayingRoom) -> None:
    """It is told at the end."""
    play(room, "knee-to-chest", "childs-pose", seconds=26.0)
    room.spoil_history()
    room.press(Key.Key_H)
    room.press(Key.Key_S)
    assert step(room) == 1
    room.flow.leave()
    assert room.window.toast.isVisible()
    assert "What hurt is not in the history" in room.window.toast.text


def test_another_session_knows_nothing_of_the_last_one(room: PlayingRoom) -> None:
    """One that is gone on with knows what spread in it."""
    play(room, "knee-to-chest", "childs-pose")
    room.press(Key.Key_H)
    room.press(Key.Key_N)
    room.press(Key.Key_S)
    assert room.flow._hurts.has_spread
    room.flow.leave()
    kept = room.left_unfinished()
    room.flow.begin(Start(routine_of(room, "knee-to-chest")))
    assert not room.flow._hurts.has_spread
    room.flow.go_on(kept)
    assert room.flow._hurts.has_spread


def test_leaving_closes_the_question(room: PlayingRoom) -> None:
    """As by a key of the headset."""
    play(room, "knee-to-chest")
    room.press(Key.Key_H)
    room.flow.leave()
    assert room.question is None
    assert room.told == ["left"]
    room.flow._hurts._on_hurt_told()
    assert room.question is None


def test_on_a_flare_up_day_the_easier_one_is_gentler(room: PlayingRoom) -> None:
    """As the rest of the routine."""
    room.flow.begin(Start(routine_of(room, "double-knee-to-chest"), is_gentle=True))
    room.pass_time(10.0)
    usual = room.library.exercises.find("knee-to-chest")
    room.press(Key.Key_H)
    room.press(Key.Key_I)
    assert room.runner.routine is not None
    added = room.runner.routine.steps[1]
    assert isinstance(added, Step)
    assert usual is not None
    assert added.full_dose != usual.dose
    assert replace(added, dose=Dose()) == Step(usual)
