from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.hours import ALWAYS, DayHours, WeekHours, until_tomorrow

MONDAY = datetime(2026, 6, 1, tzinfo=UTC)
OFFICE = WeekHours.parse((*("09:00-17:30",) * 5, "", ""))
NIGHT = WeekHours.parse(("22:00-06:00", "", "", "", "", "", ""))
SUNDAY_NIGHT = WeekHours.parse(("", "", "", "", "", "", "22:00-06:00"))
ANY_TIME = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def at(hours: float, day: int = 0) -> datetime:
    """A moment of a week: hours after midnight of a day, Monday first."""
    return MONDAY + timedelta(days=day, hours=hours)


@pytest.mark.parametrize(
    ("hours", "moment", "is_in"),
    [
        (OFFICE, at(9), True),
        (OFFICE, at(9) - timedelta(microseconds=1), False),
        (OFFICE, at(17.5), False),
        (OFFICE, at(17.5) - timedelta(microseconds=1), True),
        (OFFICE, at(12, day=4), True),
        (OFFICE, at(12, day=5), False),
        (NIGHT, at(22), True),
        (NIGHT, at(21.9), False),
        (NIGHT, at(5.9, day=1), True),
        (NIGHT, at(6, day=1), False),
        (NIGHT, at(23, day=1), False),
        (NIGHT, at(1), False),
        (SUNDAY_NIGHT, at(1), True),
        (SUNDAY_NIGHT, at(7), False),
        (WeekHours((None,) * 7), at(12), False),
    ],
)
def test_hours_begin_with_their_start_and_end_before_their_end(
    hours: WeekHours, moment: datetime, *, is_in: bool
) -> None:
    """Overnight ones end on the next day, over the end of the week too."""
    assert hours.includes(moment) is is_in


@given(st.datetimes())
def test_always_is_every_moment(moment: datetime) -> None:
    """From midnight to midnight, seven times."""
    assert ALWAYS.includes(moment)


@given(ANY_TIME, ANY_TIME)
def test_hours_are_read_as_they_are_written(start: time, end: time) -> None:
    """Any two times of the day."""
    hours = DayHours(start, end)
    assert DayHours.parse(str(hours)) == hours
    assert hours.is_overnight is (end <= start)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09:00",
        "09:00-",
        "9:00-17:00",
        "09:00-24:00",
        "09:60-17:00",
        "09.00-17.00",
        "0900Z-17:00",
        "T9:00-17:00",
        "09:00–17:00",
        "09:00-17:00 ",
        "09:00-17:00-18:00",
        "\u0660\u0669:\u0660\u0660-17:00",
        "None",
    ],
)
def test_what_are_no_hours_is_refused(text: str) -> None:
    """A ValueError says how they are written, whatever else Python would read as a time."""
    with pytest.raises(ValueError, match="expected hours such as 09:00-17:30"):
        DayHours.parse(text)


@pytest.mark.parametrize("count", [0, 6, 8])
def test_a_week_has_seven_days(count: int) -> None:
    """Not more and not less."""
    with pytest.raises(ValueError, match="7 days"):
        WeekHours.parse(("",) * count)


@pytest.mark.parametrize(
    ("wall", "hours"),
    [
        (at(15), 13),
        (at(0), 4),
        (at(1.5), 2.5),
        (at(4), 24),
        (at(3.75), 0.25),
        (at(23).replace(tzinfo=timezone(timedelta(hours=-7))), 5),
    ],
)
def test_tomorrow_begins_at_four(wall: datetime, hours: float) -> None:
    """Who works past midnight has not slept yet."""
    assert until_tomorrow(wall) == hours * 3600


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001
def test_tomorrow_is_within_a_day(wall: datetime) -> None:
    """So that no pause is for ever."""
    assert 0 < until_tomorrow(wall.replace(tzinfo=UTC)) <= 24 * 3600
