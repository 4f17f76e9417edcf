from __future__ import annotations

from math import pi

import pytest

from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.caps import Cap, cap_outline
from hipstretch.ui.figure.view import looking

_AXES = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_VIEW = looking(0.0, 0.0, (0.0, 0.0, 0.0))


def area(way: Vec, edge: float) -> float:
    """The share of the ball's disc that a cap covers."""
    points = cap_outline(_VIEW, Cap((0.0, 0.0, 0.0), _AXES, way, edge)).toList()
    turned = points[1:] + points[:1]
    pairs = zip(points, turned, strict=True)
    double: float = sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs)
    return abs(double) / 2 / pi


def test_half_a_ball_towards_the_eye_is_the_whole_disc() -> None:
    """Half a ball towards the eye is the whole disc."""
    assert area((0.0, -1.0, 0.0), 0.0) == pytest.approx(1.0, abs=0.05)


def test_half_a_ball_seen_from_its_side_is_half_the_disc() -> None:
    """Half a ball seen from its side is half the disc."""
    assert area((1.0, 0.0, 0.0), 0.0) == pytest.approx(0.5, abs=0.03)


def test_a_large_cap_that_looks_away_is_a_crescent() -> None:
    """A large cap that looks away is a crescent."""
    assert 0.02 < area((0.6, 0.8, 0.0), -0.4) < 0.5


def test_a_cap_on_the_far_side_is_not_seen_and_its_opposite_covers_all() -> None:
    """A cap on the far side is not seen and its opposite covers all."""
    assert area((0.0, 1.0, 0.0), 0.5) == 0.0
    assert area((0.0, -1.0, 0.0), -0.5) == pytest.approx(1.0, abs=0.05)


def test_a_cap_upright_is_drawn_too() -> None:
    """A cap upright is drawn too."""
    assert area((0.0, 0.0, 1.0), 0.2) > 0.2
