"""The countdown ring of the player: how long to go on, readable from the mat."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import Palette, player_palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.ring_breath import breath_damage, breath_radius, draw_breath
from hipstretch.ui.widgets.ring_painting import (
    RingGeometry,
    draw_arc,
    draw_beads,
    draw_caption,
    draw_digits,
    draw_pause_sign,
)

_ANGLE_STEP = 0.15
_LAST_SECONDS = 3.0
_MOST_BEADS = 10
_FIRST_WITH_MINUTES = 100
_WIDEST_DAMAGE = 30.0


class RingMode(Enum):
    """What the ring counts."""

    HOLD = auto()
    """Seconds of a hold: one arc; the digits turn teal in the last three."""
    READY = auto()
    """Seconds before a hold, at a change of sides or at rest: one bead a second."""
    PAUSED = auto()
    """Nothing runs: a grey arc and a pause sign instead of the digits."""
    MOVES = auto()
    """Moves that the person counts with the voice: the arc is the part that is left."""
    SELF_PACED = auto()
    """A move without a clock; the digits are its number, the arc the part that is left."""


@dataclass(frozen=True, slots=True)
class RingState:
    """What the ring shows; `remaining` and `total` are seconds, or times where it counts moves.

    `breath` is how full the lungs are, 0 to 1, where a hold is breathed through; `cue` is the word
    for it, which then stands in place of the caption.
    """

    mode: RingMode
    remaining: float
    total: float
    caption: str
    digits: str
    breath: float | None = None
    cue: str = ""


EMPTY = RingState(RingMode.SELF_PACED, 0.0, 0.0, "", "")


@dataclass(frozen=True, slots=True)
class RingLook:
    """What can be seen of a state: two equal looks paint the same picture.

    `span` is the arc's in degrees; `breath` the radius of the disc, 0 where there is none.
    """

    mode: RingMode
    span: float
    beads: int
    lit: int
    digits: str
    caption: str
    ending: bool
    breath: float = 0.0

    def has_same_still(self, other: RingLook) -> bool:
        """Whether all but the arc and the disc is the same."""
        return replace(other, span=self.span, breath=self.breath) == self


def look_of(state: RingState, *, by_seconds: bool = False) -> RingLook:
    """Leave out what cannot be seen; `by_seconds` lets the arc step and nothing else move."""
    remaining = math.ceil(state.remaining - 1e-6) if by_seconds else state.remaining
    share = min(1.0, max(0.0, remaining / state.total)) if state.total > 0 else 0.0
    words = state.cue or state.caption
    look = RingLook(state.mode, 0.0, 0, 0, state.digits, words, ending=False)
    if state.mode is RingMode.READY:
        beads = max(1, min(_MOST_BEADS, math.ceil(state.total)))
        return replace(look, beads=beads, lit=math.ceil(share * beads - 1e-6))
    ending = state.mode is RingMode.HOLD and 0 < state.remaining <= _LAST_SECONDS
    span = round(share * 360 / _ANGLE_STEP) * _ANGLE_STEP
    moves = state.breath is not None and not by_seconds
    breath = breath_radius(state.breath) if state.breath is not None and moves else 0.0
    return replace(look, span=span, ending=ending, breath=breath)


def digits_of(seconds: float) -> str:
    """The digits for a time that is left: "24" below 100 s, "1:40" from there on."""
    whole = max(0, math.ceil(seconds - 1e-6))
    return str(whole) if whole < _FIRST_WITH_MINUTES else f"{whole // 60}:{whole % 60:02}"


def is_beginning(before: RingState, after: RingState) -> bool:
    """Whether something else is counted now, and not just a little less of the same."""
    same = (before.mode, before.total, before.caption) == (after.mode, after.total, after.caption)
    return not same or after.remaining > before.remaining


def arc_damage(geometry: RingGeometry, before: float, after: float) -> QRectF:
    """The rectangle around the part of the arc between two spans in degrees."""
    ends = [geometry.point_at(before), geometry.point_at(after)]
    bulge = geometry.radius * (1 - math.cos(math.radians(abs(after - before)) / 2))
    margin = geometry.stroke / 2 + bulge + 2
    corners = QRectF(ends[0], QPointF(ends[1])).normalized()
    return corners.adjusted(-margin, -margin, margin, margin)


class CountdownRing(QWidget):
    """A ring that empties, with the seconds in large digits and a word under them.

    It scales with its own size (424 px at 100 %) and moves only when it is given a new state.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = EMPTY
        self._look = look_of(EMPTY)
        self._still: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    @property
    def state(self) -> RingState:
        """The state that was set last."""
        return self._state

    def set_state(self, state: RingState) -> None:
        """Show `state`; repaints only the part of the ring that looks different."""
        begins = is_beginning(self._state, state)
        self._state = state
        look = look_of(state, by_seconds=self._theme.reduced_motion)
        before, self._look = self._look, look
        if look == before:
            return
        if begins:
            self._tell_name()
        if not look.has_same_still(before):
            self._still = None
            self.update()
            return
        self.update(self._moved(before, look))

    def sizeHint(self) -> QSize:
        """The size of the ring at 1280x800."""
        return QSize(424, 424)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc, copy the still picture over it and draw the arc over both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, geometry = player_palette(self._theme.palette), self._geometry()
        if self._look.breath:
            draw_breath(painter, geometry, self._look.breath, palette)
        self._copy_still(painter, QRectF(event.rect()))
        color = palette.ctrl if self._look.mode is RingMode.PAUSED else palette.primary
        draw_arc(painter, geometry, self._look.span, color)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget the picture of the old size."""
        self._still = None
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Forget the picture when the window moves to a screen of another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._still = None
        return super().event(event)

    def _geometry(self) -> RingGeometry:
        """The ring in the middle of the widget."""
        return RingGeometry.within(QRectF(self.rect()))

    def _moved(self, before: RingLook, after: RingLook) -> QRegion:
        """The part of the widget to repaint when only the arc and the disc have moved."""
        if abs(after.span - before.span) > _WIDEST_DAMAGE:
            return QRegion(self.rect())
        geometry, region = self._geometry(), QRegion()
        if after.span != before.span:
            region = QRegion(arc_damage(geometry, before.span, after.span).toAlignedRect())
        if after.breath != before.breath:
            region += breath_damage(geometry, before.breath, after.breath)
        return region

    def _copy_still(self, painter: QPainter, damage: QRectF) -> None:
        """Copy what is damaged of the still picture."""
        still = self._still_picture()
        ratio = still.devicePixelRatio()
        source = QRectF(damage.topLeft() * ratio, damage.size() * ratio)
        painter.drawPixmap(damage, still, source)

    def _still_picture(self) -> QPixmap:
        """Everything but the arc, painted once for each second."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            still = QPixmap(self.size() * ratio)
            still.setDevicePixelRatio(ratio)
            still.fill(Qt.GlobalColor.transparent)
            painter = QPainter(still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_still(painter, player_palette(self._theme.palette))
            painter.end()
            self._still = still
        return self._still

    def _draw_still(self, painter: QPainter, palette: Palette) -> None:
        """Draw the track or the beads, the digits or the pause sign, and the caption."""
        geometry, look = self._geometry(), self._look
        if look.beads:
            draw_beads(painter, geometry, look.beads, look.lit, palette)
        else:
            draw_arc(painter, geometry, 360.0, palette.track)
        if look.mode is RingMode.PAUSED:
            draw_pause_sign(painter, geometry, palette.ink)
        else:
            draw_digits(
                painter, geometry, look.digits, palette.primary if look.ending else palette.ink
            )
        draw_caption(painter, geometry, look.caption, self._theme.text_scale, palette.ink2)

    def _tell_name(self) -> None:
        """Say in words what the ring shows; not with every second, which nobody could bear."""
        shown = "" if self._look.mode is RingMode.PAUSED else self._look.digits
        self.setAccessibleName(f"{shown} {self._state.caption}".strip())

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint again in the new look."""
        self._still = None
        self._look = look_of(self._state, by_seconds=self._theme.reduced_motion)
        self.update()
