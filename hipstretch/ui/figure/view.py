"""The eye: from metres in space to pixels, with a slight perspective."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from hipstretch.core.figure.vectors import Vec

EYE_DISTANCE = 6.0
"""How far the eye is from the middle of the scene, in metres: far enough for a calm picture."""


@dataclass(frozen=True, slots=True)
class View:
    """A way of looking: the screen's right, its up and the way to the eye, and where things land.

    `scale` is in pixels a metre at the middle of the scene; `x` and `y` are the pixel of `middle`.
    """

    right: Vec
    up: Vec
    to_eye: Vec
    middle: Vec
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def project(self, point: Vec) -> tuple[float, float, float, float]:
        """The pixel of a point, its nearness to the eye in metres, and its pixels a metre."""
        px, py, pz = point
        mx, my, mz = self.middle
        a, b, c = px - mx, py - my, pz - mz
        (rx, ry, rz), (ux, uy, uz), (ex, ey, ez) = self.right, self.up, self.to_eye
        near = a * ex + b * ey + c * ez
        size = self.scale * EYE_DISTANCE / (EYE_DISTANCE - near)
        return (
            self.x + (a * rx + b * ry + c * rz) * size,
            self.y - (a * ux + b * uy + c * uz) * size,
            near,
            size,
        )

    def nearness(self, point: Vec) -> float:
        """How near a point is to the eye, in metres from the middle of the scene."""
        ex, ey, ez = self.to_eye
        mx, my, mz = self.middle
        return (point[0] - mx) * ex + (point[1] - my) * ey + (point[2] - mz) * ez


def looking(yaw: float, pitch: float, middle: Vec) -> View:
    """The view from a yaw and a pitch in degrees: 0 at the person's right, 90 from behind."""
    a, b = radians(yaw), radians(pitch)
    to_eye = (-sin(a) * cos(b), -cos(a) * cos(b), sin(b))
    right = (cos(a), -sin(a), 0.0)
    up = (sin(a) * sin(b), cos(a) * sin(b), cos(b))
    return View(right, up, to_eye, middle)


def fitted(view: View, points: Iterable[Vec], box: tuple[float, float, float, float]) -> View:
    """The view whose picture of `points` fills a box (left, top, width, height in pixels)."""
    landed = [view.project(point)[:2] for point in points]
    xs, ys = [x for x, _ in landed], [y for _, y in landed]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    left, top, width, height = box
    size = min(width / max(wide, 1e-6), height / max(high, 1e-6))
    x = left + width / 2 - (max(xs) + min(xs)) / 2 * size
    y = top + height / 2 - (max(ys) + min(ys)) / 2 * size
    return View(view.right, view.up, view.to_eye, view.middle, size * view.scale, x, y)
