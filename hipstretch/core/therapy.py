"""Ice and heat: timers by a deadline, skin checks, an alarm that grows, and the rest after it.

Rules:

- A treatment ends at its deadline, whatever the program or the machine did meanwhile: instants are
  seconds of a clock that goes on in sleep and that nobody can set.
- Ice lasts 20 minutes at most, heat 30: what the articles say. Longer is refused, wherever it comes
  from.
- One of a kind at a time, and never two on one place. After one the place rests for some hours;
  who starts anyway says so.
- Every five minutes there is a skin check. It asks once; unanswered it stops nothing, but the
  alarm at the end is louder from the start. Checks that sleep ran over are not asked one by one:
  the last of them stands for all.
- The alarm rings and grows until it is answered, for ten minutes at most. Then a note stays.
- A treatment is told to be over once, and only then it is logged.
- Whoever comes back after the deadline, to a machine that slept or a program that was shut, hears
  the alarm while its ten minutes last, as loud as it would be by then; later the note tells it.
- After another start of the machine only the clock on the wall can tell how much time went by.
  Where it was set back nobody knows, and what ran is over at once: rather too short than too long.
  A rest then goes on from where it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, inf
from typing import NamedTuple

from hipstretch.core.treatment import (
    ALARM_LASTS,
    CHECK_EVERY,
    GENTLER_MINUTES,
    GROWS_FOR,
    LOUDER_BY,
    LOUDEST,
    MEANS,
    MINUTES_BOUNDS,
    RING_EVERY,
    SOFTEST,
    USUAL_MINUTES,
    Kind,
    Means,
    Place,
    Refusal,
    RefusedError,
    Treatment,
)

__all__ = [
    "ALARM_LASTS",
    "CHECK_EVERY",
    "GENTLER_MINUTES",
    "GROWS_FOR",
    "LOUDER_BY",
    "LOUDEST",
    "MEANS",
    "MINUTES_BOUNDS",
    "RING_EVERY",
    "SOFTEST",
    "USUAL_MINUTES",
    "CheckAsked",
    "Kind",
    "Means",
    "Outcome",
    "Over",
    "Place",
    "Rang",
    "Ready",
    "Refusal",
    "RefusedError",
    "Rest",
    "Therapy",
    "Told",
    "Treatment",
]


class Outcome(StrEnum):
    """How a treatment came to its end."""

    FINISHED = "finished"
    STOPPED = "stopped"


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
    resting places whose end of rest is to be told. `rest` is in seconds.
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
        if self.of_kind(treatment.kind) is not None:
            raise RefusedError(Refusal.RUNNING)
        if any(one.place is treatment.place for one in self.treatments):
            raise RefusedError(Refusal.PLACE)
        rest = self.resting(treatment.place, treatment.began_at)
        if rest is not None and not anyway:
            raise RefusedError(Refusal.REST, rest.since + self.rest)
        return replace(
            self,
            treatments=(*self.treatments, treatment),
            missed=tuple(one for one in self.missed if one.kind is not treatment.kind),
            rests=tuple(one for one in self.rests if one.place is not treatment.place),
            awaited=self.awaited - {treatment.place},
        )

    def check(self, kind: Kind) -> Therapy:
        """The skin is fine; says nothing where no check waits for an answer."""
        treatment = self.of_kind(kind)
        if treatment is None or not treatment.asks:
            return self
        return _replaced(self, replace(treatment, fine=treatment.checks))

    def stop(self, kind: Kind, at: float) -> tuple[Therapy, tuple[Told, ...]]:
        """End a treatment now, or answer its alarm; what was over before is not told again."""
        after, told = self.let_pass(at)
        treatment = after.of_kind(kind)
        if treatment is None:
            return after, told
        told = tuple(one for one in told if not _calls(one, kind))
        after = replace(after, treatments=tuple(o for o in after.treatments if o is not treatment))
        if treatment.is_over:
            return after, told
        over = Over(treatment, Outcome.STOPPED, max(0.0, at - treatment.began_at))
        return _rested(after, treatment, at), (*told, over)

    def dismiss(self, kind: Kind) -> Therapy:
        """The note of a missed alarm was read."""
        return replace(self, missed=tuple(one for one in self.missed if one.kind is not kind))

    def wait_for(self, place: Place, *, is_awaited: bool) -> Therapy:
        """Tell when a place that rests is ready again, or do not."""
        is_resting = any(rest.place is place for rest in self.rests)
        others = self.awaited - {place}
        return replace(self, awaited=others | {place} if is_awaited and is_resting else others)

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

    def cut_short(self, at: float) -> Therapy:
        """The same with `at` for the deadline of all that still runs."""
        ended = (_shifted(one, min(0.0, at - one.ends_at)) for one in self.treatments)
        return replace(self, treatments=tuple(ended))

    def minutes_left(self, at: float) -> tuple[int, ...]:
        """The whole minutes that are left of each treatment, rounded up."""
        return tuple(ceil(one.remaining(at) / 60.0) for one in self.treatments)

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
    due = one.checks_due(at)
    if due <= one.checks:
        return therapy, []
    asked = replace(one, checks=due)
    return _replaced(therapy, asked), [CheckAsked(asked)]


def _calls(told: Told, kind: Kind) -> bool:
    """Whether it calls for an answer to a kind."""
    return isinstance(told, CheckAsked | Rang) and told.treatment.kind is kind


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
    check = treatment.next_check_at(at)
    return treatment.ends_at if check is None else check
