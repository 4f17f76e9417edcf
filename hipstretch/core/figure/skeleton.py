"""The skeleton: bones of fixed length, and where they are when their joints are turned.

A person stands at the origin, looks along x, has the left hand towards y and the head towards z.
In the anatomical position every bone's rotation is none; the palms face the thighs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from hipstretch.core.figure.vectors import STILL, Quat, Vec, add, combine, mirrored, rotate
from hipstretch.core.person import Side

BODY_HEIGHT = 1.70
"""How tall the figure is, in metres."""


class Bone(IntEnum):
    """The bones, each after the one that it hangs on."""

    PELVIS = 0
    LUMBAR = 1
    THORAX = 2
    NECK = 3
    HEAD = 4
    LEFT_GIRDLE = 5
    LEFT_UPPER_ARM = 6
    LEFT_FOREARM = 7
    LEFT_HAND = 8
    LEFT_FINGERS = 9
    RIGHT_GIRDLE = 10
    RIGHT_UPPER_ARM = 11
    RIGHT_FOREARM = 12
    RIGHT_HAND = 13
    RIGHT_FINGERS = 14
    LEFT_THIGH = 15
    LEFT_SHANK = 16
    LEFT_FOOT = 17
    RIGHT_THIGH = 18
    RIGHT_SHANK = 19
    RIGHT_FOOT = 20

    @property
    def mirror(self) -> Bone:
        """The same bone of the other side; those in the middle stay."""
        return _MIRRORS[self]

    @property
    def side(self) -> Side:
        """Whose side the bone is on; `BOTH` for those in the middle."""
        return Side.BOTH if self < Bone.LEFT_GIRDLE else _SIDES[self.name.startswith("LEFT")]

    @property
    def is_of_arm(self) -> bool:
        """Whether the bone is part of an arm or its girdle."""
        return Bone.LEFT_GIRDLE <= self <= Bone.RIGHT_FINGERS

    @property
    def label(self) -> str:
        """The bone in plain words, `left upper arm`."""
        return self.name.lower().replace("_", " ")


def _mirror(bone: Bone) -> Bone:
    """The bone of the other side by its name."""
    name = bone.name
    if name.startswith("LEFT_"):
        return Bone["RIGHT_" + name[5:]]
    return Bone["LEFT_" + name[6:]] if name.startswith("RIGHT_") else bone


_SIDES = {True: Side.LEFT, False: Side.RIGHT}
_MIRRORS = tuple(_mirror(bone) for bone in Bone)
MIRRORS: tuple[int, ...] = tuple(int(bone) for bone in _MIRRORS)

# Shares of the body height after Drillis and Contini, as Winter's textbook gives them.
THIGH = 0.245 * BODY_HEIGHT
SHANK = 0.246 * BODY_HEIGHT
ANKLE_HEIGHT = 0.039 * BODY_HEIGHT
UPPER_ARM = 0.186 * BODY_HEIGHT
FOREARM = 0.146 * BODY_HEIGHT
PALM = 0.056 * BODY_HEIGHT
FINGERS = 0.052 * BODY_HEIGHT
HIP_HEIGHT = 0.53 * BODY_HEIGHT

_LEFT_HALF: dict[Bone, tuple[Bone, Vec]] = {
    Bone.LUMBAR: (Bone.PELVIS, (-0.012, 0.0, 0.100)),
    Bone.THORAX: (Bone.LUMBAR, (0.004, 0.0, 0.160)),
    Bone.NECK: (Bone.THORAX, (-0.014, 0.0, 0.240)),
    Bone.HEAD: (Bone.NECK, (0.014, 0.0, 0.082)),
    Bone.LEFT_GIRDLE: (Bone.THORAX, (0.000, 0.030, 0.194)),
    Bone.LEFT_UPPER_ARM: (Bone.LEFT_GIRDLE, (-0.005, 0.150, 0.000)),
    Bone.LEFT_FOREARM: (Bone.LEFT_UPPER_ARM, (0.0, 0.0, -UPPER_ARM)),
    Bone.LEFT_HAND: (Bone.LEFT_FOREARM, (0.0, 0.0, -FOREARM)),
    Bone.LEFT_FINGERS: (Bone.LEFT_HAND, (0.0, 0.0, -PALM)),
    Bone.LEFT_THIGH: (Bone.PELVIS, (0.0, 0.085, 0.0)),
    Bone.LEFT_SHANK: (Bone.LEFT_THIGH, (0.0, 0.0, -THIGH)),
    Bone.LEFT_FOOT: (Bone.LEFT_SHANK, (0.0, 0.0, -SHANK)),
}


def _joints() -> tuple[tuple[int, Vec], ...]:
    """For each bone but the pelvis its parent and its place in the parent's frame."""
    found = dict(_LEFT_HALF)
    for bone, (parent, place) in _LEFT_HALF.items():
        found[bone.mirror] = (parent.mirror, mirrored(place) if bone.mirror != bone else place)
    return tuple((int(found[bone][0]), found[bone][1]) for bone in Bone if bone)


JOINTS = _joints()
"""For each bone after the pelvis: its parent's index and its joint in the parent's frame."""

PARENTS = (0, *(parent for parent, _ in JOINTS))
AT_REST: tuple[Quat, ...] = (STILL,) * len(Bone)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where every bone begins, in metres, and how it is turned in space; by `Bone`."""

    joints: tuple[Vec, ...]
    rotations: tuple[Quat, ...]

    def point(self, bone: Bone, place: Vec) -> Vec:
        """A point of a bone's own frame, in space."""
        return add(self.joints[bone], rotate(self.rotations[bone], place))

    def direction(self, bone: Bone, way: Vec) -> Vec:
        """A direction of a bone's own frame, in space."""
        return rotate(self.rotations[bone], way)


def assemble(root: Vec, turns: tuple[Quat, ...]) -> Skeleton:
    """The skeleton whose pelvis is at `root` and whose joints are turned by `turns`."""
    joints = [root]
    rotations = [turns[0]]
    for number, (parent, place) in enumerate(JOINTS, start=1):
        held = rotations[parent]
        joints.append(add(joints[parent], rotate(held, place)))
        rotations.append(combine(held, turns[number]))
    return Skeleton(tuple(joints), tuple(rotations))
