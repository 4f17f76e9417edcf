from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.body import Place, Position
from hipstretch.core.conditions import Avoided, Condition, avoided_in, to_ask_about
from hipstretch.core.dose import Dose, Duration
from hipstretch.core.exercise import Exercise

MakeExercise = Callable[..., Exercise]

FLOOR = {position for position in Position if position.place is Place.FLOOR}


@pytest.mark.parametrize(
    ("avoided", "positions"),
    [
        (Avoided.FLOOR, FLOOR),
        (Avoided.KNEELING, {Position.KNEELING, Position.ALL_FOURS}),
        (Avoided.FACE_DOWN, {Position.LYING_FACE_DOWN}),
        (Avoided.STANDING, {Position.STANDING}),
    ],
)
def test_which_positions_a_choice_covers(avoided: Avoided, positions: set[Position]) -> None:
    """Whoever cannot get down to the floor can take none of the positions there."""
    assert {position for position in Position if avoided.covers(position)} == positions


def test_the_floor_covers_lying_kneeling_and_sitting_on_it() -> None:
    """A chair and standing are left."""
    free = {Position.SITTING_ON_CHAIR, Position.RECLINING, Position.STANDING}
    assert set(Position) - free == FLOOR


def test_only_the_persons_own_conditions_are_asked_about(make_exercise: MakeExercise) -> None:
    """In the order of the exercise; what it does not name does not matter to it."""
    exercise = replace(
        make_exercise(Dose(hold=Duration(20.0))),
        ask_first=("osteoporosis", "pregnancy", "hip-replacement"),
    )
    person = (Condition.HIP_REPLACEMENT, Condition.NUMB_SKIN, Condition.OSTEOPOROSIS)
    assert to_ask_about(exercise, person) == ("osteoporosis", "hip-replacement")
    assert to_ask_about(exercise, ()) == ()


@pytest.mark.parametrize(
    ("position", "avoided", "found"),
    [
        (Position.KNEELING, (), None),
        (Position.KNEELING, ("kneeling",), Avoided.KNEELING),
        (Position.KNEELING, ("kneeling", "floor"), Avoided.FLOOR),
        (Position.KNEELING, (Avoided.STANDING, Avoided.FACE_DOWN), None),
        (Position.SITTING_ON_CHAIR, tuple(Avoided), None),
    ],
)
def test_the_first_avoided_position_that_an_exercise_needs(
    make_exercise: MakeExercise,
    position: Position,
    avoided: tuple[str, ...],
    found: Avoided | None,
) -> None:
    """One reason is enough, the widest one first."""
    exercise = replace(make_exercise(Dose(hold=Duration(20.0))), position=position)
    assert avoided_in(exercise, avoided) is found
