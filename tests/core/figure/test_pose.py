from __future__ import annotations

import pytest

from hipstretch.core.figure import angles
from hipstretch.core.figure.angles import BallAngles
from hipstretch.core.figure.pose import Pin, Pose, blend, local_turn
from hipstretch.core.figure.skeleton import MIRRORS, Bone
from hipstretch.core.figure.vectors import AHEAD, STILL, UP, distance, mirrored, turn
from hipstretch.core.person import Side

_LIFTED = Pose().turned({Bone.LEFT_THIGH: angles.ball(BallAngles(80.0, 10.0, 5.0), Side.LEFT)})
_PIN = Pin(Bone.LEFT_HAND, None, (0.1, 0.2, 0.3), STILL, AHEAD)


def test_the_mirror_of_a_pose_has_every_joint_on_the_other_side() -> None:
    """The mirror of a pose has every joint on the other side."""
    there, here = _LIFTED.mirror().skeleton(), _LIFTED.skeleton()
    for bone in Bone:
        assert there.joints[MIRRORS[bone]] == pytest.approx(mirrored(here.joints[bone]))


def test_the_mirror_of_the_mirror_is_the_pose() -> None:
    """The mirror of the mirror is the pose."""
    pose = Pose(turns=_LIFTED.turns, pins=(_PIN,))
    assert pose.mirror().mirror() == pose


def test_the_mirror_of_a_pin_holds_the_other_hand_to_the_other_limb() -> None:
    """The mirror of a pin holds the other hand to the other limb."""
    pin = Pin(Bone.LEFT_HAND, Bone.LEFT_SHANK, (0.1, 0.2, 0.3), turn(UP, 30.0), (0.0, 1.0, 0.0))
    mirror = pin.mirror()
    assert (mirror.bone, mirror.anchor) == (Bone.RIGHT_HAND, Bone.RIGHT_SHANK)
    assert (mirror.place, mirror.bend) == ((0.1, -0.2, 0.3), (0.0, -1.0, 0.0))


def test_a_blend_turns_joints_and_keeps_the_length_of_bones() -> None:
    """A blend turns joints and keeps the length of bones."""
    joints = blend(Pose(), _LIFTED, 0.5).skeleton().joints
    knee, ankle = joints[Bone.LEFT_SHANK], joints[Bone.LEFT_FOOT]
    straight = Pose().skeleton().joints
    assert distance(knee, ankle) == pytest.approx(
        distance(straight[Bone.LEFT_SHANK], straight[Bone.LEFT_FOOT])
    )


def test_a_blend_goes_on_with_the_pins_that_both_poses_have() -> None:
    """A blend goes on with the pins that both poses have."""
    moved = Pin(Bone.LEFT_HAND, None, (0.3, 0.2, 0.3), STILL, AHEAD)
    other = Pin(Bone.RIGHT_HAND, None, (0.0, 0.0, 0.0), STILL, AHEAD)
    pins = blend(Pose(pins=(_PIN, other)), Pose(pins=(moved,)), 0.5).pins
    assert [pin.place for pin in pins] == [pytest.approx((0.2, 0.2, 0.3))]


def test_a_pin_on_a_bone_goes_with_it() -> None:
    """A pin on a bone goes with it."""
    skeleton = Pose(root=(0.0, 0.0, 1.0)).skeleton()
    pin = Pin(Bone.LEFT_HAND, Bone.PELVIS, (0.1, 0.0, 0.0), STILL, AHEAD)
    place, turned = pin.in_space(skeleton)
    assert place == pytest.approx((0.1, 0.0, 1.0))
    assert turned == STILL
    assert _PIN.in_space(skeleton) == (_PIN.place, STILL)


def test_the_turn_of_a_joint_is_what_its_bone_does_beyond_the_one_before() -> None:
    """The turn of a joint is what its bone does beyond the one before."""
    skeleton = _LIFTED.skeleton()
    bone = Bone.LEFT_THIGH
    assert local_turn(skeleton, bone, skeleton.rotations[bone]) == pytest.approx(
        _LIFTED.turns[bone]
    )
    assert local_turn(skeleton, Bone.PELVIS, STILL) == STILL
