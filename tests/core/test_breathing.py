from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.breathing import breath_at

_lengths = st.floats(2.0, 20.0)
_shares = st.floats(0.0, 0.999)


@pytest.mark.parametrize(
    ("offset", "is_in", "fullness"),
    [
        (0.0, True, 0.0),
        (1.5, True, 0.5),
        (2.99, True, 1.0),
        (3.0, False, 1.0),
        (4.5, False, 0.5),
        (5.99, False, 0.0),
        (6.0, True, 0.0),
        (64.5, False, 0.5),
    ],
)
def test_a_breath_of_six_seconds(offset: float, is_in: bool, fullness: float) -> None:
    """In for the first half, out for the second, and again."""
    breath = breath_at(offset, 6.0)
    assert breath.is_in is is_in
    assert breath.fullness == pytest.approx(fullness, abs=1e-4)


@given(_shares, _lengths)
def test_the_lungs_are_never_more_than_full(share: float, length: float) -> None:
    """Nor less than empty."""
    assert 0.0 <= breath_at(share * length, length).fullness <= 1.0


@given(_shares, st.floats(0.0, 0.001), _lengths)
def test_they_fill_while_one_breathes_in(share: float, later: float, length: float) -> None:
    """And empty while one breathes out; softly, without a jump."""
    now, then = (breath_at(at * length, length) for at in (share, share + later))
    change = then.fullness - now.fullness
    if now.is_in and then.is_in:
        assert change >= 0.0
    if not now.is_in and not then.is_in:
        assert change <= 0.0
    assert abs(change) <= 4 * later
