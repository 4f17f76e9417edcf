from __future__ import annotations

import pytest

from hipstretch.core.figure import angles
from hipstretch.core.figure.angles import BallAngles, SpineAngles
from hipstretch.core.figure.limits import Reading, readings
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import Quat
from hipstretch.core.person import Side


def reading(pose: Pose, joint: str) -> Reading:
    """One reading of a pose."""
    return next(found for found in readings(pose) if found.joint == joint)


def test_standing_is_human() -> None:
    """Standing is human."""
    assert all(found.is_human for found in readings(Pose()))


@pytest.mark.parametrize(
    ("bone", "rotation", "joint"),
    [
        (Bone.LEFT_THIGH, angles.ball(BallAngles(130.0), Side.LEFT), "left hip flexion"),
        (Bone.RIGHT_THIGH, angles.ball(BallAngles(-25.0), Side.RIGHT), "right hip flexion"),
        (Bone.LEFT_THIGH, angles.ball(BallAngles(0, 50.0), Side.LEFT), "left hip abduction"),
        (Bone.LEFT_THIGH, angles.ball(BallAngles(0, -35.0), Side.LEFT), "left hip abduction"),
        (
            Bone.LEFT_THIGH,
            angles.ball(BallAngles(0, 0, 70.0), Side.LEFT),
            "left hip outward rotation",
        ),
        (Bone.LEFT_SHANK, angles.knee(160.0), "left knee flexion"),
        (Bone.RIGHT_SHANK, angles.knee(-8.0), "right knee flexion"),
        (Bone.LEFT_FOOT, angles.ankle(25.0, 0.0, Side.LEFT), "left ankle dorsiflexion"),
        (Bone.LEFT_FOOT, angles.ankle(-55.0, 0.0, Side.LEFT), "left ankle dorsiflexion"),
        (Bone.RIGHT_FOREARM, angles.elbow(155.0, 0.0, Side.RIGHT), "right elbow flexion"),
        (
            Bone.LEFT_UPPER_ARM,
            angles.ball(BallAngles(-80.0), Side.LEFT),
            "left shoulder extension",
        ),
        (Bone.LEFT_HAND, angles.curl(100.0, Side.LEFT), "left wrist bend"),
        (Bone.LUMBAR, angles.spine(SpineAngles(40.0)), "lumbar flexion"),
        (Bone.LUMBAR, angles.spine(SpineAngles(-20.0)), "lumbar flexion"),
        (Bone.NECK, angles.spine(SpineAngles(35.0)), "neck flexion"),
    ],
)
def test_a_joint_beyond_its_limit_is_not_human(bone: Bone, rotation: Quat, joint: str) -> None:
    """A joint beyond its limit is not human."""
    found = reading(Pose().turned({bone: rotation}), joint)
    assert not found.is_human
    assert found.describe().startswith(joint)


def test_a_crossed_leg_may_be_turned_out_further() -> None:
    """A crossed leg may be turned out further."""
    turned_out = angles.ball(BallAngles(90.0, 30.0, 75.0), Side.LEFT)
    straight = Pose().turned({Bone.LEFT_THIGH: turned_out})
    crossed = straight.turned({Bone.LEFT_SHANK: angles.knee(120.0)})
    assert not reading(straight, "left hip outward rotation").is_human
    assert reading(crossed, "left hip outward rotation").is_human
