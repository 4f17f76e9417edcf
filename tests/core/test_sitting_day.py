from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hipstretch.core.breaks import Now
from hipstretch.core.reminder import Answer, Closed
from hipstretch.core.sitting import Presence, Span
from hipstretch.core.sitting_day import DayReminder, DaySpan, day_reminder, day_span

NOON = datetime(2026, 7, 3, 12, tzinfo=UTC)
NOW = Now(5000.0, NOON)


def test_a_span_is_told_in_the_persons_time() -> None:
    """By how long ago it was, whatever the clock on the wall said then."""
    span = Span(Presence.UP, 4400.0, 4940.0)
    began, ended = NOON - timedelta(minutes=10), NOON - timedelta(minutes=1)
    assert day_span(span, NOW) == DaySpan(Presence.UP, began, ended)


def test_a_reminder_is_over_when_it_is_answered() -> None:
    """It was asked before."""
    asked = NOON - timedelta(seconds=20)
    assert day_reminder(Closed(Answer.UP, 4980.0), NOW) == DayReminder(asked, NOON, Answer.UP)
