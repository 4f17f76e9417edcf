from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions
from hipstretch.core.person import Person
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.settings import Pace, VoiceLevel
from hipstretch.core.speech_scene import FAMILIAR_FROM, Manner, Scene
from hipstretch.core.timeline import HALF_FROM, Timeline

MANNER = Manner(VoiceLevel.FULL, Pace.USUAL, count_seconds=False, count_reps=True)
LINES = Instructions(
    "Lie down, {other} leg long. Bend your {side} knee", "Pull.", "Hold {other}.", "Let go."
)
READY, HOLD, SWITCH, HOLD_2, REST, NEXT_READY, NEXT_HOLD = range(7)
"""The phases of the routine: an exercise on each side, a rest, and another exercise."""


@pytest.fixture
def scenes(
    make_exercise: Callable[..., Exercise], make_routine: Callable[..., Routine]
) -> list[Scene]:
    """Every phase's scene, and the end."""
    one_sided = make_exercise(Dose(hold=Duration(30.0), sides=SideRule.EACH))
    routine = make_routine(
        Step(replace(one_sided, instructions=LINES), note="Gently"),
        Rest(Duration(60.0)),
        Step(make_exercise(Dose(hold=Duration(5.0)), "Cobra")),
    )
    timeline = Timeline.of(routine, Person())
    return [Scene(routine, timeline, at, MANNER) for at in range(len(timeline.phases) + 1)]


def test_the_phases_around(scenes: list[Scene]) -> None:
    """The one before, the rep that was done, and the one that goes on or comes."""
    assert [scene.before for scene in scenes] == [None, *scenes[:-1]]
    assert [scene.done for scene in scenes] == [
        *(None, None, scenes[HOLD], None, scenes[HOLD_2], None, None, scenes[NEXT_HOLD]),
    ]
    assert [scenes[at].rep for at in (READY, HOLD, SWITCH)] == [
        *(scenes[HOLD], scenes[HOLD], scenes[HOLD_2]),
    ]


def test_the_first_rep_of_an_exercise(scenes: list[Scene]) -> None:
    """The other side's is none."""
    assert [scenes[at].is_first_rep for at in (HOLD, HOLD_2, NEXT_HOLD)] == [True, False, True]


def test_exercises(scenes: list[Scene]) -> None:
    """This one and the next; a rest between them is none."""
    names = [
        [exercise.name if exercise is not None else None for exercise in both]
        for both in (
            (scenes[at].exercise, scenes[at].next_exercise) for at in (HOLD, REST, NEXT_HOLD)
        )
    ]
    assert names == [["Knee to chest", "Cobra"], [None, "Cobra"], ["Cobra", None]]


def test_lines_are_those_of_the_side(scenes: list[Scene]) -> None:
    """As they are spoken; a rest has none."""
    assert scenes[HOLD].lines == Instructions(
        "Lie down, left leg long. Bend your right knee.", "Pull.", "Hold left.", "Let go."
    )
    assert (scenes[HOLD_2].lines.hold, scenes[REST].lines.hold) == ("Hold right.", "")
    assert [scenes[at].release for at in (HOLD, SWITCH)] == ["", "Let go."]
    assert scenes[HOLD_2].side_setup == "Bend your left knee."
    assert (scenes[REST].side_setup, scenes[REST].note) == ("", "")
    assert (scenes[HOLD].note, scenes[NEXT_HOLD].note) == ("Gently.", "")


def test_in_short_there_are_no_lines(scenes: list[Scene]) -> None:
    """Nor a note."""
    short = replace(scenes[HOLD], manner=MANNER._replace(level=VoiceLevel.SHORT))
    assert (short.lines, short.side_setup, short.note) == (Instructions("", "", "", ""), "", "")


@pytest.mark.parametrize(
    ("seconds", "rep", "is_familiar"),
    [
        (HALF_FROM - 0.1, FAMILIAR_FROM, True),
        (HALF_FROM - 0.1, FAMILIAR_FROM - 1, False),
        (HALF_FROM, FAMILIAR_FROM, False),
        (None, FAMILIAR_FROM, True),
    ],
)
def test_a_brief_rep_is_familiar_the_third_time(
    seconds: float | None,
    rep: int,
    is_familiar: bool,
    make_routine: Callable[..., Routine],
) -> None:
    """One that the person ends counts as brief; the pause that leads to it is as familiar."""
    dose = Dose(hold=Duration(seconds), reps=Count(rep))
    routine = make_routine(dose)
    timeline = Timeline.of(routine, Person())
    last = len(timeline.phases) - 1
    for index in (last - 1, last):
        assert Scene(routine, timeline, index, MANNER).is_familiar is is_familiar
