"""An exercise for the tests that play a routine: only its dose and its name matter there."""

from __future__ import annotations

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Dose
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.routine import Step


def written_step(dose: Dose, name: str = "Knee to chest", exercise_id: str = "r:0") -> Step:
    """A step whose exercise is written out in its routine."""
    exercise = Exercise(
        id=exercise_id,
        name=name,
        kind=Kind.STRETCH,
        position=Position.LYING_ON_BACK,
        areas=(Area.HIP,),
        instructions=Instructions("Lie down.", "Pull.", "Hold.", "Let go."),
        dose=dose,
    )
    return Step(exercise, written_out=True)
