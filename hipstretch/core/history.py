"""What was done on which day: a session's record, days in a row, and the week."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # Home counts days and needs no session for it
    from hipstretch.core.summary import RepRecord

WEEK = 7


class SessionRecord(NamedTuple):
    """A session that is over; pain is 0 to 10, None where it was not told.

    `began_at` and `ended_at` carry their offset from UTC, `seconds` leaves out the pauses.
    """

    routine_id: str
    routine_name: str
    began_at: datetime
    ended_at: datetime
    seconds: float
    is_complete: bool
    reps: tuple[RepRecord, ...]
    pain_before: int | None = None
    pain_after: int | None = None
    note: str = ""


class DayMark(Enum):
    """A day of the week on the strip of seven."""

    DONE = auto()
    TODAY = auto()
    NOT_DONE = auto()
    AHEAD = auto()


def days_in_a_row(days: Collection[date], today: date) -> int:
    """How many days up to today or yesterday have a session each, without a gap."""
    done = set(days)
    day = today if today in done else today - timedelta(days=1)
    count = 0
    while day in done:
        count += 1
        day -= timedelta(days=1)
    return count


def week_marks(days: Collection[date], today: date) -> tuple[DayMark, ...]:
    """The marks of this week's days, Monday first; today counts as open until it is done."""
    monday = today - timedelta(days=today.weekday())
    return tuple(_mark(monday + timedelta(days=n), set(days), today) for n in range(WEEK))


def _mark(day: date, done: set[date], today: date) -> DayMark:
    """The mark of one day."""
    if day in done:
        return DayMark.DONE
    if day == today:
        return DayMark.TODAY
    return DayMark.AHEAD if day > today else DayMark.NOT_DONE
