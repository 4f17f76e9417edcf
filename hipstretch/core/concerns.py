"""What to think of before a routine: exercises to ask about, that hurt, or that one cannot take.

The person decides about each: keep it, take an easier one, or leave it out. A decision holds as
long as its reasons are the same, which `Concern.key` names; what hurts anew is asked anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hipstretch.core.conditions import Avoided, avoided_in, to_ask_about
from hipstretch.core.exercise import Exercise
from hipstretch.core.pain import OFTEN, Hurt, hurts_of
from hipstretch.core.routine import Rest, Routine, Step, without_stray_rests

FindExercise = Callable[[str], Exercise | None]
"""Gives the exercise of an id."""


class Choice(StrEnum):
    """What to do with an exercise."""

    KEEP = "keep"
    EASIER = "easier"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True)
class Situation:
    """What of the person matters for which exercise; `hurts` are those of the last week."""

    now: datetime
    conditions: Collection[str] = ()
    avoided: Collection[str] = ()
    hurts: tuple[Hurt, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """Why to think about an exercise, what would be easier, and what was decided.

    `hurts` are those of the last week, empty where they were too few to matter; `choice` is None
    before the person decided about just these reasons.
    """

    exercise: Exercise
    conditions: tuple[str, ...] = ()
    avoided: Avoided | None = None
    hurts: tuple[Hurt, ...] = ()
    easier: Exercise | None = None
    choice: Choice | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is any reason."""
        return bool(self.conditions or self.avoided or self.hurts)

    @property
    def key(self) -> str:
        """The reasons in one word; a decision holds for one key."""
        last = max((hurt.id for hurt in self.hurts), default=0)
        parts = [*self.conditions, *([self.avoided.value] if self.avoided else [])]
        return "+".join([*parts, *([f"hurt-{last}"] if self.hurts else [])])

    @property
    def suggested(self) -> Choice:
        """What the person decided, else the easier one where there is one, else to leave it out."""
        if self.choice is not None:
            return self.choice
        return Choice.EASIER if self.easier is not None else Choice.LEAVE_OUT


def concerns(
    routine: Routine,
    situation: Situation,
    find: FindExercise,
    decided: Mapping[tuple[str, str], Choice],
) -> tuple[Concern, ...]:
    """The exercises of a routine to think about, each once, in order.

    `decided` has what the person chose by an exercise's id and the concern's key.
    """
    exercises = {exercise.id: exercise for exercise in routine.exercises}
    found = (_concern(exercise, situation) for exercise in exercises.values())
    return tuple(_with_answers(one, situation, find, decided) for one in found if one.is_there)


def undecided(found: Iterable[Concern]) -> tuple[Concern, ...]:
    """Those about which the person has not decided yet."""
    return tuple(one for one in found if one.choice is None)


def adjusted(
    routine: Routine, found: Iterable[Concern], choices: Mapping[str, Choice]
) -> Routine | None:
    """The routine with the choices by exercise id put in; None where no exercise is left.

    An easier exercise comes with its own usual dose; one that has no easier one is left out.
    """
    by_id = {one.exercise.id: one for one in found}
    steps = without_stray_rests(_step(step, by_id, choices) for step in routine.steps)
    return replace(routine, steps=steps) if steps else None


def _concern(exercise: Exercise, situation: Situation) -> Concern:
    """The reasons to think about an exercise, if there are any."""
    hurts = hurts_of(exercise.id, situation.hurts, situation.now)
    return Concern(
        exercise,
        to_ask_about(exercise, situation.conditions),
        avoided_in(exercise, situation.avoided),
        hurts if len(hurts) >= OFTEN else (),
    )


def _with_answers(
    concern: Concern,
    situation: Situation,
    find: FindExercise,
    decided: Mapping[tuple[str, str], Choice],
) -> Concern:
    """The concern with an easier exercise and what was decided."""
    easier = easier_than(concern.exercise, situation, find)
    choice = decided.get((concern.exercise.id, concern.key))
    if choice is Choice.EASIER and easier is None:
        choice = None
    return replace(concern, easier=easier, choice=choice)


def easier_than(exercise: Exercise, situation: Situation, find: FindExercise) -> Exercise | None:
    """The nearest easier exercise that raises no concern itself."""
    seen = {exercise.id}
    easier = find(exercise.easier) if exercise.easier else None
    while easier is not None and easier.id not in seen:
        if not _concern(easier, situation).is_there:
            return easier
        seen.add(easier.id)
        easier = find(easier.easier) if easier.easier else None
    return None


def _step(
    step: Step | Rest, by_id: Mapping[str, Concern], choices: Mapping[str, Choice]
) -> Step | Rest | None:
    """A step as it was chosen; None where it is left out."""
    if isinstance(step, Rest):
        return step
    concern = by_id.get(step.exercise.id)
    choice = choices.get(step.exercise.id, Choice.KEEP)
    if concern is None or choice is Choice.KEEP:
        return step
    if choice is Choice.EASIER and concern.easier is not None:
        return Step(concern.easier)
    return None
