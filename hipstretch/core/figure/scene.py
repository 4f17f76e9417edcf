"""What stands around the figure, and where it is looked at from; metres and degrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from hipstretch.core.figure.boxes import Box, corners_of
from hipstretch.core.figure.vectors import Vec


class PropKind(StrEnum):
    """The things that exercises use."""

    MAT = "mat"
    CHAIR = "chair"
    STEP = "step"
    PILLOW = "pillow"
    BALL = "ball"
    ROLLER = "roller"
    WALL = "wall"
    STRAP = "strap"
    COUCH = "couch"
    BED = "bed"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing: the middle of its foot, its length (x), width (y) and height, and its turn.

    `leaning` is how far its -x end is lifted, in degrees.
    """

    kind: PropKind
    place: Vec
    size: Vec
    turned: float = 0.0
    name: str = ""
    leaning: float = 0.0

    def mirror(self) -> Prop:
        """The same on the other side."""
        x, y, z = self.place
        return replace(self, place=(x, -y, z), turned=-self.turned)


@dataclass(frozen=True, slots=True)
class Solid:
    """A block of a prop, and what it is made of."""

    box: Box
    prop: Prop
    role: str


_CHAIR_LEG = 0.036
_CHAIR_SEAT = 0.045
_CHAIR_BACK = 0.46
"""How far the back of a chair stands above its seat, in metres."""
_COUCH_BACK, _COUCH_ARM, _COUCH_BACK_DEEP = 0.36, 0.20, 0.15
"""How far back and arm of a couch stand above its seat, and how deep they are, in metres."""

_BED_FRAME, _BED_LEG = 0.52, 0.28
"""The shares of a bed's height below its mattress and below its frame."""
_BED_LEG_WIDE = 0.07


@lru_cache(maxsize=256)
def solids(prop: Prop) -> tuple[Solid, ...]:
    """The blocks that a prop is made of; none for a mat, a wall or a strap."""
    build = _BLOCKS.get(prop.kind)
    return () if build is None else tuple(Solid(box, prop, role) for role, box in build(prop))


def _block(prop: Prop, low: Vec, high: Vec) -> Box:
    """A block between two corners in the prop's own frame, from the middle of its foot."""
    middle = tuple((a + b) / 2 for a, b in zip(low, high, strict=True))
    half = tuple((b - a) / 2 for a, b in zip(low, high, strict=True))
    frame = Box(prop.place, prop.size, prop.turned, prop.leaning)
    x, y, z = middle
    return Box(frame.outside((x, y, z)), (half[0], half[1], half[2]), prop.turned, prop.leaning)


def _whole(prop: Prop) -> list[tuple[str, Box]]:
    """One block as large as the prop."""
    return [(prop.kind.value, whole_box(prop))]


def _chair(prop: Prop) -> list[tuple[str, Box]]:
    """A seat, four legs, and a back of two posts and two rails."""
    x, y, z = prop.size[0] / 2, prop.size[1] / 2, prop.size[2]
    leg, under = _CHAIR_LEG, z - _CHAIR_SEAT
    top = z + _CHAIR_BACK
    blocks = [("seat", _block(prop, (-x, -y, under), (x, y, z)))]
    for sx in (-1, 1):
        for sy in (-1, 1):
            left, front = sorted((sy * y, sy * (y - leg))), sorted((sx * x, sx * (x - leg)))
            blocks.append(("leg", _block(prop, (front[0], left[0], 0), (front[1], left[1], under))))
    for sy in (-1, 1):
        left = sorted((sy * y, sy * (y - leg)))
        blocks.append(("back", _block(prop, (-x, left[0], z), (-x + leg * 0.8, left[1], top))))
    for low, high in ((0.14, 0.22), (0.32, 0.46)):
        blocks.append(
            (
                "back",
                _block(prop, (-x + 0.004, -y + leg, z + low), (-x + 0.024, y - leg, z + high)),
            )
        )
    return blocks


def _couch(prop: Prop) -> list[tuple[str, Box]]:
    """A seat, an arm at the head's end, and a back along its left side."""
    x, y, z = prop.size[0] / 2, prop.size[1] / 2, prop.size[2]
    deep = _COUCH_BACK_DEEP
    return [
        ("couch", _block(prop, (-x, -y, 0), (x, y, z))),
        ("couch-back", _block(prop, (-x - deep, y, 0), (x, y + deep, z + _COUCH_BACK))),
        ("couch-back", _block(prop, (-x - deep, -y, 0), (-x, y, z + _COUCH_ARM))),
    ]


def _bed(prop: Prop) -> list[tuple[str, Box]]:
    """A mattress on a wooden frame with four legs."""
    x, y, z = prop.size[0] / 2, prop.size[1] / 2, prop.size[2]
    frame, under, leg = z * _BED_FRAME, z * _BED_LEG, _BED_LEG_WIDE
    blocks = [
        ("bed", _block(prop, (-x, -y, frame), (x, y, z))),
        ("leg", _block(prop, (-x, -y, under), (x, y, frame))),
    ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            left, front = sorted((sy * y, sy * (y - leg))), sorted((sx * x, sx * (x - leg)))
            blocks.append(("leg", _block(prop, (front[0], left[0], 0), (front[1], left[1], under))))
    return blocks


_BLOCKS = {
    PropKind.CHAIR: _chair,
    PropKind.STEP: _whole,
    PropKind.PILLOW: _whole,
    PropKind.BALL: _whole,
    PropKind.ROLLER: _whole,
    PropKind.COUCH: _couch,
    PropKind.BED: _bed,
}


def surface_height(props: tuple[Prop, ...], point: Vec, on: str | None = None) -> float:
    """The height of what is under a point: of the thing named `on`, of the highest, or the floor.

    An empty name is the floor; None is whatever is there.
    """
    if on == "":
        return 0.0
    if on is None:
        blocks = [solid.box for prop in props for solid in solids(prop)]
        return max((box.top_at(point) for box in blocks if box.is_under(point)), default=0.0)
    wanted = on.removesuffix(_BACK)
    for prop in props:
        if wanted in {prop.name, prop.kind.value}:
            tops = [solid.box.top for solid in solids(prop)]
            return max(tops) if on != wanted else tops[0] if tops else prop.place[2]
    return 0.0


_BACK = "-back"
"""What is put behind a chair's or a couch's name to mean the top of its back."""


class Fit(StrEnum):
    """What the picture makes room for."""

    ALL = "all"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the figure is looked at from.

    With a yaw of 0 the eye is at the person's right; 90 is from behind, -90 from the front.
    `other_yaw` is the one for the side that the figure is not drawn for, where it differs.
    """

    yaw: float = 30.0
    pitch: float = 20.0
    fit: Fit = Fit.ALL
    other_yaw: float | None = None


def whole_box(prop: Prop) -> Box:
    """A block as large as a prop."""
    x, y, z = prop.size
    return _block(prop, (-x / 2, -y / 2, 0.0), (x / 2, y / 2, z))


def corners(prop: Prop) -> list[Vec]:
    """The corners of all that a prop takes up."""
    blocks = [solid.box for solid in solids(prop)]
    blocks = blocks or [whole_box(prop)]
    return [corner for box in blocks for corner in corners_of(box)]
