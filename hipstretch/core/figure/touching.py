"""What is too deep in something else: the body in the floor, in things, or in itself; metres."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.flesh import Blob, Part, Strand
from hipstretch.core.figure.scene import Prop, PropKind, solids
from hipstretch.core.figure.vectors import UP, Vec, dot, length, scale, sub, unit

_IN_THINGS = 0.02
_IN_BODY = 0.03
_SOFT = {PropKind.PILLOW: 0.06, PropKind.BALL: 0.04, PropKind.ROLLER: 0.04}
"""How far the body may sink into what gives way."""


class Overlap(NamedTuple):
    """Something too deep in something else, by so many metres."""

    what: str
    into: str
    deep: float

    def describe(self) -> str:
        """The overlap in words."""
        return f"{self.what} is {self.deep * 100:.1f} cm in {self.into}"


def reach(blob: Blob, way: Vec) -> float:
    """How far a blob reaches from its centre along a unit vector."""
    if blob.half_axes is None:
        return blob.radius
    return float(sum(dot(half, way) ** 2 for half in blob.half_axes) ** 0.5)


def in_floor_or_things(strands: tuple[Strand, ...], props: tuple[Prop, ...]) -> Iterator[Overlap]:
    """The deepest place of each part in the floor and in each thing, where it is too deep."""
    blocks = [solid for prop in props for solid in solids(prop)]
    for strand in strands:
        floor = max(-blob.lowest() for blob in strand.blobs)
        if floor > _IN_THINGS:
            yield Overlap(strand.part, "the floor", floor)
        for solid in blocks:
            deep = max(depth_in(blob, solid.box) for blob in strand.blobs)
            if deep > _SOFT.get(solid.prop.kind, _IN_THINGS):
                yield Overlap(strand.part, f"the {solid.prop.name or solid.prop.kind}", deep)


def depth_in(blob: Blob, box: Box) -> float:
    """How deep a blob is in a block; negative where it is clear of it."""
    near = box.inside(blob.centre)
    beyond = [abs(part) - half for part, half in zip(near, box.half, strict=True)]
    if all(part <= 0.0 for part in beyond):
        axis = max(range(3), key=lambda k: beyond[k])
        plain = [0.0, 0.0, 0.0]
        plain[axis] = 1.0
        way = sub(box.outside((plain[0], plain[1], plain[2])), box.middle)
        return reach(blob, way) - beyond[axis]
    out = [
        max(0.0, far) * (1.0 if part >= 0.0 else -1.0)
        for far, part in zip(beyond, near, strict=True)
    ]
    way = sub(box.outside((out[0], out[1], out[2])), box.middle)
    return reach(blob, unit(way, UP)) - length(way)


_LIMBS = (Part.LEFT_LEG, Part.RIGHT_LEG, Part.LEFT_ARM, Part.RIGHT_ARM)
_ENDS = {
    Part.LEFT_LEG: Part.LEFT_FOOT,
    Part.RIGHT_LEG: Part.RIGHT_FOOT,
    Part.LEFT_ARM: Part.LEFT_HAND,
    Part.RIGHT_ARM: Part.RIGHT_HAND,
}
_ROOTS = {Part.LEFT_LEG: 4, Part.RIGHT_LEG: 4, Part.LEFT_ARM: 3, Part.RIGHT_ARM: 3}
"""How many blobs at the root of a limb are grown together with the trunk."""


def in_body(strands: tuple[Strand, ...]) -> Iterator[Overlap]:
    """Limbs that are too deep in the trunk, the head or each other."""
    by_part = {strand.part: strand for strand in strands}
    middle = {part: by_part[part].blobs for part in (Part.TRUNK, Part.HEAD)}
    free = {part: by_part[part].blobs[_ROOTS[part] :] for part in _LIMBS}
    ends = {end: by_part[end].blobs for end in _ENDS.values()}
    for part, blobs in (*free.items(), *ends.items()):
        for other, others in middle.items():
            yield from _overlap(part, blobs, other, others)
    for number, part in enumerate(_LIMBS):
        for other in _LIMBS[number + 1 :]:
            for a, b in (
                (part, other),
                (_ENDS[part], other),
                (part, _ENDS[other]),
                (_ENDS[part], _ENDS[other]),
            ):
                if not (a in _HANDS and b in _HANDS):
                    yield from _overlap(a, (free | ends)[a], b, (free | ends)[b])


_HANDS = {Part.LEFT_HAND, Part.RIGHT_HAND}
"""Hands may be folded in each other."""


def _overlap(
    part: Part, blobs: tuple[Blob, ...], other: Part, others: tuple[Blob, ...]
) -> Iterator[Overlap]:
    """The deepest place of one part in another, where it is too deep."""
    deep = max(depth_between(a, b) for a in blobs for b in others)
    if deep > _IN_BODY:
        yield Overlap(part, f"the {other}", deep)


def depth_between(a: Blob, b: Blob) -> float:
    """How deep two blobs are in each other; negative where they are apart."""
    way = sub(b.centre, a.centre)
    far = length(way)
    along = scale(way, 1.0 / far) if far else UP
    return reach(a, along) + reach(b, along) - far
