from __future__ import annotations

import pytest

from hipstretch.core.figure.hands import PALM_MIDDLE, PALM_THICK, hand_pin
from hipstretch.core.figure.keyframe import HandDown, HandOn
from hipstretch.core.figure.places import Felt, Segment
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import rotate
from hipstretch.core.person import Side

_STANDING = Pose().skeleton()


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_palm_on_the_floor_faces_down_with_its_fingers_ahead(side: Side) -> None:
    """A palm on the floor faces down with its fingers ahead."""
    pin = hand_pin(_STANDING, HandDown((0.4, 0.2)), side, ())
    assert pin.place == pytest.approx((0.4 - PALM_MIDDLE, 0.2, PALM_THICK))
    palm = (0.0, -1.0 if side is Side.LEFT else 1.0, 0.0)
    assert rotate(pin.turned, palm) == pytest.approx((0.0, 0.0, -1.0))
    assert rotate(pin.turned, (0.0, 0.0, -1.0)) == pytest.approx((1.0, 0.0, 0.0))


def test_a_palm_turned_up_faces_the_ceiling() -> None:
    """A palm turned up faces the ceiling."""
    pin = hand_pin(_STANDING, HandDown((0.4, 0.2), palm_up=True), Side.LEFT, ())
    assert rotate(pin.turned, (0.0, -1.0, 0.0)) == pytest.approx((0.0, 0.0, 1.0))


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_hand_on_a_shin_goes_with_the_shin_and_has_its_palm_on_the_skin(side: Side) -> None:
    """A hand on a shin goes with the shin and has its palm on the skin."""
    pin = hand_pin(_STANDING, HandOn(Segment.LEFT_SHIN, 0.2), side, ())
    assert pin.anchor is Bone.LEFT_SHANK
    palm = (0.0, -1.0 if side is Side.LEFT else 1.0, 0.0)
    assert rotate(pin.turned, palm) == pytest.approx((-1.0, 0.0, 0.0), abs=1e-6)


def test_a_hand_on_the_trunk_lies_on_its_own_side() -> None:
    """A hand on the trunk lies on its own side."""
    pin = hand_pin(_STANDING, HandOn(Felt.FRONT_OF_HIP), Side.RIGHT, ())
    assert pin.anchor is Bone.PELVIS
    assert pin.place[0] > 0.08
