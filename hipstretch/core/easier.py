"""An easier exercise in the middle of a session: it comes right behind the one under way.

What was done so far stays as it is; the reps that are left of the harder one stay in the plan and
count as skipped. The running session is kept as a routine file, so its bounds hold here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

from hipstretch.core.exercise import Exercise
from hipstretch.core.flare_up import gentler
from hipstretch.core.person import Affected, Person
from hipstretch.core.routine import MAX_PHASES, MAX_SECONDS, MAX_STEPS, Routine, Step
from hipstretch.core.session import Session, Status
from hipstretch.core.timeline import Instant, Timeline, lay_out


def with_easier(
    routine: Routine, step: int, exercise: Exercise, *, is_gentle: bool = False
) -> Routine | None:
    """The routine with `exercise` in its usual dose, or its gentler one, right behind a step.

    None where a routine may not be as long as that.
    """
    alone = replace(routine, steps=(Step(exercise),))
    added = gentler(alone).steps if is_gentle else alone.steps
    steps = (*routine.steps[: step + 1], *added, *routine.steps[step + 1 :])
    longer = replace(routine, steps=steps)
    return longer if _is_within_bounds(longer) else None


def at_easier(session: Session, plan: Timeline) -> Session:
    """A paused session in the `plan` with one more step behind its own, at that step's start."""
    before = session.plan
    at = before.step_start(before.phases[session.anchor.phase_index].step + 1).phase_index
    more = len(plan.phases) - len(before.phases)
    changed = _moved(session.changed, at, more)
    return replace(
        session,
        plan=plan,
        timeline=plan.with_seconds(changed) if changed else plan,
        status=Status.PAUSED,
        anchor=Instant(at),
        held=MappingProxyType(_moved(session.held, at, more)),
    )


def _moved(values: Mapping[int, float], at: int, more: int) -> dict[int, float]:
    """What is known of phases, for the indices behind those that were put in at `at`."""
    return {index + (more if index >= at else 0): value for index, value in values.items()}


def _is_within_bounds(routine: Routine) -> bool:
    """Whether a routine of that length can be read again, whoever plays it."""
    if len(routine.steps) > MAX_STEPS:
        return False
    timelines = (
        Timeline(tuple(islice(lay_out(routine, Person(affected)), MAX_PHASES + 1)))
        for affected in Affected
    )
    return all(
        len(timeline.phases) <= MAX_PHASES and timeline.seconds <= MAX_SECONDS
        for timeline in timelines
    )
