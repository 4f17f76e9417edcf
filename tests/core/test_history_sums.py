from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.history_sums import (
    LEVELS,
    WEEKS_SHOWN,
    YEAR_WEEKS,
    DaySum,
    HistoryFilter,
    PainPoint,
    SideSum,
    WeekSum,
    by_time,
    first_of_map,
    level_of,
    monday_of,
    pain_by_week,
    seconds_in_week,
    sides_total,
    weeks_of,
)
from hipstretch.core.person import Side

TODAY = date(2026, 7, 8)
"""A Wednesday."""
MONDAY = date(2026, 7, 6)
SUNDAY = date(2026, 7, 12)
WEEK = timedelta(weeks=1)

near_days = st.dates(TODAY - timedelta(days=120), SUNDAY)
day_sums = st.lists(st.builds(DaySum, near_days, st.integers(0, 7200), st.integers(1, 9)))
pains = st.none() | st.integers(0, 10).map(float)
pain_points = st.lists(st.builds(PainPoint, near_days, pains, pains))


def test_nothing_chosen_is_an_empty_filter() -> None:
    """An exercise or a side is something."""
    assert HistoryFilter().is_empty
    assert not HistoryFilter("childs-pose").is_empty
    assert not HistoryFilter(side=Side.BOTH).is_empty


@pytest.mark.parametrize(
    ("minutes", "level"),
    [
        *((0, 0), (0.1, 1), (1, 1), (5, 1), (5.4, 1), (6, 2), (10, 2), (11, 3)),
        *((19, 3), (19.4, 3), (19.6, 4), (20, 4), (600, 4)),
    ],
)
def test_the_level_of_a_day_goes_by_the_minutes_that_are_told(minutes: float, level: int) -> None:
    """Nothing, up to 5, 10 and 19 minutes, and more; a few seconds are something."""
    assert level_of(minutes * 60) == level


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_more_is_never_paler(one: float, other: float) -> None:
    """There are five levels, and they rise."""
    low, high = sorted([one, other])
    assert 0 <= level_of(low) <= level_of(high) <= len(LEVELS)


@pytest.mark.parametrize("day", [MONDAY, TODAY, SUNDAY])
def test_a_week_is_from_monday_to_sunday(day: date) -> None:
    """Whichever of its days one asks for."""
    assert monday_of(day) == MONDAY
    assert monday_of(day - WEEK) == MONDAY - WEEK


def test_the_map_has_this_week_and_the_52_before_it() -> None:
    """So a whole year is on it, to the day."""
    first = first_of_map(TODAY)
    assert (first.weekday(), (MONDAY - first).days // 7 + 1) == (0, YEAR_WEEKS)
    assert first <= TODAY.replace(year=TODAY.year - 1)


def test_days_add_up_to_weeks() -> None:
    """Oldest first, empty ones too; what is older or ahead is left out."""
    days = [
        DaySum(SUNDAY - 2 * WEEK, 60.0, 1),
        DaySum(MONDAY - 2 * WEEK, 30.0, 2),
        DaySum(SUNDAY - 3 * WEEK, 600.0, 1),
        DaySum(TODAY, 5.0, 1),
        DaySum(MONDAY + WEEK, 900.0, 9),
    ]
    assert weeks_of(days, TODAY, 3) == (
        WeekSum(MONDAY - 2 * WEEK, 90.0, 3),
        WeekSum(MONDAY - WEEK, 0.0, 0),
        WeekSum(MONDAY, 5.0, 1),
    )


@given(day_sums, st.integers(1, 20))
def test_no_second_and_no_session_is_lost_or_counted_twice(days: list[DaySum], count: int) -> None:
    """The weeks hold what their days hold."""
    weeks = weeks_of(days, TODAY, count)
    first = MONDAY - (count - 1) * WEEK
    within = [day for day in days if day.day >= first]
    assert [week.monday for week in weeks] == [first + n * WEEK for n in range(count)]
    assert sum(week.seconds for week in weeks) == sum(day.seconds for day in within)
    assert sum(week.sessions for week in weeks) == sum(day.sessions for day in within)
    assert weeks[-1].seconds == seconds_in_week(days, TODAY)


def test_twelve_weeks_are_shown() -> None:
    """Without anything done they are empty."""
    assert [week.sessions for week in weeks_of([], TODAY)] == [0] * WEEKS_SHOWN
    assert pain_by_week([], TODAY) == ()


def test_pain_is_told_by_the_week_where_there_is_any() -> None:
    """The mean of what was told; before and after each by itself."""
    points = [
        PainPoint(MONDAY, 6.0, 3.0),
        PainPoint(TODAY, 3.0, None),
        PainPoint(SUNDAY - 2 * WEEK, None, 2.0),
        PainPoint(MONDAY - 30 * WEEK, 9.0, 9.0),
    ]
    assert pain_by_week(points, TODAY) == (
        PainPoint(MONDAY - 2 * WEEK, None, 2.0),
        PainPoint(MONDAY, 4.5, 3.0),
    )
    assert pain_by_week(points, TODAY, 31)[0] == PainPoint(MONDAY - 30 * WEEK, 9.0, 9.0)


@given(pain_points)
def test_a_mean_lies_within_what_was_told(points: list[PainPoint]) -> None:
    """Each week has one point, in order."""
    weeks = pain_by_week(points, TODAY)
    assert [week.day for week in weeks] == sorted({week.day for week in weeks})
    for week in weeks:
        told = [point.after for point in points if monday_of(point.day) == week.day]
        known = [value for value in told if value is not None]
        assert (week.after is None) is (not known)
        assert week.after is None or min(known) <= week.after <= max(known)


def test_left_stands_against_right_over_all_exercises() -> None:
    """Where both sides worked at once, it is neither."""
    rows = [SideSum("a", "A", 60.0, 30.0, 0.0), SideSum("b", "B", 0.0, 5.0, 120.0)]
    total = sides_total(rows)
    assert (total.left, total.right, total.both) == (60.0, 35.0, 120.0)
    assert total.seconds == 215.0
    assert sides_total([]).seconds == 0.0


def test_the_exercises_with_the_most_time_come_first() -> None:
    """Equal ones stay in their order."""
    rows = [
        SideSum("a", "A", 1.0, 1.0, 1.0),
        SideSum("b", "B", 0.0, 0.0, 9.0),
        SideSum("c", "C", 3.0, 0.0, 0.0),
    ]
    assert [row.exercise for row in by_time(rows)] == ["b", "a", "c"]
