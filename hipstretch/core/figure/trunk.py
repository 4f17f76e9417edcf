"""Pelvis, spine and head of a keyframe: how they are turned, and what they rest on."""

from __future__ import annotations

from hipstretch.core.figure import angles
from hipstretch.core.figure.angles import SpineAngles
from hipstretch.core.figure.flesh import Part, flesh
from hipstretch.core.figure.keyframe import HeadPose, PelvisPlace, Posture, SpinePose
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.scene import Prop, surface_height
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import LEFTWARD, STILL, UP, Quat, Vec, combine, turn

_SINK, _HEAD_SINK = 0.008, 0.012
"""How far trunk and head are pressed in where they rest, in metres."""
_NECK_BENDS = (-35.0, 70.0)
"""How far a neck is bent, in degrees, to find where the head rests."""
_HALVINGS = 18
_POSTURES: dict[Posture, Quat] = {
    Posture.UPRIGHT: STILL,
    Posture.SUPINE: turn(LEFTWARD, -90.0),
    Posture.PRONE: turn(LEFTWARD, 90.0),
    Posture.LEFT_SIDE: combine(turn(LEFTWARD, -90.0), turn(UP, 90.0)),
    Posture.RIGHT_SIDE: combine(turn(LEFTWARD, -90.0), turn(UP, -90.0)),
}
_RESTING = {Bone.PELVIS, Bone.LUMBAR, Bone.THORAX}


def posture_turn(pelvis: PelvisPlace) -> Quat:
    """How the pelvis is turned in space before it is tilted and rolled."""
    return combine(turn(UP, pelvis.turned), _POSTURES[pelvis.posture])


def trunk_pose(pelvis: PelvisPlace, spine: SpinePose, neck: SpineAngles) -> Pose:
    """Pelvis, spine and neck turned; half of what the lower back does happens at each end of it."""
    tilted = combine(_POSTURES[pelvis.posture], turn(LEFTWARD, -pelvis.tilt))
    rolled = combine(tilted, turn(UP, pelvis.roll))
    half = angles.spine(_half(spine.lumbar))
    return Pose().turned(
        {
            Bone.PELVIS: combine(turn(UP, pelvis.turned), rolled),
            Bone.LUMBAR: half,
            Bone.THORAX: combine(half, angles.spine(spine.thoracic)),
            Bone.NECK: angles.spine(_half(neck)),
            Bone.HEAD: angles.spine(_half(neck)),
        }
    )


def _half(whole: SpineAngles) -> SpineAngles:
    """What each of two joints does."""
    return SpineAngles(*(angle / 2 for angle in whole))


def resting_height(pose: Pose, at: tuple[float, float], props: tuple[Prop, ...]) -> float:
    """The height at which the trunk, let down over `at`, lies on what is under it."""
    skeleton = pose.skeleton()
    x, y = at[0] - pose.root[0], at[1] - pose.root[1]
    gaps = [
        blob.lowest() - surface_height(props, _moved(blob.centre, x, y))
        for strand in flesh(skeleton)
        for blob in strand.blobs
        if blob.bone in _RESTING
    ]
    return pose.root[2] - min(gaps) - _SINK


def _moved(point: Vec, x: float, y: float) -> Vec:
    """The point moved over the floor."""
    return (point[0] + x, point[1] + y, point[2])


def with_resting_head(pose: Pose, head: HeadPose, props: tuple[Prop, ...]) -> Pose:
    """The pose with the neck bent until the head lies on what is under it."""
    low, high = _NECK_BENDS
    if _gap(_with_neck(pose, head, low), props) > _gap(_with_neck(pose, head, high), props):
        low, high = high, low
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _gap(_with_neck(pose, head, middle), props) < 0.0:
            low = middle
        else:
            high = middle
    return _with_neck(pose, head, high)


def _with_neck(pose: Pose, head: HeadPose, flexion: float) -> Pose:
    """The pose with the neck bent by `flexion`."""
    half = angles.spine(_half(head.neck._replace(flexion=flexion)))
    return pose.turned({Bone.NECK: half, Bone.HEAD: half})


def _gap(pose: Pose, props: tuple[Prop, ...]) -> float:
    """How far the head is above what is under it, in metres; negative below."""
    return min(
        blob.lowest() - surface_height(props, blob.centre) + _HEAD_SINK
        for strand in flesh(pose.skeleton())
        if strand.part is Part.HEAD
        for blob in strand.blobs
    )
