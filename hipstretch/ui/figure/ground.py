"""The mat on the floor and the wall behind: what lies under everything else."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPolygonF

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.scene import Prop, PropKind, whole_box
from hipstretch.ui.figure.blocks import face, face_normal
from hipstretch.ui.figure.canvas import Canvas
from hipstretch.ui.figure.view import View

_MAT_CORNER = 0.05
_MAT_THICK = 0.012
_CORNER_STEPS = 5
_WALL_BACK = 0.25
"""What is left of a wall that is seen from behind, so that it hides nobody."""


def paint_ground(canvas: Canvas) -> None:
    """Paint the walls and mats."""
    for prop in canvas.frame.props:
        if prop.kind is PropKind.WALL:
            _paint_wall(canvas, prop)
    for prop in canvas.frame.props:
        if prop.kind is PropKind.MAT:
            _paint_mat(canvas, prop)


def _paint_mat(canvas: Canvas, prop: Prop) -> None:
    """Paint a mat with round corners and a thin edge."""
    for height, colour in ((-_MAT_THICK, canvas.palette.mat_edge), (0.0, canvas.palette.mat)):
        canvas.painter.setBrush(colour)
        canvas.painter.drawPolygon(_mat_outline(canvas.view, prop, height))


@lru_cache(maxsize=16)
def _mat_outline(view: View, prop: Prop, height: float) -> QPolygonF:
    """The outline of a mat at a height."""
    frame = Box(prop.place, prop.size, prop.turned)
    wide, deep = prop.size[0] / 2 - _MAT_CORNER, prop.size[1] / 2 - _MAT_CORNER
    corners = ((wide, deep, 0), (-wide, deep, 1), (-wide, -deep, 2), (wide, -deep, 3))
    points = []
    for x, y, quarter in corners:
        for step in range(_CORNER_STEPS + 1):
            angle = (quarter + step / _CORNER_STEPS) * pi / 2
            place = (x + cos(angle) * _MAT_CORNER, y + sin(angle) * _MAT_CORNER, height)
            landed = view.project(frame.outside(place))
            points.append(QPointF(landed[0], landed[1]))
    return QPolygonF(points)


def _paint_wall(canvas: Canvas, prop: Prop) -> None:
    """Paint a wall as a calm plane that fades upwards."""
    box = whole_box(prop)
    axis = 0 if prop.size[0] < prop.size[1] else 1
    outwards = face_normal(box, axis, 1.0)
    is_beyond = sum(a * b for a, b in zip(outwards, box.middle, strict=True)) > 0.0
    way = -1.0 if is_beyond else 1.0
    seen = sum(a * b for a, b in zip(outwards, canvas.view.to_eye, strict=True)) * way
    outline = face(canvas.view, box, axis, way)
    strength = 1.0 if seen > 0.0 else _WALL_BACK
    canvas.painter.setBrush(_wall_brush(canvas.palette.wall, outline, strength))
    canvas.painter.drawPolygon(outline)


def _wall_brush(colour: QColor, outline: QPolygonF, strength: float) -> QBrush:
    """A colour that fades upwards."""
    frame = outline.boundingRect()
    gradient = QLinearGradient(frame.bottomLeft(), frame.topLeft())
    for place, share in ((0.0, 0.95), (0.6, 0.75), (1.0, 0.0)):
        tint = QColor(colour)
        tint.setAlphaF(share * strength)
        gradient.setColorAt(place, tint)
    return QBrush(gradient)
