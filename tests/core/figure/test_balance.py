from __future__ import annotations

import pytest

from hipstretch.core.figure.balance import centre_of_mass, off_balance, support
from hipstretch.core.figure.flesh import flesh
from hipstretch.core.figure.pose import Pose

_SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.5, 0.5)]


def test_a_standing_body_has_its_middle_at_the_height_of_the_pelvis_over_its_feet() -> None:
    """A standing body has its middle at the height of the pelvis over its feet."""
    skeleton = Pose().skeleton()
    centre = centre_of_mass(skeleton)
    assert 0.85 < centre[2] < 1.05
    assert centre[1] == pytest.approx(0.0)
    assert off_balance(centre, support(flesh(skeleton), ())) == 0.0


def test_a_body_in_the_air_touches_nothing() -> None:
    """A body in the air touches nothing."""
    assert support(flesh(Pose(root=(0.0, 0.0, 2.0)).skeleton()), ()) == []


def test_beside_its_support_the_distance_is_told() -> None:
    """Beside its support the distance is told."""
    assert off_balance((0.5, 0.5, 1.0), _SQUARE) == 0.0
    assert off_balance((1.2, 0.5, 1.0), _SQUARE) == pytest.approx(0.2)


def test_two_places_hold_up_only_what_is_over_them() -> None:
    """Two places hold up only what is over them."""
    assert off_balance((0.3, 0.4, 1.0), [(0.0, 0.0), (5.0, 5.0)]) == pytest.approx(0.5)
    assert off_balance((0.0, 0.0, 1.0), []) == 1.0
