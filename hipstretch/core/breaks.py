"""Get-up reminders as one machine: what happens goes in, spans and what to show come out.

It joins the sitting clock with the reminder. Each event comes with `Now`: an instant of a clock
that goes on in sleep and that nobody can set, and the person's own time for the hours of the week.

Rules:

- Every event is possible at any time; one that says nothing new changes nothing.
- Who drives it looks at the hands at the latest after `until_change`, and tells `HandsSeen`, or
  `TimePassed` where nobody can see them. All else is told as soon as it happens, `Slept` first.
- What is kept for another run are the minutes up to the last sign of the person. A short gap
  until the next run counts like a short stillness, a longer one as having been up.
- Only the gap is measured on the wall. A wall that was set back leaves it nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import inf
from typing import NamedTuple

from hipstretch.core import sitting
from hipstretch.core.hours import ALWAYS, WeekHours
from hipstretch.core.reminder import (
    Answer,
    Facts,
    Hold,
    Outcome,
    Reminder,
    Stage,
    answer,
    decide,
    put_off,
)
from hipstretch.core.settings import Strength
from hipstretch.core.sitting import Presence, Sitting, Span

LEAST_WAIT = 1.0
"""Seconds that nobody need look sooner again, so that rounding cannot keep a machine busy."""


class Now(NamedTuple):
    """An instant, and what the clock on the wall says."""

    at: float
    wall: datetime


class TimePassed(NamedTuple):
    """Nothing is known but the time."""


class HandsSeen(NamedTuple):
    """The hands moved last `idle` seconds ago."""

    idle: float


class ScreenLocked(NamedTuple):
    """The screen was locked or unlocked."""

    is_locked: bool


class Slept(NamedTuple):
    """The machine has just slept for so many seconds."""

    seconds: float


class HoldChanged(NamedTuple):
    """Something holds reminders back from now on, or no longer does."""

    hold: Hold
    is_on: bool


class SaidUp(NamedTuple):
    """The person said that they are up."""


class SaidSitting(NamedTuple):
    """The person said that they sit again."""


class SessionBegan(NamedTuple):
    """The person stretches."""


class SessionEnded(NamedTuple):
    """The person has stretched."""


class PutOff(NamedTuple):
    """The person wants to be asked so many seconds later."""

    seconds: float


class Paused(NamedTuple):
    """No reminders for so many seconds; 0 ends a pause."""

    seconds: float


Happening = (
    TimePassed
    | HandsSeen
    | ScreenLocked
    | Slept
    | HoldChanged
    | SaidUp
    | SaidSitting
    | SessionBegan
    | SessionEnded
    | PutOff
    | Paused
)
Told = Span | Outcome
"""What comes out."""


class Plan(NamedTuple):
    """What the person chose: seconds of sitting and of absence, the strength, the hours."""

    interval: float = 1800.0
    away_after: float = 300.0
    strongest: Strength = Strength.WINDOW
    hours: WeekHours = ALWAYS


class Saved(NamedTuple):
    """What survives a restart: seconds, and the wall's time up to which they are known.

    `pause_left` are the seconds from then on in which nothing is asked: a pause, or a put-off.
    """

    sat: float
    presence: Presence
    pause_left: float
    wall: datetime


@dataclass(frozen=True, slots=True)
class Breaks:
    """The state of the reminders; immutable."""

    clock: Sitting
    reminder: Reminder
    hours: WeekHours = ALWAYS
    holds: frozenset[Hold] = frozenset()
    paused_until: float = -inf

    @classmethod
    def begun(cls, plan: Plan, now: Now, sat: float = 0.0) -> Breaks:
        """A person who sits down now, or has already sat `sat` seconds."""
        return cls(
            Sitting.begun(now.at, plan.away_after, sat),
            Reminder(plan.interval, plan.strongest),
            plan.hours,
        )

    @classmethod
    def restored(cls, plan: Plan, saved: Saved, now: Now) -> Breaks:
        """Go on where another run stopped."""
        gap = max(0.0, (now.wall - saved.wall).total_seconds())
        is_short = gap < plan.away_after
        sat = saved.sat + (gap if saved.presence is Presence.SITTING else 0.0)
        begun = cls.begun(plan, now, sat if is_short else 0.0)
        if saved.presence is Presence.UP and is_short:
            begun, _ = begun.handle(SaidUp(), now)
        return replace(begun, paused_until=now.at + saved.pause_left - gap)

    def saved(self, now: Now) -> Saved:
        """What to keep for the next start."""
        clock, at = self.clock, now.at
        known_at = clock.seen_at if clock.seconds_sat(at) else at
        silent_until = max(self.paused_until, self.reminder.later_until)
        wall = now.wall - timedelta(seconds=at - known_at)
        return Saved(clock.sat, clock.presence, max(0.0, silent_until - known_at), wall)

    def ended(self, now: Now) -> tuple[Told, ...]:
        """What is to be kept when a run ends: the span under way, and a reminder without answer."""
        over = Span(self.clock.presence, self.clock.since, now.at)
        _, outcomes = answer(self.reminder, Answer.WITHDRAWN)
        return (over, *outcomes) if over.end > over.start else outcomes

    def with_plan(self, plan: Plan) -> Breaks:
        """The same person with other choices; what follows from them comes with the next event."""
        clock = replace(self.clock, away_after=plan.away_after)
        reminder = replace(self.reminder, interval=plan.interval, strongest=plan.strongest)
        return replace(self, clock=clock, reminder=reminder, hours=plan.hours)

    def facts(self, now: Now) -> Facts:
        """What the reminder depends on."""
        is_on = now.at >= self.paused_until and self.hours.includes(now.wall)
        return Facts(self.clock, is_on, self.holds)

    def stage(self, now: Now) -> Stage:
        """How far the reminder is."""
        return self.reminder.stage(self.facts(now), now.at)

    def seconds_sat(self, now: Now) -> float:
        """Seconds sat since the person was last up."""
        return self.clock.seconds_sat(now.at)

    def until_change(self, now: Now) -> float:
        """Seconds after which to look again: time alone, hands or hours may change something."""
        at = now.at
        changes = [self.clock.next_change(), self.reminder.next_change(self.facts(now), at)]
        if self.paused_until > at:
            changes.append(self.paused_until)
        return min(self.clock.look_within, max(LEAST_WAIT, min(changes) - at))

    def handle(self, happening: Happening, now: Now) -> tuple[Breaks, tuple[Told, ...]]:
        """The state after something happened, and what is to be kept and shown."""
        after, told = TRANSITIONS[type(happening)](self, happening, now)
        reminder, outcomes = decide(after.reminder, after.facts(now), now.at)
        return replace(after, reminder=reminder), (*told, *outcomes)


_Outcome = tuple[Breaks, tuple[Told, ...]]


def _with_clock(breaks: Breaks, step: sitting.Step) -> _Outcome:
    """Put the clock's next state in."""
    clock, spans = step
    return replace(breaks, clock=clock), spans


def _answered(breaks: Breaks, given: Answer, step: sitting.Step) -> _Outcome:
    """The person did what a reminder asks for."""
    reminder, outcomes = answer(breaks.reminder, given)
    after, spans = _with_clock(replace(breaks, reminder=reminder), step)
    return after, (*spans, *outcomes)


def _pass(breaks: Breaks, _: TimePassed, now: Now) -> _Outcome:
    """Time goes on."""
    return _with_clock(breaks, sitting.let_pass(breaks.clock, now.at))


def _see(breaks: Breaks, seen: HandsSeen, now: Now) -> _Outcome:
    """Hands were seen."""
    return _with_clock(breaks, sitting.see_hands(breaks.clock, now.at, seen.idle))


def _lock(breaks: Breaks, screen: ScreenLocked, now: Now) -> _Outcome:
    """The screen was locked or unlocked."""
    change = sitting.lock if screen.is_locked else sitting.unlock
    return _with_clock(breaks, change(breaks.clock, now.at))


def _sleep(breaks: Breaks, slept: Slept, now: Now) -> _Outcome:
    """The machine has slept."""
    return _with_clock(breaks, sitting.sleep(breaks.clock, now.at, slept.seconds))


def _hold(breaks: Breaks, change: HoldChanged, now: Now) -> _Outcome:
    """Something holds reminders back, or no longer; a call or a film keeps the screen on."""
    holds = breaks.holds | {change.hold} if change.is_on else breaks.holds - {change.hold}
    held = replace(breaks, holds=holds)
    if change.hold is not Hold.CALL_OR_FILM:
        return _pass(held, TimePassed(), now)
    kept = sitting.keep_screen(breaks.clock, now.at, is_kept=change.is_on)
    return _with_clock(held, kept)


def _up(breaks: Breaks, _: SaidUp, now: Now) -> _Outcome:
    """The person is up."""
    return _answered(breaks, Answer.UP, sitting.say_up(breaks.clock, now.at))


def _sit(breaks: Breaks, _: SaidSitting, now: Now) -> _Outcome:
    """The person sits again."""
    return _with_clock(breaks, sitting.sit_down(breaks.clock, now.at))


def _stretch(breaks: Breaks, _: SessionBegan, now: Now) -> _Outcome:
    """A session began, which answers a reminder too."""
    step = sitting.begin_stretching(breaks.clock, now.at)
    return _answered(breaks, Answer.STRETCH, step)


def _stretched(breaks: Breaks, _: SessionEnded, now: Now) -> _Outcome:
    """A session is over."""
    return _with_clock(breaks, sitting.end_stretching(breaks.clock, now.at))


def _put_off(breaks: Breaks, wish: PutOff, now: Now) -> _Outcome:
    """Ask later."""
    passed, spans = _pass(breaks, TimePassed(), now)
    reminder, outcomes = put_off(passed.reminder, now.at, wish.seconds)
    return replace(passed, reminder=reminder), (*spans, *outcomes)


def _pause(breaks: Breaks, pause: Paused, now: Now) -> _Outcome:
    """No reminders for a while; sitting is counted all the same."""
    passed, spans = _pass(breaks, TimePassed(), now)
    return replace(passed, paused_until=now.at + pause.seconds), spans


TRANSITIONS: dict[type[Happening], Callable[..., _Outcome]] = {
    TimePassed: _pass,
    HandsSeen: _see,
    ScreenLocked: _lock,
    Slept: _sleep,
    HoldChanged: _hold,
    SaidUp: _up,
    SaidSitting: _sit,
    SessionBegan: _stretch,
    SessionEnded: _stretched,
    PutOff: _put_off,
    Paused: _pause,
}
