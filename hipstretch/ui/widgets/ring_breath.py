"""The breath inside the countdown ring: a calm disc that swells and sinks under the digits."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from hipstretch.ui.palette import Palette
from hipstretch.ui.widgets.painting import blend
from hipstretch.ui.widgets.ring_painting import RingGeometry

_EMPTIEST, _FULLEST = 132.0, 179.0
"""The disc's radius at 424 px, at the ends of a breath; the ring's inner edge is at 190."""
_HALO = 8.0
_STEP = 0.5
_LIGHT_SHARE, _DARK_SHARE = 0.4, 0.25
"""How much teal is in the disc: as much as leaves the words on it at 7 to 1."""


def breath_radius(fullness: float) -> float:
    """The disc's radius at 424 px, in steps that nobody sees."""
    radius = _EMPTIEST + (_FULLEST - _EMPTIEST) * min(1.0, max(0.0, fullness))
    return round(radius / _STEP) * _STEP


def breath_color(palette: Palette) -> QColor:
    """The disc's colour, a little off the ground."""
    return blend(palette.bg, palette.pmid, _DARK_SHARE if palette.dark else _LIGHT_SHARE)


def draw_breath(painter: QPainter, geometry: RingGeometry, radius: float, palette: Palette) -> None:
    """Draw the disc, with a fainter rim that softens its edge."""
    color = breath_color(palette)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, fill in ((_HALO, blend(palette.bg, color, 0.5)), (0.0, color)):
        painter.setBrush(fill)
        edge = (radius + reach) * geometry.scale
        painter.drawEllipse(geometry.center, edge, edge)


def breath_damage(geometry: RingGeometry, before: float, after: float) -> QRegion:
    """What looks different when the disc goes from one radius to another.

    The square in its middle, in which there is nothing but disc before and after, is left out.
    """
    outer = (max(before, after) + _HALO) * geometry.scale + 1
    inner = min(before, after) * geometry.scale / math.sqrt(2) - 1
    return QRegion(_square(geometry, outer)) - QRegion(_square(geometry, inner))


def _square(geometry: RingGeometry, half: float) -> QRect:
    """A square around the ring's centre."""
    center = geometry.center
    return QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half).toAlignedRect()
