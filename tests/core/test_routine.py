from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, Mode
from hipstretch.core.exercise import Exercise
from hipstretch.core.routine import Rest, Routine, Step, Timing, without_stray_rests


def test_the_default_pauses() -> None:
    """10 s to get ready, 8 s to switch, 5 s to relax, 15 s of rest, as the format's page says."""
    assert Timing() == Timing(Duration(10.0), Duration(8.0), Duration(5.0), Duration(15.0))


def test_a_step_puts_its_differences_into_the_exercises_dose(
    make_exercise: Callable[..., Exercise],
) -> None:
    """What the step does not say stays the exercise's."""
    exercise = make_exercise(Dose(hold=Duration(20.0), reps=Count(3)))
    full = Step(exercise, Dose(hold=Duration(30.0))).full_dose
    assert full == Dose(hold=Duration(30.0), reps=Count(3))
    assert full.mode is Mode.HOLD


def test_a_routine_tells_what_it_takes(make_exercise: Callable[..., Exercise]) -> None:
    """Positions, areas and equipment each once, in the order of the steps; pauses have none."""
    lying = make_exercise(Dose(hold=Duration(5.0)))
    sitting = replace(
        lying,
        position=Position.SITTING_ON_CHAIR,
        areas=(Area.GLUTES, Area.HIP),
        equipment=("chair", "mat"),
    )
    steps = (Step(lying), Rest(Duration(60.0)), Step(sitting), Step(lying))
    routine = Routine(id="r", name="R", steps=steps)
    assert list(routine.exercises) == [lying, sitting, lying]
    assert routine.positions == (Position.LYING_ON_BACK, Position.SITTING_ON_CHAIR)
    assert routine.areas == (Area.HIP, Area.LOWER_BACK, Area.GLUTES)
    assert routine.equipment == ("mat", "chair")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("s", "s"),
        ("srs", "srs"),
        ("rs", "s"),
        ("sr", "s"),
        ("srr", "s"),
        ("srrs", "srs"),
        ("r", ""),
        ("rr", ""),
        ("_", ""),
        ("_rs", "s"),
        ("sr_", "s"),
        ("sr_rs", "srs"),
        ("s_s", "ss"),
        ("s_rs", "srs"),
        ("_r_r_", ""),
    ],
)
def test_no_pause_stands_at_an_end_or_after_another(
    make_exercise: Callable[..., Exercise], before: str, after: str
) -> None:
    """Where steps are taken out (_), the pauses (r) beside them go as well."""
    parts: dict[str, Step | Rest] = {
        "s": Step(make_exercise(Dose(hold=Duration(5.0)))),
        "r": Rest(Duration(9.0)),
    }
    kept = without_stray_rests(parts.get(one) for one in before)
    assert kept == tuple(parts[one] for one in after)


def test_of_two_pauses_the_first_stays(make_exercise: Callable[..., Exercise]) -> None:
    """It is the one that followed the exercise which is still there."""
    first, second = Rest(Duration(10.0)), Rest(Duration(60.0))
    step = Step(make_exercise(Dose(hold=Duration(5.0))))
    assert without_stray_rests([step, first, None, second, step]) == (step, first, step)
