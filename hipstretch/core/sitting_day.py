"""The day as it went, in the person's own time: spans of sitting and being up, and reminders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from hipstretch.core.breaks import Now
from hipstretch.core.reminder import Answer, Closed
from hipstretch.core.sitting import Presence, Span


class DaySpan(NamedTuple):
    """A time of one presence; both ends carry their offset from UTC."""

    presence: Presence
    began_at: datetime
    ended_at: datetime


class DayReminder(NamedTuple):
    """A reminder that is over: when it was first asked, and what became of it when."""

    asked_at: datetime
    closed_at: datetime
    answer: Answer


def day_span(span: Span, now: Now) -> DaySpan:
    """A span in the person's time."""
    return DaySpan(span.presence, _wall(span.start, now), _wall(span.end, now))


def day_reminder(closed: Closed, now: Now) -> DayReminder:
    """A reminder that is over now, in the person's time."""
    return DayReminder(_wall(closed.asked_at, now), now.wall, closed.answer)


def _wall(at: float, now: Now) -> datetime:
    """An instant before now as the wall's clock tells it now."""
    return now.wall - timedelta(seconds=now.at - at)
