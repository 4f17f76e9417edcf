"""Joint angles in clinical terms, in degrees, and the rotations that they stand for.

Zero is the anatomical position. Flexion is positive; extension, adduction and inward rotation are
negative. A joint is flexed first, then abducted, then rotated about its bone.
"""

from __future__ import annotations

from math import asin, atan2, degrees
from typing import NamedTuple

from hipstretch.core.figure.vectors import (
    AHEAD,
    LEFTWARD,
    UP,
    Quat,
    axes,
    combine,
    turn,
)
from hipstretch.core.person import Side


class BallAngles(NamedTuple):
    """A hip or a shoulder: flexion, abduction, outward rotation."""

    flexion: float = 0.0
    abduction: float = 0.0
    rotation: float = 0.0


class SpineAngles(NamedTuple):
    """A part of the spine: forward flexion, bending to the left, turning to the left."""

    flexion: float = 0.0
    side_bend: float = 0.0
    rotation: float = 0.0


def sign(side: Side) -> float:
    """1 for left, -1 for right."""
    return 1.0 if side is Side.LEFT else -1.0


def ball(angles: BallAngles, side: Side) -> Quat:
    """The rotation of a hip or a shoulder."""
    to_side = sign(side)
    return combine(
        combine(turn(LEFTWARD, -angles.flexion), turn(AHEAD, to_side * angles.abduction)),
        turn(UP, to_side * angles.rotation),
    )


def ball_angles(rotation: Quat, side: Side) -> BallAngles:
    """The angles of a hip's or a shoulder's rotation."""
    to_side = sign(side)
    ahead, leftward, up = axes(rotation)
    flexion = atan2(-up[0], up[2])
    abduction = asin(max(-1.0, min(1.0, -up[1])))
    spin = atan2(ahead[1], leftward[1])
    return BallAngles(degrees(flexion), to_side * degrees(abduction), to_side * degrees(spin))


def spine(angles: SpineAngles) -> Quat:
    """The rotation of a part of the spine."""
    return combine(
        combine(turn(LEFTWARD, angles.flexion), turn(AHEAD, -angles.side_bend)),
        turn(UP, angles.rotation),
    )


def spine_angles(rotation: Quat) -> SpineAngles:
    """The angles of a spinal rotation."""
    flexion, bend, spin = ball_angles(rotation, Side.LEFT)
    return SpineAngles(-flexion, -bend, spin)


def knee(flexion: float) -> Quat:
    """The rotation of a knee."""
    return turn(LEFTWARD, flexion)


def elbow(flexion: float, pronation: float, side: Side) -> Quat:
    """The rotation of an elbow and its forearm; pronation turns the palm down."""
    return combine(turn(LEFTWARD, -flexion), turn(UP, -sign(side) * pronation))


def ankle(dorsiflexion: float, inversion: float, side: Side) -> Quat:
    """The rotation of an ankle; inversion lifts the inner edge of the foot."""
    return combine(turn(LEFTWARD, -dorsiflexion), turn(AHEAD, -sign(side) * inversion))


def curl(flexion: float, side: Side) -> Quat:
    """The rotation of a wrist or of the fingers towards the palm."""
    return turn(AHEAD, -sign(side) * flexion)
