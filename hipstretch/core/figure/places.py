"""Places on the body by name: where a stretch is felt, and where a hand may lie."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin

from hipstretch.core.figure.flesh import limb_radius
from hipstretch.core.figure.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Bone
from hipstretch.core.figure.vectors import Vec, mirrored, unit
from hipstretch.core.person import Side


class Felt(StrEnum):
    """Where a stretch is felt; what has two sides is meant on the side that works."""

    LOWER_BACK = "lower-back"
    UPPER_BACK = "upper-back"
    BELLY = "belly"
    LOWER_BELLY = "lower-belly"
    CHEST = "chest"
    NECK = "neck"
    BUTTOCK = "buttock"
    OUTER_HIP = "outer-hip"
    FAR_HIP = "far-hip"
    HIP_BONE = "hip-bone"
    GROIN = "groin"
    FRONT_OF_HIP = "front-of-hip"
    FRONT_OF_THIGH = "front-of-thigh"
    BACK_OF_THIGH = "back-of-thigh"
    OUTER_THIGH = "outer-thigh"
    CALF = "calf"
    SHOULDER = "shoulder"


class Segment(StrEnum):
    """A limb that a hand or an ankle may lie on; without a side, the hand's own."""

    THIGH = "thigh"
    SHIN = "shin"
    FOREARM = "forearm"
    UPPER_ARM = "upper-arm"
    LEFT_THIGH = "left-thigh"
    LEFT_SHIN = "left-shin"
    LEFT_FOREARM = "left-forearm"
    LEFT_UPPER_ARM = "left-upper-arm"
    RIGHT_THIGH = "right-thigh"
    RIGHT_SHIN = "right-shin"
    RIGHT_FOREARM = "right-forearm"
    RIGHT_UPPER_ARM = "right-upper-arm"

    def bone(self, side: Side) -> Bone:
        """The bone that it is around, as a hand or a foot of `side` means it."""
        if self in _OWN:
            left = _BONES[Segment(f"left-{self.value}")]
            return left if side is Side.LEFT else left.mirror
        return _BONES[self]


_OWN = {Segment.THIGH, Segment.SHIN, Segment.FOREARM, Segment.UPPER_ARM}
_BONES = {
    Segment.LEFT_THIGH: Bone.LEFT_THIGH,
    Segment.LEFT_SHIN: Bone.LEFT_SHANK,
    Segment.LEFT_FOREARM: Bone.LEFT_FOREARM,
    Segment.LEFT_UPPER_ARM: Bone.LEFT_UPPER_ARM,
    Segment.RIGHT_THIGH: Bone.RIGHT_THIGH,
    Segment.RIGHT_SHIN: Bone.RIGHT_SHANK,
    Segment.RIGHT_FOREARM: Bone.RIGHT_FOREARM,
    Segment.RIGHT_UPPER_ARM: Bone.RIGHT_UPPER_ARM,
}
_LENGTHS = {
    Bone.LEFT_THIGH: THIGH,
    Bone.LEFT_SHANK: SHANK,
    Bone.LEFT_FOREARM: FOREARM,
    Bone.LEFT_UPPER_ARM: UPPER_ARM,
}


@dataclass(frozen=True, slots=True)
class Skin:
    """A place on the skin in a bone's frame, and the way out of the body there."""

    bone: Bone
    place: Vec
    out: Vec

    def mirror(self) -> Skin:
        """The same on the other side."""
        return Skin(self.bone.mirror, mirrored(self.place), mirrored(self.out))


@dataclass(frozen=True, slots=True)
class FeltPlace:
    """A place that glows, and how far it does, in metres."""

    skin: Skin
    reach: float
    has_sides: bool


def _felt(bone: Bone, place: Vec, out: Vec, reach: float) -> FeltPlace:
    """A place of the left half or the middle."""
    return FeltPlace(Skin(bone, place, unit(out)), reach, place[1] != 0.0)


_FELT = {
    Felt.LOWER_BACK: _felt(Bone.LUMBAR, (-0.085, 0.0, 0.02), (-1, 0, 0), 0.13),
    Felt.UPPER_BACK: _felt(Bone.THORAX, (-0.095, 0.0, 0.10), (-1, 0, 0), 0.15),
    Felt.BELLY: _felt(Bone.LUMBAR, (0.095, 0.0, 0.04), (1, 0, 0), 0.14),
    Felt.LOWER_BELLY: _felt(Bone.PELVIS, (0.082, 0.060, 0.085), (1, 0.15, 0), 0.12),
    Felt.CHEST: _felt(Bone.THORAX, (0.11, 0.0, 0.12), (1, 0, 0), 0.14),
    Felt.NECK: _felt(Bone.NECK, (-0.04, 0.0, 0.02), (-1, 0, 0), 0.09),
    Felt.BUTTOCK: _felt(Bone.PELVIS, (-0.120, 0.085, -0.030), (-1, 0.3, 0), 0.13),
    Felt.OUTER_HIP: _felt(Bone.PELVIS, (-0.035, 0.165, 0.000), (-0.2, 1, 0), 0.12),
    Felt.FAR_HIP: _felt(Bone.PELVIS, (-0.035, -0.165, 0.000), (-0.2, -1, 0), 0.12),
    Felt.HIP_BONE: _felt(Bone.PELVIS, (0.064, 0.105, 0.075), (1, 0.6, 0), 0.10),
    Felt.GROIN: _felt(Bone.PELVIS, (0.070, 0.075, -0.040), (1, 0, 0), 0.10),
    Felt.FRONT_OF_HIP: _felt(Bone.PELVIS, (0.090, 0.090, 0.010), (1, 0, 0), 0.13),
    Felt.FRONT_OF_THIGH: _felt(Bone.LEFT_THIGH, (0.085, 0.003, -0.18), (1, 0, 0), 0.16),
    Felt.BACK_OF_THIGH: _felt(Bone.LEFT_THIGH, (-0.070, 0.003, -0.20), (-1, 0, 0), 0.17),
    Felt.OUTER_THIGH: _felt(Bone.LEFT_THIGH, (0.0, 0.080, -0.16), (0, 1, 0), 0.16),
    Felt.CALF: _felt(Bone.LEFT_SHANK, (-0.060, 0.001, -0.15), (-1, 0, 0), 0.13),
    Felt.SHOULDER: _felt(Bone.LEFT_UPPER_ARM, (0.0, 0.050, -0.02), (0, 1, 0), 0.11),
}


def felt_places(felt: Felt, side: Side) -> list[FeltPlace]:
    """Where it glows on the side that works; on both sides where both do."""
    found = _FELT[felt]
    other = FeltPlace(found.skin.mirror(), found.reach, found.has_sides)
    if not found.has_sides or side is Side.LEFT:
        return [found]
    return [other] if side is Side.RIGHT else [found, other]


def skin_of(felt: Felt, side: Side) -> Skin:
    """The place on the skin of one side."""
    skin = _FELT[felt].skin
    return skin.mirror() if side is Side.RIGHT and _FELT[felt].has_sides else skin


def skin_around(bone: Bone, along: float, around: float) -> Skin:
    """The place on a limb bone at `along` (0 to 1) of its length.

    `around` is in degrees: 0 in front, 90 on the outer side, 180 behind, -90 on the inner side.
    """
    plain = bone if bone.side is Side.LEFT else bone.mirror
    angle = radians(around)
    outer = 1.0 if bone.side is Side.LEFT else -1.0
    out = (cos(angle), sin(angle) * outer, 0.0)
    radius = limb_radius(plain, along)
    depth = -along * _LENGTHS[plain]
    return Skin(bone, (out[0] * radius, out[1] * radius, depth), out)
