"""The icon in the tray, painted at run time: the app's sign in a ring of the sitting.

Nobody knows the colour of a tray, so the icon brings its own ground. At 16 px a state is told by
its shape as well as by its colour: sign, arrow upwards, pause bars.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from hipstretch.core.breaks_view import BreaksView, State

SIZES = (16, 22, 24, 32, 48, 64)
"""The edges in px that trays ask for."""
_UNITS = 16
"""The edge of the drawing; every number below is in these."""
_SIGN_FROM = 20
"""The size in px from which there is room for the app's sign inside the ring."""
_TURN = 360 * 16
_TOP = 90 * 16


class TraySign(Enum):
    """What the middle of the icon says."""

    CLOCK = auto()
    """The app's sign: reminders come."""
    DUE = auto()
    """An arrow upwards: time to get up."""
    PAUSED = auto()
    """Two bars: no reminders for a while."""
    OFF = auto()
    """The app's sign in grey: no reminders at all, or not now."""


class TrayLook(NamedTuple):
    """What can be seen of the icon; `minutes` of `of` fill the ring."""

    sign: TraySign
    minutes: int = 0
    of: int = 1


_WHITE, _GREY = QColor("#FFFFFF"), QColor("#DDE6E3")
_DEEP = QColor("#0B4A46")


class _Colors(NamedTuple):
    """The ground and its edge, the ring that is not filled, what stands on it, and the joint."""

    ground: QColor
    ink: QColor
    dot: QColor
    track: QColor = _GREY
    edge: QColor | None = None


_COLORS = {
    TraySign.CLOCK: _Colors(
        QColor("#0F6B66"), _WHITE, dot=QColor("#F58A45"), track=QColor("#5C9B96")
    ),
    TraySign.DUE: _Colors(QColor("#7DE3D6"), _DEEP, dot=_DEEP, edge=_DEEP),
    TraySign.PAUSED: _Colors(QColor("#435D58"), _WHITE, dot=_WHITE),
    TraySign.OFF: _Colors(QColor("#6B7F7A"), _GREY, dot=_GREY),
}


def tray_look(view: BreaksView) -> TrayLook:
    """How the icon looks in a state."""
    if view.state is State.PAUSED:
        return TrayLook(TraySign.PAUSED)
    if not view.state.is_counting:
        return TrayLook(TraySign.OFF)
    if view.state.is_due:
        return TrayLook(TraySign.DUE)
    whole = round(view.interval / 60)
    minutes = min(whole, view.minutes_sat) if view.share else 0
    return TrayLook(TraySign.CLOCK, minutes, whole)


def tray_icon(look: TrayLook) -> QIcon:
    """The icon in every size that trays ask for."""
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tray_icon(painter, QRectF(pixmap.rect()), look)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def draw_tray_icon(painter: QPainter, rect: QRectF, look: TrayLook) -> None:
    """Draw the ground, and the ring and the sign on it, into a square."""
    colors = _COLORS[look.sign]
    unit = rect.width() / _UNITS
    edge = colors.edge
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, unit))
    painter.setBrush(colors.ground)
    half = 0.0 if edge is None else unit / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 4.4 * unit, 4.4 * unit)
    painter.translate(rect.center())
    painter.scale(unit, unit)
    if look.sign is TraySign.DUE:
        _draw_arrow(painter, colors)
    elif look.sign is TraySign.PAUSED:
        _draw_bars(painter, colors)
    elif look.sign is TraySign.OFF:
        _draw_sign(painter, colors, 1.35)
    else:
        _draw_ring(painter, look, colors)
        _draw_middle(painter, colors, is_small=rect.width() < _SIGN_FROM)


def _draw_ring(painter: QPainter, look: TrayLook, colors: _Colors) -> None:
    """Draw the track around the middle, and the part of it that is filled."""
    ring = QRectF(-6, -6, 12, 12)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors.track, 2))
    painter.drawEllipse(ring)
    if look.minutes:
        flat = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(colors.ink, 2, Qt.PenStyle.SolidLine, flat))
        painter.drawArc(ring, _TOP, -round(_TURN * look.minutes / look.of))


def _draw_middle(painter: QPainter, colors: _Colors, *, is_small: bool) -> None:
    """Draw the app's sign, or where it would blur its joint alone."""
    if not is_small:
        _draw_sign(painter, colors, 0.82)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.dot)
    painter.drawEllipse(QPointF(), 2.3, 2.3)


def _draw_sign(painter: QPainter, colors: _Colors, scale: float) -> None:
    """Draw the app's sign: a bent line with a joint."""
    painter.scale(scale, scale)
    path = QPainterPath(QPointF(-3.6, 2.6))
    path.cubicTo(QPointF(0.4, 1.8), QPointF(-0.4, -1.8), QPointF(3.6, -2.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(colors.ink, 1.5))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.dot)
    painter.drawEllipse(QPointF(), 1.9, 1.9)


def _draw_arrow(painter: QPainter, colors: _Colors) -> None:
    """Draw an arrow upwards."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(colors.ink, 2.2))
    painter.drawLine(QPointF(0, 4.4), QPointF(0, -4.2))
    painter.drawPolyline([QPointF(-3.7, -0.5), QPointF(0, -4.2), QPointF(3.7, -0.5)])


def _draw_bars(painter: QPainter, colors: _Colors) -> None:
    """Draw two upright bars."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.ink)
    for left in (-4, 1):
        painter.drawRoundedRect(QRectF(left, -4.5, 3, 9), 0.8, 0.8)


def _round_pen(color: QColor, width: float) -> QPen:
    """A pen with round ends and corners."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
