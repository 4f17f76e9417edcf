"""What the two steppers of an editor row count, and between which bounds."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hipstretch.core.dose import HOLD_BOUNDS, REPS_BOUNDS, Count, Duration, Mode
from hipstretch.core.dose import Unit as DoseUnit
from hipstretch.core.draft import Row, Scale
from hipstretch.core.routine import Rest
from hipstretch.ui.widgets.stepper_values import Unit

_HOLD_MINIMUM, _HOLD_MAXIMUM, _HOLD_STEP = 5, 300, 5
_LONG_FROM, _LONG_STEP = 60, 15
_MOST_BREATHS, _MOST_TIMES = 30, 20
_FIRST_HOLD, _FIRST_BREATHS = 30, 5


@dataclass(frozen=True, slots=True)
class StepperSpec:
    """The bounds of a stepper, its unit, the prescribed range and where it starts unset."""

    unit: Unit
    minimum: int
    maximum: int
    step: int
    first: int
    hint: tuple[int, int] | None = None

    def holding(self, value: int | None) -> int | None:
        """A value as the stepper can show it."""
        return None if value is None else max(self.minimum, min(self.maximum, value))


def whole(number: float | None) -> int | None:
    """A dose's number as a stepper shows it."""
    return None if number is None else round(number)


def length_spec(row: Row) -> StepperSpec | None:
    """The stepper of the hold, movement or pause; None where there is no single time."""
    length, usual = row.length, _usual(row).length
    if length is None:
        return None
    if usual is None or usual.unit is not length.unit:
        usual = length
    longer = (usual.low or 0.0) * Scale.LONGER.value
    known = [*_known(length, usual), math.ceil(max(longer, _HOLD_MINIMUM))]
    if length.unit is DoseUnit.BREATHS:
        most = max(_MOST_BREATHS, *known)
        return StepperSpec(Unit.BREATHS, 1, most, 1, _FIRST_BREATHS, _hint(usual))
    return _seconds(known, _hint(usual), may_be_long=_may_be_long(row))


def reps_spec(row: Row) -> StepperSpec | None:
    """The stepper of the reps; None where there are none to count."""
    reps, usual = row.reps, _usual(row).reps
    if reps is None:
        return None
    most = max(_MOST_TIMES, *_known(reps, usual or reps))
    return StepperSpec(Unit.TIMES, 1, min(most, REPS_BOUNDS[1]), 1, 1, _hint(usual or reps))


def _seconds(known: list[int], hint: tuple[int, int] | None, *, may_be_long: bool) -> StepperSpec:
    """A stepper of seconds: 5 to 300 in fives, wider where the prescription is."""
    least, most = min(known), max(known)
    is_long = may_be_long and least >= _LONG_FROM
    return StepperSpec(
        Unit.SECONDS,
        _HOLD_MINIMUM if least >= _HOLD_MINIMUM else 1,
        int(HOLD_BOUNDS[1]) if is_long else max(_HOLD_MAXIMUM, most),
        _LONG_STEP if is_long else _HOLD_STEP,
        _FIRST_HOLD,
        hint,
    )


def _may_be_long(row: Row) -> bool:
    """Whether a rep may go on for minutes: a movement, a rest or a pause."""
    return isinstance(row.step, Rest) or row.step.full_dose.mode is Mode.FOR


def _usual(row: Row) -> Row:
    """The row as it was before anyone changed it."""
    return Row(row.usual, row.usual, row.origin)


def _known(now: Duration | Count, usual: Duration | Count) -> list[int]:
    """The prescribed and the chosen numbers; one that changes nothing where there are none."""
    numbers = (whole(number) for number in (now.low, usual.low, usual.high))
    return [number for number in numbers if number is not None] or [_HOLD_MINIMUM]


def _hint(usual: Duration | Count) -> tuple[int, int] | None:
    """The two ends of a prescribed range."""
    low, high = whole(usual.low), whole(usual.high)
    return (low, high) if usual.is_range and low is not None and high is not None else None
