"""Days that break no row: flare-up days, and days of rest by plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hipstretch.storage.database import Database

if TYPE_CHECKING:  # most people have no plan
    from hipstretch.core.plan import PlanChange


class DayMarks:
    """Keeps flare-up days, and on which weekdays anything was planned from when on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def flare_ups(self, first: date, last: date) -> frozenset[date]:
        """The flare-up days of a time. Raises HistoryUnavailable."""
        query = "SELECT day FROM flare_up WHERE day BETWEEN ? AND ?"
        days = [first.isoformat(), last.isoformat()]
        return frozenset(self._database.read(date.fromisoformat, query, days))

    def is_flare_up(self, day: date) -> bool:
        """Whether a day is a flare-up day. Raises HistoryUnavailable."""
        return bool(self.flare_ups(day, day))

    def set_flare_up(self, day: date, on: bool) -> None:
        """Make a day a flare-up day, or one like any other. Raises HistoryUnavailable."""
        query = (
            "INSERT OR IGNORE INTO flare_up VALUES (?)"
            if on
            else "DELETE FROM flare_up WHERE day = ?"
        )
        with self._database.change() as database:
            database.execute(query, (day.isoformat(),))

    def plan_changes(self) -> tuple[PlanChange, ...]:
        """When what was planned, in order. Raises HistoryUnavailable."""
        return self._database.read(_change, "SELECT day, weekdays FROM plan_change ORDER BY day")

    def note_plan(self, day: date, weekdays: frozenset[int]) -> None:
        """Keep what is planned from a day on, where it is not so already.

        A change that bears a later day, by a clock that was wrong, stays and takes nothing away
        from it. Raises HistoryUnavailable.
        """
        if self._planned_on(day) == weekdays:
            return
        from hipstretch.core.plan import WEEKDAYS

        names = " ".join(WEEKDAYS[weekday] for weekday in sorted(weekdays))
        with self._database.change() as database:
            query = "INSERT OR REPLACE INTO plan_change VALUES (?, ?)"
            database.execute(query, (day.isoformat(), names))

    def forgiven(self, first: date, last: date) -> frozenset[date]:
        """The days of a time that break no row. Raises HistoryUnavailable."""
        changes = self.plan_changes()
        if not changes:
            return self.flare_ups(first, last)
        from hipstretch.core.plan import rest_days

        return self.flare_ups(first, last) | rest_days(changes, first, last)

    def _planned_on(self, day: date) -> frozenset[int]:
        """The weekdays with anything planned, as it was known on a day."""
        known = [change.weekdays for change in self.plan_changes() if change.day <= day]
        return known[-1] if known else frozenset()


def _change(day: str, weekdays: str) -> PlanChange:
    """A row's change; raises ValueError for a day that no week has."""
    from hipstretch.core.plan import WEEKDAYS, PlanChange

    chosen = frozenset(WEEKDAYS.index(name) for name in weekdays.split())
    return PlanChange(date.fromisoformat(day), chosen)
