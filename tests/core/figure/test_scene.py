from __future__ import annotations

import pytest

from hipstretch.core.figure.scene import Prop, PropKind, corners, solids, surface_height

_CHAIR = Prop(PropKind.CHAIR, (0.0, 0.0, 0.0), (0.44, 0.44, 0.45), name="chair")
_STEP = Prop(PropKind.STEP, (1.0, 0.2, 0.0), (0.3, 0.3, 0.2), 30.0, "step")
_MAT = Prop(PropKind.MAT, (0.0, 0.0, 0.0), (1.8, 0.6, 0.0), name="mat")


def test_the_mirror_of_a_prop_is_on_the_other_side_and_turned_the_other_way() -> None:
    """The mirror of a prop is on the other side and turned the other way."""
    assert (_STEP.mirror().place, _STEP.mirror().turned) == ((1.0, -0.2, 0.0), -30.0)


def test_what_is_under_a_point_is_the_highest_thing_there_or_the_floor() -> None:
    """What is under a point is the highest thing there or the floor."""
    props = (_CHAIR, _STEP)
    assert surface_height(props, (1.0, 0.2, 2.0)) == pytest.approx(0.2)
    assert surface_height(props, (3.0, 0.0, 2.0)) == 0.0


def test_a_thing_is_named_by_its_name_its_kind_or_its_back() -> None:
    """A thing is named by its name its kind or its back."""
    props = (_STEP, _CHAIR, _MAT)
    assert surface_height(props, (9.0, 9.0, 0.0), "chair") == pytest.approx(0.45)
    assert surface_height(props, (9.0, 9.0, 0.0), "chair-back") == pytest.approx(0.91)
    assert surface_height(props, (1.0, 0.2, 0.0), "") == 0.0
    assert surface_height(props, (1.0, 0.2, 0.0), "mat") == 0.0
    assert surface_height(props, (1.0, 0.2, 0.0), "ball") == 0.0


@pytest.mark.parametrize("kind", list(PropKind))
def test_every_thing_has_corners_around_it(kind: PropKind) -> None:
    """Every thing has corners around it."""
    prop = Prop(kind, (0.0, 0.0, 0.0), (0.5, 0.4, 0.3))
    found = corners(prop)
    assert min(x for x, _, _ in found) <= -0.25
    assert max(y for _, y, _ in found) >= 0.2


def test_mat_wall_and_strap_are_no_blocks() -> None:
    """Mat wall and strap are no blocks."""
    assert solids(_MAT) == ()
