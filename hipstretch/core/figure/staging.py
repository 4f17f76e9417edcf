"""What the figure does in a phase of a session: where it is to be, and how it gets there.

Where a figure is on its way is one number, its place: 0.5 is the start on the side that it is drawn
for, 1.5 the hold there; -0.5 and -1.5 are the same of its mirror. Between -0.5 and 0.5 it goes over
from one side to the other. So a figure that is wanted elsewhere sets out from wherever it is.
"""

from __future__ import annotations

from enum import Enum, auto
from math import copysign
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
"""From the start to the hold, or from side to side; out of a hold and over takes twice that."""
_ONE_REP = 20.0
"""Up to so many seconds a moving phase is one rep, there and back; longer ones go round."""
_START = 0.5
"""The place of the start."""
_NEAR = 1e-6
"""Places so near are one."""


class Moves(Enum):
    """What goes on in a phase."""

    NOT = auto()
    ONE_REP = auto()
    ROUNDS = auto()


class Staging(NamedTuple):
    """What a phase asks of the figure.

    `share` is 0 at the start pose and 1 in the hold. `seconds` says how far a movement has come,
    None where the session does not count it; `length` is a rep's. `began` tells phases apart.
    """

    share: float
    side: Side
    moves: Moves = Moves.NOT
    seconds: float | None = None
    length: float = 0.0
    began: float = 0.0
    is_live: bool = False

    def is_same_phase(self, other: Staging) -> bool:
        """Whether only time has passed between the two."""
        return self._replace(seconds=None, is_live=False) == other._replace(
            seconds=None, is_live=False
        )


def staging(view: View) -> Staging:
    """What a moment of a session asks of the figure."""
    phase, side = view.phase, view.picture.side
    asked = Staging(1.0, side, began=phase.start, is_live=view.status is Status.PLAYING)
    if phase.kind is PhaseKind.HOLD:
        return asked
    if phase.kind is PhaseKind.MOVE:
        if view.total is None or view.remaining is None:
            return asked._replace(moves=Moves.ROUNDS)
        done = view.total - view.remaining
        return asked._replace(moves=_moves(view.total), seconds=done, length=view.total)
    is_moving_in = phase.kind is not PhaseKind.REST and _is_in_lead(view)
    coming = view.upcoming.phase if view.upcoming is not None else phase
    moves = _moves(coming.seconds) if coming.kind is PhaseKind.MOVE else Moves.NOT
    return asked._replace(share=1.0 if is_moving_in else 0.0, moves=moves, seconds=0.0)


def _moves(seconds: float | None) -> Moves:
    """How a moving phase of that length goes."""
    return Moves.ROUNDS if seconds is None or seconds > _ONE_REP else Moves.ONE_REP


def _is_in_lead(view: View) -> bool:
    """Whether a pause has come to the seconds in which one moves into the rep."""
    if view.remaining is None or view.total is None:
        return False
    return view.remaining <= min(MOVE_LEAD, view.total / 2)


def place_of(figure: Figure, share: float, side: Side) -> float:
    """The place of a pose of the figure."""
    return copysign(_START + share, -1.0 if figure.is_mirrored(side) else 1.0)


class Pace(NamedTuple):
    """A figure on its way to what is asked of it, which it was told at `told_at`.

    It set out from the place `origin` at `began_at`. `alive` is how many seconds it had breathed
    then, `moved` how long it had moved; both stand still while the session does. Every time is
    that of one clock in seconds.
    """

    figure: Figure
    asked: Staging
    origin: float
    began_at: float
    told_at: float
    seconds: float = 0.0
    alive: float = 0.0
    moved: float = 0.0

    @classmethod
    def at_once(cls, figure: Figure, asked: Staging, now: float) -> Pace:
        """A figure that is where it is wanted."""
        pace = cls(figure, asked, 0.0, now, now, moved=asked.seconds or 0.0)
        return pace._replace(origin=pace.goal(now))

    def told(self, asked: Staging, now: float) -> Pace:
        """The figure with what is asked of it at `now`; it sets out anew where that is new."""
        passed = self._live_seconds(now)
        pace = self._replace(
            asked=asked, told_at=now, alive=self.alive + passed, moved=self.moved + passed
        )
        is_same = self.asked.is_same_phase(asked)
        if asked.seconds is not None or not is_same:
            pace = pace._replace(moved=asked.seconds or 0.0)
        if is_same or abs(pace.goal(now) - self.goal(now)) <= _NEAR:
            return pace
        pace = pace._replace(origin=self.place(now), began_at=now)
        return pace._replace(seconds=MOVE_SECONDS * abs(pace.goal(now) - pace.origin))

    @property
    def is_moving(self) -> bool:
        """Whether the figure moves as long as the session goes on."""
        return self.asked.is_live and self._is_in_movement

    def is_over(self, now: float) -> bool:
        """Whether the figure has arrived."""
        return now - self.began_at >= self.seconds

    def goal(self, now: float) -> float:
        """The place that is asked for, which a movement shifts."""
        asked, loop = self.asked, self._loop
        if not self._goes_round:
            return place_of(self.figure, asked.share, asked.side)
        turn = 0.0
        if self._is_in_movement:
            length = asked.length if asked.moves is Moves.ONE_REP else ROUND_SECONDS[loop]
            turn = (self.moved + self._live_seconds(now)) / length
        if asked.moves is Moves.ONE_REP:
            turn = min(turn, 1.0)
        return place_of(self.figure, *loop_moment(loop, turn, asked.side))

    def place(self, now: float) -> float:
        """Where the figure is."""
        goal = self.goal(now)
        if self.is_over(now):
            return goal
        return self.origin + (goal - self.origin) * ease((now - self.began_at) / self.seconds)

    def frame(self, now: float, *, calm: bool) -> FigureFrame:
        """The picture at `now`; a calm figure neither moves nor breathes."""
        asked, loop = self.asked, self.figure.plan.loop
        if calm:
            glow = glow_at(loop, asked.share, 0.0)
            return self.figure.frame(asked.share, asked.side, glow=glow)
        place, breath = self.place(now), breath_at(self.alive + self._live_seconds(now))
        share = abs(place) - _START
        if share >= 0.0:
            glow = glow_at(loop, share, breath)
            return self.figure.frame(share, self._side_at(place), breath=breath, glow=glow)
        goal = self.goal(now)
        come = _START + (place if goal > 0.0 else -place)
        return frame_between_sides(
            self.figure, self._side_at(-goal), (1.0 + come) / 2, breath=breath
        )

    @property
    def _loop(self) -> Loop:
        """The way the figure goes in a movement."""
        loop = self.figure.plan.loop
        is_still = self.asked.moves is Moves.ONE_REP and loop not in ROUND_SECONDS
        return Loop.TO_AND_FRO if is_still else loop

    @property
    def _goes_round(self) -> bool:
        """Whether the phase, or the one that a pause leads to, is a movement of the figure."""
        return self.asked.moves is not Moves.NOT and self._loop in ROUND_SECONDS

    @property
    def _is_in_movement(self) -> bool:
        """Whether that movement has begun: a pause before it has no length."""
        asked = self.asked
        return self._goes_round and (asked.seconds is None or asked.length > 0.0)

    def _live_seconds(self, now: float) -> float:
        """How long the session has gone on since it was told."""
        return max(0.0, now - self.told_at) if self.asked.is_live else 0.0

    def _side_at(self, place: float) -> Side:
        """The side that works at a place."""
        drawn = self.figure.plan.drawn_for
        if drawn is Side.BOTH:
            drawn = Side.LEFT if self.figure.plan.loop is Loop.ROCK else Side.BOTH
        return drawn if place > 0.0 or drawn is Side.BOTH else drawn.opposite
