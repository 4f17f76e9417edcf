"""Today's sitting at hand, and everything that is over in the history."""

from __future__ import annotations

import logging
from datetime import date

from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.sitting_log import SittingLog

_log = logging.getLogger(__name__)


class DayBook:
    """Keeps spans and reminders; a history that cannot be used costs no more than its past."""

    def __init__(self, log: SittingLog) -> None:
        self._log = log
        self._day: date | None = None
        self._spans: list[DaySpan] = []
        self._reminders: list[DayReminder] = []

    def spans(self, today: date) -> tuple[DaySpan, ...]:
        """The spans of today that are over."""
        self._turn_to(today)
        return tuple(self._spans)

    def reminders(self, today: date) -> tuple[DayReminder, ...]:
        """The reminders of today that are over."""
        self._turn_to(today)
        return tuple(self._reminders)

    def keep_span(self, span: DaySpan) -> None:
        """Keep a span that has just ended."""
        self._turn_to(span.ended_at.date())
        self._spans.append(span)
        try:
            self._log.add_span(span)
        except HistoryUnavailable as error:
            _log.warning("a span is not in the history: %s", error)

    def keep_reminder(self, reminder: DayReminder) -> None:
        """Keep a reminder that has just been closed."""
        self._turn_to(reminder.closed_at.date())
        self._reminders.append(reminder)
        try:
            self._log.add_reminder(reminder)
        except HistoryUnavailable as error:
            _log.warning("a reminder is not in the history: %s", error)

    def _turn_to(self, today: date) -> None:
        """Open the page of a day, once."""
        if today == self._day:
            return
        self._day, self._spans, self._reminders = today, [], []
        try:
            self._spans.extend(self._log.spans(today))
            self._reminders.extend(self._log.reminders(today))
        except HistoryUnavailable as error:
            _log.warning("today's sitting cannot be read: %s", error)
