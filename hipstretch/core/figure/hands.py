"""Hands that lie on something: where the wrist has to be, and how the hand is turned."""

from __future__ import annotations

from hipstretch.core.figure.angles import sign
from hipstretch.core.figure.keyframe import HandDown, HandOn
from hipstretch.core.figure.places import Felt, Skin, skin_around, skin_of
from hipstretch.core.figure.pose import Pin
from hipstretch.core.figure.scene import Prop, surface_height
from hipstretch.core.figure.skeleton import Bone, Skeleton
from hipstretch.core.figure.vectors import (
    AHEAD,
    UP,
    Quat,
    Vec,
    along,
    back,
    combine,
    cross,
    dot,
    from_axes,
    mirrored,
    rotate,
    scale,
    sub,
    turn,
    unit,
    without,
)
from hipstretch.core.person import Side

PALM_MIDDLE = 0.062
"""From the wrist to the middle of the palm, in metres."""
PALM_THICK = 0.016
HANDS = {Side.LEFT: Bone.LEFT_HAND, Side.RIGHT: Bone.RIGHT_HAND}


def hand_pin(
    skeleton: Skeleton, arm: HandDown | HandOn, side: Side, props: tuple[Prop, ...]
) -> Pin:
    """Where a hand is held."""
    bend = arm.elbow_to if side is Side.LEFT else mirrored(arm.elbow_to)
    if isinstance(arm, HandDown):
        x, y = arm.at
        place = (x, y, surface_height(props, (x, y, 0.0), arm.on))
        fingers = rotate(turn(UP, sign(side) * arm.heading), AHEAD)
        wrist, turned = _laid(place, UP, fingers, side, palm_up=arm.palm_up)
        return Pin(HANDS[side], None, wrist, turned, bend)
    return _pin_on_body(skeleton, arm, side, bend)


def _pin_on_body(skeleton: Skeleton, arm: HandOn, side: Side, bend: Vec) -> Pin:
    """Where a hand on the body is held, in the frame of the bone under it."""
    skin = _skin(arm, side)
    place, out = skeleton.point(skin.bone, skin.place), skeleton.direction(skin.bone, skin.out)
    fingers = _fingers_way(skeleton, skin, place, out, side)
    turned = rotate(turn(out, sign(side) * arm.heading), fingers)
    wrist, turn_in_space = _laid(place, out, turned, side)
    frame = back(skeleton.rotations[skin.bone])
    local = rotate(frame, sub(wrist, skeleton.joints[skin.bone]))
    return Pin(HANDS[side], skin.bone, local, combine(frame, turn_in_space), bend)


def _skin(arm: HandOn, side: Side) -> Skin:
    """The place under the palm."""
    if isinstance(arm.where, Felt):
        return skin_of(arm.where, side)
    return skin_around(arm.where.bone(side), arm.along, arm.around)


def _fingers_way(skeleton: Skeleton, skin: Skin, place: Vec, out: Vec, side: Side) -> Vec:
    """Which way the fingers point: across the limb, away from the elbow."""
    elbow = skeleton.joints[Bone(HANDS[side] - 1)]
    reaching = unit(without(sub(place, elbow), out), AHEAD)
    if skin.bone < Bone.LEFT_GIRDLE:
        return reaching
    bone_way = skeleton.direction(skin.bone, UP)
    across = unit(cross(bone_way, out))
    across = across if dot(across, reaching) >= 0.0 else scale(across, -1.0)
    return unit(without(along(across, reaching, 0.45), out))


def _laid(
    place: Vec, out: Vec, fingers: Vec, side: Side, *, palm_up: bool = False
) -> tuple[Vec, Quat]:
    """The wrist and the turn of a hand whose palm lies on `place`, its back towards `out`."""
    up = scale(fingers, -1.0)
    face = out if (side is Side.LEFT) is not palm_up else scale(out, -1.0)
    turned = from_axes(cross(face, up), face, up)
    wrist = along(along(place, out, PALM_THICK), fingers, -PALM_MIDDLE)
    return wrist, turned
