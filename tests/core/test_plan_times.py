from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest

from hipstretch.core.plan_times import times_of_day


@pytest.mark.parametrize(
    ("count", "hours"),
    [
        (0, ()),
        (1, (9,)),
        (2, (9, 18)),
        (3, (9, 13, 18)),
        (4, (9, 12, 15, 18)),
        (5, (9, 11, 13, 15, 18)),
        (10, tuple(range(9, 19))),
    ],
)
def test_a_few_times_are_whole_hours(count: int, hours: tuple[int, ...]) -> None:
    """Once in the morning, and then spread up to the evening."""
    assert times_of_day(count) == tuple(time(hour) for hour in hours)


@pytest.mark.parametrize("count", range(2, 25))
def test_no_two_times_are_the_same(count: int) -> None:
    """However often a routine's file says; all lie between nine and six, about evenly."""
    times = times_of_day(count)
    minutes = [at.hour * 60 + at.minute for at in times]
    assert (times[0], times[-1], len(times)) == (time(9), time(18), count)
    gaps = [later - earlier for earlier, later in pairwise(minutes)]
    assert min(gaps) > 0
    assert max(gaps) - min(gaps) <= 60
