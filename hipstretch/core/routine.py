"""A routine: exercises in order, each with its dose where it differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.exercise import Exercise, Source

MAX_STEPS = 200
MAX_SECONDS = 4 * 3600.0
"""The longest routine: 4 hours."""
MAX_PHASES = 20_000
"""The most phases a routine may have; self-paced reps have no length that would bound them."""


class Day(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class Timing:
    """The pauses between reps, sides, sets and exercises."""

    get_ready: Duration = Duration(10.0)
    switch: Duration = Duration(8.0)
    relax: Duration = Duration(5.0)
    rest: Duration = Duration(15.0)


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a routine; `dose` holds only what differs from the exercise's own."""

    exercise: Exercise
    dose: Dose = Dose()
    note: str = ""
    written_out: bool = False

    @property
    def full_dose(self) -> Dose:
        """The exercise's dose with this step's differences put in."""
        return self.dose.over(self.exercise.dose)


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause between exercises."""

    duration: Duration


_T = TypeVar("_T")


def _distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items in order, each once."""
    return tuple(dict.fromkeys(items))


def without_stray_rests(steps: Iterable[Step | Rest | None]) -> tuple[Step | Rest, ...]:
    """Steps with the gaps (None) closed and no pause at an end or after another pause."""
    kept: list[Step | Rest] = []
    for step in steps:
        if isinstance(step, Step) or (step is not None and kept and isinstance(kept[-1], Step)):
            kept.append(step)
    if kept and isinstance(kept[-1], Rest):
        kept.pop()
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A routine, as its file describes it."""

    id: str
    name: str
    steps: tuple[Step | Rest, ...]
    summary: str = ""
    author: str = ""
    source: Source | None = None
    times_per_day: Count | None = None
    days: tuple[Day, ...] = ()
    stop_if: str = ""
    timing: Timing = Timing()

    @property
    def exercises(self) -> Iterator[Exercise]:
        """The exercises in order, with repeats."""
        return (step.exercise for step in self.steps if isinstance(step, Step))

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions that it takes, each once, in order."""
        return _distinct(exercise.position for exercise in self.exercises)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that it works on, each once, in order."""
        return _distinct(area for exercise in self.exercises for area in exercise.areas)

    @property
    def equipment(self) -> tuple[str, ...]:
        """What it needs, each thing once, in order."""
        return _distinct(thing for exercise in self.exercises for thing in exercise.equipment)
