from __future__ import annotations

import pytest

from hipstretch.ui.figure.view import EYE_DISTANCE, fitted, looking

_MIDDLE = (0.0, 0.0, 0.5)


def test_from_the_persons_right_ahead_is_to_the_right_and_the_left_is_far() -> None:
    """From the person's right ahead is to the right and the left is far."""
    view = looking(0.0, 0.0, _MIDDLE)
    assert view.project((0.5, 0.0, 0.5))[0] > 0.0
    assert view.project((0.0, 0.0, 1.0))[1] < 0.0
    assert view.nearness((0.0, 0.5, 0.5)) == pytest.approx(-0.5)


def test_from_the_front_the_left_hand_is_on_the_right_of_the_picture() -> None:
    """From the front the left hand is on the right of the picture."""
    view = looking(-90.0, 0.0, _MIDDLE)
    assert view.project((0.0, 0.5, 0.5))[0] > 0.0
    assert view.nearness((0.5, 0.0, 0.5)) == pytest.approx(0.5)


def test_from_above_the_floor_rises_with_distance() -> None:
    """From above the floor rises with distance."""
    view = looking(0.0, 30.0, _MIDDLE)
    assert view.project((0.0, 0.5, 0.0))[1] < view.project((0.0, -0.5, 0.0))[1]


def test_what_is_nearer_is_a_little_larger() -> None:
    """What is nearer is a little larger."""
    view = looking(0.0, 0.0, _MIDDLE)
    near, far = view.project((0.0, -1.0, 0.5))[3], view.project((0.0, 1.0, 0.5))[3]
    assert near / far == pytest.approx((EYE_DISTANCE + 1) / (EYE_DISTANCE - 1))


def test_a_fitted_view_fills_its_box_and_keeps_proportions() -> None:
    """A fitted view fills its box and keeps proportions."""
    points = [(-1.0, 0.0, 0.0), (1.0, 0.0, 1.0), (0.0, 0.3, 0.2)]
    view = fitted(looking(0.0, 0.0, _MIDDLE), points, (10.0, 20.0, 400.0, 300.0))
    landed = [view.project(point)[:2] for point in points]
    assert min(x for x, _ in landed) == pytest.approx(10.0)
    assert max(x for x, _ in landed) == pytest.approx(410.0)
    assert (min(y for _, y in landed) + max(y for _, y in landed)) / 2 == pytest.approx(170.0)
