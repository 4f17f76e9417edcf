"""A routine while it is being customised: rows in an order, on or off, with their doses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from hipstretch.core.dose import HOLD_BOUNDS, Count, Dose, Duration, Mode, SideRule, Unit, rep_order
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person, Side
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
        if isinstance(self.step, Rest):
            return None
        dose = self.step.full_dose
        if dose.mode is Mode.FOR and dose.reps is None:
            return None
        return dose.reps or Count(1)

    def sides(self, person: Person) -> frozenset[Side]:
        """The sides that work; none in a pause, `BOTH` alone where there are no sides."""
        if isinstance(self.step, Rest):
            return frozenset()
        return frozenset(rep_order(self.step.full_dose, person))


def _length(step: Step | Rest) -> Duration | None:
    """The time of one rep or of the pause, where it is a single one."""
    if isinstance(step, Rest):
        return step.duration
    dose = step.full_dose
    return dose.hold if dose.hold is not None else dose.lasting


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
        lengths = [row.length for row in self.rows]
        for scale in (Scale.USUAL, Scale.SHORTER, Scale.LONGER):
            if lengths == [row.length for row in self.scaled(scale).rows]:
                return scale
        return None

    def with_length(self, index: int, value: float) -> Draft:
        """Row `index` with another hold, movement or pause, in the unit that it has.

        Raises ValueError where a rep of the row has no single length.
        """
        return self._with_row(index, _with_length(self.rows[index], value))

    def with_reps(self, index: int, reps: int) -> Draft:
        """Row `index` with that many reps a side."""
        return self._with_dose(index, Dose(reps=Count(reps)))

    def with_sides(self, index: int, sides: frozenset[Side], person: Person) -> Draft:
        """Row `index` on the left, the right, or both in turn as it usual is."""
        if len(sides) == 1:
            return self._with_dose(index, Dose(sides=SideRule(next(iter(sides)).value)))
        row = self.rows[index]
        usual = replace(row, step=row.usual)
        if isinstance(row.usual, Step) and usual.sides(person) >= sides:
            return self._with_dose(index, Dose(sides=row.usual.full_dose.sides))
        return self._with_dose(index, Dose(sides=SideRule.EACH))

    def with_answer(self, index: int, key: str, value: int) -> Draft:
        """Row `index` with an unset dose key prescribed: seconds, or a number of reps or sets.

        A tempo is answered with the seconds out, and takes as long back.
        """
        if key == "reps":
            return self.with_reps(index, value)
        time = Duration(float(value))
        doses = {
            "hold": Dose(hold=time),
            "for": Dose(lasting=time),
            "relax": Dose(relax=time),
            "rest": Dose(rest=time),
            "sets": Dose(sets=Count(value)),
            "tempo": Dose(tempo=(time, Duration(0.0), time)),
        }
        return self._with_dose(index, doses[key])

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

    def _with_dose(self, index: int, dose: Dose) -> Draft:
        """Row `index` with another part of its dose."""
        row = self.rows[index]
        if isinstance(row.step, Rest):
            raise ValueError("a pause has no dose")  # noqa: TRY004 -- the value of the row, not its type
        step = replace(row.step, dose=_without_repeats(dose.over(row.step.dose), row.step.exercise))
        return self._with_row(index, replace(row, step=step))

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


def _with_length(row: Row, value: float) -> Row:
    """A row with another time for its rep or pause."""
    length = row.length
    if length is None:
        raise ValueError("a rep of this exercise has no single length")
    duration = Duration(value, unit=length.unit)
    if isinstance(row.step, Rest):
        return replace(row, step=Rest(duration))
    if row.step.full_dose.mode is Mode.HOLD:
        dose = replace(row.step.dose, hold=duration)
    else:
        dose = replace(row.step.dose, lasting=duration)
    return replace(row, step=replace(row.step, dose=_without_repeats(dose, row.step.exercise)))


def _without_repeats(dose: Dose, exercise: Exercise) -> Dose:
    """`dose` without what it only repeats of the exercise's own."""
    own = exercise.dose
    if own.modes == dose.modes:
        if _is_low_end(dose.hold, own.hold):
            dose = replace(dose, hold=None)
        if _is_low_end(dose.lasting, own.lasting):
            dose = replace(dose, lasting=None)
    if dose.reps is not None and dose.reps.low == (own.reps or Count(1)).low:
        dose = replace(dose, reps=None)
    if dose.sides == (own.sides or SideRule.BOTH):
        dose = replace(dose, sides=None)
    return dose


def _is_low_end(chosen: Duration | None, own: Duration | None) -> bool:
    """Whether a time is what the exercise starts with anyway."""
    if chosen is None or own is None or chosen.is_range:
        return False
    return (chosen.low, chosen.unit) == (own.low, own.unit)


def _scaled(row: Row, scale: Scale) -> Row:
    """A row with its usual length times a scale; a pause between exercises stays."""
    usual = _length(row.usual)
    if isinstance(row.step, Rest) or usual is None or usual.low is None or row.length is None:
        return row
    if scale is Scale.USUAL:
        return _as_usual(row)
    return _with_length(row, _rounded(usual.low * scale.value, usual))


def _as_usual(row: Row) -> Row:
    """A row with the length that a reset would bring back, a range kept whole."""
    if isinstance(row.step, Rest) or isinstance(row.usual, Rest):
        return row
    usual = row.usual.dose
    dose = replace(row.step.dose, hold=usual.hold, lasting=usual.lasting)
    return replace(row, step=replace(row.step, dose=dose))


def _rounded(value: float, usual: Duration) -> float:
    """A scaled time in whole breaths, in fives of seconds, or in seconds for short holds."""
    grain = 5.0 if usual.unit is Unit.SECONDS and (usual.low or 0.0) >= 5 else 1.0  # noqa: PLR2004
    low, high = HOLD_BOUNDS
    return max(low, grain, min(high, round(value / grain) * grain))


def exercises_of(rows: Iterable[Row]) -> tuple[Exercise, ...]:
    """The exercises of rows, with repeats."""
    return tuple(row.step.exercise for row in rows if isinstance(row.step, Step))
