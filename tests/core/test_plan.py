from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.body import Position
from hipstretch.core.catalogue import Facts
from hipstretch.core.history import days_in_a_row
from hipstretch.core.plan import (
    EVERY_DAY,
    WEEKDAYS,
    PlanChange,
    PlanItem,
    Planned,
    items_of,
    planned,
    planned_weekdays,
    rest_days,
    weekdays_of,
)
from hipstretch.core.routine import Day

TODAY = date(2026, 7, 8)
"""A Wednesday."""
MORNING = Planned("morning", "Morning", 2)
CORE = Planned("core", "Core", 1, frozenset({0, 2, 4}))
SUNDAY = Planned("long", "Long one", 1, frozenset({6}))
WEEKENDS_OFF = frozenset(range(5))

weekday_sets = st.frozensets(st.integers(0, 6))
changes = st.lists(
    st.builds(PlanChange, st.dates(date(2026, 5, 1), date(2026, 8, 1)), weekday_sets),
    max_size=5,
    unique_by=lambda change: change.day,
)


def test_the_names_of_the_weekdays_are_those_of_the_files() -> None:
    """In the order of the calendar."""
    assert tuple(Day) == WEEKDAYS
    assert WEEKDAYS[TODAY.weekday()] == "wed"


@pytest.mark.parametrize(
    ("days", "weekdays"),
    [((), EVERY_DAY), (("mon", "wed", "fri"), {0, 2, 4}), ((Day.SUN,), {6})],
)
def test_a_routine_without_days_is_for_every_day(
    days: tuple[str, ...], weekdays: frozenset[int]
) -> None:
    """Else for those that its file names."""
    assert weekdays_of(days) == weekdays


def test_a_routine_is_planned_as_its_file_says() -> None:
    """Once a day and every day where it does not say."""
    facts = Facts(
        "core",
        "Core",
        False,
        600.0,
        4,
        Position.STANDING,
        (),
        (),
        (),
        times_per_day=2,
        days=("mon",),
    )
    assert planned(facts) == Planned("core", "Core", 2, frozenset({0}))
    silent = facts._replace(times_per_day=None, days=())
    assert planned(silent) == Planned("core", "Core", 1, EVERY_DAY)


def test_the_plans_weekdays_are_those_of_its_routines() -> None:
    """Without a plan there are none."""
    assert planned_weekdays([]) == frozenset()
    assert planned_weekdays([CORE, SUNDAY]) == {0, 2, 4, 6}
    assert planned_weekdays([CORE, MORNING]) == EVERY_DAY


def test_what_is_planned_today_and_what_is_left() -> None:
    """In the order of the plan; what is done more often than planned leaves nothing."""
    items = items_of([SUNDAY, CORE, MORNING], {"morning": 1, "core": 3, "long": 1}, TODAY)
    assert items == (PlanItem(CORE, 3), PlanItem(MORNING, 1))
    assert [item.left for item in items] == [0, 1]
    assert items_of([MORNING], {}, TODAY)[0].left == 2


def test_without_a_plan_there_are_no_rest_days() -> None:
    """Nor before the first one."""
    first, last = TODAY - timedelta(days=20), TODAY
    assert rest_days([], first, last) == frozenset()
    assert rest_days([PlanChange(first, frozenset())], first, last) == frozenset()
    saturday = date(2026, 7, 4)
    change = PlanChange(saturday, WEEKENDS_OFF)
    assert rest_days([change], first, last) == {saturday, saturday + timedelta(days=1)}


def test_each_day_goes_by_the_plan_of_its_time() -> None:
    """A plan that changes later takes no rest day back; the change's own day is the new one's."""
    monday = date(2026, 6, 29)
    days = [monday + timedelta(days=n) for n in range(10)]
    found = rest_days(
        [
            PlanChange(days[7], EVERY_DAY),
            PlanChange(days[5], frozenset()),
            PlanChange(days[2], frozenset({0, 5})),
            PlanChange(days[0], frozenset({1})),
        ],
        days[0],
        days[-1],
    )
    assert found == {days[0], days[2], days[3], days[4]}


@pytest.mark.parametrize("narrow", [frozenset({0}), EVERY_DAY])
def test_of_two_changes_on_one_day_the_later_one_holds(narrow: frozenset[int]) -> None:
    """Whichever of them plans more."""
    changed = [PlanChange(TODAY, EVERY_DAY - narrow), PlanChange(TODAY, narrow)]
    assert rest_days(changed, TODAY, TODAY) == (set() if 2 in narrow else {TODAY})


@given(changes, st.dates(date(2026, 5, 1), date(2026, 8, 1)), st.integers(-3, 60))
def test_a_rest_day_is_one_on_which_the_plan_of_its_time_has_nothing(
    changed: list[PlanChange], first: date, count: int
) -> None:
    """Day by day, and never outside the days that were asked for."""
    days = [first + timedelta(days=n) for n in range(count)]
    expected = set()
    for day in days:
        so_far = [change for change in changed if change.day <= day]
        weekdays = max(so_far).weekdays if so_far else frozenset()
        if weekdays and day.weekday() not in weekdays:
            expected.add(day)
    assert rest_days(changed, first, first + timedelta(days=count - 1)) == expected


@given(weekday_sets.filter(bool), st.integers(0, 200))
def test_whoever_keeps_to_the_plan_keeps_the_row(weekdays: frozenset[int], length: int) -> None:
    """However long and whatever the weekdays: days of rest break nothing and count nothing."""
    first = TODAY - timedelta(days=length)
    days = [first + timedelta(days=n) for n in range(length + 1)]
    done = {day for day in days if day.weekday() in weekdays}
    forgiven = rest_days([PlanChange(first, weekdays)], first, TODAY)
    assert days_in_a_row(done, TODAY, forgiven) == len(done)
