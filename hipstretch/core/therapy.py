"""Ice and heat: timers by a deadline, skin checks, an alarm that grows, and the rest after it.

Rules:

- A treatment ends at its deadline, whatever the program or the machine did meanwhile: instants are
  seconds of a clock that goes on in sleep and that nobody can set.
- Ice lasts 20 minutes at most, heat 30: what the articles say. Longer is refused.
- One of a kind at a time, and never two on one place. After one the place rests for some hours;
  who starts anyway says so.
- Every five minutes there is a skin check. It asks once; unanswered it stops nothing, but the
  alarm at the end is louder from the start.
- The alarm rings and grows until it is answered, for ten minutes at most. Then a note stays.
- A treatment is told to be over once, and only then it is logged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import NamedTuple

CHECK_EVERY = 300.0
"""Seconds between two looks at the skin (Rachel Neal, cedarhealth.ca: every 5 minutes)."""
ALARM_LASTS = 600.0
"""Seconds for which the alarm at the end rings."""
RING_EVERY = 12.0
"""Seconds from one ring to the next."""
SOFTEST, LOUDEST = 0.4, 1.0
"""The alarm's volume at first and at last."""
GROWS_FOR = 120.0
"""Seconds in which it grows to the loudest."""
LOUDER_BY = 0.1
"""How much louder it begins for each skin check that was not answered."""


class Kind(StrEnum):
    """Cold or warm."""

    ICE = "ice"
    HEAT = "heat"


class Place(StrEnum):
    """Where on the body."""

    RIGHT_HIP = "right-hip"
    LEFT_HIP = "left-hip"
    LOWER_BACK = "lower-back"
    OTHER = "other"


class Means(StrEnum):
    """With what."""

    PACK = "pack"
    PAD = "pad"
    COMPRESS = "compress"
    BATH = "bath"


MEANS = {Kind.ICE: (Means.PACK,), Kind.HEAT: (Means.PAD, Means.COMPRESS, Means.BATH)}
"""What each kind can be done with, the usual one first."""
USUAL_MINUTES = {Kind.ICE: 20, Kind.HEAT: 30}
"""The articles' lengths."""
MINUTES_BOUNDS = {Kind.ICE: (5, 20), Kind.HEAT: (5, 30)}
"""No shorter ones are published, and longer ones are not safe."""
GENTLER_MINUTES = {Kind.ICE: 15, Kind.HEAT: 15}
"""What leaflets of the NHS advise at most (Midlands Partnership: 10 to 15 minutes of either)."""
REST_HOURS_BOUNDS = (1, 4)
"""Hours of rest for a place; 2 to 3 are published most often."""


class Outcome(StrEnum):
    """How a treatment came to its end."""

    FINISHED = "finished"
    STOPPED = "stopped"


class Refusal(StrEnum):
    """Why a treatment cannot begin."""

    LENGTH = "length"
    RUNNING = "running"
    PLACE = "place"
    REST = "rest"


class RefusedError(ValueError):
    """A treatment that may not begin; `until` is the instant until which its place rests."""

    def __init__(self, refusal: Refusal, until: float = 0.0) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.until = until


@dataclass(frozen=True, slots=True)
class Treatment:
    """Ice or heat on a place, `seconds` long, begun at an instant.

    `checks` are the skin checks that were asked, `fine` those that were answered; `rung_at` is when
    the alarm last rang, None before the deadline.
    """

    id: str
    kind: Kind
    place: Place
    means: Means
    seconds: float
    began_at: float
    checks: int = 0
    fine: int = 0
    rung_at: float | None = None

    @property
    def ends_at(self) -> float:
        """The deadline."""
        return self.began_at + self.seconds

    @property
    def is_over(self) -> bool:
        """Whether the end was told."""
        return self.rung_at is not None

    @property
    def asks(self) -> bool:
        """Whether a skin check waits for an answer."""
        return self.fine < self.checks and not self.is_over

    def remaining(self, at: float) -> float:
        """Seconds left; 0 after the deadline."""
        return max(0.0, self.ends_at - at)

    def next_check_in(self, at: float) -> float | None:
        """Seconds to the next skin check; None where the end comes first."""
        due = self.began_at + CHECK_EVERY * (int((at - self.began_at) / CHECK_EVERY) + 1)
        return due - at if due < self.ends_at else None

    def alarm_volume(self, at: float) -> float:
        """How loud the alarm rings, 0 to 1."""
        grown = (LOUDEST - SOFTEST) * max(0.0, at - self.ends_at) / GROWS_FOR
        return min(LOUDEST, SOFTEST + grown + LOUDER_BY * (self.checks - self.fine))


class Rest(NamedTuple):
    """A place that rests since an instant, after that kind."""

    place: Place
    kind: Kind
    since: float


class CheckAsked(NamedTuple):
    """Time to look at the skin."""

    treatment: Treatment


class Over(NamedTuple):
    """A treatment is over, after so many seconds; it is to be logged."""

    treatment: Treatment
    outcome: Outcome
    seconds: float


class Rang(NamedTuple):
    """The alarm rings once, at a volume of 0 to 1."""

    treatment: Treatment
    volume: float


class Ready(NamedTuple):
    """The place of a rest that somebody waits for is ready again."""

    rest: Rest


Told = CheckAsked | Over | Rang | Ready


@dataclass(frozen=True, slots=True)
class Therapy:
    """All of ice and heat; immutable.

    `treatments` run or ring, `missed` are those whose alarm nobody answered, `awaited` are the
    places whose end of rest is to be told. `rest` is in seconds.
    """

    rest: float
    treatments: tuple[Treatment, ...] = ()
    missed: tuple[Treatment, ...] = ()
    rests: tuple[Rest, ...] = ()
    awaited: frozenset[Place] = frozenset()

    def of_kind(self, kind: Kind) -> Treatment | None:
        """The treatment of a kind that runs or rings."""
        return next((one for one in self.treatments if one.kind is kind), None)

    def resting(self, place: Place, at: float) -> Rest | None:
        """The rest of a place, None where it is ready."""
        rests = (one for one in self.rests if one.place is place)
        return next((one for one in rests if at < one.since + self.rest), None)

    def begin(self, treatment: Treatment, *, anyway: bool = False) -> Therapy:
        """The same with another treatment; raises RefusedError."""
        low, high = MINUTES_BOUNDS[treatment.kind]
        if not low * 60 <= treatment.seconds <= high * 60:
            raise RefusedError(Refusal.LENGTH)
        if self.of_kind(treatment.kind) is not None:
            raise RefusedError(Refusal.RUNNING)
        if any(one.place is treatment.place for one in self.treatments):
            raise RefusedError(Refusal.PLACE)
        rest = self.resting(treatment.place, treatment.began_at)
        if rest is not None and not anyway:
            raise RefusedError(Refusal.REST, rest.since + self.rest)
        missed = tuple(one for one in self.missed if one.kind is not treatment.kind)
        awaited = self.awaited - {treatment.place}
        treatments = (*self.treatments, treatment)
        return replace(self, treatments=treatments, missed=missed, awaited=awaited)

    def check(self, kind: Kind) -> Therapy:
        """The skin is fine."""
        treatment = self.of_kind(kind)
        if treatment is None:
            return self
        return _replaced(self, replace(treatment, fine=treatment.checks))

    def stop(self, kind: Kind, at: float) -> tuple[Therapy, tuple[Told, ...]]:
        """End a treatment now, or answer its alarm; what was over before is not told again."""
        after, told = self.let_pass(at)
        treatment = after.of_kind(kind)
        if treatment is None:
            return after, told
        left = tuple(one for one in after.treatments if one is not treatment)
        if treatment.is_over:
            return replace(after, treatments=left), told
        seconds = max(0.0, at - treatment.began_at)
        resting = _rested(replace(after, treatments=left), treatment, at)
        return resting, (*told, Over(treatment, Outcome.STOPPED, seconds))

    def dismiss(self, kind: Kind) -> Therapy:
        """The note of a missed alarm was read."""
        return replace(self, missed=tuple(one for one in self.missed if one.kind is not kind))

    def wait_for(self, place: Place, *, is_awaited: bool) -> Therapy:
        """Tell when a place is ready again, or do not."""
        awaited = self.awaited | {place} if is_awaited else self.awaited - {place}
        return replace(self, awaited=awaited)

    def let_pass(self, at: float) -> tuple[Therapy, tuple[Told, ...]]:
        """Everything that is due at `at`; after a long time away, each thing once."""
        after, told = self, []
        for treatment in self.treatments:
            after, more = _let_one_pass(after, treatment, at)
            told += more
        ready = [rest for rest in after.rests if at >= rest.since + after.rest]
        told += [Ready(rest) for rest in ready if rest.place in after.awaited]
        awaited = after.awaited - {rest.place for rest in ready}
        rests = tuple(rest for rest in after.rests if rest not in ready)
        return replace(after, awaited=awaited, rests=rests), tuple(told)

    def shifted(self, seconds: float) -> Therapy:
        """The same with all its instants on a clock that shows so many seconds more."""
        return replace(
            self,
            treatments=tuple(_shifted(one, seconds) for one in self.treatments),
            missed=tuple(_shifted(one, seconds) for one in self.missed),
            rests=tuple(rest._replace(since=rest.since + seconds) for rest in self.rests),
        )

    def next_change(self, at: float) -> float:
        """The instant at which something is due; infinity where nothing is."""
        due = [_next_due(one, at) for one in self.treatments]
        due += [rest.since + self.rest for rest in self.rests]
        return min(due, default=inf)


def _let_one_pass(therapy: Therapy, one: Treatment, at: float) -> tuple[Therapy, list[Told]]:
    """What is due of one treatment."""
    if at < one.ends_at:
        return _ask_check(therapy, one, at)
    told: list[Told] = []
    if not one.is_over:
        told.append(Over(one, Outcome.FINISHED, one.seconds))
        therapy = _rested(therapy, one, one.ends_at)
    if at >= one.ends_at + ALARM_LASTS:
        return _missed(therapy, replace(one, rung_at=at)), told
    if one.rung_at is None or at >= one.rung_at + RING_EVERY:
        told.append(Rang(one, one.alarm_volume(at)))
        therapy = _replaced(therapy, replace(one, rung_at=at))
    return therapy, told


def _ask_check(therapy: Therapy, one: Treatment, at: float) -> tuple[Therapy, list[Told]]:
    """Ask for a look at the skin; of several that came due together only the last is asked."""
    due = int((at - one.began_at) / CHECK_EVERY)
    if due <= one.checks:
        return therapy, []
    asked = replace(one, checks=due, fine=one.fine + due - one.checks - 1)
    return _replaced(therapy, asked), [CheckAsked(asked)]


def _rested(therapy: Therapy, one: Treatment, since: float) -> Therapy:
    """The same with the place of a treatment at rest."""
    others = (rest for rest in therapy.rests if rest.place is not one.place)
    return replace(therapy, rests=(*others, Rest(one.place, one.kind, since)))


def _replaced(therapy: Therapy, new: Treatment) -> Therapy:
    """The same with a treatment in the place of the one with its id."""
    treatments = tuple(new if one.id == new.id else one for one in therapy.treatments)
    return replace(therapy, treatments=treatments)


def _missed(therapy: Therapy, over: Treatment) -> Therapy:
    """The same with a treatment whose alarm nobody answered."""
    left = tuple(one for one in therapy.treatments if one.id != over.id)
    return replace(therapy, treatments=left, missed=(*therapy.missed, over))


def _shifted(one: Treatment, seconds: float) -> Treatment:
    """A treatment on another clock."""
    rung_at = None if one.rung_at is None else one.rung_at + seconds
    return replace(one, began_at=one.began_at + seconds, rung_at=rung_at)


def _next_due(treatment: Treatment, at: float) -> float:
    """The instant at which something is due of a treatment."""
    if treatment.rung_at is not None:
        return min(treatment.rung_at + RING_EVERY, treatment.ends_at + ALARM_LASTS)
    check = treatment.next_check_in(at)
    return treatment.ends_at if check is None else min(at + check, treatment.ends_at)
