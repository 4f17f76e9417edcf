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
