from __future__ import annotations

import pytest

from hipstretch.core.figure.flesh import Part, flesh
from hipstretch.core.figure.keyframe import (
    AnkleOn,
    FootDown,
    FootManner,
    Kneeling,
    LegAngles,
    PelvisPlace,
)
from hipstretch.core.figure.legs import KNEE_RADIUS, with_leg
from hipstretch.core.figure.places import Segment
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.scene import Prop, PropKind
from hipstretch.core.figure.skeleton import Bone, Skeleton
from hipstretch.core.figure.vectors import distance
from hipstretch.core.person import Side

_STEP = Prop(PropKind.STEP, (0.5, 0.1, 0.0), (0.3, 0.4, 0.2), name="step")
_CROUCHED = Pose(root=(0.0, 0.0, 0.6))


def foot_floor(skeleton: Skeleton, part: Part) -> float:
    """The height of a foot's lowest point."""
    foot = next(strand for strand in flesh(skeleton) if strand.part is part)
    return min(blob.lowest() for blob in foot.blobs)


@pytest.mark.parametrize("manner", list(FootManner))
@pytest.mark.parametrize(("on", "height"), [("", 0.0), ("step", 0.2)])
def test_a_foot_touches_what_it_is_on_in_every_manner(
    manner: FootManner, on: str, height: float
) -> None:
    """A foot touches what it is on in every manner."""
    leg = FootDown(manner, (0.45, 0.1), on)
    pose = with_leg(_CROUCHED, leg, Side.LEFT, PelvisPlace(), (_STEP,))
    skeleton = pose.skeleton()
    assert foot_floor(skeleton, Part.LEFT_FOOT) == pytest.approx(height, abs=0.01)
    assert skeleton.joints[Bone.LEFT_FOOT][:2] == pytest.approx((0.45, 0.1), abs=1e-3)


def test_toes_turned_out_point_to_the_foots_own_side() -> None:
    """Toes turned out point to the foot's own side."""
    leg = FootDown(FootManner.FLAT, (0.2, -0.1), toes=30.0)
    pose = with_leg(_CROUCHED, leg, Side.RIGHT, PelvisPlace(), ())
    assert pose.skeleton().direction(Bone.RIGHT_FOOT, (1.0, 0.0, 0.0))[1] < -0.4


def test_a_kneeling_knee_is_on_the_floor_and_its_shin_behind_it() -> None:
    """A kneeling knee is on the floor and its shin behind it."""
    pose = with_leg(Pose(), Kneeling((0.1, 0.09)), Side.LEFT, PelvisPlace(), ())
    joints = pose.skeleton().joints
    assert joints[Bone.LEFT_SHANK] == pytest.approx((0.1, 0.09, KNEE_RADIUS), abs=1e-3)
    assert joints[Bone.LEFT_FOOT][0] < -0.3


def test_an_ankle_lies_on_the_other_thigh() -> None:
    """An ankle lies on the other thigh."""
    seated = Pose(root=(0.0, 0.0, 0.5))
    seated = with_leg(seated, FootDown(FootManner.FLAT, (0.4, -0.1)), Side.RIGHT, PelvisPlace(), ())
    pose = with_leg(seated, AnkleOn(Segment.THIGH, 0.8), Side.LEFT, PelvisPlace(), ())
    joints = pose.skeleton().joints
    on_thigh = pose.skeleton().point(Bone.RIGHT_THIGH, (0.06, 0.0, -0.33))
    assert distance(joints[Bone.LEFT_FOOT], on_thigh) < 0.06


def test_a_leg_that_is_said_by_angles_stays() -> None:
    """A leg that is said by angles stays."""
    assert with_leg(Pose(), LegAngles(), Side.LEFT, PelvisPlace(), ()) == Pose()
