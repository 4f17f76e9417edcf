"""What the tests of the core build: exercises and routines around a dose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Dose
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.routine import Rest, Routine, Step, Timing
from tests.core.break_desk import Desk
from tests.core.spoken_steps import LINES, MakeExercise, MakeStep


def _exercise(dose: Dose, name: str = "Knee to chest") -> Exercise:
    return Exercise(
        id=name.lower().replace(" ", "-"),
        name=name,
        kind=Kind.STRETCH,
        position=Position.LYING_ON_BACK,
        areas=(Area.HIP, Area.LOWER_BACK),
        instructions=Instructions(
            "Bend your {side} knee.", "Pull it in.", "Hug your {side} knee in.", "Let go."
        ),
        dose=dose,
        equipment=("mat",),
    )


def _routine(*steps: Dose | Step | Rest, timing: Timing | None = None) -> Routine:
    built = (Step(_exercise(step)) if isinstance(step, Dose) else step for step in steps)
    return Routine(id="r", name="Mornings", steps=tuple(built), timing=timing or Timing())


@pytest.fixture(scope="session")
def make_exercise() -> Callable[..., Exercise]:
    """Build an exercise with a dose: `make_exercise(dose, name="Knee to chest")`."""
    return _exercise


@pytest.fixture(scope="session")
def make_routine() -> Callable[..., Routine]:
    """Build a routine of doses, steps and pauses: `make_routine(*steps, timing=None)`."""
    return _routine


@pytest.fixture
def desk() -> Desk:
    """A person who has just sat down, Monday at nine."""
    return Desk()


@pytest.fixture(scope="session")
def make_step(make_exercise: MakeExercise) -> MakeStep:
    """Build a step with lines that tell its sides: `make_step(dose, name="Bridge", note="")`."""

    def make(dose: Dose, name: str = "Bridge", note: str = "", kind: Kind = Kind.STRETCH) -> Step:
        exercise = replace(make_exercise(dose, name), instructions=LINES, kind=kind)
        return Step(exercise, note=note)

    return make
