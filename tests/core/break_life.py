"""A person at a machine: every deed of a day, and what must hold after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone

from hipstretch.core.breaks import (
    Paused,
    Plan,
    PutOff,
    SaidSitting,
    SaidUp,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
    Slept,
    TimePassed,
)
from hipstretch.core.hours import ALWAYS
from hipstretch.core.reminder import Hold
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence
from tests.core.break_machine import HOURS, Machine

WATCHED = 3 * 3600.0
"""What the rule says, in seconds: not taken from the program, so that it is held too."""


@dataclass
class Life(Machine):
    """A person, a machine and the reminders; every deed of a day is a method."""

    def type(self, amount: int) -> None:
        """Move the hands all the time."""
        self._work(amount * 15, 0)

    def work(self, amount: int) -> None:
        """Move the hands now and then."""
        self._work(amount * 30, 40)

    def read(self, amount: int) -> None:
        """Keep the hands still for less than an absence, then move them."""
        self._come_back()
        self._move_hands()
        was_sitting = self.breaks.clock.presence is Presence.SITTING
        seconds = min(amount * 5, int(self.plan.away_after) - 1)
        start, before = self.at, self._seconds_sat
        self._pass(seconds, None)
        self._move_hands()
        if was_sitting:
            assert self._seconds_sat == before + self.at - start

    def leave(self, amount: int) -> None:
        """Go away without a word."""
        start, was_up = self.at, self.breaks.clock.presence is Presence.UP
        self._pass(amount * amount, None)
        is_long = self.at - max(self.hands_at, self.kept_on_until) >= self.plan.away_after
        if is_long and not was_up and Hold.CALL_OR_FILM not in self.holds:
            assert self._sitting_since(start) == 0

    def lock(self, amount: int) -> None:
        """Lock the screen and go."""
        self.is_locked = True
        self._tell(ScreenLocked(is_locked=True))
        start = self.at
        self._pass(amount * amount, None)
        assert self._sitting_since(start) == 0

    def fumble(self, amount: int) -> None:
        """Move the hands on the lock screen."""
        self.lock(amount % 10)
        self._pass(amount, 0)
        assert self.breaks.clock.presence is not Presence.SITTING

    def sleep(self, amount: int) -> None:
        """Let the machine sleep; that it has slept is told when it wakes, or a minute later."""
        start, seconds, late = self.at, amount * amount * 3, amount % 3 * 30
        before = self._seconds_sat
        self.at += seconds
        self.quiet_since = self.at
        self.at += late
        if self.is_locked and amount % 2:
            self._unlock()
        self._tell(Slept(float(seconds)))
        assert self._seconds_sat <= before + late + 1
        assert self._sitting_since(start) <= late + 1
        if self.is_stretching:
            self.is_stretching = False
            self._tell(SessionEnded())

    def film(self, amount: int) -> None:
        """Watch with still hands; somebody else's program keeps the screen on."""
        self._come_back()
        is_sitting = self.breaks.clock.presence is Presence.SITTING
        start, before = self.at, self._seconds_sat
        self._hold(Hold.CALL_OR_FILM, is_on=True)
        self._pass(amount * 100, None)
        if is_sitting and self.at - self.hands_at < WATCHED:
            assert self._seconds_sat == before + self.at - start
        self._hold(Hold.CALL_OR_FILM, is_on=False)

    def keep_on(self, amount: int) -> None:
        """A program begins to keep the screen on, or no longer does; it may be for days."""
        self._hold(Hold.CALL_OR_FILM, is_on=amount > 80)

    def disturb(self, amount: int) -> None:
        """Something else holds reminders back, or no longer does."""
        hold = (Hold.FULL_SCREEN, Hold.DO_NOT_DISTURB, Hold.TIMER)[amount % 3]
        self._hold(hold, is_on=amount > 80)

    def stand(self, amount: int) -> None:
        """Say so, and type, walk or say that one sits again."""
        self._come_back()
        self._tell(SaidUp())
        start = self.at
        self._pass(amount * 10, 0 if amount % 2 else None)
        assert self._sitting_since(start) == 0
        if amount % 5 == 0:
            self.hands_at = self.at
            self._tell(SaidSitting())
            self._pass(1, 0)
            assert self.breaks.clock.presence is Presence.SITTING

    def stretch(self, amount: int) -> None:
        """Begin a session; now and then it stays open until the hands are back."""
        self._come_back()
        self.is_stretching = True
        self._tell(SessionBegan())
        start = self.at
        self._pass(amount * 12, 20 if amount % 2 else None)
        assert self._sitting_since(start) == 0
        if amount % 4:
            self._end_session()

    def put_off(self, amount: int) -> None:
        """Ask to be asked later."""
        seconds = amount % 4 * 300
        self.later_until, self.overdue_since = self.at + seconds, None
        self._tell(PutOff(float(seconds)))

    def pause(self, amount: int) -> None:
        """Pause for a while, or end a pause."""
        seconds = amount % 5 * 900
        self.paused_until = self.at + seconds
        self._tell(Paused(float(seconds)))

    def choose(self, amount: int) -> None:
        """Change the settings."""
        self.plan = Plan(
            (1200.0, 1800.0, 3600.0)[amount % 3],
            (120.0, 300.0, 900.0)[amount // 3 % 3],
            list(Strength)[amount // 9 % 3],
            ALWAYS if amount < 80 else list(HOURS)[amount % 3],
        )
        self.breaks = self.breaks.with_plan(self.plan)
        self._tell(TimePassed())

    def set_wall(self, amount: int) -> None:
        """The wall is set forward or back, by minutes or by a day."""
        minutes = (-1440, -61, -5, -1, 1, 4, 61, 1440)[amount % 8]
        self.wall += timedelta(minutes=minutes)

    def travel(self, amount: int) -> None:
        """Another time zone, or summer time: the offset changes, the moment does not."""
        self.wall = self.wall.astimezone(timezone(timedelta(hours=amount % 25 - 12)))

    def quit(self, amount: int) -> None:
        """End the program and start it later; now and then the wall is set meanwhile."""
        self._keep()
        self._hear(self.breaks.ended(self.now))
        assert self.ledger.end == self.at
        assert self.asked_at is None
        self._start_again(amount)

    def crash(self, amount: int) -> None:
        """Lose up to a minute, and start again."""
        self._start_again(amount)

    def end_day(self, amount: int) -> None:
        """Let the night pass: most machines sleep, some are locked, some are left alone."""
        if amount % 3 == 0:
            self.lock(0)
        if amount % 10 == 0:
            self.leave(100)
        self.sleep(85 + amount % 10)
        if amount % 4 == 0:
            self.quit(amount)
