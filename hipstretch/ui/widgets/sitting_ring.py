"""The ring of sitting: it fills up until the next break, and its sign says what the person does."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.sitting import Presence
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme

_FULL_TURN = 360
_ICON_SHARE = 0.45
_SIXTEENTHS = 16
"""Qt counts the angles of arcs in sixteenths of a degree."""

_ICONS = {
    Presence.SITTING: "seated",
    Presence.UP: "standing",
    Presence.STRETCHING: "standing",
    Presence.AWAY: "clock",
}
_STATE_ICONS = {
    State.OFF: "bell",
    State.PAUSED: "pause",
    State.OUTSIDE_HOURS: "moon",
    State.LATER: "snooze",
    State.HELD: "breaks",
    State.DUE: "breaks",
}


class SittingLook(NamedTuple):
    """What can be seen of the ring: how far it is filled (0 to 1), its colours and its sign."""

    share: float
    arc: str
    ink: str
    icon: str


def sitting_look(view: BreaksView) -> SittingLook:
    """How the ring looks in a state; the share goes by whole minutes."""
    icon = _STATE_ICONS.get(view.state) or _ICONS[view.presence]
    if not view.state.is_counting:
        return SittingLook(_share(view), "ctrl", "ink3", icon)
    if view.presence is Presence.AWAY:
        return SittingLook(_share(view), "pmid", "ink3", icon)
    return SittingLook(_share(view), "primary", "primary", icon)


def _share(view: BreaksView) -> float:
    """How far the ring is filled, by whole minutes as the words are."""
    if not view.share:
        return 0.0
    return min(1.0, view.minutes_sat * 60 / view.interval)


def draw_sitting_ring(
    painter: QPainter, rect: QRectF, stroke: float, look: SittingLook, theme: Theme
) -> None:
    """Draw the ring that fills `rect`, with its sign in the middle."""
    draw_ring(painter, rect, stroke, look, theme.palette)
    size = round(rect.width() * _ICON_SHARE)
    box = QRectF(0, 0, size, size)
    box.moveCenter(rect.center())
    box.moveTopLeft(box.topLeft().toPoint().toPointF())
    theme.icons.draw(painter, look.icon, box, getattr(theme.palette, look.ink))


def draw_ring(
    painter: QPainter, rect: QRectF, stroke: float, look: SittingLook, palette: Palette
) -> None:
    """Draw the track and, clockwise from 12 o'clock, the part that is filled."""
    half = stroke / 2
    middle = rect.adjusted(half, half, -half, -half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.sunken, stroke))
    painter.drawEllipse(middle)
    if look.share > 0:
        color: QColor = getattr(palette, look.arc)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(color, stroke, Qt.PenStyle.SolidLine, cap))
        span = -round(look.share * _FULL_TURN * _SIXTEENTHS)
        painter.drawArc(middle, 90 * _SIXTEENTHS, span)
