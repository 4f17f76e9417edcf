"""What the figure does in a phase of a session: where it is to be, and how it gets there."""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.figure.figure import Figure, Loop
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.figure.motion import (
    breath_at,
    ease,
    frame_between_sides,
    glow_at,
    loop_moment,
)
from hipstretch.core.person import Side
from hipstretch.core.session import Status
from hipstretch.core.timeline import PhaseKind
from hipstretch.core.view import MOVE_LEAD, View

ROUND_SECONDS = {Loop.ROCK: 8.0, Loop.TO_AND_FRO: 4.0}
"""One round of a movement that goes on and on: slow, as the sources ask for."""
MOVE_SECONDS = 0.9
"""From pose to pose."""
TURN_SECONDS = 1.8
"""Out of the hold on one side and over to the other."""
_ONE_REP = 20.0
"""Up to so many seconds a moving phase is one rep, there and back; longer ones go round."""


class Staging(NamedTuple):
    """What a phase asks of the figure.

    `share` is 0 at the start pose and 1 in the hold. `rep` is how far a moving rep has come (0 to
    1), None where nothing moves; `rounds` says that it goes round and round instead.
    """

    share: float
    side: Side
    rep: float | None = None
    rounds: bool = False
    is_live: bool = False


def staging(view: View) -> Staging:
    """What a moment of a session asks of the figure."""
    phase, side = view.phase, view.picture.side
    is_live = view.status is Status.PLAYING
    if phase.kind is PhaseKind.HOLD:
        return Staging(1.0, side, is_live=is_live)
    if phase.kind is PhaseKind.MOVE:
        if view.total is None or view.remaining is None or view.total > _ONE_REP:
            return Staging(1.0, side, rounds=True, is_live=is_live)
        return Staging(1.0, side, rep=1.0 - view.remaining / view.total, is_live=is_live)
    lead = min(MOVE_LEAD, (view.total or 0.0) / 2)
    is_moving_in = phase.kind is not PhaseKind.REST and (view.remaining or 0.0) <= lead
    return Staging(1.0 if is_moving_in else 0.0, side, is_live=is_live)


class Pace(NamedTuple):
    """A figure on its way from one staging to another, begun at a moment of a clock in seconds."""

    before: Staging
    after: Staging
    began_at: float

    @property
    def seconds(self) -> float:
        """How long the way takes."""
        if self.before.side is not self.after.side and Side.BOTH not in {
            self.before.side,
            self.after.side,
        }:
            return TURN_SECONDS if self.before.share else MOVE_SECONDS
        return MOVE_SECONDS if self.before.share != self.after.share else 0.0

    def is_over(self, now: float) -> bool:
        """Whether the figure has arrived."""
        return now - self.began_at >= self.seconds

    def frame(self, figure: Figure, now: float, *, calm: bool) -> FigureFrame:
        """The picture at `now`; a calm one neither moves nor breathes."""
        if not calm and not self.is_over(now):
            return self._frame_on_the_way(figure, ease((now - self.began_at) / self.seconds))
        return frame_of(figure, self.after, now, calm=calm)

    def _frame_on_the_way(self, figure: Figure, share: float) -> FigureFrame:
        """The picture so far on the way."""
        if self.before.side is self.after.side or Side.BOTH in {self.before.side, self.after.side}:
            way = self.before.share + (self.after.share - self.before.share) * share
            return figure.frame(way, self.after.side)
        begin = 0.0 if self.before.share else 0.5
        return frame_between_sides(figure, self.before.side, begin + (1.0 - begin) * share)


def frame_of(figure: Figure, asked: Staging, now: float, *, calm: bool) -> FigureFrame:
    """The picture of a figure that has arrived, breathing and moving by the clock's `now`."""
    loop = figure.plan.loop
    moves = Loop.TO_AND_FRO if loop in {Loop.HOLD, Loop.BRACE} else loop
    breath = breath_at(now) if asked.is_live and not calm else 0.0
    if asked.rep is not None:
        share, side = loop_moment(moves, asked.rep, asked.side)
    elif asked.rounds and loop in ROUND_SECONDS and not calm:
        share, side = loop_moment(moves, now / ROUND_SECONDS[loop] % 1.0, asked.side)
    else:
        share, side = asked.share, asked.side
    return figure.frame(share, side, breath=breath, glow=glow_at(loop, share, breath))
