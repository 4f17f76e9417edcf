"""What is shown of the reminders at a moment: on the tray, the Breaks page, Home and the window."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from hipstretch.core.breaks import Breaks, Now
from hipstretch.core.hours import until_tomorrow
from hipstretch.core.reminder import Hold, Stage
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan

_MINUTE = 60.0
_TOLERANCE = 60.0
"""Seconds by which the end of a pause may miss the new day: clocks are set now and then."""
_WEEK = 7


class State(StrEnum):
    """What matters most about the reminders, in one word."""

    OFF = "off"
    PAUSED = "paused"
    OUTSIDE_HOURS = "outside-hours"
    STRETCHING = "stretching"
    UP = "up"
    AWAY = "away"
    SITTING = "sitting"
    LATER = "later"
    HELD = "held"
    DUE = "due"

    @property
    def is_due(self) -> bool:
        """Whether the person has sat for long enough and has not put it off."""
        return self in {State.DUE, State.HELD}

    @property
    def is_counting(self) -> bool:
        """Whether reminders come, now or after more sitting."""
        return self not in {State.OFF, State.PAUSED, State.OUTSIDE_HOURS}


class Pause(StrEnum):
    """For how long reminders may be paused; every pause ends by itself."""

    HALF_HOUR = "half-hour"
    HOUR = "hour"
    TOMORROW = "tomorrow"

    def seconds(self, wall: datetime) -> float:
        """The seconds that it lasts from a moment of the person's own time on."""
        lengths = {Pause.HALF_HOUR: 30 * _MINUTE, Pause.HOUR: 60 * _MINUTE}
        return lengths.get(self) or until_tomorrow(wall)


@dataclass(frozen=True, slots=True)
class BreaksView:
    """What the reminders look like at `now`; every time carries its offset from UTC.

    `sat` and `interval` are in seconds. `since` is when the presence began, `until` when a pause
    or a put-off ends or the hours begin, `asked_at` when the person was asked and has not answered.
    `spans` and `reminders` are today's, the running span included.
    """

    state: State
    now: datetime
    presence: Presence = Presence.SITTING
    since: datetime | None = None
    sat: float = 0.0
    interval: float = 1800.0
    away_after: float = 300.0
    until: datetime | None = None
    hold: Hold | None = None
    asked_at: datetime | None = None
    spans: tuple[DaySpan, ...] = ()
    reminders: tuple[DayReminder, ...] = ()

    @property
    def is_up(self) -> bool:
        """Whether the person is on their feet, so that "I'm up" has nothing to say."""
        return self.presence in {Presence.UP, Presence.STRETCHING}

    @property
    def minutes_sat(self) -> int:
        """Whole minutes of sitting; together with `minutes_left` they make the interval."""
        return int(self.sat // _MINUTE)

    @property
    def minutes_left(self) -> int:
        """Minutes until a reminder is due, rounded up."""
        return max(0, math.ceil((self.interval - self.sat) / _MINUTE))

    @property
    def share(self) -> float:
        """How much of the interval is sat: 0 to 1; nothing while the person is up."""
        if self.is_up or self.state is State.OFF:
            return 0.0
        return min(1.0, self.sat / self.interval)

    @property
    def is_until_tomorrow(self) -> bool:
        """Whether what ends does so with the next day, and not at an hour of this one."""
        if self.until is None:
            return False
        left = (self.until - self.now).total_seconds()
        return left >= until_tomorrow(self.now) - _TOLERANCE


def view_of(
    breaks: Breaks,
    now: Now,
    spans: tuple[DaySpan, ...] = (),
    reminders: tuple[DayReminder, ...] = (),
) -> BreaksView:
    """What to show of reminders that are on; `spans` and `reminders` are today's."""
    state = _state(breaks, now)
    asked_at = breaks.reminder.asked_at
    return BreaksView(
        state,
        now.wall,
        breaks.clock.presence,
        _wall(breaks.clock.since, now),
        breaks.seconds_sat(now),
        breaks.reminder.interval,
        breaks.clock.away_after,
        _until(breaks, now, state),
        min(breaks.holds, default=None) if state is State.HELD else None,
        None if asked_at is None else _wall(asked_at, now),
        spans,
        reminders,
    )


def view_of_none(
    now: datetime,
    spans: tuple[DaySpan, ...] = (),
    reminders: tuple[DayReminder, ...] = (),
) -> BreaksView:
    """What to show while the person has switched reminders off."""
    return BreaksView(State.OFF, now, spans=spans, reminders=reminders)


_OF_PRESENCE = {
    Presence.UP: State.UP,
    Presence.STRETCHING: State.STRETCHING,
    Presence.AWAY: State.AWAY,
}
_OF_STAGE = {
    Stage.LATER: State.LATER,
    Stage.HELD: State.HELD,
    Stage.WAITING: State.DUE,
    Stage.ASKED: State.DUE,
}


def _state(breaks: Breaks, now: Now) -> State:
    """What matters most: that no reminders come, where the person is, how far a reminder is."""
    if breaks.paused_until > now.at:
        return State.PAUSED
    if not breaks.hours.includes(now.wall):
        return State.OUTSIDE_HOURS
    stage = _OF_STAGE.get(breaks.stage(now), State.SITTING)
    return _OF_PRESENCE.get(breaks.clock.presence, stage)


def _until(breaks: Breaks, now: Now, state: State) -> datetime | None:
    """When the state ends by itself, where that can be told."""
    if state is State.PAUSED:
        return _wall(breaks.paused_until, now)
    if state is State.LATER:
        return _wall(breaks.reminder.later_until, now)
    return _opening(breaks, now.wall) if state is State.OUTSIDE_HOURS else None


def _opening(breaks: Breaks, wall: datetime) -> datetime | None:
    """When the hours begin next; None where no day of the week has any."""
    for ahead in range(_WEEK + 1):
        day = wall + timedelta(days=ahead)
        hours = breaks.hours.days[day.weekday()]
        if hours is not None:
            opening = datetime.combine(day.date(), hours.start, wall.tzinfo)
            if opening > wall:
                return opening
    return None


def _wall(at: float, now: Now) -> datetime:
    """An instant as the wall's clock tells it now."""
    return now.wall + timedelta(seconds=at - now.at)
