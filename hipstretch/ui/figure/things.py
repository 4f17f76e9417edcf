"""The things around the figure, as blocks and rounded bodies to paint."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPen, QPolygonF

from hipstretch.core.figure.boxes import Box
from hipstretch.core.figure.flesh import Part
from hipstretch.core.figure.scene import PropKind, Solid, solids
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import Vec, mix, scale
from hipstretch.ui.figure.blocks import face, face_normal, paint_block
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.order import Item
from hipstretch.ui.figure.outline import ball_spot, ellipsoid_spot, skin
from hipstretch.ui.figure.shading import Ramp, brightness, tube_gradient
from hipstretch.ui.figure.shadow import paint_shadow_on

_UPPER_FACE = (2, 1.0)
_SHADED = {"seat", "step", "couch", "bed"}
"""The blocks on which the body throws a shadow."""
_STRAP_WIDE = 0.022
_SOLE: Vec = (0.11, 0.0, -0.068)
_PALM: Vec = (0.0, 0.0, -0.06)


def thing_items(canvas: Canvas) -> Iterator[Item]:
    """Every block of every prop, and the straps."""
    for prop in canvas.frame.props:
        if prop.kind is PropKind.STRAP:
            yield _strap_item(canvas)
        for solid in solids(prop):
            yield _solid_item(canvas, solid)


def _solid_item(canvas: Canvas, solid: Solid) -> Item:
    """One block, painted as what it is."""
    box, ramp = solid.box, canvas.materials.of(solid.role)
    paint_round = _ROUND.get(solid.prop.kind)

    def paint() -> None:
        if paint_round is not None:
            paint_round(canvas, box, ramp)
            return
        paint_block(canvas, box, ramp)
        if solid.role in _SHADED:
            paint_shadow_on(canvas, box, face(canvas.view, box, *_UPPER_FACE))

    return Item(box.middle, canvas.view.nearness(box.middle), paint, box)


def _paint_pillow(canvas: Canvas, box: Box, ramp: Ramp) -> None:
    """A soft pillow: a flat block with everything rounded."""
    far = farness(canvas.view.nearness(box.middle))
    edge = min(box.half) * 0.98
    wide, deep = box.half[0] - edge, box.half[1] - edge
    corners = [
        ball_spot(canvas.view, box.outside((x * wide, y * deep, 0.0)), edge)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    outline = skin(corners)
    frame = outline.boundingRect()
    gradient = QLinearGradient(frame.topLeft(), frame.bottomLeft())
    for place, up, out in _PILLOW_LIGHT:
        gradient.setColorAt(place, ramp.at(brightness((0.0, up, out)), far))
    canvas.painter.setBrush(QBrush(gradient))
    canvas.painter.drawPolygon(outline)


_PILLOW_LIGHT = ((0.0, 1.0, 0.0), (0.45, 0.86, 0.5), (0.75, 0.2, 0.98), (1.0, -0.75, 0.6))
"""The normal of a pillow's skin down its picture: place, up, to the eye."""


def _paint_ball(canvas: Canvas, box: Box, ramp: Ramp) -> None:
    """A ball."""
    spot = ball_spot(canvas.view, box.middle, box.half[2])
    to_eye = canvas.view.to_eye
    light = tube_gradient(canvas.view, ramp, (spot,), to_eye, farness(spot.near))
    canvas.painter.setBrush(QBrush(light))
    canvas.painter.drawPolygon(skin((spot,)))


def _paint_roller(canvas: Canvas, box: Box, ramp: Ramp) -> None:
    """A roller that lies along its longer side, with flat ends."""
    axis = 0 if box.half[0] > box.half[1] else 1
    radius = box.half[2]
    way, across = face_normal(box, axis, 1.0), face_normal(box, 1 - axis, 1.0)
    flat = (scale(across, radius), (0.0, 0.0, radius))
    ends = []
    for end in (-1.0, 1.0):
        place = [0.0, 0.0, 0.0]
        place[axis] = end * box.half[axis]
        middle = box.outside((place[0], place[1], place[2]))
        ends.append(ellipsoid_spot(canvas.view, middle, flat))
    far = farness(canvas.view.nearness(box.middle))
    canvas.painter.setBrush(QBrush(tube_gradient(canvas.view, ramp, ends, way, far)))
    canvas.painter.drawPolygon(skin(ends))
    canvas.painter.setBrush(ramp.at(_ROLLER_END, far))
    canvas.painter.drawPolygon(skin((max(ends, key=lambda end: end.near),)))


_ROLLER_END = 0.5
"""How bright the flat end of a roller is."""
_ROUND = {
    PropKind.PILLOW: _paint_pillow,
    PropKind.BALL: _paint_ball,
    PropKind.ROLLER: _paint_roller,
}


def _strap_item(canvas: Canvas) -> Item:
    """A strap from both palms around the sole of the working foot, or of both feet."""
    places = _strap_places(canvas)
    landed = [canvas.view.project(place) for place in places]

    def paint() -> None:
        pen = QPen(canvas.palette.strap, _STRAP_WIDE * landed[0][3])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        canvas.painter.setPen(pen)
        canvas.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y, _, _ in landed]))
        canvas.painter.setPen(Qt.PenStyle.NoPen)

    near = max(spot[2] for spot in landed)
    return Item(mix(places[0], places[-1], 0.5), near, paint)


def _strap_places(canvas: Canvas) -> list[Vec]:
    """The way of a strap."""
    skeleton = canvas.frame.skeleton
    feet = {Part.LEFT_LEG: Bone.LEFT_FOOT, Part.RIGHT_LEG: Bone.RIGHT_FOOT}
    working = [foot for leg, foot in feet.items() if leg in canvas.frame.working]
    soles = [skeleton.point(foot, _SOLE) for foot in working or feet.values()]
    left, right = (skeleton.point(hand, _PALM) for hand in (Bone.LEFT_HAND, Bone.RIGHT_HAND))
    return [left, *soles, right]
