"""Painting a figure: one function for the player, the cards, print and files."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter

from hipstretch.core.figure.frame import Bounds, FigureFrame
from hipstretch.core.figure.scene import Camera
from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.body import body_items
from hipstretch.ui.figure.canvas import Canvas, materials
from hipstretch.ui.figure.colours import FigurePalette
from hipstretch.ui.figure.ground import paint_ground
from hipstretch.ui.figure.head import head_items
from hipstretch.ui.figure.order import paint_in_order
from hipstretch.ui.figure.shadow import paint_floor_shadow
from hipstretch.ui.figure.things import thing_items
from hipstretch.ui.figure.view import View, fitted, looking

PITCHES = (2.0, 80.0)
"""How far up and down a figure may be turned by hand, in degrees."""


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    frame: FigureFrame,
    palette: FigurePalette,
    *,
    yaw: float = 0.0,
    pitch: float = 0.0,
) -> None:
    """Paint a figure into `rect`; `yaw` and `pitch` are degrees that it is turned by hand."""
    view = figure_view(frame, rect, yaw=yaw, pitch=pitch)
    canvas = Canvas(painter, view, frame, palette, materials(palette.dark), _rows(painter))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_ground(canvas)
    paint_floor_shadow(canvas)
    items = [*body_items(canvas), *head_items(canvas), *thing_items(canvas)]
    paint_in_order(items, view)
    painter.restore()


def _rows(painter: QPainter) -> float | None:
    """Device pixels a logical one; None where the painter draws lines that scale."""
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        return None
    return abs(painter.deviceTransform().m22()) or 1.0


def figure_view(frame: FigureFrame, rect: QRectF, *, yaw: float = 0.0, pitch: float = 0.0) -> View:
    """The view that fits the frame's bounds into `rect`; turned by hand, it keeps its scale."""
    box = (rect.x(), rect.y(), rect.width(), rect.height())
    still = _fitted(frame.camera, frame.bounds, box)
    if not yaw and not pitch:
        return still
    low, high = PITCHES
    tilt = max(low, min(high, frame.camera.pitch + pitch))
    turned = looking(frame.camera.yaw + yaw, tilt, still.middle)
    x, y, _, _ = still.project(still.middle)
    return View(turned.right, turned.up, turned.to_eye, still.middle, still.scale, x, y)


@lru_cache(maxsize=64)
def _fitted(camera: Camera, bounds: Bounds, box: tuple[float, float, float, float]) -> View:
    """The view that fits the bounds into a box; the same for every frame of a figure."""
    return fitted(looking(camera.yaw, camera.pitch, _middle(bounds.points)), bounds.points, box)


def _middle(points: tuple[Vec, ...]) -> Vec:
    """The middle of the bounds."""
    x, y, z = (
        (min(point[axis] for point in points) + max(point[axis] for point in points)) / 2
        for axis in range(3)
    )
    return (x, y, z)
