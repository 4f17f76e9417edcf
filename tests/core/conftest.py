"""What the tests of the core build: exercises and routines around a dose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Dose
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.routine import Rest, Routine, Step, Timing


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
