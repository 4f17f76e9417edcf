from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.sitting_day import DaySpan
from hipstretch.ui.widgets.day_scale import DayScale
from tests.ui.break_views import NOW, SITTING, SPANS, moment


def scale(first: int, last: int) -> DayScale:
    """A scale between two hours."""
    return DayScale(moment(0), first, last)


@pytest.mark.parametrize(
    ("began", "now", "hours"),
    [
        (moment(9), NOW, (8, 18)),
        (moment(6, 40), NOW, (6, 18)),
        (moment(9), moment(20, 15), (8, 21)),
        (moment(0), moment(23, 59), (0, 24)),
    ],
)
def test_it_is_wide_enough_for_the_day(
    began: datetime, now: datetime, hours: tuple[int, int]
) -> None:
    """And always has the usual hours, so that it does not grow all day."""
    spans = [DaySpan(SITTING, began, now)]
    found = DayScale.of(spans, now)
    assert (found.first, found.last) == hours


def test_an_empty_day_has_the_usual_hours() -> None:
    """Eight to six."""
    assert DayScale.of((), NOW)[1:] == (8, 18)


def test_times_lie_where_they_belong() -> None:
    """What is outside lies at the ends."""
    ten = scale(8, 18)
    assert ten.x_of(moment(13), 1000) == 500
    assert ten.x_of_hour(18, 1000) == 1000
    assert ten.x_of(moment(7), 1000) == 0
    assert ten.x_of(moment(19), 1000) == 1000


@pytest.mark.parametrize(
    ("width", "hours"),
    [
        (1000, tuple(range(8, 19))),
        (400, (8, 10, 12, 14, 16, 18)),
        (200, (9, 12, 15, 18)),
        (60, (12,)),
    ],
)
def test_as_many_hours_are_written_as_have_room(width: float, hours: tuple[int, ...]) -> None:
    """Full ones, at equal steps."""
    assert scale(8, 18).hours(width, 60) == hours


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60 - 1))
def test_later_never_lies_before_earlier(one: int, other: int) -> None:
    """Whatever the day."""
    early, late = sorted((one, other))
    found = DayScale.of(SPANS, NOW)
    start = moment(0)
    first = found.x_of(start + timedelta(minutes=early), 700)
    assert first <= found.x_of(start + timedelta(minutes=late), 700)
