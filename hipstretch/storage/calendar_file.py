"""The plan as a calendar file (iCalendar, RFC 5545) that other programs take in.

Each planned routine has an event for each time of its day, repeated on its weekdays. Times are
local wherever the calendar is looked at, for one stretches at nine in the morning there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from hipstretch import __version__
from hipstretch.core.plan import EVERY_DAY, WEEKDAYS, Planned
from hipstretch.core.plan_times import times_of_day
from hipstretch.storage.files import write_atomically

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_MINUTE = 60.0
_SHORTEST = timedelta(minutes=5)
"""The shortest event, so that it can be read in a day's view."""


def write_calendar(path: Path, plan: Sequence[tuple[Planned, float]], today: date) -> None:
    """Write the plan, each routine with its seconds; events begin today or on their next weekday.

    Raises OSError with the old file untouched.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//HipStretch//HipStretch {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "HipStretch")
    for planned, seconds in plan:
        for event in _events(planned, seconds, today):
            calendar.add_component(event)
    write_atomically(path, calendar.to_ical())


def _events(planned: Planned, seconds: float, today: date) -> Iterator[Event]:
    """One event for each time of the day."""
    from icalendar import Event

    day = _first_day(planned.weekdays, today)
    for number, at in enumerate(times_of_day(planned.times), start=1):
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"hipstretch:{planned.routine_id}:{number}")))
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", datetime.combine(day, at))
        event.add("duration", _whole_minutes(seconds))
        event.add("rrule", _rule(planned.weekdays))
        event.add("summary", planned.name)
        event.add("description", "Planned with HipStretch.")
        event.add("transp", "TRANSPARENT")
        event.add_component(_alarm(planned.name))
        yield event


def _alarm(words: str) -> Alarm:
    """What reminds at the event's time."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta())
    alarm.add("description", words)
    return alarm


def _first_day(weekdays: frozenset[int], today: date) -> date:
    """Today or the next day of these weekdays."""
    ahead = (today + timedelta(days=n) for n in range(len(WEEKDAYS)))
    return next(day for day in ahead if day.weekday() in weekdays)


def _rule(weekdays: frozenset[int]) -> dict[str, Any]:
    """Every day, or every week on some days."""
    if weekdays == EVERY_DAY:
        return {"freq": "daily"}
    return {"freq": "weekly", "byday": [WEEKDAYS[day][:2] for day in sorted(weekdays)]}


def _whole_minutes(seconds: float) -> timedelta:
    """The length of an event: the routine's, in whole minutes."""
    return max(_SHORTEST, timedelta(minutes=ceil(seconds / _MINUTE)))
