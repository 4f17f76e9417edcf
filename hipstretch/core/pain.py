"""Pain: how strong, how far down the leg, and what to do about it while stretching.

The bounds follow published pain-monitoring leaflets, which agree in the main (Provide
Physiotherapy and Fusion Physio: 0-3 go on, 4-5 ease, 6-10 modify or avoid, settled within 24 hours;
NHS and Versus Arthritis: stop what makes it worse). Pain, tingling or numbness that travels further
down the leg stops an exercise at any number. No diagnosis follows from any of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.person import Side

WORST = 10
FINE_UP_TO = 3
"""The most pain at which to go on as it is."""
EASED_UP_TO = 5
"""The most pain at which easing off is enough."""
WEEK_OF_HURTS = timedelta(days=7)
OFTEN = 2
"""How many times in a week an exercise hurts before something else is offered."""
ASK_WITHIN = timedelta(days=3)
"""For how long it makes sense to ask whether it settled."""


class PainPlace(StrEnum):
    """How far the pain reaches, from the back down the leg."""

    BACK = "back"
    BUTTOCK = "buttock"
    THIGH = "thigh"
    BELOW_KNEE = "below-knee"
    FOOT = "foot"

    @property
    def depth(self) -> int:
        """How far down it is: 0 in the back, 4 in the foot."""
        return list(PainPlace).index(self)


class Feeling(NamedTuple):
    """How it is at a moment: 0 to 10 and how far it reaches; None where it was not told."""

    pain: int | None = None
    place: PainPlace | None = None


class Advice(StrEnum):
    """What to do with an exercise that hurts."""

    GO_ON = "go-on"
    EASE = "ease"
    STOP = "stop"


class Remedy(StrEnum):
    """What the person chose when an exercise hurt."""

    GO_ON = "go-on"
    EASE = "ease"
    EASIER = "easier"
    SKIP = "skip"
    STOP = "stop"


class Hurt(NamedTuple):
    """An exercise that hurt: its id and name, when, how much, and what the person chose.

    `at` carries its offset from UTC; `spreads` is new or spreading leg pain, tingling or numbness.
    `id` is the history's own, 0 before it is there.
    """

    exercise: str
    stretch: str
    side: Side
    at: datetime
    pain: int | None
    spreads: bool
    remedy: Remedy
    id: int = 0


def advise(pain: int | None, *, spreads: bool) -> Advice:
    """What to do with the exercise that hurts; easing where no number was told."""
    if spreads or (pain is not None and pain > EASED_UP_TO):
        return Advice.STOP
    if pain is not None and pain <= FINE_UP_TO:
        return Advice.GO_ON
    return Advice.EASE


def has_spread(before: PainPlace | None, after: PainPlace | None) -> bool:
    """Whether it reaches further down the leg than it did."""
    return before is not None and after is not None and after.depth > before.depth


def points_to_safety(before: Feeling, after: Feeling) -> bool:
    """Whether what was told after a session is a reason to read when to get help."""
    if has_spread(before.place, after.place):
        return True
    if after.pain is None or after.pain <= EASED_UP_TO:
        return False
    return before.pain is None or after.pain > before.pain


def hurts_of(exercise: str, hurts: Iterable[Hurt], now: datetime) -> tuple[Hurt, ...]:
    """When an exercise hurt in the week up to `now`, without what lies in the future."""
    since = now - WEEK_OF_HURTS
    return tuple(hurt for hurt in hurts if hurt.exercise == exercise and since < hurt.at <= now)


def day_to_ask_about(
    sore_days: Collection[date], asked: Collection[date], today: date
) -> date | None:
    """The last sore day of which to ask whether it settled; None where there is nothing to ask.

    `sore_days` are those with a hurt or with more pain than one goes on with; each is asked once.
    Days ahead, which a wrong clock may have left behind, do not count.
    """
    earliest = today - ASK_WITHIN
    recent = [day for day in sore_days if earliest <= day < today]
    if not recent:
        return None
    last = max(recent)
    return None if any(last <= day <= today for day in asked) else last
