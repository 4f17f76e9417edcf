"""The soft shadow of body and things, on the floor and on what the body is on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath, QPolygonF

from hipstretch.core.figure.boxes import Box, corners_of
from hipstretch.core.figure.flesh import Blob, Part, Strand
from hipstretch.core.figure.scene import solids
from hipstretch.core.figure.vectors import Vec
from hipstretch.ui.figure.canvas import Canvas
from hipstretch.ui.figure.outline import COARSEST, Spot, ellipsoid_spot, skin
from hipstretch.ui.figure.view import View

_SLANT = 0.20
"""How far a shadow moves aside for each metre of height."""
_BLUR = 0.020
"""The size of a pixel of the soft shadow, in metres."""
_VECTOR = {QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture}
_CORNER = 0.004
_HANDS = {Part.LEFT_HAND, Part.RIGHT_HAND}
_FEET = {Part.LEFT_FOOT, Part.RIGHT_FOOT}
_NO_SHADOW = {Part.LEFT_SHOULDER, Part.RIGHT_SHOULDER, Part.NECK}
_TRUNK = ((0, 4), (4, 8), (8, 10))
"""The blobs of the trunk that its shadow joins."""
_JOINING = 2
"""Runs of so few blobs join two parts that have shadows of their own."""
_BESIDE, _FADED = 0.25, 0.60
"""How far beside and above a block the body throws no shadow on it any more, in metres."""
_PRESSED = 0.03
"""How deep in a face a blob may be and still count as above it, in metres."""


def paint_floor_shadow(canvas: Canvas) -> None:
    """Paint the shadow on the floor."""
    boxes = [solid.box for prop in canvas.frame.props for solid in solids(prop)]
    outlines = [
        *_body_shadow(canvas, 0.0),
        *(_box_shadow(canvas.view, box) for box in boxes),
    ]
    _paint(canvas, outlines)


def paint_shadow_on(canvas: Canvas, box: Box, top: QPolygonF) -> None:
    """Paint the shadow on the upper face of a block, whose outline is `top`."""
    outlines = list(_body_shadow(canvas, box.top, box))
    if not outlines:
        return
    path = QPainterPath()
    path.addPolygon(top)
    canvas.painter.save()
    canvas.painter.setClipPath(path)
    _paint(canvas, outlines, top.boundingRect())
    canvas.painter.restore()


def _paint(canvas: Canvas, outlines: list[QPolygonF], within: QRectF | None = None) -> None:
    """Paint a shadow: soft where the painter has pixels, as one path where it has none."""
    colour = canvas.palette.shadow
    if canvas.painter.paintEngine().type() in _VECTOR:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for outline in outlines:
            path.addPolygon(outline)
        canvas.painter.fillPath(path, colour)
    else:
        blur = canvas.view.scale * _BLUR
        around = QRectF()
        for outline in outlines:
            around = around.united(outline.boundingRect())
        around.adjust(-2 * blur, -2 * blur, 2 * blur, 2 * blur)
        _paint_soft(canvas.painter, outlines, around & within if within else around, blur, colour)


def _paint_soft(
    painter: QPainter, outlines: list[QPolygonF], around: QRectF, blur: float, colour: QColor
) -> None:
    """Paint the shadow small and let it grow soft on its way to the right size."""
    if around.isEmpty():
        return
    small = _blurred(_small_shadow(outlines, colour, around, blur))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(around, small)


def _small_shadow(outlines: list[QPolygonF], colour: QColor, around: QRectF, blur: float) -> QImage:
    """The shadow with pixels as large as its blur."""
    wide, high = max(1, round(around.width() / blur)), max(1, round(around.height() / blur))
    small = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    small.fill(Qt.GlobalColor.transparent)
    brush = QPainter(small)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.setPen(Qt.PenStyle.NoPen)
    brush.setBrush(QColor(colour.red(), colour.green(), colour.blue()))
    brush.scale(wide / around.width(), high / around.height())
    brush.translate(-around.topLeft())
    for outline in outlines:
        brush.drawPolygon(outline)
    brush.resetTransform()
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    brush.fillRect(small.rect(), colour)
    brush.end()
    return small


def _blurred(small: QImage) -> QImage:
    """The small shadow with each pixel mixed with those beside it."""
    found = QImage(small.size(), small.format())
    found.fill(Qt.GlobalColor.transparent)
    brush = QPainter(found)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    brush.setOpacity(1.0 / len(_TAPS))
    for x, y in _TAPS:
        brush.drawImage(x, y, small)
    brush.end()
    return found


_TAPS = ((-1, -1), (0, -1), (-1, 0), (0, 0), (1, 0), (0, 1), (1, 1), (1, -1), (-1, 1))
"""The neighbours that a pixel of the shadow is mixed with."""


def _body_shadow(canvas: Canvas, height: float, box: Box | None = None) -> Iterator[QPolygonF]:
    """The outlines of the body's pieces on a plane, few, as they grow soft; those near `box`."""
    for strand in canvas.frame.strands:
        if strand.part in _NO_SHADOW:
            continue
        for run in _shadow_runs(strand):
            blobs = [strand.blobs[k] for k in run]
            if all(_is_over(blob, height, box) for blob in blobs):
                spots = [_spot(canvas.view, blob.centre, blob.radius, height) for blob in blobs]
                yield skin(spots, COARSEST)


def _is_over(blob: Blob, height: float, box: Box | None) -> bool:
    """Whether a blob is above a plane, and near enough to a block to throw a shadow on it."""
    if blob.centre[2] < height - _PRESSED:
        return False
    if box is None:
        return True
    x, y, z = box.inside(blob.centre)
    return (
        abs(x) < box.half[0] + _BESIDE
        and abs(y) < box.half[1] + _BESIDE
        and z < box.half[2] + _FADED
    )


def _shadow_runs(strand: Strand) -> Iterator[tuple[int, ...]]:
    """The blobs that are enough for a part's shadow."""
    if strand.part is Part.TRUNK:
        yield from _TRUNK
        return
    if strand.part in _HANDS:
        yield (0, 2, 4)
    elif strand.part in _FEET:
        yield (0, 1, 3, 4)
    else:
        yield from ((run[0], run[-1]) for run in strand.runs if len(run) > _JOINING)


def _spot(view: View, centre: Vec, radius: float, height: float) -> Spot:
    """The picture of a ball's shadow on a plane."""
    x, y, z = centre
    aside = _SLANT * (z - height)
    place = (x + view.right[0] * aside, y + view.right[1] * aside, height)
    return ellipsoid_spot(view, place, ((radius, 0.0, 0.0), (0.0, radius, 0.0)))


@lru_cache(maxsize=128)
def _box_shadow(view: View, box: Box) -> QPolygonF:
    """The outline of a block's shadow on the floor."""
    return skin([_spot(view, corner, _CORNER, 0.0) for corner in corners_of(box)], COARSEST)
