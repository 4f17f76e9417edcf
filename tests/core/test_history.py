from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.history import DayMark, days_in_a_row, week_marks

TODAY = date(2026, 7, 8)
"""A Wednesday."""


def _ago(*days: int) -> set[date]:
    return {TODAY - timedelta(days=n) for n in days}


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ((), 0),
        ((0,), 1),
        ((1,), 1),
        ((2,), 0),
        ((0, 1, 2), 3),
        ((1, 2, 3), 3),
        ((0, 2, 3), 1),
        ((1, 3), 1),
        ((-1, 0), 1),
        ((-1,), 0),
    ],
)
def test_days_in_a_row(days: tuple[int, ...], count: int) -> None:
    """A gap ends the row; today is open until the day is over, and days ahead do not count."""
    assert days_in_a_row(_ago(*days), TODAY) == count


def test_the_row_goes_on_over_midnight_and_the_new_year() -> None:
    """What counts is the calendar: the last of a year and the first of the next are neighbours."""
    days = [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)]

    assert days_in_a_row(days, date(2027, 1, 1)) == 3
    assert days_in_a_row(days, date(2027, 1, 2)) == 3
    assert days_in_a_row(days, date(2027, 1, 3)) == 0


@given(st.sets(st.integers(0, 12)))
def test_a_row_is_as_long_as_it_is(days: set[int]) -> None:
    """With today done the row is one longer than yesterday's row was."""
    yesterday = TODAY - timedelta(days=1)

    assert days_in_a_row(_ago(0, *days), TODAY) == 1 + days_in_a_row(
        _ago(*(days - {0})), yesterday
    ) * (1 in days)


@pytest.mark.parametrize(
    ("days", "forgiven", "count"),
    [
        ((0, 2), (1,), 2),
        ((2,), (0, 1), 1),
        ((2,), (1,), 1),
        ((3,), (1,), 0),
        ((1, 4), (2, 3), 2),
        ((1, 4), (3,), 1),
        ((0, 1), (0, 1), 2),
        ((), (0, 1, 2), 0),
        ((-1,), (0, 1), 0),
        ((0,), (1, 2, 3), 1),
    ],
)
def test_a_forgiven_day_is_no_gap_and_does_not_count(
    days: tuple[int, ...], forgiven: tuple[int, ...], count: int
) -> None:
    """A flare-up day or one of rest by plan keeps the row as it is; done all the same it counts."""
    assert days_in_a_row(_ago(*days), TODAY, _ago(*forgiven)) == count


@given(st.sets(st.integers(-2, 12)), st.sets(st.integers(-2, 12)))
def test_forgiving_never_shortens_a_row(days: set[int], forgiven: set[int]) -> None:
    """And forgives no more than all the days that were done."""
    strict = days_in_a_row(_ago(*days), TODAY)
    kind = days_in_a_row(_ago(*days), TODAY, _ago(*forgiven))
    assert strict <= kind <= sum(1 for day in days if day >= 0)
    everything = days_in_a_row(_ago(*days), TODAY, _ago(*range(1, 13)))
    assert everything == sum(1 for day in days if day >= 0)


def test_the_week_begins_on_monday_and_today_is_open() -> None:
    """Done, not done, today and what is ahead, in the order of the week."""
    done, missed, today, ahead = (
        DayMark.DONE,
        DayMark.NOT_DONE,
        DayMark.TODAY,
        DayMark.AHEAD,
    )

    assert week_marks(_ago(2), TODAY) == (done, missed, today, ahead, ahead, ahead, ahead)


def test_today_is_marked_as_done_once_it_is() -> None:
    """A session today closes today."""
    assert week_marks(_ago(0), TODAY)[2] is DayMark.DONE


def test_other_weeks_do_not_show() -> None:
    """Sunday before and Monday after are no days of this week."""
    marks = week_marks(_ago(3, -5), TODAY)

    assert DayMark.DONE not in marks


@pytest.mark.parametrize("weekday", range(7))
def test_on_every_day_of_the_week_there_are_seven_marks(weekday: int) -> None:
    """Before today all is missed, after it all is ahead."""
    marks = week_marks((), date(2026, 7, 6) + timedelta(days=weekday))

    assert marks == (
        *[DayMark.NOT_DONE] * weekday,
        DayMark.TODAY,
        *[DayMark.AHEAD] * (6 - weekday),
    )


def test_forgiven_days_are_marked_as_rested() -> None:
    """Unless something was done on them; days ahead are ahead whatever is planned."""
    marks = week_marks(_ago(1), TODAY, _ago(0, 1, 2, -1))

    assert marks == (
        *(DayMark.RESTED, DayMark.DONE, DayMark.RESTED),
        *[DayMark.AHEAD] * 4,
    )
