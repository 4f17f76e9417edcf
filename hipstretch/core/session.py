"""The player's state machine: an event in, the next session and the cues to hear out.

Rules:

- The session reads no clock: every event comes with `now`, in seconds of a clock that stands still
  while the machine sleeps. Where one is in the timeline is an anchor plus the time since.
- Before an event counts, the time up to `now` is played; what began on the way comes out as cues.
- Pausing keeps the place. Resuming counts three seconds down first, so that one can lie down again.
- Back goes to the start of the phase; within its first two seconds, to the phase before.
- A phase without a length is left by `DONE` (or a skip) only.
- Sleep of the machine pauses; so do something that hurts and a question, each with its own cue.
- An event that the table has no line for raises `IllegalEvent` and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from types import MappingProxyType

from hipstretch.core.timeline import Cue, CueKind, Instant, Moment, Timeline

RESUME_SECONDS = 3.0
"""The get-ready after a pause."""
BACK_WITHIN = 2.0
"""Seconds in which `BACK` means the phase before and not the start of this one."""
MORE_SECONDS = 10.0
"""What `MORE` adds to a phase."""
EASED_SHARE = 0.5
"""What is left of a hold that is eased."""
EASED_LEAST = 5.0
"""The shortest hold that easing makes, in seconds."""


class Status(StrEnum):
    """What the session is doing."""

    READY = auto()
    PLAYING = auto()
    PAUSED = auto()
    RESUMING = auto()
    FINISHED = auto()
    STOPPED = auto()


class Event(StrEnum):
    """What can happen to a session."""

    TICK = auto()
    START = auto()
    PAUSE = auto()
    RESUME = auto()
    BACK = auto()
    SKIP = auto()
    SKIP_EXERCISE = auto()
    MORE = auto()
    EASE = auto()
    DONE = auto()
    HURT = auto()
    ASK = auto()
    SLEPT = auto()
    STOP = auto()


class IllegalEvent(Exception):  # noqa: N818 -- the field's word
    """An event that the session's status has no line for."""


BEGINNING = Instant(0)


def _nothing() -> Mapping[int, float]:
    """An empty read-only mapping."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Session:
    """One run through a timeline; immutable.

    `anchor` is where the session was at `anchored_at` seconds; `resume_at` is when a resuming
    session plays again. `held` has the seconds worked in each rep by its phase index, `played` the
    seconds that passed without the pauses. `timeline` differs from `plan` where a phase was made
    longer or eased.
    """

    plan: Timeline
    timeline: Timeline
    status: Status = Status.READY
    anchor: Instant = BEGINNING
    anchored_at: float = 0.0
    resume_at: float = 0.0
    played: float = 0.0
    held: Mapping[int, float] = field(default_factory=_nothing)

    @classmethod
    def of(cls, plan: Timeline) -> Session:
        """A session that is ready to start."""
        return cls(plan, plan)

    @classmethod
    def restored(
        cls,
        plan: Timeline,
        anchor: Instant,
        *,
        held: Mapping[int, float],
        changed: Mapping[int, float],
        played: float,
    ) -> Session:
        """A paused session that stands where another run of the program left it.

        Raises ValueError where the plan has no such place.
        """
        timeline = plan.with_seconds(changed) if changed else plan
        if not timeline.has(anchor):
            raise ValueError(f"there is no {anchor} in the routine")
        return cls(
            plan, timeline, Status.PAUSED, anchor, played=played, held=MappingProxyType({**held})
        )

    @property
    def changed(self) -> Mapping[int, float]:
        """The phases whose length differs from the plan, by their index."""
        pairs = enumerate(zip(self.plan.phases, self.timeline.phases, strict=True))
        return {
            index: now.seconds
            for index, (planned, now) in pairs
            if now.seconds is not None and now.seconds != planned.seconds
        }

    def allows(self, event: Event) -> bool:
        """Whether the status has a line for `event`."""
        return event is Event.TICK or event in TRANSITIONS[self.status]

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen."""
        return self.status in {Status.FINISHED, Status.STOPPED}

    def instant(self, now: float) -> Instant:
        """Where the session is at `now`."""
        if self.status is not Status.PLAYING:
            return self.anchor
        return self.timeline.walk(self.anchor, max(0.0, now - self.anchored_at))

    def moment(self, now: float) -> Moment:
        """Everything to show at `now`."""
        return self.timeline.moment(self.instant(now))

    def until_resumed(self, now: float) -> float:
        """Seconds of the get-ready after a pause that are left."""
        return max(0.0, self.resume_at - now) if self.status is Status.RESUMING else 0.0

    def handle(self, event: Event, now: float) -> tuple[Session, tuple[Cue, ...]]:
        """The session after `event` at `now`, and what is to be heard.

        Raises IllegalEvent where the status (with the time up to `now` played) has no such event.
        """
        played, cues = _play(self, now)
        if event is Event.TICK or (played.status is Status.FINISHED and not self.is_over):
            return played, cues
        if event not in TRANSITIONS[played.status]:
            raise IllegalEvent(f"{event} while {played.status}")
        after, more = TRANSITIONS[played.status][event](played, now)
        return after, cues + more


_Outcome = tuple[Session, tuple[Cue, ...]]


def _play(session: Session, now: float) -> _Outcome:
    """Let the time up to `now` pass; the cues on the way come out, without stale ones."""
    cues: tuple[Cue, ...] = ()
    if session.status is Status.RESUMING and now >= session.resume_at:
        session, cues = _start(session, session.resume_at)
    if session.status is not Status.PLAYING:
        return session, cues
    reached = session.instant(now)
    cues += session.timeline.cues(session.anchor, reached)
    is_end = reached >= session.timeline.end
    passed = max(0.0, now - session.anchored_at)
    left = session.timeline.seconds - session.timeline.elapsed(session.anchor)
    after = replace(
        session,
        status=Status.FINISHED if is_end else Status.PLAYING,
        anchor=reached,
        anchored_at=now,
        played=session.played + (min(passed, left) if is_end else passed),
        held=_held_until(session, reached),
    )
    return after, session.timeline.fresh(cues, reached)


def _held_until(session: Session, reached: Instant) -> Mapping[int, float]:
    """What was worked in each rep when the session comes from its anchor to `reached`."""
    held = dict(session.held)
    phases = session.timeline.phases
    for index in range(session.anchor.phase_index, min(reached.phase_index + 1, len(phases))):
        if phases[index].kind.is_rep:
            length = phases[index].seconds
            worked = length if index < reached.phase_index else reached.offset
            held[index] = max(held.get(index, 0.0), worked or 0.0)
    return MappingProxyType(held)


def _start(session: Session, now: float) -> _Outcome:
    """Play from the anchor."""
    is_end = session.anchor >= session.timeline.end
    status = Status.FINISHED if is_end else Status.PLAYING
    begun = replace(session, status=status, anchored_at=now)
    cues = begun.timeline.cues_at(begun.anchor)
    return begun, (Cue(CueKind.WENT_ON, begun.anchor), *cues) if begun.anchor.offset else cues


def _pause(session: Session, now: float) -> _Outcome:
    """Stand still."""
    paused = replace(session, status=Status.PAUSED, anchored_at=now)
    return paused, (Cue(CueKind.PAUSED, session.anchor),)


def _hurt(session: Session, now: float) -> _Outcome:
    """Stand still because something hurts, which is told even to one who has paused already."""
    return _pause(session, now)[0], (Cue(CueKind.HURT, session.anchor),)


def _ask(session: Session, now: float) -> _Outcome:
    """Stand still because the person is asked something."""
    return _pause(session, now)[0], (Cue(CueKind.ASKED, session.anchor),)


def _resume(session: Session, now: float) -> _Outcome:
    """Count down, then go on; in a phase that is no rep there is nothing to get ready for."""
    phase = session.moment(now).phase
    if phase is not None and phase.kind.is_rep:
        resumed_at = now + RESUME_SECONDS
        resuming = replace(session, status=Status.RESUMING, resume_at=resumed_at)
        return resuming, (Cue(CueKind.RESUMING, session.anchor),)
    return _start(session, now)


def _jump(session: Session, to: Instant, now: float) -> _Outcome:
    """Go to another place and keep the status; a playing session says what begins there."""
    jumped = replace(session, anchor=to, anchored_at=now)
    if to >= session.timeline.end:
        return replace(jumped, status=Status.FINISHED), session.timeline.cues_at(to)
    return jumped, session.timeline.cues_at(to) if session.status is Status.PLAYING else ()


def _back(session: Session, now: float) -> _Outcome:
    """To the start of this phase, or of the one before."""
    index, offset = session.anchor
    target = index if offset > BACK_WITHIN else max(0, index - 1)
    return _jump(session, Instant(target), now)


def _skip(session: Session, now: float) -> _Outcome:
    """To the next phase."""
    return _jump(session, Instant(session.anchor.phase_index + 1), now)


def _skip_exercise(session: Session, now: float) -> _Outcome:
    """To the next step of the routine."""
    step = session.timeline.phases[session.anchor.phase_index].step
    return _jump(session, session.timeline.step_start(step + 1), now)


def _more(session: Session, now: float) -> _Outcome:
    """Make this phase ten seconds longer; one without a length stays as it is."""
    del now
    index = session.anchor.phase_index
    length = session.timeline.phases[index].seconds
    if length is None:
        return session, ()
    longer = session.timeline.with_seconds({index: length + MORE_SECONDS})
    return replace(session, timeline=longer), ()


def _ease(session: Session, now: float) -> _Outcome:
    """Halve what is left of this exercise, and go back to the start of this phase."""
    index = session.anchor.phase_index
    step = session.timeline.phases[index].step
    eased = {
        at: min(phase.seconds, max(EASED_LEAST, round(phase.seconds * EASED_SHARE)))
        for at, phase in enumerate(session.timeline.phases[index:], start=index)
        if phase.step == step and phase.kind.is_rep and phase.seconds is not None
    }
    gentler = replace(session, timeline=session.timeline.with_seconds(eased))
    return _jump(gentler, Instant(index), now)


def _done(session: Session, now: float) -> _Outcome:
    """Leave a phase without a length; one with a length goes on."""
    if session.timeline.phases[session.anchor.phase_index].seconds is not None:
        return session, ()
    return _skip(session, now)


def _stop(session: Session, now: float) -> _Outcome:
    """End for today."""
    return replace(session, status=Status.STOPPED, anchored_at=now), ()


def _stay(session: Session, now: float) -> _Outcome:
    """Let it pass."""
    del now
    return session, ()


_MOVES: dict[Event, Callable[[Session, float], _Outcome]] = {
    Event.BACK: _back,
    Event.SKIP: _skip,
    Event.SKIP_EXERCISE: _skip_exercise,
    Event.MORE: _more,
    Event.EASE: _ease,
    Event.HURT: _hurt,
    Event.STOP: _stop,
}

TRANSITIONS: dict[Status, dict[Event, Callable[[Session, float], _Outcome]]] = {
    Status.READY: {Event.START: _start, Event.STOP: _stop, Event.SLEPT: _stay},
    Status.PLAYING: {
        **_MOVES,
        Event.PAUSE: _pause,
        Event.DONE: _done,
        Event.ASK: _ask,
        Event.SLEPT: _pause,
    },
    Status.PAUSED: {**_MOVES, Event.RESUME: _resume, Event.SLEPT: _stay},
    Status.RESUMING: {**_MOVES, Event.PAUSE: _pause, Event.SLEPT: _pause},
    Status.FINISHED: {Event.SLEPT: _stay},
    Status.STOPPED: {Event.SLEPT: _stay},
}
