"""Outlines on the screen: projected balls and ellipsoids, and the smooth skin around several."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.view import View

Directions = tuple[tuple[float, float], ...]


def _directions(count: int) -> Directions:
    """Unit directions all around, an even count: the second half are opposite to the first."""
    return tuple((cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count))


COARSEST, COARSE, MIDDLE, FINE, FINEST = (_directions(count) for count in (8, 12, 20, 30, 44))
_SIZES = ((7.0**2, COARSE), (30.0**2, MIDDLE), (90.0**2, FINE))
"""Up to which square of the radius in px how many directions look round."""


_FLAT = 1e-9
"""An ellipse that reaches less far, in px, is seen edge on."""


class Spot(NamedTuple):
    """An ellipse on the screen: middle, nearness, pixels a metre, its spread in px squared."""

    x: float
    y: float
    near: float
    size: float
    xx: float
    xy: float
    yy: float
    is_ball: bool = False

    def reach(self, ux: float, uy: float) -> float:
        """How far the ellipse reaches from its middle in a direction, in px."""
        square = self.xx * ux * ux + 2.0 * self.xy * ux * uy + self.yy * uy * uy
        return sqrt(max(0.0, square))


def ball_spot(view: View, centre: Vec, radius: float) -> Spot:
    """The picture of a ball."""
    x, y, near, size = view.project(centre)
    spread = radius * size
    spread *= spread
    return Spot(x, y, near, size, spread, 0.0, spread, is_ball=True)


def ellipsoid_spot(view: View, centre: Vec, half_axes: tuple[Vec, ...]) -> Spot:
    """The picture of an ellipsoid (or of a flat ellipse with two half axes)."""
    x, y, near, size = view.project(centre)
    (rx, ry, rz), (ux, uy, uz) = view.right, view.up
    xx = xy = yy = 0.0
    for a, b, c in half_axes:
        across = (a * rx + b * ry + c * rz) * size
        down = -(a * ux + b * uy + c * uz) * size
        xx += across * across
        xy += across * down
        yy += down * down
    return Spot(x, y, near, size, xx, xy, yy)


def enough_directions(spots: Sequence[Spot]) -> Directions:
    """As many directions as an outline needs to look round."""
    largest = max(max(spot.xx, spot.yy) for spot in spots)
    return next((ways for most, ways in _SIZES if largest < most), FINEST)


def skin(spots: Sequence[Spot], directions: Directions | None = None) -> QPolygonF:
    """The outline of several ellipses with a skin drawn tight around them."""
    ways = directions or enough_directions(spots)
    if spots[0].is_ball and all(spot.is_ball for spot in spots):
        return _skin_of_balls(spots, ways)
    plain = [(x, y, xx, xy, yy) for x, y, _, _, xx, xy, yy, _ in spots]
    ahead, behind = [], []
    for ux, uy in ways[: len(ways) // 2]:
        most = least = -1e9
        px = py = qx = qy = 0.0
        for x, y, xx, xy, yy in plain:
            cx, cy = xx * ux + xy * uy, xy * ux + yy * uy
            reach = ux * cx + uy * cy
            reach = sqrt(reach) if reach > _FLAT else _FLAT
            far = x * ux + y * uy
            if far + reach > most:
                most, px, py = far + reach, x + cx / reach, y + cy / reach
            if reach - far > least:
                least, qx, qy = reach - far, x - cx / reach, y - cy / reach
        ahead.append(QPointF(px, py))
        behind.append(QPointF(qx, qy))
    return QPolygonF(ahead + behind)


def _skin_of_balls(spots: Sequence[Spot], ways: Directions) -> QPolygonF:
    """The outline around circles."""
    plain = [(spot.x, spot.y, sqrt(spot.xx)) for spot in spots]
    ahead, behind = [], []
    for ux, uy in ways[: len(ways) // 2]:
        most = least = -1e9
        px = py = qx = qy = 0.0
        for x, y, radius in plain:
            far = x * ux + y * uy
            if far + radius > most:
                most, px, py = far + radius, x + ux * radius, y + uy * radius
            if radius - far > least:
                least, qx, qy = radius - far, x - ux * radius, y - uy * radius
        ahead.append(QPointF(px, py))
        behind.append(QPointF(qx, qy))
    return QPolygonF(ahead + behind)
