"""What was done in a session: planned, done, shortened and skipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from hipstretch.core.person import Side
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Session, Status
from hipstretch.core.timeline import Phase

DONE_SHARE = 0.9
"""The share of a rep from which it counts as done in full."""
SHORTENED_FROM = 1.0
"""Seconds from which a rep that was cut short counts as shortened and not as skipped."""


class Outcome(StrEnum):
    """How a rep went."""

    DONE = auto()
    SHORTENED = auto()
    SKIPPED = auto()


@dataclass(frozen=True, slots=True)
class RepRecord:
    """One rep; seconds are None where it has no length by plan.

    `stretch` is the exercise's name, `exercise` its id where that is known.
    """

    step: int
    stretch: str
    side: Side
    planned: float | None
    held: float
    outcome: Outcome
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class StepSummary:
    """One exercise: how many of its reps were done, in full or shortened."""

    step: int
    stretch: str
    reps: int
    planned_reps: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole session; `seconds` without the pauses that the person took."""

    seconds: float
    is_complete: bool
    steps: tuple[StepSummary, ...]

    @property
    def stretches(self) -> int:
        """How many exercises were done at least in part."""
        return sum(1 for step in self.steps if step.reps)

    @property
    def holds(self) -> int:
        """How many reps were done, in full or shortened."""
        return sum(step.reps for step in self.steps)


def rep_records(session: Session, routine: Routine | None = None) -> Iterator[RepRecord]:
    """Every rep of the plan in order, with what became of it; `routine` tells the exercises."""
    steps = dict(enumerate(routine.steps)) if routine is not None else {}
    for index, phase in enumerate(session.plan.phases):
        if phase.kind.is_rep and phase.stretch is not None and phase.side is not None:
            held = session.held.get(index)
            actual = session.timeline.phases[index]
            step = steps.get(phase.step)
            yield RepRecord(
                phase.step,
                phase.stretch,
                phase.side,
                phase.seconds,
                held or 0.0,
                _outcome(actual, held),
                step.exercise.id if isinstance(step, Step) else "",
            )


def _outcome(phase: Phase, held: float | None) -> Outcome:
    """Judge a rep by what was held of the length that it had in the end."""
    if held is None or (phase.seconds is None and held < SHORTENED_FROM):
        return Outcome.SKIPPED
    if held >= DONE_SHARE * (phase.seconds or 0.0):
        return Outcome.DONE
    return Outcome.SHORTENED if held >= SHORTENED_FROM else Outcome.SKIPPED


def summarise(session: Session) -> Summary:
    """Add up a session."""
    records = list(rep_records(session))
    steps = {record.step: record.stretch for record in records}
    return Summary(
        session.played,
        session.status is Status.FINISHED,
        tuple(
            StepSummary(
                step,
                stretch,
                sum(1 for r in records if r.step == step and r.outcome is not Outcome.SKIPPED),
                sum(1 for r in records if r.step == step),
            )
            for step, stretch in steps.items()
        ),
    )
