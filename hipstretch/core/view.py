"""What the player shows at a moment: one instruction, one side, one number, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from hipstretch.core.body import Area, Picture, Position
from hipstretch.core.breathing import Breath, breath_at
from hipstretch.core.exercise import Exercise, Kind, name_side
from hipstretch.core.person import Side
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Session, Status
from hipstretch.core.timeline import Moment, Phase, PhaseKind, Timeline

MOVE_LEAD = 6.0
"""Seconds before a rep in which the player says how to move into it; before, how to get there."""


class Limb(Enum):
    """What the side badge names besides the side."""

    LEG = auto()
    ARM = auto()
    HIP = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What comes after this phase; `exercise` is None for a pause between exercises."""

    phase: Phase
    exercise: Exercise | None


@dataclass(frozen=True, slots=True)
class View:
    """One moment of a session, ready to be put on the screen.

    `remaining` and `total` are the phase's seconds, None where the person sets the pace.
    `exercise` is None in a pause between exercises. `parts` has the share of each exercise that is
    done, `part` the index of the current one (in a pause, the next one). `resume_in` is above 0
    while a resume counts down. `breath` is where one is in a breath, None where nobody counts them.
    """

    status: Status
    phase: Phase
    exercise: Exercise | None
    limb: Limb
    instruction: str
    note: str
    remaining: float | None
    total: float | None
    parts: tuple[float, ...]
    part: int
    seconds_left: float
    upcoming: Upcoming | None
    resume_in: float
    breath: Breath | None = None

    @property
    def picture(self) -> Picture:
        """What to show: the exercise on its side, in a pause the next one."""
        if self.exercise is not None:
            return self.exercise.picture(self.phase.side or Side.BOTH)
        if self.upcoming is not None and self.upcoming.exercise is not None:
            return self.upcoming.exercise.picture(self.upcoming.phase.side or Side.BOTH)
        return Picture(Position.STANDING)


def view_of(routine: Routine, session: Session, now: float) -> View | None:
    """What to show at `now`; None when the session is at its end."""
    moment = session.moment(now)
    phase = moment.phase
    if phase is None:
        return None
    exercise = _exercise_of(routine, phase)
    step = routine.steps[phase.step]
    upcoming = _upcoming(routine, session.timeline, moment)
    return View(
        session.status,
        phase,
        exercise,
        limb_of(exercise, phase.side) if exercise is not None else Limb.BODY,
        _instruction(session.timeline, moment, exercise),
        step.note if isinstance(step, Step) else "",
        moment.remaining,
        phase.seconds,
        *_progress(routine, session.timeline, moment, phase),
        moment.remaining_total,
        upcoming,
        session.until_resumed(now),
        breath_at(moment.instant.offset, phase.breath) if phase.breath is not None else None,
    )


def _exercise_of(routine: Routine, phase: Phase) -> Exercise | None:
    """The exercise of a phase; None in a pause between exercises."""
    step = routine.steps[phase.step]
    return step.exercise if isinstance(step, Step) else None


_LEG_AREAS = {Area.HIP, Area.GLUTES, Area.PIRIFORMIS, Area.HAMSTRINGS}
_ARM_AREAS = {Area.SHOULDERS, Area.NECK}


def limb_of(exercise: Exercise, side: Side | None) -> Limb:
    """What works: a leg unless the exercise says otherwise; with both sides often the body."""
    if exercise.kind is Kind.MASSAGE:
        return Limb.HIP
    if set(exercise.areas) <= _ARM_AREAS:
        return Limb.ARM
    if side is not Side.BOTH:
        return Limb.LEG
    prone = exercise.position in {Position.LYING_FACE_DOWN, Position.ALL_FOURS, Position.KNEELING}
    works_legs = exercise.kind is Kind.STRETCH and _LEG_AREAS & set(exercise.areas)
    return Limb.LEG if works_legs and not prone else Limb.BODY


def _instruction(timeline: Timeline, moment: Moment, exercise: Exercise | None) -> str:
    """The one thing to do now; empty in a pause."""
    phase = moment.phase
    if exercise is None or phase is None or phase.kind is PhaseKind.REST or phase.side is None:
        return ""
    lines = exercise.instructions.on_side(phase.side)
    if phase.kind.is_rep:
        return lines.hold
    lead = min(MOVE_LEAD, (phase.seconds or 0.0) / 2)
    if moment.remaining is not None and moment.remaining <= lead:
        return lines.move
    if phase.kind is PhaseKind.READY:
        return lines.setup
    before = timeline.phases[moment.instant.phase_index - 1].side or phase.side
    return name_side(exercise.instructions.release, before)


def _upcoming(routine: Routine, timeline: Timeline, moment: Moment) -> Upcoming | None:
    """The next phase that matters: the rep after a pause, else the next rep or pause step."""
    for phase in timeline.phases[moment.instant.phase_index + 1 :]:
        exercise = _exercise_of(routine, phase)
        if phase.kind.is_rep or exercise is None:
            return Upcoming(phase, exercise)
    return None


def _progress(
    routine: Routine, timeline: Timeline, moment: Moment, phase: Phase
) -> tuple[tuple[float, ...], int]:
    """The share done of each exercise, and which one it is now (in a pause, the next one)."""
    steps = [index for index, step in enumerate(routine.steps) if isinstance(step, Step)]
    parts = [1.0 if step < phase.step else 0.0 for step in steps]
    if phase.step in steps:
        parts[steps.index(phase.step)] = _share(timeline, moment, phase)
    done = sum(step < phase.step for step in steps)
    return tuple(parts), min(done, max(0, len(steps) - 1))


def _share(timeline: Timeline, moment: Moment, phase: Phase) -> float:
    """How much of the current step is done, by its phases."""
    indices = [at for at, other in enumerate(timeline.phases) if other.step == phase.step]
    within = moment.instant.offset / phase.seconds if phase.seconds else 0.0
    return (moment.instant.phase_index - indices[0] + min(1.0, within)) / len(indices)
