"""A flare-up day: the same routine, done more gently.

The article on managing hip nerve pain asks for relative rest and gentle movement, not for lying
still; how much gentler is the program's own choice (app-default): half the time, half the reps, one
set, and exercises that strengthen rest for the day.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from hipstretch.core.dose import Count, Dose, Duration, Unit
from hipstretch.core.exercise import Kind
from hipstretch.core.routine import Rest, Routine, Step, without_stray_rests

SHARE = 0.5
"""What is left of a hold and of the reps."""
LEAST_HOLD = 5.0
"""Seconds that a hold keeps at least, unless it was shorter."""


def gentler(routine: Routine) -> Routine:
    """The routine for a flare-up day; one of strengthening alone keeps its exercises."""
    gentle = without_stray_rests(None if _strengthens(step) else step for step in routine.steps)
    return replace(routine, steps=tuple(_step(step) for step in gentle or routine.steps))


def _step(step: Step | Rest) -> Step | Rest:
    """A step with its gentler dose."""
    return replace(step, dose=_gentler(step.full_dose)) if isinstance(step, Step) else step


def _strengthens(step: Step | Rest) -> bool:
    """Whether a step is an exercise for strength."""
    return isinstance(step, Step) and step.exercise.kind is Kind.STRENGTH


def _gentler(dose: Dose) -> Dose:
    """A dose with shorter holds, fewer reps and one set; on each side too."""
    return replace(
        dose,
        hold=_shorter(dose.hold),
        lasting=_shorter(dose.lasting),
        reps=_fewer(dose.reps),
        sets=Count(1) if dose.sets is not None and dose.sets.is_set else dose.sets,
        left=_gentler(dose.left) if dose.left is not None else None,
        right=_gentler(dose.right) if dose.right is not None else None,
        affected=_gentler(dose.affected) if dose.affected is not None else None,
    )


def _shorter(duration: Duration | None) -> Duration | None:
    """Half of a time, in whole breaths or seconds."""
    if duration is None or duration.low is None:
        return duration
    least = 1.0 if duration.unit is Unit.BREATHS else LEAST_HOLD
    low = min(duration.low, max(least, float(round(duration.low * SHARE))))
    return Duration(low, None, duration.unit)


def _fewer(count: Count | None) -> Count | None:
    """Half of a number, rounded up."""
    if count is None or count.low is None:
        return count
    return Count(ceil(count.low * SHARE))
