"""The body around the bones: strands of rounded sections, for painting, resting and checking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hipstretch.core.figure.skeleton import (
    FOREARM,
    MIRRORS,
    SHANK,
    THIGH,
    UPPER_ARM,
    Bone,
    Skeleton,
)
from hipstretch.core.figure.vectors import Vec, add, along, axes, mirrored, scale, sub


class Cover(StrEnum):
    """What is seen of the body at a place."""

    SKIN = "skin"
    TOP = "top"
    LEGGINGS = "leggings"


class Part(StrEnum):
    """The parts of the body that are painted and checked as one."""

    TRUNK = "trunk"
    NECK = "neck"
    HEAD = "head"
    LEFT_LEG = "left leg"
    LEFT_FOOT = "left foot"
    LEFT_SHOULDER = "left shoulder"
    LEFT_ARM = "left arm"
    LEFT_HAND = "left hand"
    RIGHT_LEG = "right leg"
    RIGHT_FOOT = "right foot"
    RIGHT_SHOULDER = "right shoulder"
    RIGHT_ARM = "right arm"
    RIGHT_HAND = "right hand"

    @property
    def mirror(self) -> Part:
        """The same part of the other side."""
        side, _, rest = self.value.partition(" ")
        other = {"left": "right", "right": "left"}.get(side)
        return self if other is None else Part(f"{other} {rest}")


@dataclass(frozen=True, slots=True)
class Section:
    """A place on a bone with half its depth, width and height in metres; round where all are one.

    `breath` is the share of it that breathing in adds.
    """

    bone: Bone
    place: Vec
    radii: Vec
    cover: Cover
    breath: float = 0.0

    @property
    def is_round(self) -> bool:
        """Whether the section is a ball."""
        return self.radii[0] == self.radii[1] == self.radii[2]

    def mirror(self) -> Section:
        """The same on the other side."""
        return Section(
            Bone(MIRRORS[self.bone]), mirrored(self.place), self.radii, self.cover, self.breath
        )


@dataclass(frozen=True, slots=True)
class Blob:
    """A section in space: its centre, its radius, and its half axes where it is not round."""

    centre: Vec
    radius: float
    half_axes: tuple[Vec, Vec, Vec] | None
    cover: Cover
    bone: Bone

    def lowest(self) -> float:
        """The height of its lowest point."""
        return self.centre[2] - self.extent(2)

    def extent(self, axis: int) -> float:
        """How far it reaches from its centre along one of the axes of space."""
        if self.half_axes is None:
            return self.radius
        return float(sum(half[axis] ** 2 for half in self.half_axes) ** 0.5)


Runs = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """The blobs of a part, and the runs of them that one smooth skin is drawn around."""

    part: Part
    blobs: tuple[Blob, ...]
    runs: Runs


def _round(bone: Bone, place: Vec, radius: float, cover: Cover) -> Section:
    """A ball-shaped section."""
    return Section(bone, place, (radius, radius, radius), cover)


_TOP, _LEGGINGS, _SKIN = Cover.TOP, Cover.LEGGINGS, Cover.SKIN

_TRUNK = (
    Section(Bone.PELVIS, (-0.010, 0.0, -0.050), (0.082, 0.120, 0.050), _LEGGINGS),
    Section(Bone.PELVIS, (-0.014, 0.0, -0.004), (0.102, 0.160, 0.055), _LEGGINGS),
    Section(Bone.PELVIS, (-0.010, 0.0, 0.040), (0.100, 0.160, 0.050), _TOP),
    Section(Bone.PELVIS, (-0.006, 0.0, 0.085), (0.096, 0.150, 0.050), _TOP, 0.006),
    Section(Bone.LUMBAR, (0.004, 0.0, 0.045), (0.092, 0.140, 0.050), _TOP, 0.015),
    Section(Bone.LUMBAR, (0.006, 0.0, 0.110), (0.093, 0.137, 0.050), _TOP, 0.015),
    Section(Bone.THORAX, (0.006, 0.0, 0.020), (0.101, 0.144, 0.050), _TOP, 0.020),
    Section(Bone.THORAX, (0.008, 0.0, 0.080), (0.109, 0.156, 0.050), _TOP, 0.022),
    Section(Bone.THORAX, (0.005, 0.0, 0.140), (0.105, 0.164, 0.048), _TOP, 0.022),
    Section(Bone.THORAX, (-0.003, 0.0, 0.184), (0.088, 0.146, 0.040), _TOP, 0.016),
    Section(Bone.THORAX, (-0.013, 0.0, 0.240), (0.060, 0.060, 0.026), _TOP, 0.006),
)
_TRUNK_RUNS = ((0, 1), *((k, k + 1) for k in range(2, 8)), (8, 9, 10))
_NECK = (
    _round(Bone.NECK, (-0.003, 0.0, 0.016), 0.051, _SKIN),
    _round(Bone.NECK, (0.006, 0.0, 0.035), 0.051, _SKIN),
    _round(Bone.HEAD, (0.004, 0.0, 0.010), 0.051, _SKIN),
)
_HEAD = (
    Section(Bone.HEAD, (0.008, 0.0, 0.096), (0.102, 0.083, 0.097), _SKIN),
    Section(Bone.HEAD, (0.046, 0.0, 0.024), (0.054, 0.053, 0.050), _SKIN),
)
_LEG = (
    _round(Bone.PELVIS, (-0.046, 0.078, -0.022), 0.088, _LEGGINGS),
    _round(Bone.LEFT_THIGH, (-0.006, 0.004, -0.060), 0.088, _LEGGINGS),
    _round(Bone.LEFT_THIGH, (0.006, 0.004, -0.140), 0.081, _LEGGINGS),
    _round(Bone.LEFT_THIGH, (0.008, 0.002, -0.220), 0.072, _LEGGINGS),
    _round(Bone.LEFT_THIGH, (0.006, 0.0, -0.300), 0.062, _LEGGINGS),
    _round(Bone.LEFT_THIGH, (0.003, 0.0, -0.365), 0.0555, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (0.000, 0.0, -0.050), 0.0525, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (-0.012, 0.0, -0.115), 0.0540, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (-0.013, 0.0, -0.175), 0.0515, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (-0.007, 0.0, -0.250), 0.0430, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (-0.001, 0.0, -0.320), 0.0365, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (0.0, 0.0, -0.375), 0.0350, _LEGGINGS),
    _round(Bone.LEFT_SHANK, (0.0, 0.0, -0.418), 0.0325, _SKIN),
)
_KNEE = 6
"""The place in the leg before which the rounded knee is put."""
_LEG_RUNS = ((0, 1, 2, 3, 4, 5), (5, 6, 7, 8), (8, 9, 10, 11, 12, 13))
_FOOT = (
    _round(Bone.LEFT_FOOT, (-0.004, 0.0, -0.004), 0.0330, _SKIN),
    Section(Bone.LEFT_FOOT, (-0.046, 0.0, -0.034), (0.030, 0.030, 0.032), _SKIN),
    Section(Bone.LEFT_FOOT, (0.046, 0.0, -0.030), (0.038, 0.034, 0.030), _SKIN),
    Section(Bone.LEFT_FOOT, (0.112, 0.002, -0.047), (0.034, 0.045, 0.0190), _SKIN),
    Section(Bone.LEFT_FOOT, (0.158, 0.0, -0.053), (0.026, 0.039, 0.0130), _SKIN),
)
_FOOT_RUNS = ((1, 0, 2), (2, 3, 4))
_SHOULDER = (
    Section(Bone.THORAX, (-0.013, 0.046, 0.238), (0.040, 0.016, 0.020), _TOP),
    Section(Bone.THORAX, (0.000, 0.080, 0.150), (0.090, 0.076, 0.044), _TOP),
    _round(Bone.LEFT_UPPER_ARM, (-0.002, -0.004, -0.015), 0.0530, _TOP),
)
_ARM = (
    _round(Bone.LEFT_UPPER_ARM, (-0.002, -0.002, -0.015), 0.0530, _TOP),
    _round(Bone.LEFT_UPPER_ARM, (0.0, 0.001, -0.070), 0.0545, _TOP),
    _round(Bone.LEFT_UPPER_ARM, (0.0, 0.0, -0.135), 0.0500, _TOP),
    _round(Bone.LEFT_UPPER_ARM, (0.0, 0.0, -0.195), 0.0475, _TOP),
    _round(Bone.LEFT_UPPER_ARM, (0.0, 0.0, -0.215), 0.0420, _SKIN),
    _round(Bone.LEFT_UPPER_ARM, (0.0, 0.0, -0.270), 0.0395, _SKIN),
    _round(Bone.LEFT_FOREARM, (0.0, 0.0, -0.045), 0.0405, _SKIN),
    _round(Bone.LEFT_FOREARM, (0.0, 0.0, -0.095), 0.0390, _SKIN),
    _round(Bone.LEFT_FOREARM, (0.0, 0.0, -0.170), 0.0315, _SKIN),
    _round(Bone.LEFT_FOREARM, (0.0, 0.0, -0.236), 0.0255, _SKIN),
)
_ELBOW = 6
"""The place in the arm before which the rounded elbow is put."""
_ARM_RUNS = ((0, 1, 2, 3), (4, 5, 6, 7), (7, 8, 9, 10))
_HAND = (
    _round(Bone.LEFT_HAND, (0.0, 0.0, 0.004), 0.0245, _SKIN),
    Section(Bone.LEFT_HAND, (0.004, 0.0, -0.045), (0.036, 0.0175, 0.026), _SKIN),
    Section(Bone.LEFT_HAND, (0.001, 0.0, -0.088), (0.040, 0.0150, 0.022), _SKIN),
    Section(Bone.LEFT_FINGERS, (0.0, 0.0, -0.036), (0.036, 0.0125, 0.024), _SKIN),
    Section(Bone.LEFT_FINGERS, (-0.001, 0.0, -0.072), (0.028, 0.0105, 0.016), _SKIN),
    _round(Bone.LEFT_HAND, (0.026, -0.004, -0.034), 0.0160, _SKIN),
    _round(Bone.LEFT_HAND, (0.050, -0.010, -0.066), 0.0125, _SKIN),
    _round(Bone.LEFT_HAND, (0.056, -0.014, -0.090), 0.0105, _SKIN),
)
_HAND_RUNS = ((0, 1, 2), (2, 3, 4), (5, 6, 7))

_BOTH_SIDES: tuple[tuple[Part, tuple[Section, ...], Runs], ...] = (
    (Part.LEFT_LEG, _LEG, _LEG_RUNS),
    (Part.LEFT_FOOT, _FOOT, _FOOT_RUNS),
    (Part.LEFT_SHOULDER, _SHOULDER, ((0, 1, 2),)),
    (Part.LEFT_ARM, _ARM, _ARM_RUNS),
    (Part.LEFT_HAND, _HAND, _HAND_RUNS),
)


def _plan() -> tuple[tuple[Part, tuple[Section, ...], Runs], ...]:
    """Every part with its sections and runs."""
    middle = (
        (Part.TRUNK, _TRUNK, _TRUNK_RUNS),
        (Part.NECK, _NECK, ((0, 1, 2),)),
        (Part.HEAD, _HEAD, ((0, 1),)),
    )
    right = tuple(
        (part.mirror, tuple(section.mirror() for section in sections), runs)
        for part, sections, runs in _BOTH_SIDES
    )
    return (*middle, *_BOTH_SIDES, *right)


_PLAN = _plan()
_BENDS = {
    Part.LEFT_LEG: (_KNEE, Bone.LEFT_SHANK, 0.0560),
    Part.RIGHT_LEG: (_KNEE, Bone.RIGHT_SHANK, 0.0560),
    Part.LEFT_ARM: (_ELBOW, Bone.LEFT_FOREARM, 0.0395),
    Part.RIGHT_ARM: (_ELBOW, Bone.RIGHT_FOREARM, 0.0395),
}
_SOFTENING = 0.16
"""How far a bent joint is rounded inwards, as a share of the triangle at it."""


def flesh(skeleton: Skeleton, breath: float = 0.0) -> tuple[Strand, ...]:
    """The body around a skeleton; `breath` is -1 (breathed out) to 1 (breathed in)."""
    frames = tuple(axes(rotation) for rotation in skeleton.rotations)
    return tuple(_strand(skeleton, frames, part, breath) for part in range(len(_PLAN)))


Frames = tuple[tuple[Vec, Vec, Vec], ...]


def _strand(skeleton: Skeleton, frames: Frames, number: int, breath: float) -> Strand:
    """One part in space."""
    part, sections, runs = _PLAN[number]
    blobs = [_blob(skeleton, frames, section, breath) for section in sections]
    if part in _BENDS:
        place, bone, radius = _BENDS[part]
        blobs.insert(place, _bend(blobs[place - 1], blobs[place], skeleton.joints[bone], radius))
    return Strand(part, tuple(blobs), runs)


def _blob(skeleton: Skeleton, frames: Frames, section: Section, breath: float) -> Blob:
    """A section in space."""
    ahead, leftward, up = frames[section.bone]
    start = skeleton.joints[section.bone]
    x, y, z = section.place
    grown = 1.0 + section.breath * breath
    centre = along(along(along(start, ahead, x), leftward, y), up, z)
    deep, wide, high = section.radii
    if section.is_round:
        return Blob(centre, deep * grown, None, section.cover, section.bone)
    half_axes = (scale(ahead, deep * grown), scale(leftward, wide * grown), scale(up, high))
    return Blob(centre, max(deep, wide), half_axes, section.cover, section.bone)


def _bend(before: Blob, after: Blob, joint: Vec, radius: float) -> Blob:
    """The rounded middle of a knee or an elbow."""
    inwards = add(sub(before.centre, joint), sub(after.centre, joint))
    return Blob(along(joint, inwards, _SOFTENING), radius, None, after.cover, after.bone)


def limb_radius(bone: Bone, share: float) -> float:
    """How thick a left limb is at `share` (0 to 1) of a bone's length, in metres."""
    sections = [section for section in (*_LEG, *_ARM) if section.bone is bone]
    wanted = share * _LIMB_LENGTHS[bone]
    above = [section for section in sections if -section.place[2] <= wanted]
    below = [section for section in sections if -section.place[2] >= wanted]
    if not above or not below:
        return (below or above[-1:])[0].radii[0]
    a, b = above[-1], below[0]
    far = a.place[2] - b.place[2]
    part = (wanted + a.place[2]) / far if far else 0.0
    return a.radii[0] * (1.0 - part) + b.radii[0] * part


_LIMB_LENGTHS = {
    Bone.LEFT_THIGH: THIGH,
    Bone.LEFT_SHANK: SHANK,
    Bone.LEFT_UPPER_ARM: UPPER_ARM,
    Bone.LEFT_FOREARM: FOREARM,
}
