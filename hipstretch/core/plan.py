"""The plan: the routines that the person means to do, on which days and how often.

A routine's own file says `times_per_day` and `days`; which routines count is the person's choice.
Days on which nothing is planned are days of rest and break no row. What is planned may change, so
every change is kept with its day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hipstretch.core.catalogue import Facts

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of a week as routine files write them; the index is that of `date.weekday()`."""
EVERY_DAY = frozenset(range(len(WEEKDAYS)))


class Planned(NamedTuple):
    """A routine of the plan: how often a day, and on which weekdays (0 is Monday)."""

    routine_id: str
    name: str
    times: int = 1
    weekdays: frozenset[int] = EVERY_DAY


class PlanItem(NamedTuple):
    """A planned routine today, and how often it was done."""

    planned: Planned
    done: int

    @property
    def left(self) -> int:
        """How often it is still to be done."""
        return max(0, self.planned.times - self.done)


class PlanChange(NamedTuple):
    """From `day` on, something is planned on these weekdays; none where there is no plan."""

    day: date
    weekdays: frozenset[int]


def planned(facts: Facts) -> Planned:
    """A routine as its file plans it; once a day and every day where it does not say."""
    return Planned(facts.id, facts.name, facts.times_per_day or 1, weekdays_of(facts.days))


def weekdays_of(days: Iterable[str]) -> frozenset[int]:
    """The weekdays that a routine's file names; all where it names none."""
    return frozenset(WEEKDAYS.index(day) for day in days) or EVERY_DAY


def planned_weekdays(plan: Iterable[Planned]) -> frozenset[int]:
    """The weekdays on which anything is planned."""
    return frozenset(weekday for planned in plan for weekday in planned.weekdays)


def items_of(plan: Sequence[Planned], done: Mapping[str, int], today: date) -> tuple[PlanItem, ...]:
    """What is planned for today; `done` has how often each routine was done today, by its id."""
    return tuple(
        PlanItem(planned, done.get(planned.routine_id, 0))
        for planned in plan
        if today.weekday() in planned.weekdays
    )


def rest_days(changes: Collection[PlanChange], first: date, last: date) -> frozenset[date]:
    """The days from `first` to `last` that were days of rest by the plan of their time."""
    return frozenset(_rest_days(sorted(changes, key=_day_of), first, last))


def _day_of(change: PlanChange) -> date:
    """What changes are sorted by; of two on one day the later one stays the later one."""
    return change.day


def _rest_days(changes: Sequence[PlanChange], first: date, last: date) -> Iterator[date]:
    """Those days, change by change."""
    ends = [change.day - timedelta(days=1) for change in changes[1:]]
    for change, end in zip(changes, [*ends, last], strict=False):
        if not change.weekdays:
            continue
        day = max(first, change.day)
        while day <= min(end, last):
            if day.weekday() not in change.weekdays:
                yield day
            day += timedelta(days=1)
