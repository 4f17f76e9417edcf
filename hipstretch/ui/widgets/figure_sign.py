"""A calm sign for each position of the body: a round head and a few strokes on a soft mat."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from hipstretch.ui.palette import Palette
from hipstretch.ui.widgets.painting import blend

_LARGEST_UNIT = 11.0
_HEAD = 2.25
_BODY, _LIMB, _THING = 2.7, 2.1, 1.5
_GROUND = 20.0
_MAT_HEIGHT = 3.6

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """The strokes of a position on a 24 px grid whose floor lies at 20.

    `near` are limbs and trunk on this side, `far` those behind, `things` a chair or a rest.
    """

    head: tuple[float, float]
    trunk: Line
    near: tuple[Line, ...]
    far: tuple[Line, ...] = ()
    things: tuple[Line, ...] = ()

    def bounds(self) -> QRectF:
        """The rectangle around all of it, down to the floor."""
        lines = (self.trunk, *self.near, *self.far, *self.things)
        points = [point for line in lines for point in line]
        left = min(self.head[0] - _HEAD, *(x - _LIMB / 2 for x, _ in points))
        right = max(self.head[0] + _HEAD, *(x + _LIMB / 2 for x, _ in points))
        top = min(self.head[1] - _HEAD, *(y - _LIMB / 2 for _, y in points))
        return QRectF(left, top, right - left, _GROUND - top)


SIGNS = {
    "lying-on-back": Sign(
        (3.6, 17.3),
        ((7.4, 18.2), (12.6, 18.2)),
        (((12.6, 18.2), (16.2, 11.4), (19.4, 18.6)),),
        (((12.6, 18.6), (22.4, 18.8)),),
    ),
    "lying-face-down": Sign(
        (4.2, 14.6),
        ((7.6, 15.8), (13.0, 18.2)),
        (((13.0, 18.4), (22.4, 18.8)), ((7.6, 15.8), (7.2, 18.8), (3.2, 18.8))),
    ),
    "side-lying": Sign(
        (3.6, 16.6),
        ((7.4, 17.6), (12.8, 18.2)),
        (((12.8, 18.2), (20.0, 12.8)),),
        (((12.8, 18.6), (22.2, 18.8)),),
    ),
    "kneeling": Sign(
        (10.6, 2.9),
        ((10.6, 7.4), (10.6, 12.8)),
        (((10.6, 12.8), (16.8, 13.2), (16.8, 18.8)),),
        (((10.6, 13.0), (9.2, 18.8), (3.4, 18.8)),),
    ),
    "all-fours": Sign(
        (21.4, 8.4),
        ((17.6, 10.4), (8.0, 10.6)),
        (((17.6, 10.4), (17.6, 18.8)), ((8.0, 10.6), (8.4, 18.8), (3.0, 18.8))),
    ),
    "sitting-on-floor": Sign(
        (6.6, 6.6),
        ((6.6, 11.0), (6.6, 18.0)),
        (((6.6, 18.4), (20.6, 18.8)),),
        (((6.8, 11.8), (12.2, 15.2)),),
    ),
    "sitting-on-chair": Sign(
        (10.6, 2.9),
        ((10.6, 7.4), (10.6, 12.8)),
        (((10.6, 12.8), (16.8, 12.9), (16.8, 18.8)),),
        things=(((6.6, 8.4), (6.6, 19.2)), ((6.6, 15.6), (13.6, 15.6), (13.6, 19.2))),
    ),
    "reclining": Sign(
        (5.4, 6.4),
        ((8.0, 10.2), (11.8, 14.4)),
        (((11.8, 14.4), (17.0, 11.8), (20.0, 18.8)),),
        things=(((3.8, 11.4), (9.8, 18.0), (15.6, 18.0)), ((9.8, 18.0), (8.4, 19.2))),
    ),
    "standing": Sign(
        (12.0, 2.3),
        ((12.0, 6.8), (12.0, 12.4)),
        (((10.1, 18.8), (12.0, 12.4), (13.9, 18.8)), ((8.4, 11.6), (12.0, 6.9), (15.6, 11.6))),
    ),
}


CHILDS_POSE = Sign(
    (4.4, 16.6),
    ((7.8, 16.2), (12.2, 13.6), (16.4, 13.8)),
    (((17.4, 14.4), (11.8, 18.4), (20.4, 18.8)),),
    (((8.0, 17.6), (1.8, 18.8)),),
)
"""The resting pose of the pages that have nothing to show."""


def sign_of(position: str) -> Sign:
    """The sign of a position; that of standing for one that is not known."""
    return SIGNS.get(position, SIGNS["standing"])


def mat_color(palette: Palette) -> QColor:
    """The colour of the mat on a stage."""
    return blend(palette.stage, palette.pmid, 0.26 if palette.dark else 0.42)


def sign_color(palette: Palette) -> QColor:
    """The tint of the sign: the colour of the figure's clothes."""
    return blend(palette.primary, palette.pmid, 0.3)


def sign_unit(rect: QRectF, bounds: QRectF) -> float:
    """How many px a grid px takes, so that the sign and its mat stand free in `rect`."""
    by_height = rect.height() * 0.68 / max(13.0, bounds.height() + _MAT_HEIGHT / 2)
    return min(_LARGEST_UNIT, by_height, rect.width() * 0.5 / 22)


def draw_position(painter: QPainter, rect: QRectF, position: str, palette: Palette) -> None:
    """Draw the sign of a position on a soft mat, in the middle of `rect`."""
    draw_on_mat(painter, rect, sign_of(position), palette)


def draw_on_mat(painter: QPainter, rect: QRectF, sign: Sign, palette: Palette) -> None:
    """Draw a sign on a soft mat, in the middle of `rect`."""
    bounds = sign.bounds()
    unit = sign_unit(rect, bounds)
    painter.save()
    painter.translate(rect.center())
    painter.scale(unit, unit)
    painter.translate(-bounds.center().x(), -bounds.center().y() - _MAT_HEIGHT / 4)
    _draw_mat(painter, bounds, palette)
    _draw_sign(painter, sign, palette)
    painter.restore()


def _draw_mat(painter: QPainter, bounds: QRectF, palette: Palette) -> None:
    """Draw the mat under the sign, and a quiet shadow where the body touches it."""
    mat = QRectF(0, 0, max(bounds.width(), 14) + 9, _MAT_HEIGHT)
    mat.moveCenter(QPointF(bounds.center().x(), _GROUND))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mat_color(palette))
    painter.drawEllipse(mat)


def _draw_sign(painter: QPainter, sign: Sign, palette: Palette) -> None:
    """Draw what is behind, then the body, then the head."""
    color, mat = sign_color(palette), mat_color(palette)
    for line in sign.things:
        _draw_line(painter, line, blend(palette.ctrl, mat, 0.45), _THING)
    for line in sign.far:
        _draw_line(painter, line, blend(color, mat, 0.45), _LIMB)
    _draw_line(painter, sign.trunk, color, _BODY)
    for line in sign.near:
        _draw_line(painter, line, color, _LIMB)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(*sign.head), _HEAD, _HEAD)


def _draw_line(painter: QPainter, line: Line, color: QColor, width: float) -> None:
    """Draw one limb with round ends and joints."""
    painter.setPen(
        QPen(
            color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
