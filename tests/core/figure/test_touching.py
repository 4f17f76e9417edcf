from __future__ import annotations

import pytest

from hipstretch.core.figure import angles
from hipstretch.core.figure.angles import BallAngles
from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.flesh import Blob, Cover, flesh
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.scene import Prop, PropKind
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.touching import depth_between, depth_in, in_body, in_floor_or_things
from hipstretch.core.person import Side


def ball(x: float, z: float, radius: float = 0.1) -> Blob:
    """A ball-shaped blob."""
    return Blob((x, 0.0, z), radius, None, Cover.SKIN, Bone.PELVIS)


def test_standing_touches_nothing_too_deeply() -> None:
    """Standing touches nothing too deeply."""
    strands = flesh(Pose().skeleton())
    assert list(in_floor_or_things(strands, ())) == []
    assert list(in_body(strands)) == []


def test_feet_in_the_floor_are_found() -> None:
    """Feet in the floor are found."""
    found = list(in_floor_or_things(flesh(Pose(root=(0, 0, 0.85)).skeleton()), ()))
    assert {overlap.what for overlap in found} == {"left foot", "right foot"}
    assert found[0].describe() == "left foot is 5.1 cm in the floor"


def test_a_body_in_a_step_is_found_but_a_pillow_gives_way() -> None:
    """A body in a step is found but a pillow gives way."""
    strands = flesh(Pose().skeleton())
    step = Prop(PropKind.STEP, (0.0, 0.0, 0.0), (1.0, 1.0, 0.05), name="step")
    pillow = Prop(PropKind.PILLOW, (0.0, 0.0, 0.0), (1.0, 1.0, 0.05))
    assert [overlap.into for overlap in in_floor_or_things(strands, (step,))] == ["the step"] * 2
    assert list(in_floor_or_things(strands, (pillow,))) == []


def test_a_hand_in_the_belly_is_found() -> None:
    """A hand in the belly is found."""
    pose = Pose().turned(
        {
            Bone.LEFT_UPPER_ARM: angles.ball(BallAngles(10.0, 0.0, -70.0), Side.LEFT),
            Bone.LEFT_FOREARM: angles.elbow(95.0, 0.0, Side.LEFT),
        }
    )
    assert "the trunk" in {overlap.into for overlap in in_body(flesh(pose.skeleton()))}


def test_crossed_legs_are_found_in_each_other() -> None:
    """Crossed legs are found in each other."""
    crossed = angles.ball(BallAngles(0.0, -15.0), Side.LEFT)
    pose = Pose().turned({Bone.LEFT_THIGH: crossed})
    assert ("left leg", "the right leg") in {
        (overlap.what, overlap.into) for overlap in in_body(flesh(pose.skeleton()))
    }


def test_the_depth_of_two_balls_is_what_they_share() -> None:
    """The depth of two balls is what they share."""
    assert depth_between(ball(0, 0), ball(0.15, 0)) == pytest.approx(0.05)
    assert depth_between(ball(0, 0), ball(0, 0)) == pytest.approx(0.2)
    assert depth_between(ball(0, 0), ball(0.5, 0)) < 0.0


def test_the_depth_in_a_block_counts_from_its_nearest_face() -> None:
    """The depth in a block counts from its nearest face."""
    box = Box((0.0, 0.0, 0.0), (0.5, 0.5, 0.5))
    assert depth_in(ball(0.0, 0.55), box) == pytest.approx(0.05)
    assert depth_in(ball(0.4, 0.0), box) == pytest.approx(0.2)
    assert depth_in(ball(-0.58, 0.0), box) == pytest.approx(0.02)
