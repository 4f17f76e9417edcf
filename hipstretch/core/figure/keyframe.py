"""A keyframe as its author says it: angles and contacts, in metres and degrees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hipstretch.core.figure.angles import BallAngles, SpineAngles
from hipstretch.core.figure.places import Felt, Segment
from hipstretch.core.figure.vectors import Vec

Spot = tuple[float, float]
"""A place on the floor or on a thing, seen from above: x along the mat, y to the left."""


class Posture(StrEnum):
    """How the pelvis is turned before it is tilted."""

    UPRIGHT = "upright"
    SUPINE = "supine"
    PRONE = "prone"
    LEFT_SIDE = "left-side"
    RIGHT_SIDE = "right-side"


class FootManner(StrEnum):
    """Which part of a foot is down."""

    FLAT = "flat"
    HEEL = "heel"
    INSTEP = "instep"
    EDGE = "edge"
    TOES = "toes"


@dataclass(frozen=True, slots=True)
class PelvisPlace:
    """Where the pelvis is; without a height it is let down on what is under it."""

    posture: Posture = Posture.UPRIGHT
    at: Spot = (0.0, 0.0)
    height: float | None = None
    tilt: float = 0.0
    turned: float = 0.0
    roll: float = 0.0


@dataclass(frozen=True, slots=True)
class SpinePose:
    """The lower and the upper back."""

    lumbar: SpineAngles = SpineAngles()
    thoracic: SpineAngles = SpineAngles()


@dataclass(frozen=True, slots=True)
class HeadPose:
    """Neck and head; a head that rests is let down on what is under it."""

    neck: SpineAngles = SpineAngles()
    rests: bool = False


@dataclass(frozen=True, slots=True)
class LegAngles:
    """A leg by its angles."""

    hip: BallAngles = BallAngles()
    knee: float = 0.0
    ankle: float = 0.0
    inversion: float = 0.0


@dataclass(frozen=True, slots=True)
class FootDown:
    """A foot that stays where it is; `at` is the place under its ankle."""

    manner: FootManner
    at: Spot
    on: str = ""
    toes: float = 0.0
    ankle: float = 0.0
    inversion: float = 0.0
    knee_to: Vec = (1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Kneeling:
    """A knee on the floor, the shin behind it; `at` is the place under the knee."""

    at: Spot
    on: str = ""
    toes: float = 0.0
    ankle: float = -50.0


@dataclass(frozen=True, slots=True)
class AnkleOn:
    """An ankle that lies on a limb."""

    segment: Segment
    along: float
    around: float = 0.0
    knee_to: Vec = (0.6, 1.0, 0.0)
    ankle: float = 10.0
    inversion: float = 0.0


@dataclass(frozen=True, slots=True)
class ArmAngles:
    """An arm by its angles."""

    shoulder: BallAngles = BallAngles()
    elbow: float = 0.0
    pronation: float = 0.0
    wrist: float = 0.0
    fingers: float = 12.0


@dataclass(frozen=True, slots=True)
class HandDown:
    """A palm on the floor or on a thing; `fingers` is their heading, outwards, in degrees."""

    at: Spot
    on: str = ""
    heading: float = 0.0
    elbow_to: Vec = (-0.4, 1.0, 0.0)
    fingers: float = 6.0
    palm_up: bool = False


@dataclass(frozen=True, slots=True)
class HandOn:
    """A palm on the body; `heading` turns the fingers from lying across the limb to along it."""

    where: Segment | Felt
    along: float = 0.5
    around: float = 0.0
    heading: float = 0.0
    elbow_to: Vec = (0.0, 1.0, -0.5)
    fingers: float = 35.0


Leg = LegAngles | FootDown | Kneeling | AnkleOn
Arm = ArmAngles | HandDown | HandOn


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A whole pose as it is said; `share` is when it is reached, 0 to 1."""

    name: str
    share: float = 0.0
    pelvis: PelvisPlace = PelvisPlace()
    spine: SpinePose = SpinePose()
    head: HeadPose = HeadPose()
    left_leg: Leg = LegAngles()
    right_leg: Leg = LegAngles()
    left_arm: Arm = ArmAngles()
    right_arm: Arm = ArmAngles()
