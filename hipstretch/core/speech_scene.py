"""What the words of a phase depend on: the phase and all around it, and how one is spoken to."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import NamedTuple

from hipstretch.core.exercise import Exercise, Instructions, Kind, name_side
from hipstretch.core.routine import Routine, Step
from hipstretch.core.settings import Pace, VoiceLevel
from hipstretch.core.spoken_words import sentences, speakable
from hipstretch.core.timeline import HALF_FROM, Phase, PhaseKind, Timeline

FAMILIAR_FROM = 3
"""The rep of a side from which a short one is known by its number alone."""
_NO_LINES = Instructions("", "", "", "")


class Manner(NamedTuple):
    """How the person wants to be spoken to."""

    level: VoiceLevel
    pace: Pace
    count_seconds: bool
    count_reps: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A phase, by its index in the timeline, and all around it; the end has the index after it.

    In the short manner the exercise's lines and the step's note are empty.
    """

    routine: Routine
    timeline: Timeline
    index: int
    manner: Manner

    @property
    def phase(self) -> Phase:
        """What goes on."""
        return self.timeline.phases[self.index]

    @property
    def before(self) -> Scene | None:
        """The phase before; None at the start."""
        return replace(self, index=self.index - 1) if self.index else None

    @property
    def done(self) -> Scene | None:
        """The rep that was just done; None where none was."""
        before = self.before
        return before if before is not None and before.phase.kind.is_rep else None

    @property
    def rep(self) -> Scene:
        """The rep that goes on or comes next."""
        last = len(self.timeline.phases) - 1
        return self if self.phase.kind.is_rep else replace(self, index=min(self.index + 1, last))

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that goes on; None in a pause between exercises."""
        step = self.routine.steps[self.phase.step]
        return step.exercise if isinstance(step, Step) else None

    @property
    def next_exercise(self) -> Exercise | None:
        """The exercise of a later step; None where none comes."""
        steps = self.routine.steps[self.phase.step + 1 :]
        return next((step.exercise for step in steps if isinstance(step, Step)), None)

    @property
    def is_full(self) -> bool:
        """Whether the exercise's lines are wanted."""
        return self.manner.level is VoiceLevel.FULL

    @property
    def is_resting(self) -> bool:
        """Whether the exercise is a rest."""
        return self.exercise is not None and self.exercise.kind is Kind.REST

    @property
    def is_brief(self) -> bool:
        """Whether the rep is over soon, or when the person says so."""
        return (self.rep.phase.seconds or 0.0) < HALF_FROM

    @property
    def is_familiar(self) -> bool:
        """Whether the rep is brief and has come often enough."""
        return self.is_brief and (self.rep.phase.rep or 1) >= FAMILIAR_FROM

    @property
    def is_first_rep(self) -> bool:
        """Whether no rep of this exercise came before."""
        before = self.before
        return (
            before is None
            or before.phase.kind is PhaseKind.READY
            or before.phase.step != self.phase.step
        )

    @property
    def lines(self) -> Instructions:
        """The exercise's lines on the phase's side."""
        if self.exercise is None or self.phase.side is None or not self.is_full:
            return _NO_LINES
        named = self.exercise.instructions.on_side(self.phase.side)
        return Instructions(*(speakable(line) for line in astuple(named)))

    @property
    def release(self) -> str:
        """How to come out of the rep that was just done; empty where none was."""
        return self.done.lines.release if self.done is not None else ""

    @property
    def side_setup(self) -> str:
        """What of the setup names the side that works: what a change of sides changes."""
        if self.exercise is None or self.phase.side is None or not self.is_full:
            return ""
        told = [line for line in sentences(self.exercise.instructions.setup) if "{side}" in line]
        return speakable(name_side(" ".join(told), self.phase.side))

    @property
    def note(self) -> str:
        """What is noted at the routine's step."""
        step = self.routine.steps[self.phase.step]
        return speakable(step.note) if isinstance(step, Step) and self.is_full else ""
