"""Blocks that may be turned and may lean, such as a seat or a wedge; metres and degrees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from hipstretch.core.figure.vectors import Vec

_STEEP = 60.0
"""Nothing lies on what leans more than this, in degrees."""


@dataclass(frozen=True, slots=True)
class Box:
    """A block: its middle, half its size, its turn about the upright, and how far it leans."""

    middle: Vec
    half: Vec
    turned: float = 0.0
    leaning: float = 0.0

    @property
    def top(self) -> float:
        """The height of the middle of its upper face."""
        return self.middle[2] + self.half[2] * cos(radians(self.leaning))

    def top_at(self, point: Vec) -> float:
        """The height of its upper face over or under a point."""
        if not self.leaning:
            return self.top
        return point[2] + (self.half[2] - self.inside(point)[2]) / cos(radians(self.leaning))

    def inside(self, point: Vec) -> Vec:
        """A point as the block sees it from its middle."""
        x, y, z = (a - b for a, b in zip(point, self.middle, strict=True))
        if self.turned:
            c, s = cos(radians(self.turned)), sin(radians(self.turned))
            x, y = x * c + y * s, y * c - x * s
        if self.leaning:
            c, s = cos(radians(self.leaning)), sin(radians(self.leaning))
            x, z = x * c - z * s, z * c + x * s
        return (x, y, z)

    def outside(self, point: Vec) -> Vec:
        """A point of the block's own frame, in space."""
        x, y, z = point
        if self.leaning:
            c, s = cos(radians(self.leaning)), sin(radians(self.leaning))
            x, z = x * c + z * s, z * c - x * s
        if self.turned:
            c, s = cos(radians(self.turned)), sin(radians(self.turned))
            x, y = x * c - y * s, x * s + y * c
        return (self.middle[0] + x, self.middle[1] + y, self.middle[2] + z)

    def is_under(self, point: Vec) -> bool:
        """Whether a point is over, in or under its upper face; a steep one carries nothing."""
        if self.leaning > _STEEP:
            return False
        x, y, _ = self.inside((point[0], point[1], self.top_at(point)))
        return abs(x) <= self.half[0] and abs(y) <= self.half[1]


@lru_cache(maxsize=256)
def corners_of(box: Box) -> tuple[Vec, ...]:
    """The corners of a block."""
    wide, deep, high = box.half
    return tuple(
        box.outside((x * wide, y * deep, z * high))
        for x in (-1, 1)
        for y in (-1, 1)
        for z in (-1, 1)
    )
