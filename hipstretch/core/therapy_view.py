"""What is shown of ice and heat at a moment: on the page, the rail, the tray and the alarm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Place, Therapy, Treatment
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.core.therapy_wishes import Chosen

_MINUTE = 60.0
_SMALLEST = 1e-6
"""What a time may be over a whole second without being rounded up; seconds add up inexactly."""


class CardState(StrEnum):
    """What matters about one kind, for the place that is chosen."""

    READY = "ready"
    RUNNING = "running"
    CHECKING = "checking"
    RINGING = "ringing"
    MISSED = "missed"
    RESTING = "resting"
    BUSY = "busy"

    @property
    def is_under_way(self) -> bool:
        """Whether a pack is on the skin, as far as anybody knows."""
        return self in _URGENCY


_URGENCY = (CardState.RINGING, CardState.CHECKING, CardState.RUNNING)
"""What is under way, the most urgent first."""
_NOTED = {*_URGENCY, CardState.MISSED}


@dataclass(frozen=True, slots=True)
class CardView:
    """One kind at a moment.

    `seconds` is the length, `left` what is left of it and `over` how long ago it ended; `check_in`
    are the seconds to the next skin check. `ready_at` is when the place will be ready, `after` what
    it has or had on it.
    """

    kind: Kind
    state: CardState
    place: Place
    means: Means
    seconds: float
    left: float = 0.0
    over: float = 0.0
    check_in: float | None = None
    ready_at: datetime | None = None
    ended_at: datetime | None = None
    after: Kind | None = None
    is_awaited: bool = False

    @property
    def seconds_left(self) -> int:
        """Whole seconds that are left, rounded up."""
        return math.ceil(self.left - _SMALLEST)

    @property
    def share(self) -> float:
        """How much is left, by whole seconds: 0 to 1; all of it before the begin."""
        if not self.state.is_under_way:
            return 0.0
        return self.seconds_left / self.seconds

    @property
    def next_change(self) -> float | None:
        """Seconds until it looks different by the mere passing of time; None where it does not."""
        if self.state is CardState.MISSED:
            return _MINUTE - self.over % _MINUTE
        if self.state is CardState.RINGING:
            return 1.0 - self.over % 1.0
        return self.left - self.seconds_left + 1 if self.state.is_under_way else None


class DayPart(NamedTuple):
    """A treatment of today; one that runs has its deadline for its end."""

    kind: Kind
    place: Place
    began_at: datetime
    ended_at: datetime
    seconds: float
    is_running: bool = False


class RestSpan(NamedTuple):
    """When the chosen place rests."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class TherapyView:
    """Ice and heat at `now`; `parts` are today's treatments, the latest first.

    `rest` is in seconds.
    """

    now: datetime
    chosen: Chosen
    rest: float
    ice: CardView
    heat: CardView
    parts: tuple[DayPart, ...] = ()
    resting: RestSpan | None = None

    @property
    def cards(self) -> tuple[CardView, CardView]:
        """Both kinds."""
        return self.ice, self.heat

    def card(self, kind: Kind) -> CardView:
        """One kind."""
        return self.ice if kind is Kind.ICE else self.heat

    @property
    def under_way(self) -> tuple[CardView, ...]:
        """What runs or rings."""
        return tuple(card for card in self.cards if card.state.is_under_way)

    @property
    def leading(self) -> CardView | None:
        """What is under way and matters most; None where nothing is."""
        return min(self.under_way, key=_urgency, default=None)

    @property
    def noted(self) -> tuple[CardView, ...]:
        """What runs, rings, or ended while nobody answered."""
        return tuple(card for card in self.cards if card.state in _NOTED)

    @property
    def next_change(self) -> float | None:
        """Seconds until it looks different by the mere passing of time; None where it does not."""
        changes = [card.next_change for card in self.cards]
        return min((change for change in changes if change is not None), default=None)


def view_of(
    therapy: Therapy, now: Now, chosen: Chosen, records: Sequence[TherapyRecord] = ()
) -> TherapyView:
    """What to show; `records` are today's treatments that are over."""
    ice, heat = (_card(therapy, now, chosen, kind) for kind in Kind)
    parts = _parts(therapy, now, records)
    resting = _resting(therapy, now, chosen.place)
    return TherapyView(now.wall, chosen, therapy.rest, ice, heat, parts, resting)


def _urgency(card: CardView) -> tuple[int, float]:
    """How soon a card wants something, the most urgent being the least."""
    return _URGENCY.index(card.state), card.left


def _card(therapy: Therapy, now: Now, chosen: Chosen, kind: Kind) -> CardView:
    """One kind: what is under way, else the note of a missed alarm, else what may begin."""
    own = therapy.of_kind(kind)
    missed = next((one for one in therapy.missed if one.kind is kind), None)
    if own is not None:
        return _under_way(own, now)
    if missed is not None:
        return _of_treatment(missed, now, CardState.MISSED)
    return _idle(therapy, now, chosen, kind)


def _under_way(one: Treatment, now: Now) -> CardView:
    """A treatment that runs or rings."""
    if now.at >= one.ends_at:
        return _of_treatment(one, now, CardState.RINGING)
    card = _of_treatment(one, now, CardState.CHECKING if one.asks else CardState.RUNNING)
    return replace(card, check_in=one.next_check_in(now.at))


def _of_treatment(one: Treatment, now: Now, state: CardState) -> CardView:
    """A treatment in a state."""
    return CardView(
        one.kind,
        state,
        one.place,
        one.means,
        one.seconds,
        left=one.remaining(now.at),
        over=max(0.0, now.at - one.ends_at),
        ended_at=_wall(one.ends_at, now),
    )


def _idle(therapy: Therapy, now: Now, chosen: Chosen, kind: Kind) -> CardView:
    """A kind of which nothing is under way, on the chosen place."""
    place = chosen.place
    card = CardView(
        kind,
        CardState.READY,
        place,
        chosen.means(kind),
        chosen.minutes(kind) * _MINUTE,
        is_awaited=place in therapy.awaited,
    )
    other = next((one for one in therapy.treatments if one.place is place), None)
    if other is not None:
        ready_at = _wall(other.ends_at + therapy.rest, now)
        return replace(card, state=CardState.BUSY, ready_at=ready_at, after=other.kind)
    rest = therapy.resting(place, now.at)
    if rest is not None:
        ready_at = _wall(rest.since + therapy.rest, now)
        return replace(card, state=CardState.RESTING, ready_at=ready_at, after=rest.kind)
    return card


def _parts(therapy: Therapy, now: Now, records: Sequence[TherapyRecord]) -> tuple[DayPart, ...]:
    """Today's treatments, the latest first; what rings is among the records."""
    over = [
        DayPart(one.kind, one.place, one.began_at, one.ended_at, one.seconds) for one in records
    ]
    running = [_running(one, now) for one in therapy.treatments if not one.is_over]
    return tuple(sorted([*over, *running], key=_begin, reverse=True))


def _running(one: Treatment, now: Now) -> DayPart:
    """A treatment whose end was not told yet."""
    began_at, ends_at = _wall(one.began_at, now), _wall(one.ends_at, now)
    return DayPart(one.kind, one.place, began_at, ends_at, one.seconds, is_running=True)


def _begin(part: DayPart) -> datetime:
    """When a treatment began."""
    return part.began_at


def _resting(therapy: Therapy, now: Now, place: Place) -> RestSpan | None:
    """When a place rests, now or after what is on it."""
    on_it = next((one for one in therapy.treatments if one.place is place), None)
    rest = therapy.resting(place, now.at)
    since = on_it.ends_at if on_it is not None else rest.since if rest is not None else None
    if since is None:
        return None
    return RestSpan(_wall(since, now), _wall(since + therapy.rest, now))


def _wall(at: float, now: Now) -> datetime:
    """An instant as the wall's clock tells it now."""
    return now.wall + timedelta(seconds=at - now.at)
