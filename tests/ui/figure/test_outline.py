from __future__ import annotations

from math import hypot

import pytest

from hipstretch.ui.figure.outline import (
    COARSE,
    FINE,
    FINEST,
    MIDDLE,
    Spot,
    ball_spot,
    ellipsoid_spot,
    enough_directions,
    skin,
)
from hipstretch.ui.figure.view import View, looking


def view() -> View:
    """From the person's right."""
    return looking(0.0, 0.0, (0.0, 0.0, 0.0))


def spot(radius: float) -> Spot:
    """A circle at the origin."""
    return Spot(0.0, 0.0, 0.0, 1.0, radius**2, 0.0, radius**2)


def test_a_round_ellipsoid_looks_like_a_ball() -> None:
    """A round ellipsoid looks like a ball."""
    axes = ((0.1, 0.0, 0.0), (0.0, 0.1, 0.0), (0.0, 0.0, 0.1))
    assert ellipsoid_spot(view(), (0.2, 0.0, 0.1), axes) == pytest.approx(
        ball_spot(view(), (0.2, 0.0, 0.1), 0.1)._replace(is_ball=False)
    )


def test_an_ellipse_reaches_as_far_as_its_half_axes() -> None:
    """An ellipse reaches as far as its half axes."""
    flat = ellipsoid_spot(view(), (0.0, 0.0, 0.0), ((0.3, 0.0, 0.0), (0.0, 0.0, 0.1)))
    assert (flat.reach(1.0, 0.0), flat.reach(0.0, 1.0)) == pytest.approx((0.3, 0.1))


def test_the_skin_of_a_ball_is_round() -> None:
    """The skin of a ball is round."""
    outline = skin((spot(10.0),))
    assert all(hypot(point.x(), point.y()) == pytest.approx(10.0) for point in outline.toList())


def test_a_skin_lies_tight_around_all_its_spots() -> None:
    """A skin lies tight around all its spots."""
    first, second = Spot(0, 0, 0, 1, 100, 0, 100), Spot(50, 0, 0, 1, 400, 10, 90)
    frame = skin((first, second), FINE).boundingRect()
    assert frame.left() == pytest.approx(-10.0, abs=0.1)
    assert frame.right() == pytest.approx(70.0, abs=0.2)


def test_a_point_is_its_own_skin() -> None:
    """A point is its own skin."""
    flat = Spot(3.0, 4.0, 0.0, 1.0, 1e-20, 0.0, 0.0)
    points = skin((flat,)).toList()
    assert all(hypot(point.x() - 3.0, point.y() - 4.0) < 1e-6 for point in points)


def test_large_outlines_have_more_points() -> None:
    """Large outlines have more points."""
    assert enough_directions((spot(3.0),)) is COARSE
    assert enough_directions((spot(20.0),)) is MIDDLE
    assert enough_directions((spot(60.0),)) is FINE
    assert enough_directions((spot(200.0),)) is FINEST
