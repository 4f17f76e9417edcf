"""Legs of a keyframe that are in contact: feet and knees on the floor, an ankle on a limb."""

from __future__ import annotations

from dataclasses import replace
from math import degrees

from hipstretch.core.figure import angles
from hipstretch.core.figure.flesh import Part, flesh
from hipstretch.core.figure.keyframe import (
    AnkleOn,
    FootDown,
    FootManner,
    Kneeling,
    Leg,
    LegAngles,
    PelvisPlace,
)
from hipstretch.core.figure.places import skin_around
from hipstretch.core.figure.pose import Pin, Pose
from hipstretch.core.figure.reach import pinned
from hipstretch.core.figure.scene import Prop, surface_height
from hipstretch.core.figure.skeleton import SHANK, Bone, Skeleton
from hipstretch.core.figure.trunk import posture_turn
from hipstretch.core.figure.vectors import (
    AHEAD,
    LEFTWARD,
    STILL,
    UP,
    Quat,
    Vec,
    along,
    back,
    combine,
    mirrored,
    rotate,
    turn,
)
from hipstretch.core.person import Side

KNEE_RADIUS = 0.054
_ANKLE_ON_SKIN = 0.026
"""How far the middle of an ankle is from the skin that it lies on, in metres."""
_ANKLE_BEHIND_KNEE = 0.078
"""The height of the ankle when the shin lies on the floor and the toes point back, in metres."""
_POINTED = -50.0
"""The ankle of a foot that lies on its instep, in degrees: as far as ankles go."""
_ON_TOES = 45.0
"""How far the heel of a foot on its toes is lifted, in degrees."""
_FIRST_HEIGHT = 0.07
_TRIES = 3
"""How often foot and leg are fitted to each other; more changes nothing that is seen."""

THIGHS = {Side.LEFT: Bone.LEFT_THIGH, Side.RIGHT: Bone.RIGHT_THIGH}
SHANKS = {Side.LEFT: Bone.LEFT_SHANK, Side.RIGHT: Bone.RIGHT_SHANK}
FEET = {Side.LEFT: Bone.LEFT_FOOT, Side.RIGHT: Bone.RIGHT_FOOT}


def with_leg(
    pose: Pose, leg: Leg, side: Side, pelvis: PelvisPlace, props: tuple[Prop, ...]
) -> Pose:
    """The pose with one leg in contact; a leg that is said by angles stays."""
    if isinstance(leg, LegAngles):
        return pose
    if isinstance(leg, Kneeling):
        bent = pose.turned({FEET[side]: angles.ankle(leg.ankle, 0.0, side)})
        return pinned(bent, _knee_pin(leg, side, props))
    way = _knee_way(leg.knee_to, side, pelvis)
    if isinstance(leg, AnkleOn):
        return _with_ankle_on(pose, leg, side, way)
    return _with_foot_down(pose, leg, side, way, props)


def _knee_way(way: Vec, side: Side, pelvis: PelvisPlace) -> Vec:
    """The way a knee points in space; the pelvis counts as it is before it is tilted."""
    return rotate(posture_turn(pelvis), way if side is Side.LEFT else mirrored(way))


def _heading(toes: float, side: Side) -> Quat:
    """The turn of a foot whose toes point outwards by `toes` degrees."""
    return turn(UP, angles.sign(side) * toes)


def _knee_pin(leg: Kneeling, side: Side, props: tuple[Prop, ...]) -> Pin:
    """A knee on the floor with its shin behind it."""
    x, y = leg.at
    place = (x, y, surface_height(props, (x, y, 0.0), leg.on) + KNEE_RADIUS)
    slope = degrees((KNEE_RADIUS - _ANKLE_BEHIND_KNEE) / SHANK)
    flat = combine(_heading(-leg.toes, side), turn(LEFTWARD, 90.0 - slope))
    return Pin(SHANKS[side], None, place, flat, AHEAD)


def _with_ankle_on(pose: Pose, leg: AnkleOn, side: Side, way: Vec) -> Pose:
    """The pose with an ankle on a limb."""
    skin = skin_around(leg.segment.bone(side.opposite), leg.along, leg.around)
    place = along(skin.place, skin.out, _ANKLE_ON_SKIN)
    held = angles.ankle(leg.ankle, leg.inversion, side)
    pin = Pin(FEET[side], skin.bone, place, STILL, way)
    for _ in range(_TRIES - 1):
        skeleton = pinned(pose, pin).skeleton()
        turned = combine(skeleton.rotations[SHANKS[side]], held)
        pin = replace(pin, turned=combine(back(skeleton.rotations[skin.bone]), turned))
    return pinned(pose, pin)


def _with_foot_down(
    pose: Pose, leg: FootDown, side: Side, way: Vec, props: tuple[Prop, ...]
) -> Pose:
    """The pose with a foot on the floor or on a thing."""
    x, y = leg.at
    ground = surface_height(props, (x, y, 0.0), leg.on)
    pin = Pin(FEET[side], None, (x, y, ground + _FIRST_HEIGHT), STILL, way)
    for _ in range(_TRIES):
        skeleton = pinned(pose, pin).skeleton()
        turned = _foot_turn(skeleton, leg, side)
        height = ground + _height_over_sole(turned, side)
        pin = replace(pin, turned=turned, place=(x, y, height))
    return pinned(pose, pin)


def _foot_turn(skeleton: Skeleton, leg: FootDown, side: Side) -> Quat:
    """How the foot is turned in space."""
    if leg.manner in {FootManner.FLAT, FootManner.EDGE}:
        return combine(_heading(leg.toes, side), angles.ankle(0.0, leg.inversion, side))
    if leg.manner is FootManner.TOES:
        return combine(_heading(leg.toes, side), turn(LEFTWARD, _ON_TOES + leg.ankle))
    pointed = _POINTED if leg.manner is FootManner.INSTEP else 0.0
    held = angles.ankle(leg.ankle or pointed, leg.inversion, side)
    return combine(skeleton.rotations[SHANKS[side]], held)


_FOOT_PARTS = {Side.LEFT: Part.LEFT_FOOT, Side.RIGHT: Part.RIGHT_FOOT}


def _height_over_sole(turned: Quat, side: Side) -> float:
    """How high the ankle is over the lowest point of a foot that is turned so, in metres."""
    pose = Pose(root=(0.0, 0.0, 0.0)).turned({FEET[side]: turned})
    skeleton = pose.skeleton()
    foot = next(strand for strand in flesh(skeleton) if strand.part is _FOOT_PARTS[side])
    return skeleton.joints[FEET[side]][2] - min(blob.lowest() for blob in foot.blobs)
