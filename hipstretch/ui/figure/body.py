"""The body as pieces to paint: short stretches of limb and trunk, each lit across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QColor, QRadialGradient

from hipstretch.core.figure.flesh import Blob, Cover, Part, Strand
from hipstretch.core.figure.frame import Glow
from hipstretch.core.figure.vectors import Vec, add, along, distance, dot, mix, scale, sub, unit
from hipstretch.ui.figure.canvas import Canvas, farness
from hipstretch.ui.figure.filling import fill_edge, tint
from hipstretch.ui.figure.order import Item
from hipstretch.ui.figure.outline import Spot, ball_spot, ellipsoid_spot, skin
from hipstretch.ui.figure.shading import Ramp, tube_gradient
from hipstretch.ui.figure.view import View

_LAYERS = {Cover.SKIN: 0.0, Cover.LEGGINGS: 0.012, Cover.TOP: 0.022}
"""How much nearer than its bone a cover counts, in metres: a sleeve is over the arm."""
_LONG = 4
"""A run of more blobs follows one bone."""
_FAINT = 0.10
"""A glow that is weaker is not worth painting."""
_GLOW_WIDTH = 1.35
_EDGE = 0.40
"""How bright the very edge of a piece is: a hint of a line between two of one colour."""
_GLOW_STOPS = ((0.0, 0.88), (0.25, 0.66), (0.5, 0.32), (0.75, 0.09), (1.0, 0.0))


def body_items(canvas: Canvas) -> Iterator[Item]:
    """The pieces of the whole body but the head."""
    for strand in canvas.frame.strands:
        if strand.part is not Part.HEAD:
            yield from _strand_items(canvas, strand)


def spot_of(view: View, blob: Blob) -> Spot:
    """The picture of a blob."""
    if blob.half_axes is None:
        return ball_spot(view, blob.centre, blob.radius)
    return ellipsoid_spot(view, blob.centre, blob.half_axes)


class _Piece(NamedTuple):
    """A skin around some blobs: its material, the way it runs, its haze, and what glows on it."""

    ramp: Ramp
    blobs: list[Blob]
    spots: list[Spot]
    way: Vec
    far: float
    glows: tuple[Glow, ...]


def _strand_items(canvas: Canvas, strand: Strand) -> Iterator[Item]:
    """The pieces of one part."""
    spots = [spot_of(canvas.view, blob) for blob in strand.blobs]
    far = farness(sum(spot.near for spot in spots) / len(spots))
    glows = tuple(glow for glow in canvas.frame.glows if strand.part in glow.parts)
    for run, way in zip(strand.runs, _ways(strand), strict=True):
        cover = strand.blobs[run[0]].cover
        ramp = _ramp(canvas, strand, cover)
        blobs = [strand.blobs[k] for k in run]
        piece = _Piece(ramp, blobs, [spots[k] for k in run], way, far, glows)
        whole = _GROWN_TOGETHER.get(strand.part, strand.part)
        yield _item(canvas, piece, f"{whole} {cover}")


def _ramp(canvas: Canvas, strand: Strand, cover: Cover) -> Ramp:
    """The material of a piece."""
    if strand.part in canvas.frame.working and cover is not Cover.SKIN:
        return canvas.materials.working
    return canvas.materials.cover[cover]


_GROWN_TOGETHER = {
    Part.LEFT_SHOULDER: Part.TRUNK,
    Part.RIGHT_SHOULDER: Part.TRUNK,
    Part.LEFT_HAND: Part.LEFT_ARM,
    Part.RIGHT_HAND: Part.RIGHT_ARM,
}
"""Where two parts of one cover meet without an edge between them."""


def _item(canvas: Canvas, piece: _Piece, group: str) -> Item:
    """One piece, ready to be painted."""
    near = sum(spot.near for spot in piece.spots) / len(piece.spots)
    middle = mix(piece.blobs[0].centre, piece.blobs[-1].centre, 0.5)
    outline = skin(piece.spots)

    def paint_edge() -> None:
        fill_edge(canvas, outline, piece.ramp.at(_EDGE, piece.far))

    def paint() -> None:
        light = tube_gradient(canvas.view, piece.ramp, piece.spots, piece.way, piece.far)
        tint(canvas, outline, light)
        for glow in piece.glows:
            strength = _glow_on(piece, glow) * _glow_seen(canvas.view, glow) * canvas.frame.glow
            if strength > _FAINT:
                tint(canvas, outline, _glow_light(canvas, glow, strength))

    layer = _LAYERS[piece.blobs[0].cover]
    return Item(middle, near + layer, paint, group=group, paint_edge=paint_edge)


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


def _glow_on(piece: _Piece, glow: Glow) -> float:
    """How strongly a piece glows by its distance, 0 to 1."""
    first = piece.blobs[0].centre
    way = sub(piece.blobs[-1].centre, first)
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
