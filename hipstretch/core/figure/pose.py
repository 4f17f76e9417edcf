"""A pose: where the pelvis is, how every joint is turned, and what the hands and feet keep to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hipstretch.core.figure.skeleton import (
    AT_REST,
    HIP_HEIGHT,
    MIRRORS,
    PARENTS,
    Bone,
    Skeleton,
    assemble,
)
from hipstretch.core.figure.vectors import (
    Quat,
    Vec,
    between,
    combine,
    mirrored,
    mirrored_turn,
    mix,
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A hand or a foot held in place: its joint and turn in the frame of `anchor`, None for space.

    `bend` is the way the knee points in space, or the elbow in the frame of the thorax.
    """

    bone: Bone
    anchor: Bone | None
    place: Vec
    turned: Quat
    bend: Vec

    def mirror(self) -> Pin:
        """The same for the other side."""
        return Pin(
            self.bone.mirror,
            None if self.anchor is None else self.anchor.mirror,
            mirrored(self.place),
            mirrored_turn(self.turned),
            mirrored(self.bend),
        )

    def in_space(self, skeleton: Skeleton) -> tuple[Vec, Quat]:
        """Where the joint has to be, and how the bone has to be turned."""
        if self.anchor is None:
            return self.place, self.turned
        turned = combine(skeleton.rotations[self.anchor], self.turned)
        return skeleton.point(self.anchor, self.place), turned


@dataclass(frozen=True, slots=True)
class Pose:
    """The place of the pelvis in metres, the turn of each joint by `Bone`, and the pins."""

    root: Vec = (0.0, 0.0, HIP_HEIGHT)
    turns: tuple[Quat, ...] = AT_REST
    pins: tuple[Pin, ...] = ()

    def skeleton(self) -> Skeleton:
        """Where every bone is."""
        return assemble(self.root, self.turns)

    def turned(self, changes: dict[Bone, Quat]) -> Pose:
        """The pose with some joints turned otherwise."""
        turns = list(self.turns)
        for bone, rotation in changes.items():
            turns[bone] = rotation
        return replace(self, turns=tuple(turns))

    def mirror(self) -> Pose:
        """The pose of the other side: left and right change places."""
        turns = tuple(mirrored_turn(self.turns[other]) for other in MIRRORS)
        return Pose(mirrored(self.root), turns, tuple(pin.mirror() for pin in self.pins))


def blend(first: Pose, second: Pose, share: float) -> Pose:
    """The pose at `share` (0 to 1) of the way: joints turn, bones keep their length.

    Pins that both poses have go on between them; the others are let go.
    """
    turns = tuple(
        a if a == b else between(a, b, share)
        for a, b in zip(first.turns, second.turns, strict=True)
    )
    return Pose(mix(first.root, second.root, share), turns, _common_pins(first, second, share))


def _common_pins(first: Pose, second: Pose, share: float) -> tuple[Pin, ...]:
    """The pins of the same bone to the same anchor, on their way."""
    later = {(pin.bone, pin.anchor): pin for pin in second.pins}
    pairs = [(pin, later.get((pin.bone, pin.anchor))) for pin in first.pins]
    return tuple(_between_pins(a, b, share) for a, b in pairs if b is not None)


def _between_pins(first: Pin, second: Pin, share: float) -> Pin:
    """The pin on its way."""
    return replace(
        first,
        place=mix(first.place, second.place, share),
        turned=between(first.turned, second.turned, share),
        bend=mix(first.bend, second.bend, share),
    )


def local_turn(skeleton: Skeleton, bone: Bone, in_space: Quat) -> Quat:
    """The turn of a joint that gives its bone a rotation in space."""
    w, x, y, z = skeleton.rotations[PARENTS[bone]]
    return combine((w, -x, -y, -z), in_space) if bone else in_space
