from __future__ import annotations

import pytest

from hipstretch.core.figure.angles import BallAngles, ball_angles
from hipstretch.core.figure.keyframe import (
    ArmAngles,
    FootDown,
    FootManner,
    HandDown,
    HandOn,
    HeadPose,
    Keyframe,
    Kneeling,
    LegAngles,
    PelvisPlace,
    Posture,
)
from hipstretch.core.figure.places import Segment
from hipstretch.core.figure.skeleton import THIGH, Bone
from hipstretch.core.figure.solving import solve
from hipstretch.core.figure.vectors import distance
from hipstretch.core.person import Side


def test_angles_are_taken_as_they_are_said() -> None:
    """Angles are taken as they are said."""
    keyframe = Keyframe(
        "hold",
        pelvis=PelvisPlace(height=0.9),
        left_leg=LegAngles(hip=BallAngles(70.0, 10.0), knee=80.0),
        right_arm=ArmAngles(shoulder=BallAngles(30.0), elbow=40.0),
    )
    pose = solve(keyframe, ())
    hip = ball_angles(pose.turns[Bone.LEFT_THIGH], Side.LEFT)
    assert hip == pytest.approx((70.0, 10.0, 0.0), abs=1e-6)
    elbow = ball_angles(pose.turns[Bone.RIGHT_FOREARM], Side.RIGHT)
    assert elbow.flexion == pytest.approx(40.0)


def test_crook_lying_has_the_angles_of_the_family_that_the_notes_give() -> None:
    """Hips at 50 go with knees at 105 (clinical notes, part 2, tip 2)."""
    keyframe = Keyframe(
        "start",
        pelvis=PelvisPlace(Posture.SUPINE),
        head=HeadPose(rests=True),
        left_leg=FootDown(FootManner.FLAT, (0.50, 0.1)),
        right_leg=FootDown(FootManner.FLAT, (0.50, -0.1)),
    )
    pose = solve(keyframe, ())
    hip = ball_angles(pose.turns[Bone.LEFT_THIGH], Side.LEFT).flexion
    knee = -ball_angles(pose.turns[Bone.LEFT_SHANK], Side.LEFT).flexion
    assert hip == pytest.approx(47.0, abs=4.0)
    assert knee == pytest.approx(2 * hip + 8.0, abs=6.0)


def test_hands_on_a_shin_are_there_after_the_leg_is_posed() -> None:
    """Hands on a shin are there after the leg is posed."""
    keyframe = Keyframe(
        "hold",
        pelvis=PelvisPlace(Posture.SUPINE),
        left_leg=LegAngles(hip=BallAngles(115.0), knee=120.0),
        left_arm=HandOn(Segment.LEFT_SHIN, 0.2),
        right_arm=HandDown((-0.2, -0.4)),
    )
    skeleton = solve(keyframe, ()).skeleton()
    shin = skeleton.point(Bone.LEFT_SHANK, (0.05, 0.0, -0.08))
    assert distance(skeleton.joints[Bone.LEFT_HAND], shin) < 0.1
    assert skeleton.joints[Bone.RIGHT_HAND][2] == pytest.approx(0.016, abs=0.002)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_kneeling_body_stands_over_its_knee(side: Side) -> None:
    """A kneeling body stands over its knee."""
    kneel = Kneeling((0.0, 0.09 if side is Side.LEFT else -0.09))
    standing = FootDown(FootManner.FLAT, (0.4, -0.1 if side is Side.LEFT else 0.1))
    left, right = (kneel, standing) if side is Side.LEFT else (standing, kneel)
    skeleton = solve(Keyframe("start", left_leg=left, right_leg=right), ()).skeleton()
    thigh = Bone.LEFT_THIGH if side is Side.LEFT else Bone.RIGHT_THIGH
    assert skeleton.joints[thigh][2] == pytest.approx(0.054 + THIGH, abs=0.01)
