"""The sitting clock: what is known of the person goes in, the seconds sat and spans come out.

Rules:

- Still hands are not standing up: without a sign of the person the clock runs on, until there was
  none for the set time away. Then they left at the last sign, and nothing after it counts as sat.
- Hands are only looked at now and then. Who moved them before anyone missed them was not away.
- A screen that another program keeps on is a sign: a film or a call is watched sitting, for three
  hours after the hands last moved.
- Locking and sleep mean away at once, also for who was up. Nobody sits at a locked screen. Sleep is
  told before what happened after it.
- An absence shorter than the set time keeps the seconds sat; a longer one counts as having been
  up, and the next sitting starts at nothing.
- "I'm up" and stretching count as up after half a minute, or as soon as one is away. The person
  sits again when they say so, when their hands move after a minute of stillness, or after an hour.
- Every instant belongs to one span: sitting, up, stretching or away.
- Instants are seconds of a clock that goes on in sleep and that nobody can set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import NamedTuple

LOOK_EVERY = 60.0
"""The longest time between two looks at the hands, in seconds."""
UP_LEAST = 30.0
"""Seconds up or stretching that count: a one-minute stretch whose get-ready was skipped does."""
STILL_WHILE_UP = 60.0
"""Seconds of still hands after which one who was up and moves them has sat down again."""
UP_MOST = 3600.0
"""The longest that "I'm up" holds: nobody stands for longer and forgets to say so."""
WATCHED_MOST = 3 * 3600.0
"""Seconds without hands that a screen kept on by another program is taken for watching."""


class Presence(StrEnum):
    """Where the person is, as far as anyone can tell."""

    SITTING = "sitting"
    UP = "up"
    STRETCHING = "stretching"
    AWAY = "away"


class Span(NamedTuple):
    """A time of one presence, from instant to instant."""

    presence: Presence
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the clock knows; immutable.

    `since` is when the presence began, `seen_at` the last sign of sitting or of leaving it,
    `hands_at` the last movement of the hands that is known, `sat` the seconds sat up to `seen_at`.
    """

    away_after: float
    since: float
    seen_at: float
    hands_at: float
    sat: float
    presence: Presence = Presence.SITTING
    is_locked: bool = False
    is_screen_kept: bool = False

    @classmethod
    def begun(cls, at: float, away_after: float, sat: float = 0.0) -> Sitting:
        """A clock that starts with a sitting person, who has already sat `sat` seconds."""
        return cls(away_after, at, at, at, sat)

    def seconds_sat(self, at: float) -> float:
        """Seconds sat since the person was last up."""
        return self.sat + (at - self.seen_at if self.presence is Presence.SITTING else 0.0)

    @property
    def up_from(self) -> float:
        """The instant from which an absence counts as having been up."""
        is_away = self.presence is Presence.AWAY
        return self.since + (self.away_after if is_away else UP_LEAST)

    @property
    def look_within(self) -> float:
        """The seconds after which to look at the hands again, at most."""
        return STILL_WHILE_UP / 2 if self.presence is Presence.UP else LOOK_EVERY

    def next_change(self) -> float:
        """The instant at which time alone changes something."""
        if self.presence is Presence.SITTING:
            last_sign = self.hands_at + WATCHED_MOST if self.is_screen_kept else self.seen_at
            return last_sign + self.away_after
        if self.sat:
            return self.up_from
        return self.since + UP_MOST if self.presence is Presence.UP else inf


Step = tuple[Sitting, tuple[Span, ...]]
"""The next state, and the spans that are over."""


def let_pass(clock: Sitting, at: float) -> Step:
    """Let the time up to `at` pass without a sign of the person."""
    if clock.presence is Presence.SITTING:
        return _pass_sitting(clock, at)
    rested = clock if at < clock.up_from else replace(clock, sat=0.0)
    return _pass_up(rested, at) if clock.presence is Presence.UP else (rested, ())


def see_hands(clock: Sitting, at: float, idle: float) -> Step:
    """The hands moved last `idle` seconds ago."""
    moved_at = at - idle
    if moved_at <= clock.hands_at or moved_at < clock.since:
        return let_pass(clock, at)
    before, spans = (clock, ()) if _is_here(clock, moved_at) else let_pass(clock, moved_at)
    seen, more = _notice(before, moved_at)
    after, last = let_pass(seen, at)
    return after, spans + more + last


def lock(clock: Sitting, at: float) -> Step:
    """The screen was locked."""
    passed, spans = let_pass(clock, at)
    locked = replace(passed, is_locked=True)
    if locked.presence is Presence.STRETCHING:  # nobody touches the machine, so it locks itself
        return locked, spans
    gone, more = _leave(locked, at, Presence.AWAY)
    return gone, spans + more


def unlock(clock: Sitting, at: float) -> Step:
    """The screen was unlocked, which takes hands."""
    passed, spans = let_pass(clock, at)
    if not clock.is_locked:
        return passed, spans
    after, more = _notice(replace(passed, is_locked=False), at)
    return after, spans + more


def sleep(clock: Sitting, at: float, seconds: float) -> Step:
    """The machine has slept until now; hands that moved before it woke say nothing.

    On some systems the count of idle seconds stands still in sleep.
    """
    asleep_at = max(clock.since, clock.seen_at, at - seconds)
    passed, spans = let_pass(clock, asleep_at)
    gone, more = _leave(passed, asleep_at, Presence.AWAY)
    after, last = let_pass(gone, at)
    return replace(after, hands_at=at), spans + more + last


def keep_screen(clock: Sitting, at: float, *, is_kept: bool) -> Step:
    """Another program keeps the screen on from now, or no longer does."""
    passed, spans = let_pass(clock, at)
    return replace(passed, is_screen_kept=is_kept), spans


def say_up(clock: Sitting, at: float) -> Step:
    """The person is up: standing, walking or lying down; who says it again is up for longer."""
    passed, spans = let_pass(clock, at)
    rise = _change if passed.presence is Presence.UP else _leave
    up, more = rise(passed, at, Presence.UP)
    return up, spans + more


def begin_stretching(clock: Sitting, at: float) -> Step:
    """A session began."""
    passed, spans = let_pass(clock, at)
    stretching, more = _leave(passed, at, Presence.STRETCHING)
    return stretching, spans + more


def sit_down(clock: Sitting, at: float) -> Step:
    """The person says that they sit again."""
    passed, spans = let_pass(clock, at)
    if passed.presence is Presence.SITTING:
        return passed, spans
    seated, more = _sit(replace(passed, hands_at=at), at)
    return seated, spans + more


def end_stretching(clock: Sitting, at: float) -> Step:
    """A session is over; who has left it before is where they are."""
    is_stretching = clock.presence is Presence.STRETCHING
    return sit_down(clock, at) if is_stretching else let_pass(clock, at)


def _pass_sitting(clock: Sitting, at: float) -> Step:
    """Without a sign for long enough, the person left at the last one."""
    if clock.is_screen_kept:
        clock = _settled(clock, min(at, clock.hands_at + WATCHED_MOST))
    if at - clock.seen_at < clock.away_after:
        return clock, ()
    return _change(clock, clock.seen_at, Presence.AWAY, sat=0.0)


def _pass_up(clock: Sitting, at: float) -> Step:
    """After an hour one sits again, or is away if the hands are still."""
    until = clock.since + UP_MOST
    if at < until:
        return clock, ()
    if until - clock.hands_at >= clock.away_after:
        return _change(clock, until, Presence.AWAY)
    seated, spans = _sit(clock, until)
    after, more = let_pass(seated, at)
    return after, spans + more


def _is_here(clock: Sitting, moved_at: float) -> bool:
    """Whether hands that moved again at the latest at `moved_at` were not missed before."""
    unseen = moved_at - clock.seen_at
    return clock.presence is Presence.SITTING and unseen < clock.away_after + LOOK_EVERY


def _notice(clock: Sitting, at: float) -> Step:
    """The hands moved at `at`."""
    still = at - max(clock.hands_at, clock.since)
    moved = replace(clock, hands_at=at)
    if clock.presence is Presence.SITTING:
        return _settled(moved, at), ()
    has_sat_down = clock.presence is Presence.UP and still >= STILL_WHILE_UP
    return _sit(moved, at) if has_sat_down or clock.presence is Presence.AWAY else (moved, ())


def _settled(clock: Sitting, at: float) -> Sitting:
    """A sign at `at`: what was sat up to it is sat; an older one says nothing new."""
    if at <= clock.seen_at:
        return clock
    return replace(clock, sat=clock.seconds_sat(at), seen_at=at)


def _leave(clock: Sitting, at: float, presence: Presence) -> Step:
    """No longer sitting, or not sitting in another way; who was up and then goes has been up."""
    if clock.presence is presence:
        return clock, ()
    was_up = clock.presence is not Presence.SITTING and presence is Presence.AWAY
    left = replace(clock, sat=0.0) if was_up else _settled(clock, at)
    return _change(left, at, presence)


def _sit(clock: Sitting, at: float) -> Step:
    """Sitting again from `at` on; at a locked screen one is away."""
    if clock.is_locked:
        return _leave(clock, at, Presence.AWAY)
    return _change(clock, at, Presence.SITTING, seen_at=at)


def _change(clock: Sitting, at: float, presence: Presence, **changes: float) -> Step:
    """Another presence from `at` on; the one before is over."""
    over = Span(clock.presence, clock.since, at)
    changed = replace(clock, presence=presence, since=at, **changes)  # type: ignore[arg-type]
    return changed, (over,) if over.end > over.start else ()
