from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.figure.pose import Pin, Pose
from hipstretch.core.figure.reach import apply_pins, bent, frame, pinned
from hipstretch.core.figure.skeleton import THIGH, Bone
from hipstretch.core.figure.vectors import AHEAD, DOWN, LEFTWARD, STILL, UP, distance, rotate, turn

_PLACES = st.tuples(st.floats(-0.3, 0.3), st.floats(-0.2, 0.3), st.floats(0.2, 0.5))


@given(_PLACES)
def test_a_foot_is_where_it_is_pinned_and_the_knee_points_ahead(
    place: tuple[float, float, float],
) -> None:
    """A foot is where it is pinned and the knee points ahead."""
    pose = pinned(Pose(), Pin(Bone.LEFT_FOOT, None, place, STILL, AHEAD))
    joints = pose.skeleton().joints
    assert distance(joints[Bone.LEFT_FOOT], place) < 1e-3
    hip, knee, ankle = (joints[bone] for bone in (Bone.LEFT_THIGH, Bone.LEFT_SHANK, Bone.LEFT_FOOT))
    assert knee[0] >= min(hip[0], ankle[0])


def test_a_hand_keeps_to_its_place_on_a_moving_bone() -> None:
    """A hand keeps to its place on a moving bone."""
    pin = Pin(Bone.LEFT_HAND, Bone.PELVIS, (0.25, 0.1, 0.1), STILL, LEFTWARD)
    pose = replace(Pose(pins=(pin,)), root=(0.3, 0.0, 0.8))
    _, skeleton = apply_pins(pose)
    assert skeleton.joints[Bone.LEFT_HAND] == pytest.approx((0.55, 0.1, 0.9), abs=1e-3)


def test_what_is_too_far_is_reached_for_with_a_straight_limb() -> None:
    """What is too far is reached for with a straight limb."""
    pin = Pin(Bone.RIGHT_FOOT, None, (3.0, 0.0, 0.0), STILL, AHEAD)
    pose = pinned(Pose(), pin)
    joints = pose.skeleton().joints
    reach = distance(joints[Bone.RIGHT_THIGH], joints[Bone.RIGHT_FOOT])
    assert reach == pytest.approx(0.491 * 1.70, rel=2e-3)


def test_the_pelvis_is_as_high_as_the_kneeling_thighs_hold_it() -> None:
    """The pelvis is as high as the kneeling thighs hold it."""
    flat = turn(LEFTWARD, 90.0)
    pins = tuple(
        Pin(bone, None, (0.2, y, 0.05), flat, AHEAD)
        for bone, y in ((Bone.LEFT_SHANK, 0.085), (Bone.RIGHT_SHANK, -0.085))
    )
    _, skeleton = apply_pins(Pose(pins=pins))
    for bone, pin in zip((Bone.LEFT_SHANK, Bone.RIGHT_SHANK), pins, strict=True):
        assert skeleton.joints[bone] == pytest.approx(pin.place, abs=1e-3)
    hip = skeleton.joints[Bone.LEFT_THIGH]
    assert distance(hip, pins[0].place) == pytest.approx(THIGH)


def test_a_knee_is_off_the_straight_way_on_the_side_that_it_points_to() -> None:
    """A knee is off the straight way on the side that it points to."""
    middle, end = bent((0.0, 0.0, 1.0), (0.0, 0.0, 0.4), 0.4, 0.4, AHEAD)
    assert middle[0] > 0.2
    assert end == pytest.approx((0.0, 0.0, 0.4))


def test_a_bone_whose_front_is_along_it_gets_some_front() -> None:
    """A bone whose front is along it gets some front."""
    assert rotate(frame(DOWN, UP), DOWN) == pytest.approx(DOWN)
