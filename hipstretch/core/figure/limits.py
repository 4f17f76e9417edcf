"""How far human joints go, in degrees, and what a pose asks of them.

The limits are those of the table of joint ranges in the clinical notes (Merck and Kurz), with 80
degrees of outward hip rotation for crossed legs (measured in sitting, doi
10.1186/s12891-021-04487-z). The limits without a source say where a joint would look broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hipstretch.core.figure.angles import ball_angles, spine_angles
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import DOWN, UP, Quat, angle_between, rotate
from hipstretch.core.person import Side

_SLACK = 1.0
"""What a reading may be over its limit: rounding, not movement."""
_CROSSED_HIP, _CROSSED_KNEE = 40.0, 60.0
"""From here on a leg counts as crossed, and its hip may be turned out to 80 degrees."""


class Reading(NamedTuple):
    """An angle of a joint, and what it may be."""

    joint: str
    angle: float
    low: float
    high: float

    @property
    def is_human(self) -> bool:
        """Whether a joint goes so far."""
        return self.low - _SLACK <= self.angle <= self.high + _SLACK

    def describe(self) -> str:
        """The reading in words."""
        return f"{self.joint} {self.angle:.0f}, {self.low:g} to {self.high:g} is human"


_LEGS = {
    Side.LEFT: (Bone.LEFT_THIGH, Bone.LEFT_SHANK, Bone.LEFT_FOOT),
    Side.RIGHT: (Bone.RIGHT_THIGH, Bone.RIGHT_SHANK, Bone.RIGHT_FOOT),
}
_ARMS = {
    Side.LEFT: (Bone.LEFT_UPPER_ARM, Bone.LEFT_FOREARM, Bone.LEFT_HAND),
    Side.RIGHT: (Bone.RIGHT_UPPER_ARM, Bone.RIGHT_FOREARM, Bone.RIGHT_HAND),
}


def readings(pose: Pose) -> Iterator[Reading]:
    """Every angle of a pose that has a limit."""
    yield from _of_trunk(pose)
    for side in (Side.LEFT, Side.RIGHT):
        yield from _of_leg(pose, side)
        yield from _of_arm(pose, side)


def _of_trunk(pose: Pose) -> Iterator[Reading]:
    """Lower back, upper back and neck."""
    lower, upper = (spine_angles(pose.turns[bone]) for bone in (Bone.LUMBAR, Bone.THORAX))
    yield Reading("lumbar flexion", lower.flexion * 2, -30, 75)
    yield Reading("lumbar side bend", lower.side_bend * 2, -35, 35)
    yield Reading("lumbar rotation", lower.rotation * 2, -25, 25)
    yield Reading("thoracic flexion", upper.flexion - lower.flexion, -25, 45)
    yield Reading("thoracic rotation", upper.rotation - lower.rotation, -40, 40)
    neck = spine_angles(pose.turns[Bone.NECK])
    yield Reading("neck flexion", neck.flexion * 2, -60, 60)
    yield Reading("neck rotation", neck.rotation * 2, -85, 85)


def _of_leg(pose: Pose, side: Side) -> Iterator[Reading]:
    """Hip, knee and ankle."""
    thigh, shank, foot = _LEGS[side]
    hip, knee = ball_angles(pose.turns[thigh], side), ball_angles(pose.turns[shank], side)
    ankle = ball_angles(pose.turns[foot], side)
    is_crossed = hip.flexion > _CROSSED_HIP and -knee.flexion > _CROSSED_KNEE
    name = side.value
    yield Reading(f"{name} hip flexion", hip.flexion, -20, 125)
    yield Reading(f"{name} hip abduction", hip.abduction, -30, 45)
    yield Reading(f"{name} hip outward rotation", hip.rotation, -45, 80 if is_crossed else 60)
    yield Reading(f"{name} knee flexion", -knee.flexion, 0, 155)
    yield Reading(f"{name} knee, sideways", knee.abduction, -12, 12)
    yield Reading(f"{name} ankle dorsiflexion", ankle.flexion, -50, 20)
    yield Reading(f"{name} ankle, sideways", ankle.abduction, -45, 45)


def _of_arm(pose: Pose, side: Side) -> Iterator[Reading]:
    """Shoulder, elbow and wrist."""
    upper, fore, hand = _ARMS[side]
    name = side.value
    yield Reading(f"{name} shoulder elevation", _bend(pose.turns[upper]), 0, 180)
    yield Reading(f"{name} shoulder extension", _extension(pose.turns[upper]), 0, 65)
    yield Reading(f"{name} elbow flexion", ball_angles(pose.turns[fore], side).flexion, 0, 150)
    yield Reading(f"{name} wrist bend", _bend(pose.turns[hand]), 0, 95)


def _bend(rotation: Quat) -> float:
    """The angle between a bone and the one before it."""
    return angle_between(rotate(rotation, UP), UP)


def _extension(rotation: Quat) -> float:
    """How far an arm is behind the plane of the trunk; 0 in front of it."""
    way = rotate(rotation, DOWN)
    return max(0.0, angle_between(way, (0.0, way[1], way[2]))) if way[0] < 0.0 else 0.0
