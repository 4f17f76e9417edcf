from __future__ import annotations

import pytest

from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.skeleton import (
    BODY_HEIGHT,
    FOREARM,
    HIP_HEIGHT,
    SHANK,
    THIGH,
    UPPER_ARM,
    Bone,
)
from hipstretch.core.figure.vectors import distance, mirrored
from hipstretch.core.person import Side


def test_segments_are_their_shares_of_the_body_height() -> None:
    """Segments are their shares of the body height."""
    joints = Pose().skeleton().joints
    assert distance(joints[Bone.LEFT_THIGH], joints[Bone.LEFT_SHANK]) == pytest.approx(
        0.245 * BODY_HEIGHT
    )
    shares = tuple(size / BODY_HEIGHT for size in (THIGH, SHANK, UPPER_ARM, FOREARM))
    assert shares == pytest.approx((0.245, 0.246, 0.186, 0.146))
    assert joints[Bone.LEFT_THIGH][2] == pytest.approx(HIP_HEIGHT)


def test_standing_left_is_the_mirror_of_right() -> None:
    """Standing left is the mirror of right."""
    joints = Pose().skeleton().joints
    for bone in Bone:
        assert mirrored(joints[bone]) == pytest.approx(joints[bone.mirror])
        assert bone.mirror.mirror is bone


def test_bones_know_their_side_their_limb_and_their_name() -> None:
    """Bones know their side their limb and their name."""
    assert (Bone.THORAX.side, Bone.LEFT_HAND.side, Bone.RIGHT_FOOT.side) == (
        Side.BOTH,
        Side.LEFT,
        Side.RIGHT,
    )
    assert Bone.RIGHT_FINGERS.is_of_arm
    assert not Bone.LEFT_THIGH.is_of_arm
    assert Bone.LEFT_UPPER_ARM.label == "left upper arm"


def test_a_skeleton_gives_points_and_directions_of_its_bones_in_space() -> None:
    """A skeleton gives points and directions of its bones in space."""
    skeleton = Pose(root=(1.0, 0.0, 0.0)).skeleton()
    assert skeleton.point(Bone.PELVIS, (0.1, 0.0, 0.0)) == pytest.approx((1.1, 0.0, 0.0))
    assert skeleton.direction(Bone.PELVIS, (0.0, 1.0, 0.0)) == pytest.approx((0.0, 1.0, 0.0))
