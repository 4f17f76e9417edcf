"""The sitting clock: what is known of the person goes in, the seconds sat and spans come out.

Rules:

- Still hands are not standing up: without a sign of the person the clock runs on, until there was
  none for the set time away. Then they left at the last sign, and nothing after it counts as sat.
- A screen that another program keeps on is a sign: a film or a call is watched sitting.
- Locking and sleep mean away at once. An absence shorter than the set time keeps the seconds sat;
  a longer one counts as having been up, and the next sitting starts at nothing.
- "I'm up" and stretching count as up after a minute. The person sits again when they say so, when
  their hands move after a minute of stillness, or after an hour.
- Every instant belongs to one span: sitting, up, stretching or away.
- Instants are seconds of a clock that goes on in sleep and that nobody can set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import NamedTuple

UP_LEAST = 60.0
"""Seconds on one's feet that count as having been up."""
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

    `since` is when the presence began, `seen_at` the last sign of sitting, `hands_at` the last
    movement of the hands, `left_at` when the person stopped sitting, `returned_at` when they last
    came back. `sat` are the seconds sat up to `seen_at`.
    """

    away_after: float
    since: float
    seen_at: float
    hands_at: float
    presence: Presence = Presence.SITTING
    sat: float = 0.0
    left_at: float = -inf
    returned_at: float = -inf
    is_locked: bool = False
    is_screen_kept: bool = False

    @classmethod
    def begun(cls, at: float, away_after: float, sat: float = 0.0) -> Sitting:
        """A clock that starts with a sitting person, who has already sat `sat` seconds."""
        return cls(away_after, at, at, at, sat=sat, returned_at=at)

    def seconds_sat(self, at: float) -> float:
        """Seconds sat since the person was last up."""
        return self.sat + (at - self.seen_at if self.presence is Presence.SITTING else 0.0)

    def next_change(self) -> float:
        """The instant at which time alone changes something."""
        if self.presence is Presence.SITTING:
            last_sign = self.hands_at + WATCHED_MOST if self.is_screen_kept else self.seen_at
            return last_sign + self.away_after
        if self.sat:
            return self.left_at + (self.away_after if self.presence is Presence.AWAY else UP_LEAST)
        return self.since + UP_MOST if self.presence is Presence.UP else inf


Step = tuple[Sitting, tuple[Span, ...]]
"""The next state, and the spans that are over."""


def let_pass(clock: Sitting, at: float) -> Step:
    """Let the time up to `at` pass without a sign of the person."""
    return _PASSING[clock.presence](clock, at)


def see_hands(clock: Sitting, at: float, idle: float) -> Step:
    """The hands moved last `idle` seconds ago."""
    moved_at = at - idle
    if moved_at <= clock.hands_at or moved_at < clock.since:
        return let_pass(clock, at)
    before, spans = let_pass(clock, moved_at)
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
    passed, spans = let_pass(replace(clock, is_locked=False), at)
    after, more = _notice(passed, at)
    return after, spans + more


def sleep(clock: Sitting, at: float, seconds: float) -> Step:
    """The machine has slept until now; who wakes it moves the hands."""
    asleep_at = max(clock.since, clock.seen_at, at - seconds)
    passed, spans = let_pass(clock, asleep_at)
    gone, more = _leave(passed, asleep_at, Presence.AWAY)
    after, last = let_pass(gone, at)
    return after, spans + more + last


def keep_screen(clock: Sitting, at: float, *, is_kept: bool) -> Step:
    """Another program keeps the screen on from now, or no longer does."""
    passed, spans = let_pass(clock, at)
    return replace(_settled(passed, at), is_screen_kept=is_kept), spans


def say_up(clock: Sitting, at: float) -> Step:
    """The person is up: standing, walking or lying down."""
    passed, spans = let_pass(clock, at)
    up, more = _leave(passed, at, Presence.UP)
    return replace(up, hands_at=at), spans + more


def begin_stretching(clock: Sitting, at: float) -> Step:
    """A session began."""
    passed, spans = let_pass(clock, at)
    stretching, more = _leave(passed, at, Presence.STRETCHING)
    return stretching, spans + more


def sit_down(clock: Sitting, at: float) -> Step:
    """The person sits again: they say so, or a session is over."""
    passed, spans = let_pass(clock, at)
    if passed.presence is Presence.SITTING:
        return passed, spans
    seated, more = _sit(passed, at)
    return replace(seated, hands_at=at), spans + more


def _pass_sitting(clock: Sitting, at: float) -> Step:
    """Without a sign for long enough, the person left at the last one."""
    if clock.is_screen_kept:
        clock = _settled(clock, min(at, clock.hands_at + WATCHED_MOST))
    if at - clock.seen_at < clock.away_after:
        return clock, ()
    return _change(clock, clock.seen_at, Presence.AWAY, left_at=clock.seen_at, sat=0.0)


def _pass_away(clock: Sitting, at: float) -> Step:
    """A long absence counts as up."""
    is_long = at - clock.left_at >= clock.away_after
    return replace(clock, sat=0.0) if is_long else clock, ()


def _pass_up(clock: Sitting, at: float) -> Step:
    """A minute counts; after an hour one sits again, or is away if the hands are still."""
    stood = replace(clock, sat=0.0) if at - clock.left_at >= UP_LEAST else clock
    until = clock.since + UP_MOST
    if at < until:
        return stood, ()
    if until - clock.hands_at >= clock.away_after:
        return _change(stood, until, Presence.AWAY)
    seated, spans = _sit(stood, until)
    after, more = _pass_sitting(seated, at)
    return after, spans + more


def _pass_stretching(clock: Sitting, at: float) -> Step:
    """A minute counts."""
    return replace(clock, sat=0.0) if at - clock.left_at >= UP_LEAST else clock, ()


_PASSING: dict[Presence, Callable[[Sitting, float], Step]] = {
    Presence.SITTING: _pass_sitting,
    Presence.UP: _pass_up,
    Presence.STRETCHING: _pass_stretching,
    Presence.AWAY: _pass_away,
}


def _notice(clock: Sitting, at: float) -> Step:
    """The hands moved at `at`."""
    still = at - max(clock.hands_at, clock.since)
    moved = replace(clock, hands_at=at)
    if clock.presence is Presence.SITTING:
        return _settled(moved, at), ()
    is_back = clock.presence is Presence.AWAY and not clock.is_locked
    if is_back or (clock.presence is Presence.UP and still >= STILL_WHILE_UP):
        return _sit(moved, at)
    return moved, ()


def _settled(clock: Sitting, at: float) -> Sitting:
    """A sign of sitting at `at`: the seconds up to it are sat; an older one says nothing new."""
    if clock.presence is not Presence.SITTING or at <= clock.seen_at:
        return clock
    return replace(clock, sat=clock.seconds_sat(at), seen_at=at)


def _leave(clock: Sitting, at: float, presence: Presence) -> Step:
    """No longer sitting, or not sitting in another way."""
    if clock.presence is presence:
        return clock, ()
    if clock.presence is not Presence.SITTING:
        return _change(clock, at, presence)
    return _change(_settled(clock, at), at, presence, left_at=at)


def _sit(clock: Sitting, at: float) -> Step:
    """Sitting again from `at` on."""
    return _change(clock, at, Presence.SITTING, seen_at=at, returned_at=at)


def _change(clock: Sitting, at: float, presence: Presence, **changes: float) -> Step:
    """Another presence from `at` on; the one before is over."""
    over = Span(clock.presence, clock.since, at)
    changed = replace(clock, presence=presence, since=at, **changes)  # type: ignore[arg-type]
    return changed, (over,) if over.end > over.start else ()
