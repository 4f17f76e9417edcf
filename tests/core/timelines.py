"""Timelines to test with, and their phases as short lines."""

from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.dose import Duration
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Routine, Timing
from hipstretch.core.timeline import Instant, Phase, PhaseKind, Timeline

MakeRoutine = Callable[..., Routine]
PERSON = Person()
HOLD = Duration(20.0)
BEFORE = Instant(0, -1.0)
NO_PAUSES = Timing(*[Duration(0.0)] * 4)


def rows(timeline: Timeline) -> list[str]:
    """Each phase as `kind seconds side`, the side left out where there is none."""
    return [row.rsplit(" ", 2)[0].removesuffix(" both") for row in full_rows(timeline)]


def full_rows(timeline: Timeline) -> list[str]:
    """Each phase as `kind seconds side rep/reps set/sets`."""
    return [
        f"{phase.kind} {'?' if phase.seconds is None else f'{phase.seconds:g}'} {phase.side} "
        f"{phase.rep}/{phase.reps} {phase.set}/{phase.sets}"
        for phase in timeline.phases
    ]


def phases(*lengths: float | None, kind: PhaseKind = PhaseKind.HOLD) -> Timeline:
    """A timeline of phases of one kind with these lengths, each a step of its own."""
    start, built = 0.0, []
    for step, seconds in enumerate(lengths):
        built.append(Phase(start, seconds, kind, step, "A", Side.BOTH, 1, 1, 1, 1))
        start += seconds or 0.0
    return Timeline(tuple(built))


def breathed(seconds: float | None, breath: float) -> Timeline:
    """A timeline of one hold that is breathed through."""
    (hold,) = phases(seconds).phases
    return Timeline((hold._replace(breath=breath),))
