from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from hipstretch.core.dose import Count, Dose, Duration, Mode, SideRule, Unit
from hipstretch.core.exercise import Exercise, Kind
from hipstretch.core.flare_up import gentler
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import Library
from tests.core.routines import people, routines, shelves

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]

_ROUTINES = Path(__file__).parents[2] / "routines"
_LIBRARY = Library(_ROUTINES, _ROUTINES / "nobodys")
BUNDLED = {entry.id: entry.routine for entry in _LIBRARY.bundled_entries()}
REST = Rest(Duration(30.0))

any_routine = shelves.flatmap(routines)


def _dose(routine: Routine) -> Dose:
    """The whole dose of a routine's first step."""
    step = routine.steps[0]
    assert isinstance(step, Step)
    return step.full_dose


@pytest.mark.parametrize(
    ("hold", "gentle"),
    [
        (Duration(30.0), Duration(15.0)),
        (Duration(20.0, 30.0), Duration(10.0)),
        (Duration(15.0), Duration(8.0)),
        (Duration(8.0), Duration(5.0)),
        (Duration(3.0), Duration(3.0)),
        (Duration(4.0, unit=Unit.BREATHS), Duration(2.0, unit=Unit.BREATHS)),
        (Duration(1.0, unit=Unit.BREATHS), Duration(1.0, unit=Unit.BREATHS)),
        (Duration(None), Duration(None)),
    ],
)
def test_a_hold_is_halved(hold: Duration, gentle: Duration, make_routine: MakeRoutine) -> None:
    """In whole seconds or breaths, five seconds at least, and the low end of a range.

    What nobody has prescribed stays open; a continuous movement goes the same way.
    """
    assert _dose(gentler(make_routine(Dose(hold=hold)))).hold == gentle
    assert _dose(gentler(make_routine(Dose(lasting=hold)))).lasting == gentle


@pytest.mark.parametrize(
    ("reps", "gentle"),
    [(Count(3), Count(2)), (Count(10, 12), Count(5)), (Count(1), Count(1)), (Count(None),) * 2],
)
def test_reps_are_halved_and_rounded_up(
    reps: Count, gentle: Count, make_routine: MakeRoutine
) -> None:
    """There is always one left."""
    assert _dose(gentler(make_routine(Dose(self_paced=True, reps=reps)))).reps == gentle


@pytest.mark.parametrize(
    ("sets", "gentle"), [(Count(3), Count(1)), (Count(None), Count(None)), (None, None)]
)
def test_one_set_is_left(
    sets: Count | None, gentle: Count | None, make_routine: MakeRoutine
) -> None:
    """Where somebody has prescribed sets at all."""
    assert _dose(gentler(make_routine(Dose(hold=Duration(20.0), sets=sets)))).sets == gentle


def test_each_side_is_gentler_by_its_own_dose(make_routine: MakeRoutine) -> None:
    """What is different on a side stays different."""
    dose = Dose(
        hold=Duration(20.0),
        sides=SideRule.EACH,
        left=Dose(hold=Duration(40.0)),
        right=Dose(reps=Count(4)),
        affected=Dose(sets=Count(2)),
    )
    gentle = _dose(gentler(make_routine(dose)))
    assert (gentle.left, gentle.right, gentle.affected) == (
        Dose(hold=Duration(20.0)),
        Dose(reps=Count(2)),
        Dose(sets=Count(1)),
    )
    assert (gentle.mode, gentle.sides) == (Mode.HOLD, SideRule.EACH)


def test_the_steps_own_dose_is_what_is_halved(make_exercise: MakeExercise) -> None:
    """And not the exercise's usual one."""
    step = Step(make_exercise(Dose(hold=Duration(60.0))), Dose(hold=Duration(20.0)), note="slowly")
    gentle = gentler(Routine(id="r", name="R", steps=(step,))).steps[0]
    assert isinstance(gentle, Step)
    assert (gentle.full_dose.hold, gentle.note) == (Duration(10.0), "slowly")


def test_exercises_for_strength_rest_for_the_day(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """With the pauses around them; a routine of strengthening alone keeps its exercises."""
    stretch = Step(make_exercise(Dose(hold=Duration(20.0)), "Stretch"))
    strong = Step(replace(make_exercise(Dose(hold=Duration(20.0)), "Brace"), kind=Kind.STRENGTH))
    mixed = gentler(make_routine(strong, REST, stretch, REST, strong, REST, stretch))
    assert [getattr(step, "exercise", None) for step in mixed.steps] == [
        stretch.exercise,
        None,
        stretch.exercise,
    ]
    alone = gentler(make_routine(strong, REST, strong))
    assert [step.exercise.name for step in alone.steps if isinstance(step, Step)] == ["Brace"] * 2
    assert _dose(alone).hold == Duration(10.0)


def _worked(timeline: Timeline) -> dict[int, set[Side | None]]:
    """Which sides work in each step."""
    sides: dict[int, set[Side | None]] = {}
    for phase in timeline.phases:
        if phase.kind.is_rep:
            sides.setdefault(phase.step, set()).add(phase.side)
    return sides


@given(any_routine, people)
def test_a_gentler_routine_is_never_longer(routine: Routine, person: Person) -> None:
    """Neither in time nor in reps, and there is always something to do."""
    usual, gentle = Timeline.of(routine, person), Timeline.of(gentler(routine), person)
    assert 0 < len(gentle.phases) <= len(usual.phases)
    assert gentle.seconds <= usual.seconds


@given(any_routine, people)
def test_sides_and_stretches_stay_as_they_are(routine: Routine, person: Person) -> None:
    """Only what strengthens may be gone; each other exercise works on the sides as before."""
    gentle = gentler(routine)
    kept = [step.exercise for step in gentle.steps if isinstance(step, Step)]
    every = list(routine.exercises)
    rested = [one for one in every if one.kind is not Kind.STRENGTH]
    assert kept == (rested or every)
    steps = [at for at, one in enumerate(routine.steps) if isinstance(one, Step)]
    stay = [at for at in steps if routine.steps[at].exercise in kept]  # type: ignore[union-attr]
    before, after = _worked(Timeline.of(routine, person)), _worked(Timeline.of(gentle, person))
    assert [before[at] for at in stay] == list(after.values())


@given(any_routine)
def test_the_timing_and_all_else_of_a_routine_stay(routine: Routine) -> None:
    """A flare-up day changes the steps alone."""
    gentle = gentler(routine)
    assert replace(gentle, steps=routine.steps) == routine


@pytest.mark.parametrize("routine_id", sorted(BUNDLED))
@pytest.mark.parametrize("affected", Affected)
def test_every_bundled_routine_can_be_done_on_a_flare_up_day(
    routine_id: str, affected: Affected
) -> None:
    """It is shorter, and every hold in it has a length still."""
    routine = BUNDLED[routine_id]
    assert routine is not None
    person = Person(affected, extra_rep=True)
    usual, gentle = Timeline.of(routine, person), Timeline.of(gentler(routine), person)
    assert 0 < gentle.seconds < usual.seconds
    lengths = [phase.seconds for phase in gentle.phases if phase.kind.is_rep]
    assert all(length is None or length >= 1.0 for length in lengths)
