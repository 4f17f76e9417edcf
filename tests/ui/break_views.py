"""Views of the reminders for the tests: a Friday afternoon, and the day before it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.reminder import Answer, Hold
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan

HERE = timezone(timedelta(hours=1))
SITTING, UP, STRETCHING, AWAY = Presence


def moment(hour: int, minute: int = 0) -> datetime:
    """A time of that Friday."""
    return datetime(2026, 5, 15, hour, minute, tzinfo=HERE)


NOW = moment(14, 7)
SPANS = (
    DaySpan(SITTING, moment(9), moment(9, 32)),
    DaySpan(UP, moment(9, 32), moment(9, 38)),
    DaySpan(SITTING, moment(9, 38), moment(10, 10)),
    DaySpan(STRETCHING, moment(10, 10), moment(10, 12)),
    DaySpan(SITTING, moment(10, 12), moment(12)),
    DaySpan(AWAY, moment(12), moment(13, 49)),
    DaySpan(SITTING, moment(13, 49), NOW),
)
REMINDERS = (
    DayReminder(moment(9, 30), moment(9, 32), Answer.UP),
    DayReminder(moment(10, 42), moment(10, 43), Answer.LATER),
)


def view(state: State = State.SITTING, minutes: float = 18, **changes: Any) -> BreaksView:  # noqa: ANN401
    """How things stand at seven past two, after so many minutes of sitting."""
    usual: dict[str, Any] = {
        "since": moment(13, 49),
        "sat": minutes * 60,
        "spans": SPANS,
        "reminders": REMINDERS,
    }
    return BreaksView(state, NOW, **(usual | changes))


OFF = BreaksView(State.OFF, NOW)
DUE = view(State.DUE, 47, asked_at=moment(14, 5))
HELD = view(State.HELD, 41, hold=Hold.CALL_OR_FILM)
LATER = view(State.LATER, 35, until=moment(14, 20))
ON_FEET = view(State.UP, 0, presence=UP)
GONE = view(State.AWAY, 0, presence=AWAY)
STRETCHES = view(State.STRETCHING, 0, presence=STRETCHING)
PAUSED = view(State.PAUSED, until=moment(15, 20))
UNTIL_TOMORROW = view(State.PAUSED, until=moment(4) + timedelta(days=1))
OUTSIDE = view(State.OUTSIDE_HOURS, until=moment(17))
ALL = (
    view(), OFF, DUE, HELD, LATER, ON_FEET, GONE, STRETCHES, PAUSED, UNTIL_TOMORROW, OUTSIDE,
)  # fmt: skip
"""One view of each state."""
