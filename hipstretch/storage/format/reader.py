"""From a file's bytes to an exercise or a routine, with every fault named."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from hipstretch.core.dose import Dose, Mode, SideRule
from hipstretch.core.exercise import PLACEHOLDERS, Exercise, Instructions, Source
from hipstretch.core.fault import Fault
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import MAX_PHASES, MAX_SECONDS, Rest, Routine, Step, Timing
from hipstretch.core.timeline import lay_out
from hipstretch.storage.format.definitions import EXERCISE, ROUTINE
from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.fields import INVALID, Read
from hipstretch.storage.format.nodes import MAX_BYTES, MapNode, Node, Scalar, read_nodes
from hipstretch.storage.format.written_figure import is_written_out

_BRACES = re.compile(r"\{[^{}]*\}?")


class Exercises(Protocol):
    """Where a reader finds the exercises that a file names."""

    def find(self, exercise_id: str) -> Exercise | None:
        """The exercise of an id; None where there is none or its file is faulty."""

    def ids(self) -> frozenset[str]:
        """All ids, those of faulty files too."""


@dataclass(frozen=True, slots=True)
class RoutineFile:
    """What a routine file holds; `routine` is None where there are faults."""

    routine: Routine | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """What an exercise file holds; `exercise` is None where there are faults."""

    exercise: Exercise | None
    faults: tuple[Fault, ...]


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, at most one more than a file may have; raises OSError."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def holds_routine(node: Node) -> bool:
    """Whether a tree is meant as a routine: it has steps, or nothing that an exercise has."""
    if not isinstance(node, MapNode):
        return True
    keys = {key.text for key, _ in node.items if isinstance(key, Scalar)}
    return "steps" in keys or not keys & {"kind", "position", "instructions", "areas", "dose"}


def read_exercise(data: bytes, file_id: str, exercises: Exercises | None = None) -> ExerciseFile:
    """Read an exercise file; with `exercises` its easier and harder ones must exist."""
    faults = Faults()
    node = read_nodes(data, faults)
    exercise = exercise_of_node(node, file_id, faults, exercises) if node is not None else None
    return ExerciseFile(exercise if not len(faults) else None, faults.in_order())


def read_routine(data: bytes, file_id: str, exercises: Exercises) -> RoutineFile:
    """Read a routine file."""
    faults = Faults()
    node = read_nodes(data, faults)
    routine = routine_of_node(node, file_id, faults, exercises) if node is not None else None
    return RoutineFile(routine if not len(faults) else None, faults.in_order())


def read_either(
    data: bytes,
    file_id: str,
    exercises: Exercises,
    figures: Collection[str] | None = None,
    *,
    is_exercise: bool,
) -> tuple[Fault, ...]:
    """The faults of a file of either kind; `is_exercise` where its folder says so.

    With the ids of all `figures` the one that an exercise names must be among them.
    """
    faults = Faults()
    node = read_nodes(data, faults)
    if node is not None:
        of_node = exercise_of_node if is_exercise or not holds_routine(node) else routine_of_node
        of_node(node, file_id, faults, exercises, figures)
    return faults.in_order()


def exercise_of_node(
    node: Node,
    file_id: str,
    faults: Faults,
    exercises: Exercises | None = None,
    figures: Collection[str] | None = None,
) -> Exercise | None:
    """The exercise of a tree, or None with the faults noted."""
    read = EXERCISE.read(node, faults)
    return None if read is INVALID else _exercise(read, file_id, faults, exercises, figures)


def _exercise(
    read: Read,
    file_id: str,
    faults: Faults,
    exercises: Exercises | None,
    figures: Collection[str] | None,
) -> Exercise | None:
    """Check what the keys alone do not tell, and build the exercise."""
    before = len(faults)
    _check_figure(read, faults, figures)
    _check_instructions(read, faults)
    dose = read.get("dose")
    if dose is not None:
        _check_modes(dose, faults, whole=True)
    for key in ("easier", "harder"):
        if exercises is not None and key in read and read[key] not in exercises.ids():
            _note_unknown_exercise(read.nodes[key], read[key], faults, exercises)
    if not read.is_whole or len(faults) > before:
        return None
    plain: dict[str, Any] = {**read, "id": file_id}
    plain["instructions"] = Instructions(**read["instructions"])
    plain["dose"] = make_dose(read["dose"])
    if "source" in read:
        plain["source"] = Source(**read["source"])
    exercise = Exercise(**plain)
    alone = Routine(id=file_id, name=exercise.name, steps=(Step(exercise),))
    _check_length(alone, "the exercise", read.nodes["dose"], faults)
    return exercise


def _check_figure(read: Read, faults: Faults, figures: Collection[str] | None) -> None:
    """The figure that is named is there; one that is written out was checked as it was read."""
    figure = read.get("figure", "")
    if figures is None or not figure or is_written_out(figure) or figure in figures:
        return
    mark, expected = read.nodes["figure"].mark, "leave it out, or write the figure out"
    faults.add_unknown(mark, "there is no figure", figure, figures, expected=expected)


def _check_instructions(read: Read, faults: Faults) -> None:
    """Only `{side}` and `{other}` stand in braces, and only where there are sides."""
    instructions = read.get("instructions")
    if instructions is None:
        return
    has_sides = _has_sides(read.get("dose"))
    for key, text in instructions.items():
        for braces in dict.fromkeys(_BRACES.findall(text)):
            mark = instructions.nodes[key].mark
            if braces not in PLACEHOLDERS:
                faults.add_unknown(
                    mark, "unknown placeholder", braces, PLACEHOLDERS, expected="there is `{side}`"
                )
            elif not has_sides:
                faults.add(mark, f"`{braces}` in an exercise without sides; see `dose: sides`")


def _has_sides(dose: Read | None) -> bool:
    """Whether a dose works one side at a time; where it is faulty, take it that it does."""
    if dose is None:
        return True
    sides = dose.get("sides", SideRule.BOTH)
    if isinstance(sides, tuple):
        return any(side is not Side.BOTH for side in sides)
    return sides is not SideRule.BOTH or ("sides" in dose.nodes and "sides" not in dose)


def _check_modes(read: Read, faults: Faults, *, whole: bool) -> None:
    """One way a rep goes: exactly one in a whole dose, at most one in what differs."""
    named = [mode.value for mode in Mode if mode.value in read.nodes]
    if read.get("self_paced") is False:
        named.remove(Mode.SELF_PACED.value)
    ways = "`hold`, `tempo`, `for` and `self_paced`"
    if len(named) > 1:
        named.sort(key=lambda name: read.nodes[name].mark)
        told = " and ".join(f"`{name}`" for name in named)
        faults.add(read.nodes[named[1]].mark, f"{told} both say how a rep goes; keep one")
    elif whole and not named:
        faults.add(read.mark, f"the dose needs one of {ways}")
    for side in ("left", "right", "affected"):
        if side in read:
            _check_modes(read[side], faults, whole=False)


_RENAMED = {"for": "lasting"}


def make_dose(read: Read) -> Dose:
    """The dose of values that were read without a fault."""
    plain: dict[str, Any] = {_RENAMED.get(key, key): value for key, value in read.items()}
    for side in ("left", "right", "affected"):
        if side in plain:
            plain[side] = make_dose(plain[side])
    return Dose(**plain)


def _note_unknown_exercise(node: Node, name: str, faults: Faults, exercises: Exercises) -> None:
    """Say that there is no such exercise, or that its own file is faulty."""
    if name in exercises.ids():
        faults.add(node.mark, f"the exercise `{name}` has a fault in its own file")
    else:
        expected = "see `hipstretch list --exercises`"
        faults.add_unknown(
            node.mark, "there is no exercise", name, exercises.ids(), expected=expected
        )


def routine_of_node(
    node: Node,
    file_id: str,
    faults: Faults,
    exercises: Exercises,
    figures: Collection[str] | None = None,
) -> Routine | None:
    """The routine of a tree, or None with the faults noted."""
    read = ROUTINE.read(node, faults)
    if read is INVALID:
        return None
    known = (exercises, figures)
    steps = [_step(step, number, file_id, faults, *known) for number, step in _steps(read)]
    if not read.is_whole or len(faults):
        return None
    plain = {**read, "id": file_id, "steps": tuple(step for step in steps if step is not None)}
    if "source" in read:
        plain["source"] = Source(**read["source"])
    if "timing" in read:
        plain["timing"] = Timing(**read["timing"])
    routine = Routine(**plain)
    _check_length(routine, "the routine", read.nodes["steps"], faults)
    return routine


def _steps(read: Read) -> enumerate[Read]:
    """The steps that were read, each with its number from 0."""
    return enumerate(read.get("steps", ()))


def _step(
    read: Read,
    number: int,
    file_id: str,
    faults: Faults,
    exercises: Exercises,
    figures: Collection[str] | None,
) -> Step | Rest | None:
    """One step, or None with the faults noted."""
    if "stretch" not in read.nodes:
        return Rest(read["rest"]) if "rest" in read else None
    _check_modes(read, faults, whole=False)
    stretch = read.get("stretch")
    if isinstance(stretch, Read):
        exercise = _exercise(stretch, f"{file_id}:{number}", faults, exercises, figures)
    else:
        exercise = exercises.find(stretch) if stretch is not None else None
        if stretch is not None and exercise is None:
            _note_unknown_exercise(read.nodes["stretch"], stretch, faults, exercises)
    if exercise is None or not read.is_whole:
        return None
    dose = Read(read.mark)
    dose.update({key: value for key, value in read.items() if key not in {"stretch", "note"}})
    return Step(exercise, make_dose(dose), read.get("note", ""), isinstance(stretch, Read))


_PEOPLE = tuple(Person(affected) for affected in Affected)
"""Whoever it may be played by: the sore side can have a dose of its own."""


def _check_length(routine: Routine, what: str, node: Node, faults: Faults) -> None:
    """A routine lasts 4 hours at most, and has no end of phases, whoever plays it."""
    for person in _PEOPLE:
        if _is_too_long(routine, person, what, node, faults):
            return


def _is_too_long(routine: Routine, person: Person, what: str, node: Node, faults: Faults) -> bool:
    """Whether it is too long for a person; the fault is noted."""
    for count, phase in enumerate(lay_out(routine, person), start=1):
        if phase.start + (phase.seconds or 0.0) > MAX_SECONDS:
            faults.add(node.mark, f"{what} is longer than 4 hours")
            return True
        if count > MAX_PHASES:
            faults.add(node.mark, f"{what} has more than {MAX_PHASES} holds and pauses")
            return True
    return False
