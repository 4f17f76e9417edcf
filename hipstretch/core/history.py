"""What was done on which day: a session's record, days in a row, and the week."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from hipstretch.core.pain import Feeling

if TYPE_CHECKING:  # Home counts days and needs no session for it
    from hipstretch.core.summary import RepRecord

WEEK = 7


class SessionRecord(NamedTuple):
    """A session that is over.

    `began_at` and `ended_at` carry their offset from UTC, `seconds` leaves out the pauses. `before`
    and `after` are how it felt; `is_gentle` says that it was done on a flare-up day.
    """

    routine_id: str
    routine_name: str
    began_at: datetime
    ended_at: datetime
    seconds: float
    is_complete: bool
    reps: tuple[RepRecord, ...]
    before: Feeling = Feeling()
    after: Feeling = Feeling()
    note: str = ""
    is_gentle: bool = False


class DayMark(Enum):
    """A day of the week on the strip of seven."""

    DONE = auto()
    RESTED = auto()
    TODAY = auto()
    NOT_DONE = auto()
    AHEAD = auto()


def days_in_a_row(
    days: Collection[date], today: date, forgiven: Collection[date] = frozenset()
) -> int:
    """How many days up to today or yesterday have a session each, without a gap.

    A `forgiven` day (a flare-up day, or one on which nothing is planned) neither counts nor is it
    a gap. Today is open until it is over.
    """
    done = set(days)
    first = min(done, default=today)
    day = today if today in done else today - timedelta(days=1)
    count = 0
    while day >= first and (day in done or day in forgiven):
        count += day in done
        day -= timedelta(days=1)
    return count


def week_marks(
    days: Collection[date], today: date, forgiven: Collection[date] = frozenset()
) -> tuple[DayMark, ...]:
    """The marks of this week's days, Monday first; today counts as open until it is done."""
    monday = today - timedelta(days=today.weekday())
    week = (monday + timedelta(days=n) for n in range(WEEK))
    return tuple(_mark(day, set(days), today, forgiven) for day in week)


def _mark(day: date, done: set[date], today: date, forgiven: Collection[date]) -> DayMark:
    """The mark of one day."""
    if day in done:
        return DayMark.DONE
    if day in forgiven and day <= today:
        return DayMark.RESTED
    if day == today:
        return DayMark.TODAY
    return DayMark.AHEAD if day > today else DayMark.NOT_DONE
