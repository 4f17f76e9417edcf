"""What a figure does over time: breathing, loops, and turning to the other side. No clock here."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

from hipstretch.core.figure.figure import Figure, Loop
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.figure.pose import blend
from hipstretch.core.figure.reach import apply_pins
from hipstretch.core.person import Side

BREATH_SECONDS = 4.0
"""One breath of the figure."""
_HALF = 0.5


class Moment(NamedTuple):
    """Where a figure is on its way (0 start, 1 hold), and on which side."""

    share: float
    side: Side


def breath_at(seconds: float) -> float:
    """How far the figure has breathed in, -1 to 1, after so many seconds."""
    return -cos(2.0 * pi * seconds / BREATH_SECONDS)


def ease(share: float) -> float:
    """A movement that begins and ends gently."""
    return (1.0 - cos(pi * share)) / 2.0


def loop_moment(loop: Loop, turn: float, side: Side) -> Moment:
    """Where the figure is at `turn` (0 to 1) of one round of its loop.

    Rocking goes from the middle to the left, back, to the right and back; to and fro begins at
    the start; a hold stays.
    """
    if loop is Loop.ROCK:
        to_left = turn % 1.0 < _HALF
        return Moment(sin(2.0 * pi * turn) ** 2, Side.LEFT if to_left else Side.RIGHT)
    if loop is Loop.TO_AND_FRO:
        return Moment(sin(pi * turn) ** 2, side)
    return Moment(1.0, side)


def glow_at(loop: Loop, share: float, breath: float) -> float:
    """How strongly it glows: with the way, and with the breath where only the muscles work."""
    if loop is Loop.BRACE:
        return share * (0.70 - 0.30 * breath)
    return share * share


def frame_between_sides(
    figure: Figure, first: Side, share: float, *, breath: float = 0.0
) -> FigureFrame:
    """The picture on the way from the hold on one side to the start on the other.

    Up to the middle the figure goes back to its start, and from there over to the other side's.
    """
    if share <= _HALF:
        back = 1.0 - share / _HALF
        return figure.frame(back, first, breath=breath, glow=back * back)
    poses = [figure.pose_on(side, 0.0) for side in (first, first.opposite)]
    pose = apply_pins(blend(poses[0], poses[1], (share - _HALF) / _HALF))[0]
    return figure.frame_of(pose, is_mirrored=figure.is_mirrored(first.opposite), breath=breath)
