from __future__ import annotations

import pytest

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.scene import Prop, PropKind, solids, surface_height
from hipstretch.core.figure.vectors import distance

LEANING = Box((0.1, 0.2, 0.3), (0.3, 0.2, 0.05), turned=25.0, leaning=37.0)


def leaning_pillow(degrees: float) -> Prop:
    """A thin pillow that leans."""
    return Prop(PropKind.PILLOW, (0.0, 0.0, 0.4), (0.6, 0.4, 0.1), leaning=degrees)


def test_a_leaning_block_sees_a_point_where_it_puts_it() -> None:
    """Into the space of the block and back out is where it was."""
    point = (0.2, -0.1, 0.04)
    assert distance(LEANING.inside(LEANING.outside(point)), point) < 1e-9


def test_the_head_end_of_a_leaning_block_is_lifted() -> None:
    """The end at -x goes up."""
    assert LEANING.outside((-0.3, 0.0, 0.0))[2] > LEANING.outside((0.3, 0.0, 0.0))[2]


def test_the_top_of_a_leaning_block_is_its_upper_face() -> None:
    """Its top is followed along the slope."""
    on_top = LEANING.outside((-0.2, 0.1, 0.05))
    assert LEANING.top_at((on_top[0], on_top[1], 0.0)) == pytest.approx(on_top[2])


def test_what_lies_on_a_leaning_pillow_lies_higher_at_its_head_end() -> None:
    """The surface falls towards +x."""
    props = (leaning_pillow(30.0),)
    heights = [surface_height(props, (x, 0.0, 0.0)) for x in (-0.15, 0.0, 0.15)]
    assert heights == sorted(heights, reverse=True)


def test_nothing_lies_on_a_pillow_that_stands_on_end() -> None:
    """A cushion behind a back holds nobody up."""
    assert surface_height((leaning_pillow(85.0),), (0.04, 0.0, 0.0)) == 0.0


def test_a_leaning_prop_leans_as_far_on_the_other_side() -> None:
    """Mirroring left and right leaves the lean."""
    pillow = leaning_pillow(30.0)
    left, right = (solids(prop)[0].box for prop in (pillow, pillow.mirror()))
    assert left == right
