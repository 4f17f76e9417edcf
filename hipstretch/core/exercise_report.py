"""What became of each exercise in the weeks of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from hipstretch.core.history_sums import SessionDetail
from hipstretch.core.pain import Hurt
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord


class ExerciseReport(NamedTuple):
    """An exercise: how often it was done, seconds on each side, and how often it hurt.

    `times` counts each place in a session where any of it was done; `shortened` of these were not
    done in full. `skipped` counts the places where none of it was. `worst` is the most pain that
    was told while it hurt, None where no number was; `hurt_sides` are the sides that worked then,
    and `spread` counts new or spreading leg pain.
    """

    stretch: str
    times: int = 0
    shortened: int = 0
    skipped: int = 0
    left: float = 0.0
    right: float = 0.0
    both: float = 0.0
    hurts: int = 0
    worst: int | None = None
    hurt_sides: tuple[Side, ...] = ()
    spread: int = 0

    @property
    def seconds(self) -> float:
        """All that was held of it."""
        return self.left + self.right + self.both


_Reps = tuple[RepRecord, ...]
"""One exercise at its place in one session."""


def exercise_reports(
    sessions: Sequence[SessionDetail], hurts: Iterable[Hurt]
) -> tuple[ExerciseReport, ...]:
    """Every exercise of the sessions and of what hurt, those with the most time first.

    An exercise is known by its id, and by its name where none was kept; its latest name is told.
    """
    ids = {rep.stretch: rep.exercise for one in sessions for rep in one.reps if rep.exercise}
    places: dict[str, list[_Reps]] = {}
    for reps in (reps for session in sessions for reps in _places(session.reps)):
        places.setdefault(_key(reps[0], ids), []).append(reps)
    hurting: dict[str, list[Hurt]] = {}
    for hurt in hurts:
        hurting.setdefault(_key(hurt, ids), []).append(hurt)
    keys = dict.fromkeys([*places, *hurting])
    found = (_report(places.get(key, []), hurting.get(key, [])) for key in keys)
    return tuple(sorted(found, key=_most))


def _key(one: RepRecord | Hurt, ids: Mapping[str, str]) -> str:
    """What an exercise is known by; the ids of names help where a session has none."""
    return one.exercise or ids.get(one.stretch, one.stretch)


def _most(exercise: ExerciseReport) -> tuple[float, int]:
    """What exercises are sorted by."""
    return -exercise.seconds, -exercise.times


def _places(reps: Iterable[RepRecord]) -> Iterator[_Reps]:
    """The reps of a session, step by step."""
    return (tuple(step) for _, step in groupby(reps, key=_step_of))


def _step_of(rep: RepRecord) -> int:
    """What reps belong together by."""
    return rep.step


def _report(places: Sequence[_Reps], hurts: Sequence[Hurt]) -> ExerciseReport:
    """One exercise."""
    done = [reps for reps in places if any(rep.outcome is not Outcome.SKIPPED for rep in reps)]
    reps = [rep for place in places for rep in place]
    return ExerciseReport(
        reps[-1].stretch if reps else hurts[-1].stretch,
        len(done),
        sum(any(rep.outcome is not Outcome.DONE for rep in place) for place in done),
        len(places) - len(done),
        _held(reps, Side.LEFT),
        _held(reps, Side.RIGHT),
        _held(reps, Side.BOTH),
        len(hurts),
        max((hurt.pain for hurt in hurts if hurt.pain is not None), default=None),
        tuple(side for side in Side if any(hurt.side is side for hurt in hurts)),
        sum(hurt.spreads for hurt in hurts),
    )


def _held(reps: Iterable[RepRecord], side: Side) -> float:
    """Seconds held on a side."""
    return sum(rep.held for rep in reps if rep.side is side)
