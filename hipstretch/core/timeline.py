"""What the player plays: a routine laid out in phases, and where in it an instant lies.

Rules, in the order of the routine's steps:

- A step opens with `ready`; its sets follow. A rep is a `hold` or a `move`.
- Between two reps of one side comes `relax`, of different sides `switch`, between two sets `rest`.
- A pause between exercises is one `rest`. A phase of 0 seconds is left out.
- A pause (ready, relax, switch, rest) carries the side, rep and set that it leads to.
- A phase without a length (self-paced, or not prescribed yet) counts 0 seconds in every sum and
  lasts until the person says done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import accumulate, islice
from math import ceil, inf
from typing import NamedTuple

from hipstretch.core.dose import SETS_BOUNDS, Dose, Duration, Mode, Unit, rep_order
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import MAX_PHASES, MAX_STEPS, Rest, Routine, Step, Timing

MOST_PHASES = MAX_PHASES + 2 * MAX_STEPS * SETS_BOUNDS[1]
"""The most that a routine file makes: an extra rep and its pause in every set come on top."""
HALF_FROM = 20.0
"""Seconds from which a hold is long enough to say when half of it is over."""
STALE_AFTER = 1.0
"""Seconds after which a cue that came too late is not worth hearing any more."""
_HAIR = 1e-9
"""What a quotient of seconds may be over a whole number because sums of them are inexact."""


class PhaseKind(StrEnum):
    """What happens in a phase."""

    READY = "ready"
    HOLD = "hold"
    MOVE = "move"
    RELAX = "relax"
    SWITCH = "switch"
    REST = "rest"

    @property
    def is_rep(self) -> bool:
        """Whether the person works in it."""
        return self in {PhaseKind.HOLD, PhaseKind.MOVE}


class Phase(NamedTuple):
    """One stretch of time in which one thing happens; `seconds` is None where it has no length.

    `step` is the index into the routine's steps. `side`, `rep` and `set` are None in a pause
    between exercises, `reps` and `sets` also where nobody has prescribed them yet. `breath` has the
    seconds of one breath, in and out, where the phase is breathed through.
    """

    start: float
    seconds: float | None
    kind: PhaseKind
    step: int
    stretch: str | None
    side: Side | None
    rep: int | None
    reps: int | None
    set: int | None
    sets: int | None
    breath: float | None = None


class Instant(NamedTuple):
    """So many seconds into the phase of that index; the end is the index after the last."""

    phase_index: int
    offset: float = 0.0


class CueKind(StrEnum):
    """What is worth hearing."""

    BEGAN = "began"
    SWITCH = "switch"
    HALF = "half"
    COUNTDOWN = "countdown"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"
    PAUSED = "paused"
    HURT = "hurt"
    ASKED = "asked"
    RESUMING = "resuming"
    WENT_ON = "went-on"
    FINISHED = "finished"


class Cue(NamedTuple):
    """Something to hear at an instant; `left` is the seconds left for a countdown, else 0."""

    kind: CueKind
    instant: Instant
    left: int = 0


class Moment(NamedTuple):
    """Everything the player shows of an instant; `phase` is None after the end.

    `remaining` is of the phase, in seconds, None where it has no length; `elapsed_total` and
    `remaining_total` are of the routine.
    """

    instant: Instant
    phase: Phase | None
    remaining: float | None
    elapsed_total: float
    remaining_total: float


class Timeline:
    """The phases of a routine for one person; immutable."""

    __slots__ = ("phases", "seconds")

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        self.phases = phases
        self.seconds = phases[-1].start + (phases[-1].seconds or 0.0) if phases else 0.0

    @classmethod
    def of(cls, routine: Routine, person: Person) -> Timeline:
        """Lay out `routine` for `person`; raises ValueError where it has too many phases."""
        phases = tuple(islice(lay_out(routine, person), MOST_PHASES + 1))
        if len(phases) > MOST_PHASES:
            raise ValueError(f"{routine.name} has more than {MOST_PHASES} phases")
        return cls(phases)

    @property
    def start(self) -> Instant:
        """Where it begins."""
        return Instant(0)

    @property
    def end(self) -> Instant:
        """Where it is over."""
        return Instant(len(self.phases))

    def has(self, instant: Instant) -> bool:
        """Whether an instant lies in a phase."""
        if not 0 <= instant.phase_index < len(self.phases):
            return False
        seconds = self.phases[instant.phase_index].seconds
        return 0.0 <= instant.offset < (inf if seconds is None else seconds)

    def at(self, elapsed: float) -> Moment:
        """The moment `elapsed` seconds after the start, with phases without a length passed by."""
        return self.moment(self._walk(self.start, elapsed, pass_open=True))

    def moment(self, instant: Instant) -> Moment:
        """Everything about an instant."""
        elapsed = self.elapsed(instant)
        if instant.phase_index >= len(self.phases):
            return Moment(self.end, None, None, elapsed, 0.0)
        phase = self.phases[instant.phase_index]
        remaining = None if phase.seconds is None else phase.seconds - instant.offset
        return Moment(instant, phase, remaining, elapsed, self.seconds - elapsed)

    def elapsed(self, instant: Instant) -> float:
        """Seconds of the plan from the start to an instant."""
        if instant.phase_index >= len(self.phases):
            return self.seconds
        phase = self.phases[instant.phase_index]
        return phase.start + (0.0 if phase.seconds is None else instant.offset)

    def walk(self, instant: Instant, seconds: float) -> Instant:
        """Where one is `seconds` later; a phase without a length is not left by time."""
        return self._walk(instant, seconds, pass_open=False)

    def _walk(self, instant: Instant, seconds: float, *, pass_open: bool) -> Instant:
        """Go on from phase to phase until the seconds are used up."""
        index, offset = instant.phase_index, instant.offset + seconds
        while index < len(self.phases):
            length = self.phases[index].seconds
            if length is None and pass_open:
                length = 0.0
            if length is None or offset < length:
                return Instant(index, offset)
            offset -= length
            index += 1
        return self.end

    def step_start(self, step: int) -> Instant:
        """Where a step begins, or the first one after it; the end if there is none."""
        found = (index for index, phase in enumerate(self.phases) if phase.step >= step)
        return Instant(next(found, len(self.phases)))

    def with_seconds(self, changed: Mapping[int, float]) -> Timeline:
        """The same phases with other lengths for those of the indices in `changed`."""
        lengths = [changed.get(index, phase.seconds) for index, phase in enumerate(self.phases)]
        starts = accumulate((length or 0.0 for length in lengths), initial=0.0)
        return Timeline(
            tuple(
                phase._replace(start=start, seconds=length)
                for phase, start, length in zip(self.phases, starts, lengths, strict=False)
            )
        )

    def cues(self, before: Instant, after: Instant) -> tuple[Cue, ...]:
        """The cues after `before` up to and with `after`, in order."""
        found = [
            cue
            for index in range(before.phase_index, min(after.phase_index, len(self.phases) - 1) + 1)
            for cue in self._phase_cues(index)
            if before < cue.instant <= after
        ]
        if before < self.end <= after:
            found.append(Cue(CueKind.FINISHED, self.end))
        return tuple(found)

    def fresh(self, cues: Iterable[Cue], at: Instant) -> tuple[Cue, ...]:
        """Those of `cues` that still matter at an instant: after a stall no stale ones.

        The beginning of the phase that the instant lies in and the routine's end always matter.
        """
        now = self._second(at)
        return tuple(
            cue
            for cue in cues
            if now - self._second(cue.instant) <= STALE_AFTER
            or (
                cue.instant.phase_index == at.phase_index
                and cue.kind in {CueKind.BEGAN, CueKind.SWITCH, CueKind.FINISHED}
            )
        )

    def _second(self, instant: Instant) -> float:
        """When an instant is, counting the time in its own phase even where that has no length."""
        if not self.has(instant):
            return self.seconds
        return self.phases[instant.phase_index].start + instant.offset

    def until_cue(self, instant: Instant) -> float | None:
        """Seconds to the next cue of the phase that an instant lies in; None where none comes."""
        cues = self._phase_cues(instant.phase_index) if self.has(instant) else ()
        later = (cue.instant for cue in cues if cue.instant > instant)
        return next((cue.offset - instant.offset for cue in later), None)

    def cues_at(self, instant: Instant) -> tuple[Cue, ...]:
        """The cues exactly at an instant, for one who comes to it by a jump."""
        if instant >= self.end:
            return (Cue(CueKind.FINISHED, self.end),)
        return tuple(cue for cue in self._phase_cues(instant.phase_index) if cue.instant == instant)

    def _phase_cues(self, index: int) -> Iterator[Cue]:
        """The cues of one phase, in order."""
        phase = self.phases[index]
        yield Cue(CueKind.BEGAN, Instant(index))
        if phase.kind is PhaseKind.SWITCH:
            yield Cue(CueKind.SWITCH, Instant(index))
        if phase.seconds is None:
            return
        later = [*_breath_cues(index, phase.breath, phase.seconds)]
        if phase.kind is PhaseKind.HOLD and phase.seconds >= HALF_FROM:
            later.append(Cue(CueKind.HALF, Instant(index, phase.seconds / 2)))
        later.extend(
            Cue(CueKind.COUNTDOWN, Instant(index, phase.seconds - left), left)
            for left in (3, 2, 1)
            if phase.seconds > left
        )
        yield from sorted(later, key=_by_instant)


def _breath_cues(index: int, breath: float | None, seconds: float) -> Iterator[Cue]:
    """Where a breath turns; the first one in begins with the phase and needs no word."""
    if breath is None:
        return
    for turn in range(1, ceil(2 * seconds / breath - _HAIR)):
        kind = CueKind.BREATHE_OUT if turn % 2 else CueKind.BREATHE_IN
        yield Cue(kind, Instant(index, turn * breath / 2))


def _by_instant(cue: Cue) -> Instant:
    """What cues are ordered by."""
    return cue.instant


_Pause = tuple[PhaseKind, float | None, None]
"""A phase in which nobody works: kind, seconds, no breath."""
_Part = tuple[
    PhaseKind,
    float | None,
    float | None,
    Side | None,
    int | None,
    int | None,
    int | None,
    int | None,
]
"""A phase before it has a start: kind, seconds, breath, side, rep, reps, set, sets."""


def lay_out(routine: Routine, person: Person) -> Iterator[Phase]:
    """The phases of a routine in order, each with its start."""
    start = 0.0
    for index, step in enumerate(routine.steps):
        if isinstance(step, Rest):
            name, parts = None, _rest_parts(step, person)
        else:
            name, parts = step.exercise.name, _step_parts(step, routine.timing, person)
        for kind, seconds, breath, side, rep, reps, set_, sets in parts:
            if seconds != 0:
                yield Phase(start, seconds, kind, index, name, side, rep, reps, set_, sets, breath)
                start += seconds or 0.0


def _rest_parts(step: Rest, person: Person) -> Iterator[_Part]:
    """The one phase of a pause between exercises."""
    seconds = step.duration.seconds(person.breath)
    yield PhaseKind.REST, seconds, None, None, None, None, None, None


class _SideDose(NamedTuple):
    """What of a dose the layout needs for one side, worked out once."""

    kind: PhaseKind
    seconds: float | None
    breath: float | None
    relax: float | None
    rest: float | None
    reps: int | None
    sets: int


def _side_dose(dose: Dose, timing: Timing, person: Person, reps: int) -> _SideDose:
    """Work out one side's lengths; moving reps have no relax unless they say so."""
    holds, breath = dose.mode is Mode.HOLD, person.breath
    return _SideDose(
        PhaseKind.HOLD if holds else PhaseKind.MOVE,
        dose.rep_seconds(breath),
        breath if holds and _is_breathed(dose, person) else None,
        _pause(dose.relax, timing.relax, breath) if dose.relax or holds else 0.0,
        _pause(dose.rest, timing.rest, breath),
        None if dose.reps is not None and not dose.reps.is_set else reps,
        (dose.sets.low if dose.sets is not None else None) or 1,
    )


def _is_breathed(dose: Dose, person: Person) -> bool:
    """Whether a hold is counted in breaths, or the person wants every hold to be."""
    return person.breathe_along or (dose.hold is not None and dose.hold.unit is Unit.BREATHS)


def _pause(own: Duration | None, usual: Duration, breath: float) -> float | None:
    """A pause in seconds: the dose's own or the routine's."""
    return (own if own is not None else usual).seconds(breath)


def _step_parts(step: Step, timing: Timing, person: Person) -> Iterator[_Part]:
    """The phases of one exercise: get ready, then set after set."""
    dose, breath = step.full_dose, person.breath
    order = rep_order(dose, person)
    sides = {
        side: _side_dose(dose.on_side(side, person.affected), timing, person, order.count(side))
        for side in dict.fromkeys(order)
    }
    sets = max(side.sets for side in sides.values())
    shown_sets = None if dose.sets is not None and not dose.sets.is_set else sets
    pause: _Pause = PhaseKind.READY, timing.get_ready.seconds(breath), None
    for number in range(1, sets + 1):
        in_set = [side for side in order if sides[side].sets >= number]
        for part in _set_parts(in_set, sides, pause, timing.switch.seconds(breath)):
            yield *part, number, shown_sets
        pause = PhaseKind.REST, sides[in_set[-1]].rest, None


def _set_parts(
    order: list[Side],
    sides: Mapping[Side, _SideDose],
    pause: _Pause,
    switch: float | None,
) -> Iterator[tuple[PhaseKind, float | None, float | None, Side, int, int | None]]:
    """The reps of one set, each after its pause; `pause` comes before the first."""
    done = dict.fromkeys(sides, 0)
    previous: Side | None = None
    for side in order:
        dose = sides[side]
        done[side] += 1
        if previous is side:
            pause = PhaseKind.RELAX, dose.relax, None
        elif previous is not None:
            pause = PhaseKind.SWITCH, switch, None
        yield *pause, side, done[side], dose.reps
        yield dose.kind, dose.seconds, dose.breath, side, done[side], dose.reps
        previous = side
