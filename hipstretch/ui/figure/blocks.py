"""Blocks: their faces on the screen, lit flat."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QLinearGradient, QPolygonF

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.vectors import Vec, dot, sub
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.shading import Ramp, face_brightness
from hipstretch.ui.figure.view import View

_FACES: tuple[tuple[int, float], ...] = ((0, -1), (0, 1), (1, -1), (1, 1), (2, -1), (2, 1))


def paint_block(canvas: Canvas, box: Box, ramp: Ramp) -> None:
    """Paint the faces of a block that the eye sees."""
    for outline, light in _lit_faces(canvas.view, box, ramp):
        canvas.painter.setBrush(light)
        canvas.painter.drawPolygon(outline)


@lru_cache(maxsize=128)
def _lit_faces(view: View, box: Box, ramp: Ramp) -> tuple[tuple[QPolygonF, QBrush], ...]:
    """The faces that the eye sees and their light; things stand still, so they are kept."""
    far = farness(view.nearness(box.middle))
    found = []
    for axis, way in _FACES:
        normal = face_normal(box, axis, way)
        if dot(normal, view.to_eye) > 0.0:
            outline = face(view, box, axis, way)
            bright = face_brightness(view, normal)
            found.append((outline, _face_light(outline, ramp, bright, far)))
    return tuple(found)


def _face_light(outline: QPolygonF, ramp: Ramp, bright: float, far: float) -> QBrush:
    """A face a little lighter above than below."""
    frame = outline.boundingRect()
    gradient = QLinearGradient(frame.topLeft(), frame.bottomLeft())
    gradient.setColorAt(0.0, ramp.at(min(1.0, bright + 0.03), far))
    gradient.setColorAt(1.0, ramp.at(max(0.0, bright - 0.05), far))
    return QBrush(gradient)


def face_normal(box: Box, axis: int, way: float) -> Vec:
    """The normal of a face in space: of the one at the end `way` (-1 or 1) of an axis."""
    plain = [0.0, 0.0, 0.0]
    plain[axis] = way
    return sub(box.outside((plain[0], plain[1], plain[2])), box.middle)


def face(view: View, box: Box, axis: int, way: float) -> QPolygonF:
    """The outline of a face."""
    first, second = (other for other in range(3) if other != axis)
    points = []
    for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = [0.0, 0.0, 0.0]
        corner[axis] = way * box.half[axis]
        corner[first] = a * box.half[first]
        corner[second] = b * box.half[second]
        x, y, _, _ = view.project(box.outside((corner[0], corner[1], corner[2])))
        points.append(QPointF(x, y))
    return QPolygonF(points)
