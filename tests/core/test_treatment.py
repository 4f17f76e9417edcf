from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hipstretch.core.treatment import (
    GENTLER_MINUTES,
    LOUDEST,
    MEANS,
    MINUTES_BOUNDS,
    SOFTEST,
    USUAL_MINUTES,
    Kind,
    Means,
    Place,
    Refusal,
    RefusedError,
    Treatment,
)

BEGAN = 5000.0
ICE = Treatment("a", Kind.ICE, Place.RIGHT_HIP, Means.PACK, 1200.0, BEGAN)


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [(Kind.ICE, 21), (Kind.ICE, 20.001), (Kind.ICE, 4.999), (Kind.HEAT, 31), (Kind.HEAT, 0)],
)
def test_a_length_that_is_not_safe_cannot_even_be_made(kind: Kind, minutes: float) -> None:
    """21 minutes of ice are refused, wherever they come from."""
    with pytest.raises(RefusedError) as refused:
        Treatment("a", kind, Place.OTHER, MEANS[kind][0], minutes * 60, BEGAN)
    assert refused.value.refusal is Refusal.LENGTH


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -1200.0])
def test_a_length_that_is_none_is_refused(seconds: float) -> None:
    """Also where it would compare with nothing."""
    with pytest.raises(RefusedError, match="length"):
        replace(ICE, seconds=seconds)


@pytest.mark.parametrize(
    ("kind", "means"), [(Kind.ICE, Means.BATH), (Kind.ICE, Means.PAD), (Kind.HEAT, Means.PACK)]
)
def test_ice_and_heat_have_their_own_means(kind: Kind, means: Means) -> None:
    """There is no bath of ice."""
    with pytest.raises(ValueError, match="is not done with a"):
        Treatment("a", kind, Place.OTHER, means, 600.0, BEGAN)


@pytest.mark.parametrize("kind", Kind)
def test_the_lengths_that_are_offered_are_allowed(kind: Kind) -> None:
    """The shortest, the longest, the articles' and the leaflets'."""
    for minutes in (*MINUTES_BOUNDS[kind], USUAL_MINUTES[kind], GENTLER_MINUTES[kind]):
        one = Treatment("a", kind, Place.OTHER, MEANS[kind][0], minutes * 60, BEGAN)
        assert one.remaining(BEGAN) == minutes * 60


def test_what_is_left_is_the_deadline_minus_now() -> None:
    """And nothing after it."""
    assert ICE.ends_at == 6200.0
    assert [ICE.remaining(at) for at in (5000.0, 5900.5, 6200.0, 9999.0)] == [1200.0, 299.5, 0, 0]


@pytest.mark.parametrize(
    ("minutes", "numbers"), [(5, []), (6, [1]), (10, [1]), (20, [1, 2, 3]), (30, [1, 2, 3, 4, 5])]
)
def test_the_skin_is_looked_at_every_five_minutes_but_not_at_the_end(
    minutes: int, numbers: list[int]
) -> None:
    """There the alarm rings."""
    heat = Treatment("a", Kind.HEAT, Place.OTHER, Means.PAD, minutes * 60.0, BEGAN)
    seen = [heat.checks_due(BEGAN + second) for second in range(2000)]
    assert sorted({number for number in seen if number}) == numbers
    for number in numbers:
        assert seen.index(number) == 300 * number


@given(st.floats(5, 30), st.floats(0, 1e6), st.floats(0, 1))
@example(5.000000000000001, 212.0, 0.0)
def test_the_next_skin_check_is_always_ahead(minutes: float, began: float, share: float) -> None:
    """Never now, so that nobody looks at the clock in vain."""
    heat = Treatment("a", Kind.HEAT, Place.OTHER, Means.PAD, minutes * 60, began)
    at = began + share * heat.seconds
    due, wait = heat.next_check_at(at), heat.next_check_in(at)
    if due is None or wait is None:
        assert due is wait
        assert heat.ends_at - at <= 300.0 + 1e-6
    else:
        assert at < due < heat.ends_at
        assert wait == due - at
        assert heat.checks_due(due) == heat.checks_due(at) + 1


def test_a_skin_check_waits_for_an_answer_until_the_end() -> None:
    """Then the alarm does."""
    assert not ICE.asks
    assert replace(ICE, checks=1).asks
    assert not replace(ICE, checks=1, fine=1).asks
    assert not replace(ICE, checks=1, rung_at=6200.0).asks


def test_the_alarm_grows_for_two_minutes() -> None:
    """From soft to loud."""
    volumes = [ICE.alarm_volume(ICE.ends_at + second) for second in range(601)]
    assert all(before <= after for before, after in pairwise(volumes))
    assert volumes[0] == SOFTEST
    assert volumes[119] < LOUDEST
    assert set(volumes[120:]) == {LOUDEST}


def test_unanswered_skin_checks_make_it_louder_from_the_start() -> None:
    """Whoever did not answer may be asleep."""
    volumes = [replace(ICE, checks=3, fine=fine).alarm_volume(6200.0) for fine in (3, 2, 1, 0)]
    assert volumes == pytest.approx([0.4, 0.5, 0.6, 0.7])
