"""A machine with reminders at which a person lives, and what must hold at every moment of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from hipstretch.core.breaks import (
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Plan,
    Saved,
    ScreenLocked,
    SessionEnded,
    Told,
)
from hipstretch.core.hours import ALWAYS, WeekHours
from hipstretch.core.reminder import Asked, Closed, Hidden, Hold
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence, Span
from tests.core.break_ledger import Ledger

YEAR = datetime(2026, 1, 1, 7, tzinfo=UTC)
DAY = 24 * 3600
LOOK = 60.0
"""The grain of the driver: the longest time between two looks."""
PEACE = 60.0
TYPING = 120.0
GROWING = 120.0
"""What the rules say, in seconds: not taken from the program, so that they are held too."""
LATE = 2
"""Seconds by which a timer goes off late at most."""
GAPS = (1, 20, 100, 110, 290, 400, 30000)
JUMPS = (0, 0, 0, 60, 250, -3600, DAY)
"""Seconds between two runs, and those by which the wall is set meanwhile."""

OFFICE = WeekHours.parse((*("09:00-17:30",) * 5, "", ""))
NIGHTS = WeekHours.parse(("22:00-06:00",) * 7)


def is_office(wall: datetime) -> bool:
    """Nine to half past five, Monday to Friday."""
    return wall.weekday() < 5 and 9 * 60 <= wall.hour * 60 + wall.minute < 17 * 60 + 30


def is_night(wall: datetime) -> bool:
    """Ten to six, every night."""
    return wall.hour >= 22 or wall.hour < 6


def is_ever(_: datetime) -> bool:
    """At any time."""
    return True


HOURS: dict[WeekHours, Callable[[datetime], bool]] = {
    ALWAYS: is_ever,
    OFFICE: is_office,
    NIGHTS: is_night,
}
"""The hours that are chosen, and what they mean."""


class Kept(NamedTuple):
    """What a run has kept; beside it what was true then, and not what the reminders think."""

    saved: Saved
    at: float
    wall: datetime
    sat: float
    hands_at: float
    silent_until: float


@dataclass
class Machine:
    """A machine and its reminders; it sees at every moment that what must hold does.

    What is true is noted beside: `quiet_since` is when the machine last woke, was unlocked or
    started, `asked_at` when a reminder was first asked that has no answer yet, `overdue_since`
    since when nothing speaks against asking.
    """

    at: float = 0.0
    wall: datetime = YEAR
    plan: Plan = field(default_factory=Plan)
    hands_at: float = 0.0
    quiet_since: float = 0.0
    kept_on_until: float = 0.0
    paused_until: float = 0.0
    later_until: float = 0.0
    asked_at: float | None = None
    is_shown: bool = False
    shown_at: float = 0.0
    overdue_since: float | None = None
    is_locked: bool = False
    is_stretching: bool = False
    holds: set[Hold] = field(default_factory=set)
    looks: int = 0
    asked: int = 0
    breaks: Breaks = field(init=False)
    ledger: Ledger = field(init=False)
    kept: Kept = field(init=False)

    def __post_init__(self) -> None:
        """Sit down."""
        self.breaks = Breaks.begun(self.plan, self.now)
        self.ledger = Ledger(self.at)
        self._keep()

    @property
    def now(self) -> Now:
        """The instant, and the wall's time: `wall` is what it was at 0."""
        return Now(self.at, self.wall + timedelta(seconds=self.at))

    def _work(self, seconds: int, pause: int) -> None:
        """Be there with moving hands; only one look may go by before that is noticed."""
        self._come_back()
        was_up = self.breaks.clock.presence is Presence.UP
        start = self.at
        self._pass(seconds, pause)
        if not was_up:
            assert self._sitting_since(start) >= seconds - LOOK - LATE

    def _come_back(self) -> None:
        """Be at the machine, unlocked and without a session."""
        if self.is_locked:
            self._unlock()
        self._end_session()

    def _unlock(self) -> None:
        """Unlock the screen."""
        self.is_locked = False
        self.hands_at = self.quiet_since = self.at
        self._tell(ScreenLocked(is_locked=False))
        self._pass(1, 0)

    def _end_session(self) -> None:
        """End a session that is open."""
        if self.is_stretching:
            self.is_stretching = False
            self.hands_at = self.at
            self._tell(SessionEnded())
            self._pass(1, 0)

    def _hold(self, hold: Hold, *, is_on: bool) -> None:
        """Hold reminders back, or no longer."""
        if hold in self.holds and hold is Hold.CALL_OR_FILM:
            self.kept_on_until = self.at
        (self.holds.add if is_on else self.holds.discard)(hold)
        self._tell(HoldChanged(hold, is_on=is_on))

    def _move_hands(self) -> None:
        """Move the hands while they are looked at."""
        self.hands_at = self.at
        self._tell(HandsSeen(0.0))

    def _pass(self, seconds: float, pause: int | None) -> None:
        """Let time pass; at a look the hands moved up to `pause` seconds ago, or are still.

        Looks come a little late, as timers do.
        """
        until, soonest = self.at + seconds, self.at + min(1, seconds)
        while self.at < until:
            wait = self.breaks.until_change(self.now)
            assert 1 <= wait <= LOOK
            self.at = min(until, self.at + wait + self.looks % (LATE + 1))
            if pause is not None:
                ago = self.at % (pause + 1)
                self.hands_at = max(self.hands_at, soonest, self.at - ago)
            self.looks += 1
            self._tell(HandsSeen(self.at - self.hands_at))
            if self.at - self.kept.at >= LOOK:
                self._keep()

    def _tell(self, happening: Happening) -> None:
        """Take in what happens, and see that everything holds."""
        before, now = self.breaks, self.now
        self.breaks, told = before.handle(happening, now)
        self._hear(told)
        assert self._seconds_sat == self.ledger.now(self.breaks, self.at)
        assert not (self.is_locked and self.breaks.clock.presence is Presence.SITTING)
        self._see_that_nothing_is_late()
        if before.clock.presence is not self.breaks.clock.presence:
            self._keep()
            assert before.handle(happening, now) == (self.breaks, told)

    def _hear(self, told: tuple[Told, ...]) -> None:
        """Take in what came out: spans first, then what is shown."""
        for one in told:
            if isinstance(one, Span):
                self.ledger.add(one, self.plan.away_after)
            elif isinstance(one, Asked):
                self._see_that_it_may_be_asked(one)
            elif isinstance(one, Closed):
                assert one.asked_at == self.asked_at
                self.asked_at, self.is_shown = None, False
            elif isinstance(one, Hidden):
                assert self.is_shown
                self.is_shown = False

    def _see_that_it_may_be_asked(self, asked: Asked) -> None:
        """Not before its time, not at once after a return, not while anything speaks against it."""
        assert asked.sat == self.ledger.now(self.breaks, self.at) >= self.plan.interval
        assert self.at - self.quiet_since >= PEACE
        assert not self.is_shown or self.at - self.shown_at >= GROWING
        assert self._may_ask
        assert asked.strength <= self.plan.strongest
        assert self.asked_at is not None or asked.strength <= Strength.NOTIFICATION
        self.asked += self.asked_at is None
        self.asked_at = self.at if self.asked_at is None else self.asked_at
        self.is_shown, self.shown_at = True, self.at

    def _see_that_nothing_is_late(self) -> None:
        """What nothing speaks against is asked within its peace, two minutes, and a pause."""
        is_due = self.ledger.now(self.breaks, self.at) >= self.plan.interval
        is_sitting = self.breaks.clock.presence is Presence.SITTING
        if self.is_shown or not (is_due and is_sitting and self._may_ask):
            self.overdue_since = None
            return
        if self.overdue_since is None:
            self.overdue_since = self.at
        in_peace_until = self.breaks.clock.since + PEACE
        assert self.at <= max(self.overdue_since, in_peace_until) + TYPING + LATE

    @property
    def _may_ask(self) -> bool:
        """Whether no pause, put-off, hour or hold speaks against asking, and nobody stretches."""
        is_silent = self.at < max(self.paused_until, self.later_until)
        is_on = not is_silent and HOURS[self.plan.hours](self.now.wall)
        return is_on and not self.holds and not self.is_stretching and not self.is_locked

    @property
    def _seconds_sat(self) -> float:
        """The seconds sat as the reminders have them."""
        return self.breaks.clock.seconds_sat(self.at)

    def _sitting_since(self, start: float) -> float:
        """The seconds of sitting since an instant of this run."""
        clock, over = self.breaks.clock, self.ledger.sitting_since(start)
        is_sitting = clock.presence is Presence.SITTING
        return over + (self.at - max(start, clock.since) if is_sitting else 0.0)

    def _keep(self) -> None:
        """Keep what survives."""
        silent_until = max(self.paused_until, self.later_until)
        now = self.now
        saved = self.breaks.saved(now)
        self.kept = Kept(saved, *now, self._seconds_sat, self.hands_at, silent_until)

    def _start_again(self, amount: int) -> None:
        """Start where another run stopped; now and then the wall is set meanwhile."""
        kept, jump = self.kept, JUMPS[amount // len(GAPS) % len(JUMPS)]
        self.at += GAPS[amount % len(GAPS)]
        self.wall += timedelta(seconds=jump)
        self.hands_at = self.quiet_since = self.at
        self.asked_at, self.is_shown, self.is_stretching = None, False, False
        self.breaks = Breaks.restored(self.plan, kept.saved, self.now)
        self.ledger = Ledger(self.at, self._seconds_sat)
        self._see_what_survived(kept)
        self.paused_until, self.later_until = self.breaks.paused_until, 0.0
        self._tell(ScreenLocked(self.is_locked))
        for hold in sorted(self.holds):
            self._tell(HoldChanged(hold, is_on=True))
        self._keep()
        self._pass(1, None)

    def _see_what_survived(self, kept: Kept) -> None:
        """Minutes come from nowhere and go nowhere; a pause is never longer than it was."""
        gap = (self.now.wall - kept.wall).total_seconds()
        is_wall_right = gap == self.at - kept.at
        is_short = is_wall_right and self.at - kept.hands_at < self.plan.away_after
        assert self._seconds_sat <= kept.sat + max(0.0, gap)
        if gap >= self.plan.away_after:
            assert self._seconds_sat == 0
        elif is_short and kept.saved.presence is Presence.SITTING:
            assert self._seconds_sat == kept.sat + gap
        else:
            assert self._seconds_sat <= kept.sat + self.plan.away_after
        left = max(0.0, kept.silent_until - kept.at)
        assert self.breaks.paused_until - self.at <= left + self.plan.away_after
        if is_wall_right and left:
            assert self.breaks.paused_until == kept.silent_until
