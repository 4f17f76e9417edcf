"""The body as pieces to paint: short stretches of limb and trunk, each lit across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QColor, QPolygonF, QRadialGradient

from hipstretch.core.figure.flesh import Blob, Cover, Part, Strand
from hipstretch.core.figure.frame import Glow
from hipstretch.core.figure.vectors import Vec, add, along, distance, dot, mix, scale, sub, unit
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.filling import fill_edge, tint
from hipstretch.ui.figure.order import Item
from hipstretch.ui.figure.outline import Spot, ball_spot, ellipsoid_spot, skin
from hipstretch.ui.figure.shading import Ramp, tube_gradient
from hipstretch.ui.figure.shoulders import SHOULDERS, Tone, shoulder_tones
from hipstretch.ui.figure.view import View

_LAYERS = {Cover.SKIN: 0.0, Cover.LEGGINGS: 0.012, Cover.TOP: 0.022}
"""How much nearer than its bone a cover counts, in metres: a sleeve is over the arm."""
_CAP = 2
"""So many blobs of a sleeve are rounded off into the shoulder, without an edge."""
_LONG = 4
"""A run of more blobs follows one bone."""
_FAINT = 0.10
"""A glow or a tone that is weaker is not worth painting."""
_GLOW_WIDTH = 1.35
_EDGE = 0.40
"""How bright the very edge of a piece is: a hint of a line between two of one colour."""
_GLOW_STOPS = ((0.0, 0.88), (0.25, 0.66), (0.5, 0.32), (0.75, 0.09), (1.0, 0.0))


def body_items(canvas: Canvas) -> Iterator[Item]:
    """The pieces of the whole body but the head."""
    strands = [strand for strand in canvas.frame.strands if strand.part is not Part.HEAD]
    tubes = {strand.part: _tubes(canvas, strand) for strand in strands}
    chest = tubes[Part.TRUNK][-1]
    collar = chest.cut(1, 3).near
    tones = shoulder_tones(canvas)
    for strand in strands:
        glows = tuple(glow for glow in canvas.frame.glows if strand.part in glow.parts)
        for run, tube in zip(strand.runs, tubes[strand.part], strict=True):
            lit, near = tube, tube.near
            if tube is chest or strand.part in SHOULDERS:
                # The neck is before chest and shoulders, or behind them: a whole neckline.
                lit, near = chest.cut(0, 2), collar if tube is chest else min(near, collar)
            ramp = _ramp(canvas, strand, tube.cover)
            on = [tone for tone in tones if tone.is_on(strand.part, run)]
            yield _item(canvas, _Piece(strand.part, ramp, tube, lit, near, on, glows))


def spot_of(view: View, blob: Blob) -> Spot:
    """The picture of a blob."""
    if blob.half_axes is None:
        return ball_spot(view, blob.centre, blob.radius)
    return ellipsoid_spot(view, blob.centre, blob.half_axes)


class _Tube(NamedTuple):
    """A stretch of limb or trunk: its blobs and their spots, the way they run, their haze."""

    blobs: list[Blob]
    spots: list[Spot]
    way: Vec
    far: float

    @property
    def cover(self) -> Cover:
        """What is seen of it."""
        return self.blobs[0].cover

    @property
    def near(self) -> float:
        """How near it is."""
        return sum(spot.near for spot in self.spots) / len(self.spots)

    def cut(self, first: int, end: int) -> _Tube:
        """Some of its blobs, from `first` to before `end`."""
        return self._replace(blobs=self.blobs[first:end], spots=self.spots[first:end])


def _tubes(canvas: Canvas, strand: Strand) -> list[_Tube]:
    """The stretches of a part."""
    spots = [spot_of(canvas.view, blob) for blob in strand.blobs]
    far = farness(sum(spot.near for spot in spots) / len(spots))
    return [
        _Tube([strand.blobs[k] for k in run], [spots[k] for k in run], way, far)
        for run, way in zip(strand.runs, _ways(strand), strict=True)
    ]


class _Piece(NamedTuple):
    """A skin around a tube: its material, what it is lit like, its tones and its glows."""

    part: Part
    ramp: Ramp
    tube: _Tube
    lit: _Tube
    near: float
    tones: list[Tone]
    glows: tuple[Glow, ...]

    @property
    def group(self) -> str:
        """What it is grown together with, without an edge between them."""
        return f"{_GROWN_TOGETHER.get(self.part, self.part)} {self.tube.cover}"


def _ramp(canvas: Canvas, strand: Strand, cover: Cover) -> Ramp:
    """The material of a piece; a shoulder that works has the trunk's, and only a tone of it."""
    works = strand.part in canvas.frame.working and strand.part not in SHOULDERS
    if works and cover is not Cover.SKIN:
        return canvas.materials.working
    return canvas.materials.cover[cover]


_GROWN_TOGETHER = {
    Part.LEFT_SHOULDER: Part.TRUNK,
    Part.RIGHT_SHOULDER: Part.TRUNK,
    Part.LEFT_HAND: Part.LEFT_ARM,
    Part.RIGHT_HAND: Part.RIGHT_ARM,
}
"""Where two parts of one cover meet without an edge between them."""


def _item(canvas: Canvas, piece: _Piece) -> Item:
    """One piece, ready to be painted."""
    tube = piece.tube
    outline = skin(tube.spots)

    def paint_edge() -> None:
        for edge, colour in _edges(piece, outline):
            fill_edge(canvas, edge, colour)

    def paint() -> None:
        lit = piece.lit
        light = tube_gradient(canvas.view, piece.ramp, lit.spots, lit.way, lit.far)
        tint(canvas, outline, light, *_soft_spots(canvas, piece))

    middle = mix(tube.blobs[0].centre, tube.blobs[-1].centre, 0.5)
    near = piece.near + _LAYERS[tube.cover]
    return Item(middle, near, paint, group=piece.group, paint_edge=paint_edge)


def _edges(piece: _Piece, outline: QPolygonF) -> Iterator[tuple[QPolygonF, QColor]]:
    """The outlines of a piece whose edges are seen; in a shoulder, the edge has its tone."""
    plain = piece.ramp.at(_EDGE, piece.tube.far)
    if piece.part is Part.TRUNK or not piece.tones:
        yield outline, plain
        return
    yield outline, piece.tones[0].colour
    if piece.part not in SHOULDERS:
        yield skin(piece.tube.spots[_CAP:]), plain


def _soft_spots(canvas: Canvas, piece: _Piece) -> Iterator[QRadialGradient]:
    """What lies softly over a piece: the tones of the shoulders, and what glows."""
    for tone in piece.tones:
        strength = tone.strength(piece.part, piece.tube.near)
        if strength > _FAINT:
            yield tone.light(strength)
    for glow in piece.glows:
        strength = _glow_on(piece.tube, glow) * _glow_seen(canvas.view, glow) * canvas.frame.glow
        if strength > _FAINT:
            yield _glow_light(canvas, glow, strength)


def _ways(strand: Strand) -> list[Vec]:
    """How each piece of a part runs; along the trunk the way changes smoothly."""
    plain = [_way(strand, run) for run in strand.runs]
    if strand.part is not Part.TRUNK:
        return plain
    padded = [plain[0], *plain, plain[-1]]
    return [
        unit(add(add(padded[k], padded[k + 2]), scale(padded[k + 1], 1.5)))
        for k in range(len(plain))
    ]


def _way(strand: Strand, run: tuple[int, ...]) -> Vec:
    """How a piece runs, by the bone that most of it is on."""
    blobs = [strand.blobs[k] for k in run]
    if len(run) > _LONG:
        blobs = [blob for blob in blobs if blob.bone is blobs[len(run) // 2].bone]
    return unit(sub(blobs[-1].centre, blobs[0].centre))


def _glow_on(tube: _Tube, glow: Glow) -> float:
    """How strongly a tube glows by its distance, 0 to 1."""
    first = tube.blobs[0].centre
    way = sub(tube.blobs[-1].centre, first)
    square = dot(way, way) or 1.0
    share = max(0.0, min(1.0, dot(sub(glow.centre, first), way) / square))
    far = distance(glow.centre, along(first, way, share))
    return max(0.0, min(1.0, 1.6 - far / glow.reach))


def _glow_seen(view: View, glow: Glow) -> float:
    """How much of a glow the eye sees: less where it is on the far side of the body."""
    return max(0.30, min(1.0, 0.62 + 0.7 * dot(glow.out, view.to_eye)))


def _glow_light(canvas: Canvas, glow: Glow, strength: float) -> QRadialGradient:
    """A soft warm spot on the screen."""
    x, y, _, size = canvas.view.project(glow.centre)
    gradient = QRadialGradient(x, y, glow.reach * size * _GLOW_WIDTH)
    for place, share in _GLOW_STOPS:
        tint = QColor(canvas.palette.glow)
        tint.setAlphaF(share * strength)
        gradient.setColorAt(place, tint)
    return gradient
