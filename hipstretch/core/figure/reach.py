"""Limbs that reach a place: two bones bent so that the hand or the foot is where it has to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

from hipstretch.core.figure.pose import Pin, Pose, local_turn
from hipstretch.core.figure.skeleton import PARENTS, THIGH, Bone, Skeleton
from hipstretch.core.figure.vectors import (
    LEFTWARD,
    UP,
    Quat,
    Vec,
    add,
    along,
    back,
    combine,
    cross,
    distance,
    dot,
    from_axes,
    length,
    rotate,
    scale,
    sub,
    unit,
    without,
)

_NEARLY_STRAIGHT = 0.9995
"""The largest share of a limb's length that it reaches; a straight limb has no way to bend."""
_TINY = 1e-6
"""A front that is shorter, in metres, runs along its bone: any other will do."""
_GIRDLE_SHARE = 0.22
"""How much of the way towards a far target the shoulder girdle goes with the arm."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg or an arm: its bones from the trunk on, and which way its joint bends."""

    upper: Bone
    lower: Bone
    end: Bone
    trunk: Bone
    bends_back: bool

    @property
    def girdle(self) -> Bone | None:
        """The shoulder girdle of an arm; a leg has none."""
        return None if self.bends_back else Bone(PARENTS[self.upper])


LIMBS = {
    Bone.LEFT_FOOT: Limb(
        Bone.LEFT_THIGH, Bone.LEFT_SHANK, Bone.LEFT_FOOT, Bone.PELVIS, bends_back=True
    ),
    Bone.RIGHT_FOOT: Limb(
        Bone.RIGHT_THIGH, Bone.RIGHT_SHANK, Bone.RIGHT_FOOT, Bone.PELVIS, bends_back=True
    ),
    Bone.LEFT_HAND: Limb(
        Bone.LEFT_UPPER_ARM, Bone.LEFT_FOREARM, Bone.LEFT_HAND, Bone.THORAX, bends_back=False
    ),
    Bone.RIGHT_HAND: Limb(
        Bone.RIGHT_UPPER_ARM, Bone.RIGHT_FOREARM, Bone.RIGHT_HAND, Bone.THORAX, bends_back=False
    ),
}
"""The limb that each hand and foot ends."""


def apply_pins(pose: Pose) -> tuple[Pose, Skeleton]:
    """The pose with every pinned hand and foot in its place, feet first, and its skeleton."""
    pose = over_knees(pose)
    skeleton = pose.skeleton()
    for pin in pose.pins:
        pose = apply_pin(pose, skeleton, pin)
        skeleton = pose.skeleton()
    return pose, skeleton


def pinned(pose: Pose, pin: Pin) -> Pose:
    """The pose with one pin more, applied."""
    return apply_pins(replace(pose, pins=(*pose.pins, pin)))[0]


def apply_pin(pose: Pose, skeleton: Skeleton, pin: Pin) -> Pose:
    """The pose with one limb reaching as far as it can to its pin."""
    if pin.bone in _KNEES:
        return _kneel(pose, skeleton, pin)
    limb = LIMBS[pin.bone]
    target, end_turn = pin.in_space(skeleton)
    if limb.girdle is not None:
        pose = _with_girdle(pose, skeleton, limb, target)
        skeleton = pose.skeleton()
    bend = pin.bend if limb.bends_back else rotate(skeleton.rotations[limb.trunk], pin.bend)
    upper, lower = _reach(skeleton, limb, target, bend)
    held = skeleton.rotations[PARENTS[limb.upper]]
    return pose.turned(
        {
            limb.upper: combine(back(held), upper),
            limb.lower: combine(back(upper), lower),
            limb.end: combine(back(lower), end_turn),
        }
    )


_KNEES = {Bone.LEFT_SHANK, Bone.RIGHT_SHANK}


def over_knees(pose: Pose) -> Pose:
    """The pose with the pelvis as high as the thighs of kneeling legs hold it."""
    knees = [pin for pin in pose.pins if pin.bone in _KNEES]
    if not knees:
        return pose
    skeleton = pose.skeleton()
    heights = [_height_over(skeleton.joints[PARENTS[pin.bone]], pin.place) for pin in knees]
    x, y, z = pose.root
    return replace(pose, root=(x, y, z + sum(heights) / len(heights)))


def _height_over(hip: Vec, knee: Vec) -> float:
    """How much higher a hip has to be for its thigh to end at a knee, in metres."""
    flat = (hip[0] - knee[0]) ** 2 + (hip[1] - knee[1]) ** 2
    return knee[2] + sqrt(max(0.0, THIGH * THIGH - flat)) - hip[2]


def _kneel(pose: Pose, skeleton: Skeleton, pin: Pin) -> Pose:
    """The pose with a thigh that ends in a kneeling knee."""
    thigh = Bone(PARENTS[pin.bone])
    pelvis = skeleton.rotations[Bone.PELVIS]
    way = unit(sub(pin.place, skeleton.joints[thigh]))
    leftward = rotate(pelvis, LEFTWARD)
    upper = frame(way, cross(leftward, scale(way, -1.0)))
    return pose.turned(
        {
            thigh: combine(back(pelvis), upper),
            pin.bone: combine(back(upper), pin.turned),
        }
    )


def _with_girdle(pose: Pose, skeleton: Skeleton, limb: Limb, target: Vec) -> Pose:
    """The pose with the shoulder girdle gone along some of the way to a far target."""
    girdle = Bone(PARENTS[limb.upper])
    shoulder = pose.turned({girdle: (1.0, 0.0, 0.0, 0.0)}).skeleton().joints[limb.upper]
    base = skeleton.joints[girdle]
    rest = sub(shoulder, base)
    way = unit(sub(target, shoulder))
    need = min(1.0, distance(shoulder, target) / sum(_lengths(skeleton, limb)))
    wanted = unit(add(unit(rest), scale(way, _GIRDLE_SHARE * need * need)))
    trunk = skeleton.rotations[limb.trunk]
    tilted = shortest_turn(unit(rest), wanted)
    return pose.turned({girdle: local_turn(skeleton, girdle, combine(tilted, trunk))})


def shortest_turn(start: Vec, end: Vec) -> Quat:
    """The rotation that takes one unit vector to another that is not its opposite."""
    axis = cross(start, end)
    w = 1.0 + dot(start, end)
    size = sqrt(w * w + dot(axis, axis))
    return (w / size, axis[0] / size, axis[1] / size, axis[2] / size)


def _lengths(skeleton: Skeleton, limb: Limb) -> tuple[float, float]:
    """The lengths of the limb's two bones."""
    a, b, c = (skeleton.joints[bone] for bone in (limb.upper, limb.lower, limb.end))
    return distance(a, b), distance(b, c)


def _reach(skeleton: Skeleton, limb: Limb, target: Vec, bend: Vec) -> tuple[Quat, Quat]:
    """The rotations in space of the two bones."""
    start = skeleton.joints[limb.upper]
    upper, lower = _lengths(skeleton, limb)
    middle, reached = bent(start, target, upper, lower, bend)
    front = without(bend if limb.bends_back else scale(bend, -1.0), unit(sub(target, start)))
    first, second = unit(sub(middle, start)), unit(sub(reached, middle))
    return frame(first, front), frame(second, front)


def frame(way: Vec, front: Vec) -> Quat:
    """The rotation of a limb bone that runs along `way` with its front towards `front`."""
    up = scale(way, -1.0)
    ahead = without(front, up)
    if length(ahead) < _TINY:
        ahead = without((0.6, 0.0, 0.8), up)
    ahead = unit(ahead)
    return from_axes(ahead, cross(up, ahead), up)


def bent(start: Vec, target: Vec, upper: float, lower: float, bend: Vec) -> tuple[Vec, Vec]:
    """The place of a knee or elbow that points to `bend`, and the place that the limb reaches."""
    way = unit(sub(target, start))
    far = distance(start, target)
    far = max(abs(upper - lower) / _NEARLY_STRAIGHT, min(far, (upper + lower) * _NEARLY_STRAIGHT))
    ahead = (upper * upper - lower * lower + far * far) / (2.0 * far)
    aside = sqrt(max(0.0, upper * upper - ahead * ahead))
    middle = along(along(start, way, ahead), unit(without(bend, way), UP), aside)
    return middle, along(start, way, far)
