from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DaySpan
from hipstretch.core.sitting_totals import Totals, of_day, totals_of

SITTING, UP, STRETCHING, AWAY = Presence
MORNING = datetime(2026, 5, 15, 8, 0, tzinfo=UTC)
AWAY_AFTER = 300.0


def day(*parts: tuple[Presence, float], start: datetime = MORNING) -> tuple[DaySpan, ...]:
    """Spans one after the other, each so many minutes long."""
    spans = []
    for presence, minutes in parts:
        end = start + timedelta(minutes=minutes)
        spans.append(DaySpan(presence, start, end))
        start = end
    return tuple(spans)


def totals(*parts: tuple[Presence, float]) -> Totals:
    """What such a day adds up to."""
    return totals_of(day(*parts), AWAY_AFTER)


def test_a_day_adds_up() -> None:
    """Minutes sat and up, how often one got up, and the longest sitting."""
    assert totals((SITTING, 32), (UP, 5), (SITTING, 40), (STRETCHING, 3)) == Totals(
        sat=72 * 60, up=8 * 60, breaks=2, longest=40 * 60
    )


def test_nothing_adds_up_to_nothing() -> None:
    """A day that has not begun."""
    assert totals() == Totals()


def test_a_short_absence_is_part_of_the_sitting() -> None:
    """As the sitting clock sees it."""
    assert totals((SITTING, 20), (AWAY, 4), (SITTING, 20)).longest == 40 * 60
    assert totals((SITTING, 20), (AWAY, 4), (SITTING, 20)).breaks == 0


def test_a_long_absence_is_a_break() -> None:
    """The next sitting begins at nothing."""
    long = totals((SITTING, 20), (AWAY, 6), (SITTING, 25))
    assert (long.breaks, long.longest, long.up) == (1, 25 * 60, 0)


def test_a_moment_up_is_no_break() -> None:
    """Unless one is away for long besides."""
    assert totals((SITTING, 20), (UP, 0.4), (SITTING, 20)).breaks == 0
    assert totals((SITTING, 20), (UP, 0.4), (AWAY, 5), (SITTING, 20)).breaks == 1


def test_who_has_not_sat_has_no_break() -> None:
    """The morning's absence is none."""
    assert totals((AWAY, 60), (UP, 10), (SITTING, 5)).breaks == 0


def test_only_today_counts() -> None:
    """What began yesterday is cut at midnight, and what was only then is left out."""
    late = datetime(2026, 5, 14, 23, 0, tzinfo=UTC)
    spans = day((SITTING, 30), (UP, 10), (SITTING, 50), start=late)
    (cut,) = of_day(spans, MORNING)
    assert cut == DaySpan(SITTING, datetime(2026, 5, 15, tzinfo=UTC), spans[2].ended_at)


PARTS = st.lists(st.tuples(st.sampled_from(list(Presence)), st.floats(0.1, 120)), max_size=12)


@given(PARTS)
def test_no_day_has_more_than_its_time(parts: list[tuple[Presence, float]]) -> None:
    """Sums stay within the day, and breaks within the changes of presence."""
    spans = day(*parts)
    found = totals_of(spans, AWAY_AFTER)
    whole = sum(minutes for _, minutes in parts) * 60
    away = sum(minutes for presence, minutes in parts if presence is AWAY) * 60
    assert abs(found.sat + found.up + away - whole) < 0.01
    assert found.longest <= found.sat + 0.01
    assert found.breaks <= sum(1 for one, other in pairwise(parts) if one[0] is not other[0])
