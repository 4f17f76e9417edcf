from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.pain import (
    ASK_WITHIN,
    WEEK_OF_HURTS,
    WORST,
    Advice,
    Feeling,
    Hurt,
    PainPlace,
    Remedy,
    advise,
    day_to_ask_about,
    has_spread,
    hurts_of,
    points_to_safety,
)
from hipstretch.core.person import Side

NOW = datetime(2026, 7, 8, 18, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
PLACES = (None, *PainPlace)
GO_ON, EASE, STOP = Advice.GO_ON, Advice.EASE, Advice.STOP


def _hurt(ago: timedelta, exercise: str = "childs-pose") -> Hurt:
    return Hurt(exercise, "Child’s pose", Side.BOTH, NOW - ago, 4, False, Remedy.EASE)


@pytest.mark.parametrize(
    ("pain", "advice"),
    [(None, EASE), (0, GO_ON), (3, GO_ON), (4, EASE), (5, EASE), (6, STOP), (10, STOP)],
)
def test_what_to_do_follows_the_leaflets_numbers(pain: int | None, advice: Advice) -> None:
    """Up to 3 go on, up to 5 ease, from 6 stop; without a number it is eased."""
    assert advise(pain, spreads=False) is advice


@pytest.mark.parametrize("pain", [None, *range(WORST + 1)])
def test_what_spreads_stops_at_any_number(pain: int | None) -> None:
    """Pain, tingling or numbness further down the leg is never one to go on with."""
    assert advise(pain, spreads=True) is STOP


def test_the_places_lie_one_below_the_other() -> None:
    """From the back to the foot."""
    assert [place.depth for place in PainPlace] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("before", PLACES)
@pytest.mark.parametrize("after", PLACES)
def test_it_has_spread_where_it_reaches_further_down(
    before: PainPlace | None, after: PainPlace | None
) -> None:
    """Both places must be known, and drawing back towards the spine is none."""
    order = list(PainPlace)
    further = None not in {before, after} and order.index(after) > order.index(before)  # type: ignore[arg-type]
    assert has_spread(before, after) is further


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [
        (Feeling(), Feeling(), False),
        (Feeling(3), Feeling(5), False),
        (Feeling(), Feeling(6), True),
        (Feeling(5), Feeling(6), True),
        (Feeling(6), Feeling(6), False),
        (Feeling(8), Feeling(7), False),
        (Feeling(2, PainPlace.BACK), Feeling(1, PainPlace.FOOT), True),
        (Feeling(2, PainPlace.FOOT), Feeling(2, PainPlace.BACK), False),
        (Feeling(2), Feeling(2, PainPlace.FOOT), False),
        (Feeling(), Feeling(None, PainPlace.FOOT), False),
    ],
)
def test_when_to_read_where_to_get_help(before: Feeling, after: Feeling, *, points: bool) -> None:
    """Strong pain that was not there before, or pain that moved further down."""
    assert points_to_safety(before, after) is points


def test_the_hurts_of_the_last_week() -> None:
    """Of that exercise alone; neither a week old nor in the future, where a clock was wrong."""
    edge, second = WEEK_OF_HURTS, timedelta(seconds=1)
    counted = [_hurt(edge - second), _hurt(timedelta())]
    others = [_hurt(edge), _hurt(-second), _hurt(second, "knee-rocking")]
    assert hurts_of("childs-pose", [*counted, *others], NOW) == tuple(counted)


def test_a_week_is_a_week_in_every_time_zone() -> None:
    """What counts is the instant, not the hour on the wall."""
    there = timezone(timedelta(hours=-7))
    hurt = _hurt(timedelta(days=6, hours=23))
    moved = hurt._replace(at=hurt.at.astimezone(there))
    assert hurts_of("childs-pose", [moved], NOW) == (moved,)


def _days(ago: set[int]) -> set[date]:
    return {TODAY - timedelta(days=n) for n in ago}


@pytest.mark.parametrize(
    ("sore", "asked", "about"),
    [
        (set(), set(), None),
        ({0}, set(), None),
        ({1}, set(), 1),
        ({3}, set(), 3),
        ({4}, set(), None),
        ({-1}, set(), None),
        ({1, 2}, set(), 1),
        ({2}, {2}, None),
        ({2}, {1}, None),
        ({2}, {0}, None),
        ({1}, {2}, 1),
        ({1, 2}, {2}, 1),
        ({1}, {-400}, 1),
    ],
)
def test_the_last_sore_day_is_asked_about_once(
    sore: set[int], asked: set[int], about: int | None
) -> None:
    """Not today and not after three days; what was asked later answers it too.

    An answer from a day ahead, where the clock was wrong, is none.
    """
    found = day_to_ask_about(_days(sore), _days(asked), TODAY)
    assert found == (None if about is None else TODAY - timedelta(days=about))


@given(st.sets(st.integers(-5, 9)), st.sets(st.integers(-5, 9)))
def test_nothing_is_asked_twice(sore: set[int], asked: set[int]) -> None:
    """A day that is asked about was sore, lies shortly back, and is quiet once it was asked."""
    day = day_to_ask_about(_days(sore), _days(asked), TODAY)
    if day is not None:
        assert day in _days(sore) - _days(asked)
        assert TODAY - ASK_WITHIN <= day < TODAY
        assert day_to_ask_about(_days(sore), _days(asked) | {day}, TODAY) is None
