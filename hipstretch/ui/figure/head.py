"""The head: a calm face without features but a nose, an ear, and short hair on the skull."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians, sqrt

from PySide6.QtGui import QLinearGradient

from hipstretch.core.figure.flesh import Blob, Cover, Part
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.vectors import AHEAD, LEFTWARD, UP, Vec, dot, scale, unit
from hipstretch.ui.figure.body import spot_of
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.caps import Cap, cap_outline
from hipstretch.ui.figure.filling import fill
from hipstretch.ui.figure.order import Item
from hipstretch.ui.figure.outline import Spot, ellipsoid_spot, skin
from hipstretch.ui.figure.shading import Ramp, brightness

_HAIR: tuple[tuple[Vec, float, float], ...] = (
    (unit((-0.95, 0.0, -0.12)), cos(radians(66.0)), 1.045),
    (unit((-0.42, 0.0, 0.91)), cos(radians(77.0)), 1.060),
)
"""The hair as caps on the skull, nape and crown: each one's middle, edge and volume."""
_NOSE_SEEN, _EAR_SEEN = -0.25, 0.12
"""How far nose and ear must face the eye to be seen: the cosine of their angle to it."""
_EAR: Vec = (0.004, 0.079, 0.070)
_EAR_SIZE: Vec = (0.015, 0.008, 0.024)
_NOSE = (((0.104, 0.0, 0.058), (0.013, 0.011, 0.010)), ((0.096, 0.0, 0.082), (0.008, 0.007, 0.010)))
"""Tip and bridge of the nose, each with half its size, in metres."""
_NOSE_LIFT, _EAR_LIFT = 0.025, -0.04
_EDGE = 0.45
"""How bright the very edge is."""
_LAYER = 0.02
"""How much nearer the head counts than its middle, in metres: it is over the neck."""
_LIT_FROM = (-0.49, -0.87)
"""On the screen, the side from which the head is lit."""
_STOPS = ((0.0, 1.0), (0.3, 0.4), (0.6, -0.2), (0.85, -0.7), (1.0, -1.0))


def head_items(canvas: Canvas) -> Iterator[Item]:
    """The head as one thing to paint."""
    strand = next(strand for strand in canvas.frame.strands if strand.part is Part.HEAD)
    skull, jaw = strand.blobs
    near = canvas.view.nearness(skull.centre)

    def paint() -> None:
        _Head(canvas, farness(near)).paint(skull, jaw)

    yield Item(skull.centre, near + _LAYER, paint)


class _Head:
    """Paints one head."""

    def __init__(self, canvas: Canvas, far: float) -> None:
        self._canvas = canvas
        self._far = far
        self._frame = tuple(
            canvas.frame.skeleton.direction(Bone.HEAD, way) for way in (AHEAD, LEFTWARD, UP)
        )

    def paint(self, skull: Blob, jaw: Blob) -> None:
        """Face, nose, hair, and the ear that is seen."""
        skin_ramp = self._canvas.materials.cover[Cover.SKIN]
        face = [spot_of(self._canvas.view, blob) for blob in (skull, jaw)]
        light = _ball_light(skin_ramp, face, self._far)
        self._paint(face, skin_ramp, light)
        if dot(self._frame[0], self._canvas.view.to_eye) > _NOSE_SEEN:
            nose = [self._spot(place, size) for place, size in _NOSE]
            self._paint(nose, skin_ramp, _ball_light(skin_ramp, face, self._far, _NOSE_LIFT))
        self._hair(skull)
        for side in (1.0, -1.0):
            if dot(scale(self._frame[1], side), self._canvas.view.to_eye) > _EAR_SEEN:
                ear = self._spot((_EAR[0], _EAR[1] * side, _EAR[2]), _EAR_SIZE)
                self._paint([ear], skin_ramp, _ball_light(skin_ramp, [ear], self._far, _EAR_LIFT))

    def _paint(self, spots: Sequence[Spot], ramp: Ramp, light: QLinearGradient) -> None:
        """Paint a skin around some spots."""
        fill(self._canvas, skin(spots), light, ramp.at(_EDGE, self._far))

    def _spot(self, place: Vec, size: Vec) -> Spot:
        """The picture of a small ellipsoid of the head."""
        middle = self._canvas.frame.skeleton.point(Bone.HEAD, place)
        half_axes = tuple(scale(axis, half) for axis, half in zip(self._frame, size, strict=True))
        return ellipsoid_spot(self._canvas.view, middle, half_axes)

    def _hair(self, skull: Blob) -> None:
        """The hair."""
        if skull.half_axes is None:
            return
        for way, edge, volume in _HAIR:
            a, b, c = (scale(axis, volume) for axis in skull.half_axes)
            spot = ellipsoid_spot(self._canvas.view, skull.centre, (a, b, c))
            light = _ball_light(self._canvas.materials.hair, [spot], self._far)
            outline = cap_outline(self._canvas.view, Cap(skull.centre, (a, b, c), way, edge))
            fill(self._canvas, outline, light, self._canvas.materials.hair.at(_EDGE, self._far))


def _ball_light(
    ramp: Ramp, spots: Sequence[Spot], far: float, lift: float = 0.0
) -> QLinearGradient:
    """The light on a ball: along the screen from the lit to the shaded side."""
    px, py = _LIT_FROM
    half = max(spot.reach(px, py) for spot in spots)
    x, y = sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots)
    gradient = QLinearGradient(x + px * half, y + py * half, x - px * half, y - py * half)
    for place, u in _STOPS:
        bright = brightness((u * px, -u * py, sqrt(1.0 - u * u))) + lift
        gradient.setColorAt(place, ramp.at(max(0.0, min(1.0, bright)), far))
    return gradient
