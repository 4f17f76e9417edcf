from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.figure.boxes import Box, corners_of

_PARTS = st.floats(-1.0, 1.0)


@given(_PARTS, _PARTS, _PARTS, st.floats(-180, 180), st.floats(0, 90))
def test_a_point_is_the_same_inside_and_outside(
    x: float, y: float, z: float, turned: float, leaning: float
) -> None:
    """A point is the same inside and outside."""
    box = Box((0.3, 0.2, 0.1), (1.0, 1.0, 1.0), turned, leaning)
    assert box.inside(box.outside((x, y, z))) == pytest.approx((x, y, z), abs=1e-9)


def test_a_turned_block_is_under_what_its_plan_covers() -> None:
    """A turned block is under what its plan covers."""
    box = Box((0.0, 0.0, 0.5), (1.0, 0.1, 0.5), 90.0)
    assert box.is_under((0.0, 0.9, 3.0))
    assert not box.is_under((0.9, 0.0, 3.0))
    assert box.top == 1.0
    assert box.top_at((0.0, 0.9, 3.0)) == 1.0


def test_a_leaning_block_is_higher_at_its_lifted_end() -> None:
    """A leaning block is higher at its lifted end."""
    box = Box((0.0, 0.0, 0.3), (0.4, 0.3, 0.1), leaning=30.0)
    assert box.top_at((-0.2, 0.0, 0.0)) > box.top_at((0.2, 0.0, 0.0)) + 0.2


def test_a_steep_block_carries_nothing() -> None:
    """A steep block carries nothing."""
    assert not Box((0.0, 0.0, 0.3), (0.4, 0.3, 0.1), leaning=80.0).is_under((0.0, 0.0, 1.0))


def test_a_block_has_eight_corners() -> None:
    """A block has eight corners."""
    assert len(set(corners_of(Box((0.0, 0.0, 0.0), (1.0, 2.0, 3.0))))) == 8
