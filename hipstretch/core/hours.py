"""The hours of the week in which reminders come."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import NamedTuple

_DAYS = 7
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_HOURS = re.compile(f"{_TIME}-{_TIME}")
NEW_DAY = time(4)
"""When "until tomorrow" is over: who works past midnight has not slept yet."""


class DayHours(NamedTuple):
    """From one time of a day to another; where the end is not after the start, on the next day."""

    start: time
    end: time

    @property
    def is_overnight(self) -> bool:
        """Whether it ends on the next day."""
        return self.end <= self.start

    @classmethod
    def parse(cls, text: str) -> DayHours:
        """The hours of a text such as `09:00-17:30`; raises ValueError for another."""
        if not _HOURS.fullmatch(text):
            raise ValueError(f"expected hours such as 09:00-17:30, not {text!r}")
        start, end = text.split("-")
        return cls(time.fromisoformat(start), time.fromisoformat(end))

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


class WeekHours(NamedTuple):
    """The hours of each day, Monday first; None for a day without any."""

    days: tuple[DayHours | None, ...]

    @classmethod
    def parse(cls, texts: tuple[str, ...]) -> WeekHours:
        """The hours of seven texts, empty for a day without any; raises ValueError."""
        if len(texts) != _DAYS:
            raise ValueError(f"expected hours for {_DAYS} days, not {len(texts)}")
        return cls(tuple(DayHours.parse(text) if text else None for text in texts))

    def includes(self, wall: datetime) -> bool:
        """Whether a moment of the person's own time lies in them."""
        now = wall.time()
        today, yesterday = self.days[wall.weekday()], self.days[wall.weekday() - 1]
        if today is not None and now >= today.start and (today.is_overnight or now < today.end):
            return True
        return yesterday is not None and yesterday.is_overnight and now < yesterday.end


ALWAYS = WeekHours((DayHours(time(0), time(0)),) * _DAYS)
"""Every hour of the week."""


def until_tomorrow(wall: datetime) -> float:
    """Seconds until the next day begins, in the small hours."""
    new_day = datetime.combine(wall.date(), NEW_DAY, wall.tzinfo)
    if new_day <= wall:
        new_day += timedelta(days=1)
    return (new_day - wall).total_seconds()
