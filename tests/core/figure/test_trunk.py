from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.figure.angles import SpineAngles
from hipstretch.core.figure.flesh import Part, flesh
from hipstretch.core.figure.keyframe import HeadPose, PelvisPlace, Posture, SpinePose
from hipstretch.core.figure.scene import Prop, PropKind
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.trunk import resting_height, trunk_pose, with_resting_head
from hipstretch.core.figure.vectors import Vec, length

_STILL = SpineAngles()
_PILLOW = Prop(PropKind.PILLOW, (-0.75, 0.0, 0.0), (0.3, 0.4, 0.08))


@pytest.mark.parametrize(
    ("posture", "head", "belly"),
    [
        (Posture.UPRIGHT, (0, 0, 1), (1, 0, 0)),
        (Posture.SUPINE, (-1, 0, 0), (0, 0, 1)),
        (Posture.PRONE, (1, 0, 0), (0, 0, -1)),
        (Posture.LEFT_SIDE, (-1, 0, 0), (0, 1, 0)),
        (Posture.RIGHT_SIDE, (-1, 0, 0), (0, -1, 0)),
    ],
)
def test_each_posture_has_its_head_and_its_belly_where_the_page_says(
    posture: Posture, head: Vec, belly: Vec
) -> None:
    """Each posture has its head and its belly where the page says."""
    skeleton = trunk_pose(PelvisPlace(posture), SpinePose(), _STILL).skeleton()
    assert skeleton.direction(Bone.PELVIS, (0.0, 0.0, 1.0)) == pytest.approx(head, abs=1e-9)
    assert skeleton.direction(Bone.PELVIS, (1.0, 0.0, 0.0)) == pytest.approx(belly, abs=1e-9)


def test_a_posterior_tilt_takes_the_top_of_the_pelvis_back() -> None:
    """A posterior tilt takes the top of the pelvis back."""
    skeleton = trunk_pose(PelvisPlace(tilt=20.0), SpinePose(), _STILL).skeleton()
    assert skeleton.direction(Bone.PELVIS, (0.0, 0.0, 1.0))[0] < -0.3


def test_lumbar_flexion_is_shared_by_the_two_ends_of_the_lower_back() -> None:
    """Lumbar flexion is shared by the two ends of the lower back."""
    spine = SpinePose(SpineAngles(40.0), SpineAngles(10.0))
    skeleton = trunk_pose(PelvisPlace(), spine, _STILL).skeleton()
    ways = [skeleton.direction(bone, (0.0, 0.0, 1.0)) for bone in (Bone.LUMBAR, Bone.THORAX)]
    assert ways[0][0] == pytest.approx(0.342, abs=1e-3)
    assert ways[1][0] == pytest.approx(0.766, abs=1e-3)


def test_a_lying_trunk_is_let_down_on_the_floor_and_on_a_bed() -> None:
    """A lying trunk is let down on the floor and on a bed."""
    pose = trunk_pose(PelvisPlace(Posture.SUPINE), SpinePose(), _STILL)
    bed = Prop(PropKind.BED, (0.0, 0.0, 0.0), (3.0, 1.0, 0.45))
    on_floor = resting_height(pose, (0.0, 0.0), ())
    assert 0.09 < on_floor < 0.14
    assert resting_height(pose, (0.0, 0.0), (bed,)) == pytest.approx(on_floor + 0.45)


@pytest.mark.parametrize("posture", [Posture.SUPINE, Posture.PRONE])
@pytest.mark.parametrize("props", [(), (_PILLOW,)])
def test_a_resting_head_lies_on_what_is_under_it(posture: Posture, props: tuple[Prop, ...]) -> None:
    """A resting head lies on what is under it."""
    pose = trunk_pose(PelvisPlace(posture), SpinePose(), _STILL)
    pose = replace(pose, root=(0.0, 0.0, 0.13))
    resting = with_resting_head(pose, HeadPose(rests=True), props).skeleton()
    head = next(strand for strand in flesh(resting) if strand.part is Part.HEAD)
    height = 0.08 if props and posture is Posture.SUPINE else 0.0
    assert min(blob.lowest() for blob in head.blobs) == pytest.approx(height, abs=0.02)
    assert length(resting.joints[Bone.HEAD]) > 0.5
