"""Caps on an ellipsoid, as hair is one on the skull: what the eye sees of them, as an outline.

A cap is said on a unit ball that is stretched to the ellipsoid: the way to its middle, and the
share along that way at which it ends (0 is half the ball).
"""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from hipstretch.core.figure.vectors import Vec, along, cross, dot, scale, unit
from hipstretch.ui.figure.view import View

_STEPS = 28
_STEEP = 0.9


class Cap(NamedTuple):
    """A cap of an ellipsoid in space."""

    centre: Vec
    half_axes: tuple[Vec, Vec, Vec]
    way: Vec
    edge: float


def cap_outline(view: View, cap: Cap) -> QPolygonF:
    """What the eye sees of a cap; empty where it is all on the far side."""
    a, b, c = (dot(axis, view.to_eye) / dot(axis, axis) for axis in cap.half_axes)
    eye = unit((a, b, c))
    rim = _rim(cap.way, cap.edge)
    seen = [dot(point, eye) > 0.0 for point in rim]
    if all(seen):
        return _landed(view, cap, rim)
    if not any(seen):
        return _landed(view, cap, _circle(eye, 0.0) if dot(cap.way, eye) > 0.0 else [])
    start = next(k for k in range(_STEPS) if seen[k] and not seen[k - 1])
    arc = [rim[(start + k) % _STEPS] for k in range(sum(seen))]
    return _landed(view, cap, arc + _horizon(eye, arc[-1], arc[0], cap))


@lru_cache(maxsize=8)
def _rim(way: Vec, edge: float) -> list[Vec]:
    """The edge of a cap; there are few, and they stay."""
    return _circle(way, edge)


def _circle(way: Vec, edge: float) -> list[Vec]:
    """Points of a unit ball whose share along `way` is `edge`, all around."""
    first, second = _across(way)
    wide = sqrt(1.0 - edge * edge)
    middle = scale(way, edge)
    return [_around(middle, first, second, 2 * pi * step / _STEPS, wide) for step in range(_STEPS)]


def _around(middle: Vec, first: Vec, second: Vec, angle: float, wide: float = 1.0) -> Vec:
    """A point of a circle."""
    return along(along(middle, first, wide * cos(angle)), second, wide * sin(angle))


def _across(way: Vec) -> tuple[Vec, Vec]:
    """Two unit vectors at right angles to `way` and to each other."""
    other = (0.0, 1.0, 0.0) if abs(way[1]) < _STEEP else (1.0, 0.0, 0.0)
    first = unit(cross(way, other))
    return first, cross(way, first)


def _horizon(eye: Vec, start: Vec, end: Vec, cap: Cap) -> list[Vec]:
    """The edge of the ball as the eye sees it, from one point to another inside the cap."""
    first, second = _across(eye)
    a = atan2(dot(start, second), dot(start, first))
    b = atan2(dot(end, second), dot(end, first))
    sweep = (b - a) % (2 * pi)
    middle = _around((0.0, 0.0, 0.0), first, second, a + sweep / 2)
    if dot(middle, cap.way) < cap.edge:
        sweep -= 2 * pi
    return [
        _around((0.0, 0.0, 0.0), first, second, a + sweep * step / _STEPS)
        for step in range(_STEPS + 1)
    ]


def _landed(view: View, cap: Cap, points: list[Vec]) -> QPolygonF:
    """Points of the unit ball on the screen, the ball being stretched to the ellipsoid."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = cap.half_axes
    x, y, z = cap.centre
    landed = []
    for a, b, c in points:
        place = (
            x + ax * a + bx * b + cx * c,
            y + ay * a + by * b + cy * c,
            z + az * a + bz * b + cz * c,
        )
        spot = view.project(place)
        landed.append(QPointF(spot[0], spot[1]))
    return QPolygonF(landed)
