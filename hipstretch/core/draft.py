"""A routine while it is being customised: rows in an order, on or off, with their doses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

from hipstretch.core.dose import (
    HOLD_BOUNDS,
    REPS_BOUNDS,
    Count,
    Dose,
    Duration,
    Mode,
    SideRule,
    Unit,
    rep_order,
)
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step


class Scale(Enum):
    """All holds shorter, as usual, or longer, by a factor."""

    SHORTER = 2 / 3
    USUAL = 1.0
    LONGER = 1.5


class Origin(NamedTuple):
    """Where a row's step stands in a file: the current one, or the one that a reset brings back."""

    is_current: bool
    step: int


@dataclass(frozen=True, slots=True)
class Row:
    """A step, whether it is on, and what it was before anyone changed it.

    `usual` is the step that a reset brings back; `origin` is None for a step that was added.
    """

    step: Step | Rest
    usual: Step | Rest
    origin: Origin | None
    is_on: bool = True

    @property
    def length(self) -> Duration | None:
        """How long a rep is held or lasts; None where that is no single time."""
        return _length(self.step)

    @property
    def reps(self) -> Count | None:
        """How many reps a side has; None in a pause and for a continuous movement."""
        return None if isinstance(self.step, Rest) else _reps(self.step.full_dose)

    def sides(self, person: Person) -> frozenset[Side]:
        """The sides that work; none in a pause, `BOTH` alone where there are no sides."""
        if isinstance(self.step, Rest):
            return frozenset()
        return frozenset(rep_order(self.step.full_dose, person))

    def extra_reps(self, person: Person) -> int:
        """How many more reps the sore side does than it would if it were not sore."""
        side = person.sore_side
        if side is None or side not in self.sides(person):
            return 0
        dose, unhurt = _dose(self.step), replace(person, affected=Affected.NONE)
        return rep_order(dose, person).count(side) - rep_order(dose, unhurt).count(side)


def _length(step: Step | Rest) -> Duration | None:
    """The time of one rep or of the pause, where it is a single one."""
    if isinstance(step, Rest):
        return step.duration
    dose = step.full_dose
    return dose.hold if dose.hold is not None else dose.lasting


def _reps(dose: Dose) -> Count | None:
    """How many reps a side has; None for a continuous movement."""
    if dose.mode is Mode.FOR and dose.reps is None:
        return None
    return dose.reps or Count(1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine's rows; every change gives a new draft."""

    current: Routine
    usual: Routine
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, current: Routine, usual: Routine | None = None) -> Draft:
        """The rows of `current`, with those that only `usual` has in their places, switched off."""
        usual = usual if usual is not None else current
        matches = _match(current, usual)
        rows = [
            Row(
                step, usual.steps[matches[index]] if index in matches else step, Origin(True, index)
            )
            for index, step in enumerate(current.steps)
        ]
        return cls(current, usual, _with_left_out(rows, usual, set(matches.values())))

    @property
    def routine(self) -> Routine:
        """The routine that the draft makes: the rows that are on."""
        return replace(self.current, steps=tuple(row.step for row in self.rows if row.is_on))

    @property
    def is_changed(self) -> bool:
        """Whether a reset would bring anything back."""
        return self.routine.steps != self.usual.steps

    @property
    def can_start(self) -> bool:
        """Whether at least one exercise is on."""
        return any(row.is_on and isinstance(row.step, Step) for row in self.rows)

    @property
    def unset(self) -> tuple[tuple[int, str], ...]:
        """The rows that are on and the dose keys in them that nobody has prescribed yet."""
        return tuple(
            (index, key)
            for index, row in enumerate(self.rows)
            if row.is_on and isinstance(row.step, Step)
            for key in row.step.full_dose.unset_keys
        )

    @property
    def scale(self) -> Scale | None:
        """Which of the three scales all rows have; None where they differ."""
        for scale in (Scale.USUAL, Scale.SHORTER, Scale.LONGER):
            if all(_has_scale(row, scale) for row in self.rows):
                return scale
        return None

    def with_length(self, index: int, value: float) -> Draft:
        """Row `index` with another hold, movement or pause, in the unit that it has.

        A side with a time of its own keeps its share. Raises ValueError where a rep of the row has
        no single length.
        """
        row = self.rows[index]
        if row.length is None:
            raise ValueError("a rep of this exercise has no single length")
        return self._with_row(index, _with_length(row, Duration(value, unit=row.length.unit)))

    def with_reps(self, index: int, reps: int) -> Draft:
        """Row `index` with that many reps a side; a side with reps of its own keeps its lead.

        Raises TypeError for a pause.
        """
        return self._with_row(index, _with_reps(self.rows[index], reps))

    def with_sides(self, index: int, sides: frozenset[Side], person: Person) -> Draft:
        """Row `index` on the left, the right, or both in turn, as it usual is where that fits.

        Raises TypeError for a pause.
        """
        row = self.rows[index]
        usual = replace(row, step=row.usual).sides(person)
        if isinstance(row.usual, Step) and (usual == sides or (len(sides) > 1 and usual > sides)):
            rule = row.usual.full_dose.sides or SideRule.BOTH
        else:
            rule = SideRule(next(iter(sides)).value) if len(sides) == 1 else SideRule.EACH
        return self._with_row(index, _changed(row, {"sides": rule}))

    def with_answer(self, index: int, key: str, value: int) -> Draft:
        """Row `index` with an unset dose key prescribed: seconds, or a number of reps or sets.

        A tempo is answered with the seconds of a move that is not prescribed yet; the stay is left
        out unless it alone was open. Raises TypeError for a pause.
        """
        row = self.rows[index]
        if key == "reps":
            return self.with_reps(index, value)
        time = Duration(float(value))
        if key == "tempo":
            change: dict[str, Any] = {"tempo": _answered_tempo(row.step, time)}
        elif key == "sets":
            change = {"sets": Count(value)}
        else:
            change = {"lasting" if key == "for" else key: time}
        return self._with_row(index, _changed(row, change))

    def toggled(self, index: int) -> Draft:
        """Row `index` switched on or off."""
        row = self.rows[index]
        return self._with_row(index, replace(row, is_on=not row.is_on))

    def moved(self, index: int, to: int) -> Draft:
        """Row `index` at place `to`; past the ends it stays at the end."""
        rows = list(self.rows)
        row = rows.pop(index)
        rows.insert(max(0, min(to, len(rows))), row)
        return replace(self, rows=tuple(rows))

    def added(self, exercise: Exercise) -> Draft:
        """One more row at the end."""
        step = Step(exercise)
        return replace(self, rows=(*self.rows, Row(step, step, None)))

    def scaled(self, scale: Scale) -> Draft:
        """All holds at their usual times a scale."""
        return replace(self, rows=tuple(_scaled(row, scale) for row in self.rows))

    def _with_row(self, index: int, row: Row) -> Draft:
        """Another row in the place of one."""
        return replace(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))


def _key(step: Step | Rest) -> str:
    """What makes two steps the same one in two files."""
    return "" if isinstance(step, Rest) else step.exercise.name


def _match(current: Routine, usual: Routine) -> dict[int, int]:
    """For the steps of `current` their counterparts in `usual`, each used once."""
    free: dict[str, list[int]] = {}
    for index, step in enumerate(usual.steps):
        free.setdefault(_key(step), []).append(index)
    matches = {}
    for index, step in enumerate(current.steps):
        candidates = free.get(_key(step))
        if candidates:
            matches[index] = candidates.pop(0)
    return matches


def _with_left_out(rows: list[Row], usual: Routine, matched: set[int]) -> tuple[Row, ...]:
    """The rows and, behind their usual neighbours, the steps that were left out."""
    result = list(rows)
    for index, step in enumerate(usual.steps):
        if index not in matched:
            before = usual.steps[index - 1] if index else None
            place = next((at for at, row in enumerate(result, 1) if row.usual is before), 0)
            result.insert(place, Row(step, step, Origin(False, index), is_on=False))
    return tuple(result)


_SIDES = ("left", "right", "affected")
_Amount = Duration | Count | None
_FIVE = 5.0


def _own_dose(step: Step | Rest) -> Dose:
    """What a step says besides its exercise."""
    return Dose() if isinstance(step, Rest) else step.dose


def _dose(step: Step | Rest) -> Dose:
    """The whole dose of a step; raises TypeError for a pause."""
    if isinstance(step, Rest):
        raise TypeError("a pause has no dose")
    return step.full_dose


def _changed(row: Row, changes: Mapping[str, Any]) -> Row:
    """A row with other parts of its dose, written as usual where they say the same.

    Raises TypeError for a pause.
    """
    step = row.step
    if isinstance(step, Rest):
        raise TypeError("a pause has no dose")
    dose = replace(step.dose, **changes)
    for key in changes:
        for model in (_own_dose(row.usual), Dose()):
            simpler = replace(dose, **{key: getattr(model, key)})
            if _says_same(simpler.over(step.exercise.dose), dose.over(step.exercise.dose), key):
                dose = simpler
                break
    return replace(row, step=replace(step, dose=dose))


def _says_same(dose: Dose, other: Dose, key: str) -> bool:
    """Whether two whole doses come to the same under a key, of a range the low end."""
    if dose.modes != other.modes:
        return False
    if key == "reps":
        return _low(_reps(dose)) == _low(_reps(other))
    if key in {"hold", "lasting"}:
        return _low(getattr(dose, key)) == _low(getattr(other, key))
    if key == "sides":
        return (dose.sides or SideRule.BOTH) == (other.sides or SideRule.BOTH)
    return bool(getattr(dose, key) == getattr(other, key))


def _low(amount: _Amount) -> tuple[float | None, Unit] | None:
    """What an amount starts with, and its unit."""
    if amount is None:
        return None
    return amount.low, amount.unit if isinstance(amount, Duration) else Unit.SECONDS


def _with_length(row: Row, length: Duration) -> Row:
    """A row with another time for its rep or pause."""
    usual = _length(row.usual)
    if isinstance(row.step, Rest):
        is_usual = usual is not None and _low(usual) == _low(length)
        return replace(row, step=row.usual if is_usual else Rest(length))
    key = "hold" if row.step.full_dose.mode is Mode.HOLD else "lasting"
    share = (length.low or 0.0) / usual.low if usual is not None and usual.low else 1.0

    def moved(own: Duration) -> Duration:
        low = _rounded((own.low or 0.0) * share, own)
        return own if share == 1 else Duration(low, unit=own.unit)

    return _changed(row, {key: length, **_side_doses(row, key, moved)})


def _with_reps(row: Row, reps: int) -> Row:
    """A row with another number of reps."""
    usual = _reps(_dose(row.usual))
    more = reps - (usual.low or reps) if usual is not None else 0

    def moved(own: Count) -> Count:
        low, high = REPS_BOUNDS
        return Count(max(low, min(high, (own.low or 0) + more))) if more else own

    return _changed(row, {"reps": Count(reps), **_side_doses(row, "reps", moved)})


def _side_doses(row: Row, key: str, moved: Callable[[Any], _Amount]) -> dict[str, Dose]:
    """The sides' own doses with an amount moved along from what it usually is."""
    doses = {}
    for side in _SIDES:
        now, usual = getattr(_dose(row.step), side), getattr(_dose(row.usual), side)
        amount = getattr(usual, key, None)
        if now is not None and amount is not None and amount.is_set:
            doses[side] = replace(now, **{key: moved(amount)})
    return doses


def _answered_tempo(step: Step | Rest, time: Duration) -> tuple[Duration, ...]:
    """The tempo of a step with `time` where it is open; the stay is 0 where a move was open too."""
    out, stay, back = _dose(step).tempo or (Duration(None),) * 3
    missing_stay = time if out.is_set and back.is_set else Duration(0.0)
    return (
        out if out.is_set else time,
        stay if stay.is_set else missing_stay,
        back if back.is_set else time,
    )


def _scaled(row: Row, scale: Scale) -> Row:
    """A row with its usual length times a scale; a pause between exercises stays."""
    length = _scaled_length(row, scale)
    return row if length is None else _with_length(row, length)


def _has_scale(row: Row, scale: Scale) -> bool:
    """Whether scaling would leave a row's length as it is."""
    length = _scaled_length(row, scale)
    return length is None or _low(length) == _low(row.length)


def _scaled_length(row: Row, scale: Scale) -> Duration | None:
    """The usual length of a row times a scale; None where it is not to be scaled."""
    if isinstance(row.step, Rest) or row.length is None:
        return None
    usual = _length(row.usual)
    if usual is None or usual.low is None:
        return None
    low = usual.low if scale is Scale.USUAL else _rounded(usual.low * scale.value, usual)
    return Duration(low, unit=usual.unit)


def _rounded(value: float, usual: Duration) -> float:
    """A scaled time in whole breaths, in fives of seconds, or in seconds for short holds."""
    in_fives = usual.unit is Unit.SECONDS and (usual.low or 0.0) >= _FIVE
    grain = _FIVE if in_fives else 1.0
    low, high = HOLD_BOUNDS
    return max(low, grain, min(high, round(value / grain) * grain))
