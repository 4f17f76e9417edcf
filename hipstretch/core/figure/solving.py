"""From what an author says to a pose: contacts first, the angles follow."""

from __future__ import annotations

from dataclasses import replace

from hipstretch.core.figure import angles
from hipstretch.core.figure.hands import HANDS, hand_pin
from hipstretch.core.figure.keyframe import (
    AnkleOn,
    Arm,
    ArmAngles,
    HandDown,
    HandOn,
    Keyframe,
    Kneeling,
    Leg,
    LegAngles,
)
from hipstretch.core.figure.legs import FEET, SHANKS, THIGHS, with_leg
from hipstretch.core.figure.pose import Pose
from hipstretch.core.figure.reach import pinned
from hipstretch.core.figure.scene import Prop
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.trunk import resting_height, trunk_pose, with_resting_head
from hipstretch.core.person import Side

_SIDES = (Side.LEFT, Side.RIGHT)
_TRIES = 2
"""How often hand and arm are fitted to each other; more changes nothing that is seen."""


def solve(keyframe: Keyframe, props: tuple[Prop, ...]) -> Pose:
    """The pose of a keyframe among its props: trunk, legs, head, arms."""
    legs = {Side.LEFT: keyframe.left_leg, Side.RIGHT: keyframe.right_leg}
    arms = {Side.LEFT: keyframe.left_arm, Side.RIGHT: keyframe.right_arm}
    pose = trunk_pose(keyframe.pelvis, keyframe.spine, keyframe.head.neck)
    for side in _SIDES:
        pose = _with_angles(pose, legs[side], arms[side], side)
    pose = _placed(pose, keyframe, props)
    for side in sorted(_SIDES, key=lambda side: isinstance(legs[side], AnkleOn)):
        pose = with_leg(pose, legs[side], side, keyframe.pelvis, props)
    if keyframe.head.rests:
        pose = with_resting_head(pose, keyframe.head, props)
    for side in _SIDES:
        arm = arms[side]
        if not isinstance(arm, ArmAngles):
            pose = _with_hand(pose, arm, side, props)
    return pose


def _with_angles(pose: Pose, leg: Leg, arm: Arm, side: Side) -> Pose:
    """The pose with what is said of one side by angles."""
    hand = HANDS[side]
    changes = {Bone(hand + 1): angles.curl(arm.fingers, side)}
    if isinstance(arm, ArmAngles):
        changes[Bone(hand - 2)] = angles.ball(arm.shoulder, side)
        changes[Bone(hand - 1)] = angles.elbow(arm.elbow, arm.pronation, side)
        changes[hand] = angles.curl(arm.wrist, side)
    if isinstance(leg, LegAngles):
        changes[THIGHS[side]] = angles.ball(leg.hip, side)
        changes[SHANKS[side]] = angles.knee(leg.knee)
        changes[FEET[side]] = angles.ankle(leg.ankle, leg.inversion, side)
    return pose.turned(changes)


def _placed(pose: Pose, keyframe: Keyframe, props: tuple[Prop, ...]) -> Pose:
    """The pose with the pelvis in its place: as high as said, as its knees hold it, or resting."""
    x, y = keyframe.pelvis.at
    height = keyframe.pelvis.height
    if height is None and isinstance(keyframe.left_leg, Kneeling):
        height = 0.0
    if height is None and isinstance(keyframe.right_leg, Kneeling):
        height = 0.0
    if height is None:
        height = resting_height(pose, (x, y), props)
    return replace(pose, root=(x, y, height))


def _with_hand(pose: Pose, arm: HandDown | HandOn, side: Side, props: tuple[Prop, ...]) -> Pose:
    """The pose with a hand in contact; how it lies depends on the elbow, and the other way."""
    pin = hand_pin(pose.skeleton(), arm, side, props)
    for _ in range(_TRIES):
        pin = hand_pin(pinned(pose, pin).skeleton(), arm, side, props)
    return pinned(pose, pin)
