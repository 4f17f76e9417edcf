"""A year of days with everything in them, and what must hold at every moment of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipstretch.core.breaks import (
    TRANSITIONS,
    Breaks,
    HandsSeen,
    Happening,
    HoldChanged,
    Now,
    Paused,
    Plan,
    PutOff,
    SaidSitting,
    SaidUp,
    Saved,
    ScreenLocked,
    SessionBegan,
    SessionEnded,
    Slept,
    TimePassed,
    Told,
)
from hipstretch.core.hours import ALWAYS, WeekHours
from hipstretch.core.reminder import Asked, Closed, Hidden, Hold, Reminder
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence, Sitting, Span

YEAR = datetime(2026, 1, 1, 7, tzinfo=UTC)
WEEKS = 52
DAY = 24 * 3600
LOOK = 60.0
"""The grain of the driver: the longest time between two looks."""
PEACE = 60.0
TYPING = 120.0
GROWING = 120.0
HALF_MINUTE = 30.0
WATCHED = 3 * 3600.0
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


@dataclass
class Ledger:
    """The seconds sat as the spans of a run tell them."""

    end: float
    sat: float = 0.0
    spans: list[Span] = field(default_factory=list)

    def add(self, span: Span, away_after: float) -> None:
        """Count a span that follows the one before without a gap, and does not overlap it."""
        assert span.start == self.end
        assert span.end > span.start
        if span.presence is Presence.SITTING:
            self.sat += span.end - span.start
        else:
            self.rest(span.presence, span.end - span.start, away_after)
        self.end = span.end
        self.spans.append(span)

    def rest(self, presence: Presence, seconds: float, away_after: float) -> None:
        """Forget the seconds sat if an absence is a rest: long enough, or away after up."""
        is_away = presence is Presence.AWAY
        was_up = bool(self.spans) and self.spans[-1].presence in {
            Presence.UP,
            Presence.STRETCHING,
        }
        if seconds >= (away_after if is_away else HALF_MINUTE) or (is_away and was_up):
            self.sat = 0.0

    def now(self, breaks: Breaks, at: float) -> float:
        """The seconds sat with the span under way, which began where the last one ended."""
        assert breaks.clock.since == self.end
        presence, seconds = breaks.clock.presence, at - self.end
        if presence is Presence.SITTING:
            return self.sat + seconds
        self.rest(presence, seconds, breaks.clock.away_after)
        return self.sat

    def sitting_since(self, start: float) -> float:
        """The seconds of sitting after an instant, in the spans that are over."""
        seconds = 0.0
        for span in reversed(self.spans):
            if span.end <= start:
                break
            if span.presence is Presence.SITTING:
                seconds += span.end - max(start, span.start)
        return seconds


class Kept(NamedTuple):
    """What a run has kept; beside it what was true then, and not what the reminders think."""

    saved: Saved
    at: float
    wall: datetime
    sat: float
    hands_at: float
    silent_until: float


@dataclass
class Life:
    """A person, a machine and the reminders; every deed of a day is a method.

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

    # What a person does

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

    # What the machine and the reminders do

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


DEEDS: dict[str, int] = {
    "type": 8,
    "work": 20,
    "read": 3,
    "leave": 3,
    "lock": 3,
    "fumble": 1,
    "sleep": 2,
    "film": 1,
    "keep_on": 1,
    "disturb": 2,
    "stand": 2,
    "stretch": 2,
    "put_off": 2,
    "pause": 1,
    "choose": 1,
    "set_wall": 1,
    "travel": 1,
    "quit": 1,
    "crash": 2,
}
"""The deeds of a day, and how often they are done."""
_a_deed = st.tuples(
    st.sampled_from([deed for deed, often in DEEDS.items() for _ in range(often)]),
    st.integers(1, 100),
)
_a_day = st.lists(_a_deed, min_size=15, max_size=30)


@settings(max_examples=WEEKS, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.lists(st.tuples(_a_day, st.integers(1, 100)), min_size=7, max_size=7))
def test_everything_holds_in_a_year(week: list[tuple[list[tuple[str, int]], int]]) -> None:
    """52 weeks of any deeds, each with its seven nights: see `Life` for what must hold."""
    life = Life()
    for day, night in week:
        for deed, amount in day:
            getattr(life, deed)(amount)
        life.end_day(night)
    life.quit(1)
    assert life.looks < life.at / 5


def test_an_ordinary_week_has_its_reminders() -> None:
    """So that the year does not hold because nothing is ever asked in it."""
    life = Life()
    for _ in range(5):
        for _ in range(8):
            life.work(100)
            life.stretch(10)
        life.end_day(1)
    assert life.asked == 5 * 8


STATE = Breaks.begun(Plan(), Now(0.0, YEAR))


@pytest.mark.parametrize("part", [STATE, STATE.clock, STATE.reminder])
def test_a_state_is_never_changed(part: Breaks | Sitting | Reminder) -> None:
    """What happens makes another one."""
    for one in fields(part):
        with pytest.raises(FrozenInstanceError):
            setattr(part, one.name, None)


def test_every_happening_has_its_line() -> None:
    """No event of any kind can raise for want of one."""
    assert set(TRANSITIONS) == set(get_args(Happening))
