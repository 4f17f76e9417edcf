"""The days as they went: sitting, up, stretching, away, and what became of the reminders."""

from __future__ import annotations

from datetime import date, datetime

from hipstretch.core.reminder import Answer
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.storage.database import Database


class SittingLog:
    """Keeps spans and reminders, and tells those of a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_span(self, span: DaySpan) -> None:
        """Keep a span that is over. Raises HistoryUnavailable."""
        day, began, ended = _times(span.began_at, span.ended_at)
        with self._database.change() as database:
            database.execute(
                "INSERT INTO presence VALUES (NULL, ?, ?, ?, ?)", (day, began, ended, span.presence)
            )

    def add_reminder(self, reminder: DayReminder) -> None:
        """Keep a reminder that is over. Raises HistoryUnavailable."""
        day, asked, closed = _times(reminder.asked_at, reminder.closed_at)
        with self._database.change() as database:
            database.execute(
                "INSERT INTO reminder VALUES (NULL, ?, ?, ?, ?)",
                (day, asked, closed, reminder.answer),
            )

    def spans(self, day: date) -> tuple[DaySpan, ...]:
        """The spans that began on a day, in order. Raises HistoryUnavailable."""
        query = "SELECT presence, began_at, ended_at FROM presence WHERE day = ? ORDER BY id"
        return self._database.read(_span, query, [day.isoformat()])

    def reminders(self, day: date) -> tuple[DayReminder, ...]:
        """The reminders of a day, in order. Raises HistoryUnavailable."""
        query = "SELECT asked_at, closed_at, answer FROM reminder WHERE day = ? ORDER BY id"
        return self._database.read(_reminder, query, [day.isoformat()])


def _times(began: datetime, ended: datetime) -> tuple[str, str, str]:
    """The local day, beginning and end as texts."""
    return began.date().isoformat(), began.isoformat(), ended.isoformat()


def _span(presence: str, began: str, ended: str) -> DaySpan:
    """A row's span."""
    return DaySpan(Presence(presence), datetime.fromisoformat(began), datetime.fromisoformat(ended))


def _reminder(asked: str, closed: str, answer: str) -> DayReminder:
    """A row's reminder."""
    return DayReminder(
        datetime.fromisoformat(asked), datetime.fromisoformat(closed), Answer(answer)
    )
