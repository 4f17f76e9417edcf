"""The parts of the countdown ring: track, arc, beads, digits, pause sign and caption."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import make_font

_FULL_TURN = 360.0
_ARC_STEP = 10.0
_SIDE = 424.0
_STROKE = 22.0
_BEAD_GAP = 16.0
_DIGITS_ABOVE = 19.5
_DIGITS_WIDTH = 308.0
_CAPTION_BASE = 103.0
_CAPTION_SIZE = 30.0
_SIZES = {1: 196.0, 2: 196.0, 3: 150.0}
_SIZE_OF_TIMES = 122.0


@dataclass(frozen=True, slots=True)
class RingGeometry:
    """Where the ring lies; `scale` is 1 at a side of 424 px."""

    center: QPointF
    scale: float

    @staticmethod
    def within(rect: QRectF) -> RingGeometry:
        """The largest ring in the middle of `rect`."""
        return RingGeometry(rect.center(), min(rect.width(), rect.height()) / _SIDE)

    @property
    def stroke(self) -> float:
        """How thick the ring is, in px."""
        return _STROKE * self.scale

    @property
    def radius(self) -> float:
        """The radius of the middle of the stroke, in px."""
        return (_SIDE - _STROKE) / 2 * self.scale

    @property
    def box(self) -> QRectF:
        """The square around the middle of the stroke."""
        radius = self.radius
        corner = self.center - QPointF(radius, radius)
        return QRectF(corner.x(), corner.y(), 2 * radius, 2 * radius)

    def point_at(self, degrees: float) -> QPointF:
        """The point of the ring `degrees` clockwise from 12 o'clock."""
        angle = math.radians(degrees)
        return self.center + QPointF(math.sin(angle), -math.cos(angle)) * self.radius

    def width_at(self, base: float) -> float:
        """The free width inside the ring, `base` unscaled px under its centre."""
        inner = _SIDE / 2 - _STROKE
        return 2 * math.sqrt(max(0.0, inner**2 - base**2)) * self.scale


def round_pen(color: QColor, width: float) -> QPen:
    """A pen with round ends."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def draw_arc(painter: QPainter, geometry: RingGeometry, span: float, color: QColor) -> None:
    """Draw `span` degrees of the ring, clockwise from 12 o'clock."""
    if span <= 0:
        return
    painter.setPen(round_pen(color, geometry.stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(arc_path(geometry, min(span, _FULL_TURN)))


def arc_path(geometry: RingGeometry, span: float) -> QPainterPath:
    """The middle of the arc, in short steps from 12 o'clock that are the same for every span.

    One long arc would be bent a little differently at each length, and its edges would shimmer.
    """
    path = QPainterPath()
    path.arcMoveTo(geometry.box, 90)
    done = 0.0
    while done < span:
        step = min(_ARC_STEP, span - done)
        path.arcTo(geometry.box, 90 - done, -step)
        done += step
    return path


def draw_beads(
    painter: QPainter, geometry: RingGeometry, count: int, lit: int, palette: Palette
) -> None:
    """Draw `count` beads around the ring, the first `lit` of them in ink."""
    gap = math.degrees((_BEAD_GAP + _STROKE) * geometry.scale / geometry.radius)
    step = 360 / count
    for index in range(count):
        color = palette.ink if index < lit else palette.track
        painter.setPen(round_pen(color, geometry.stroke))
        start = 90 - index * step - gap / 2
        painter.drawArc(geometry.box, round(start * 16), -round((step - gap) * 16))


def digit_cells(text: str, font: QFont, spacing: float) -> list[tuple[str, float, float]]:
    """Each sign with its left edge and the left edge of its cell's ink, from 0 on.

    A digit's cell is as wide as "0" and `spacing`, so that running digits stay where they are.
    """
    metrics = QFontMetricsF(font)
    zero = metrics.horizontalAdvance("0") + spacing
    cells = []
    left = 0.0
    for sign in text:
        advance = metrics.horizontalAdvance(sign)
        cell = zero if sign.isdigit() else advance + spacing
        cells.append((sign, left + (cell - advance) / 2, left + cell))
        left += cell
    return cells


def digits_font(text: str, scale: float) -> tuple[QFont, float]:
    """The font for the digits and the spacing of their cells, small enough for the ring."""
    base = _SIZES.get(len(text), _SIZE_OF_TIMES)
    font = make_font(base * scale, 700, display=True)
    spacing = -7 * scale * base / 196
    width = digit_cells(text, font, spacing)[-1][2]
    if width > _DIGITS_WIDTH * scale:
        share = _DIGITS_WIDTH * scale / width
        return make_font(base * scale * share, 700, display=True), spacing * share
    return font, spacing


def draw_digits(painter: QPainter, geometry: RingGeometry, text: str, color: QColor) -> None:
    """Draw the digits with the middle of their height a little above the ring's centre."""
    if not text:
        return
    font, spacing = digits_font(text, geometry.scale)
    cells = digit_cells(text, font, spacing)
    metrics = QFontMetricsF(font)
    height = metrics.capHeight()
    left = geometry.center.x() - cells[-1][2] / 2
    base = geometry.center.y() - _DIGITS_ABOVE * geometry.scale + height / 2
    path = QPainterPath()
    for sign, ink, _ in cells:
        raised = (height - metrics.xHeight()) / 2 if sign == ":" else 0.0
        path.addText(QPointF(left + ink, base - raised), font, sign)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.drawPath(path)


def draw_pause_sign(painter: QPainter, geometry: RingGeometry, color: QColor) -> None:
    """Draw two upright bars where the digits stand."""
    scale = geometry.scale
    middle = geometry.center.y() - 24 * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for offset in (-24, 24):
        bar = QRectF(0, 0, 26 * scale, 96 * scale)
        bar.moveCenter(QPointF(geometry.center.x() + offset * scale, middle))
        painter.drawRoundedRect(bar, 8 * scale, 8 * scale)


def draw_caption(
    painter: QPainter, geometry: RingGeometry, text: str, text_scale: float, color: QColor
) -> None:
    """Draw the word under the digits, smaller where the ring is too narrow for it."""
    size = _CAPTION_SIZE * geometry.scale * text_scale
    room = geometry.width_at(_CAPTION_BASE) - 24 * geometry.scale
    width = QFontMetricsF(make_font(size, 600, display=True)).horizontalAdvance(text)
    font = make_font(size * min(1.0, room / max(1.0, width)), 600, display=True)
    base = geometry.center.y() + _CAPTION_BASE * geometry.scale
    left = geometry.center.x() - QFontMetricsF(font).horizontalAdvance(text) / 2
    painter.setPen(color)
    painter.setFont(font)
    painter.drawText(QPointF(left, base), text)
