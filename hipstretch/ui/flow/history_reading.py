"""What the History page needs of the history, and no more than that."""

from __future__ import annotations

from datetime import date, timedelta

from hipstretch.core.history import days_in_a_row
from hipstretch.core.history_sums import (
    WEEKS_SHOWN,
    DaySum,
    HistoryFilter,
    SessionRow,
    first_of_map,
    monday_of,
    pain_by_week,
    seconds_in_week,
    weeks_of,
)
from hipstretch.core.person import Affected
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.ui.pages.history_view import HistoryCharts, HistoryTotals, HistoryView

_DAY = timedelta(days=1)
_AT_ONCE = 200
"""The sessions that are read at once on the way back to a day."""


class HistoryReading:
    """Reads for a day that is called today; raises HistoryUnavailable."""

    def __init__(self, reader: HistoryReader, marks: DayMarks) -> None:
        self._reader, self._marks = reader, marks

    def view(self, today: date, sore: Affected) -> HistoryView | None:
        """All but the list; None where nothing was ever done."""
        count = self._reader.count()
        if not count:
            return None
        first, twelve = first_of_map(today), monday_of(today) - timedelta(weeks=WEEKS_SHOWN - 1)
        days = self._reader.day_sums(first, today)
        totals = HistoryTotals(self._row(days, today), seconds_in_week(days, today), count)
        charts = HistoryCharts(
            today,
            days,
            self._marks.flare_ups(first, today),
            weeks_of(days, today),
            pain_by_week(self._reader.pain_points(twelve, today), today),
            self._reader.side_sums(twelve, today),
            sore,
        )
        return HistoryView(totals, charts, self._reader.exercises())

    def filtered(self, charts: HistoryCharts, chosen: HistoryFilter) -> HistoryCharts:
        """The charts with only what was chosen on the map and in the bars."""
        days = self._reader.day_sums(first_of_map(charts.today), charts.today, chosen)
        return charts._replace(days=days, weeks=weeks_of(days, charts.today))

    def sessions(
        self, chosen: HistoryFilter, most: int, before: int | None = None
    ) -> tuple[SessionRow, ...]:
        """The newest sessions, older than one of an id."""
        return self._reader.sessions(chosen, most, before)

    def sessions_on(self, day: date, chosen: HistoryFilter) -> tuple[SessionRow, ...]:
        """The sessions of a day, the newest first."""
        found: list[SessionRow] = []
        rows = self._reader.sessions(chosen, _AT_ONCE)
        while rows:
            found += [row for row in rows if row.began_at.date() == day]
            if rows[-1].began_at.date() < day:
                break
            rows = self._reader.sessions(chosen, _AT_ONCE, rows[-1].id)
        return tuple(found)

    def _row(self, days: tuple[DaySum, ...], today: date) -> int:
        """The days in a row; what lies before the map is read only where the row goes into it."""
        done, first = {day.day for day in days}, first_of_map(today)
        forgiven = self._marks.forgiven(first, today)
        if _goes_on(done | forgiven, first, today):
            earlier = {day.day for day in self._reader.day_sums(date.min, first - _DAY)}
            forgiven |= self._marks.forgiven(min(earlier, default=first), first)
            done |= earlier
        return days_in_a_row(done, today, forgiven)


def _goes_on(days: set[date], first: date, today: date) -> bool:
    """Whether no day from `first` to yesterday is missing."""
    return all(first + n * _DAY in days for n in range((today - first).days))
