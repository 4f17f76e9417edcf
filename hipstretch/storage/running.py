"""The session under way, on disk, so that a crash or a closed window loses at most a second.

The place names the file of its routine, so that a routine which changes under way is first written
beside the old one: whenever the program is killed, place and routine belong together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hipstretch.core.notes import NOTHING_NOTED, Notes
from hipstretch.core.pain import WORST, Feeling, PainPlace
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.session import Session
from hipstretch.core.timeline import Instant, Timeline
from hipstretch.storage.files import set_aside, write_atomically
from hipstretch.storage.format.reader import Exercises, read_routine
from hipstretch.storage.format.writer import write_routine

_VERSION = 1
_FIRST, _SECOND = "running-routine.yaml", "running-routine-2.yaml"
_MOST_SECONDS = 1e11
"""Well beyond any time that is written down, the wall clock's too, which dates can still tell."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A session that another run of the program left unfinished.

    `stopped_at` is the wall clock's time in seconds since 1970 when it was last saved.
    """

    routine: Routine
    person: Person
    session: Session
    stopped_at: float
    notes: Notes = NOTHING_NOTED


class RunningSession:
    """Keeps the session under way in two files: the routine, and the place in it.

    The routine is written at the start and when it changes; the place, small, every second.
    """

    def __init__(self, folder: Path, exercises: Exercises) -> None:
        self._folder = folder
        self._place_path = folder / "running.json"
        self._exercises = exercises
        self._file = _FIRST

    def begin(self, routine: Routine) -> None:
        """Write down what is about to be played; raises OSError."""
        self.forget()
        self._sweep()
        self._file = _FIRST
        self._write_routine(self._file, routine)

    def save(
        self,
        routine: Routine,
        person: Person,
        session: Session,
        now: float,
        notes: Notes = NOTHING_NOTED,
    ) -> None:
        """Write down the place at the wall clock's `now`; raises OSError."""
        place = {
            "version": _VERSION,
            "routine": routine.id,
            "file": self._file,
            "exercises": list(_exercise_ids(routine)),
            "person": {
                "affected": person.affected,
                "first_side": person.first_side,
                "extra_rep": person.extra_rep,
                "breath": person.breath,
                "breathe_along": person.breathe_along,
            },
            "phase": session.anchor.phase_index,
            "offset": session.anchor.offset,
            "played": session.played,
            "held": {str(index): seconds for index, seconds in session.held.items()},
            "changed": {str(index): seconds for index, seconds in session.changed.items()},
            "notes": {
                "pain": notes.before.pain,
                "place": notes.before.place,
                "is_gentle": notes.is_gentle,
                "hurts": notes.hurts,
            },
            "stopped_at": now,
        }
        write_atomically(self._place_path, json.dumps(place), durable=False)

    def change(
        self, routine: Routine, person: Person, session: Session, now: float, notes: Notes
    ) -> None:
        """Write down another routine and the place in that one; raises OSError."""
        old, new = self._file, _SECOND if self._file == _FIRST else _FIRST
        self._write_routine(new, routine)
        self._file = new
        try:
            self.save(routine, person, session, now, notes)
        except OSError:
            self._file = old
            raise
        (self._folder / old).unlink(missing_ok=True)

    def forget(self) -> None:
        """There is nothing to go on with any more; raises OSError."""
        for path in self._paths:
            path.unlink(missing_ok=True)

    @property
    def _paths(self) -> tuple[Path, Path, Path]:
        """All files, the place first: without it the others mean nothing."""
        return self._place_path, self._folder / _FIRST, self._folder / _SECOND

    def _write_routine(self, name: str, routine: Routine) -> None:
        """Write a routine's file with all its exercises in it."""
        write_atomically(self._folder / name, write_routine(routine, written_out=True))

    def _sweep(self) -> None:
        """Remove what a killed program had half written."""
        for path in self._paths:
            for half in path.parent.glob(f".{path.name}.*.tmp"):
                half.unlink(missing_ok=True)

    def load(self) -> Interrupted | None:
        """The session to go on with; None where there is none, or it can no longer be read.

        Files that cannot be read are set aside. Raises OSError where even that fails.
        """
        try:
            place = json.loads(self._place_path.read_text(encoding="utf-8"))
            name = _file_name(place)
            found = self._restore(place, (self._folder / name).read_bytes())
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            for path in self._paths:
                if path.exists():
                    set_aside(path)
            return None
        self._file = name
        return found

    def _restore(self, place: dict[str, Any], text: bytes) -> Interrupted:
        """Build the session again; raises ValueError, KeyError or TypeError for a damaged file."""
        if place["version"] != _VERSION:
            raise ValueError("written by another version")
        file = read_routine(text, str(place["routine"]), self._exercises)
        if file.routine is None:
            raise ValueError(f"the running routine has faults: {file.faults}")
        routine = _with_ids(file.routine, place.get("exercises"))
        saved = place["person"]
        person = Person(
            Affected(saved["affected"]),
            Side(saved["first_side"]),
            bool(saved["extra_rep"]),
            _seconds(saved["breath"]),
            bool(saved.get("breathe_along", False)),
        )
        session = Session.restored(
            Timeline.of(routine, person),
            Instant(int(_seconds(place["phase"])), _seconds(place["offset"])),
            held={int(index): _seconds(held) for index, held in place["held"].items()},
            changed={int(index): _seconds(length) for index, length in place["changed"].items()},
            played=_seconds(place["played"]),
        )
        notes = _notes(place.get("notes", {}))
        return Interrupted(routine, person, session, _seconds(place["stopped_at"]), notes)


def _file_name(place: dict[str, Any]) -> str:
    """The file of the place's routine; raises ValueError where it is none of the two."""
    name = place.get("file", _FIRST)
    if name not in {_FIRST, _SECOND}:
        raise ValueError(f"expected a routine's file, not {name!r}")
    return str(name)


def _exercise_ids(routine: Routine) -> Iterator[str]:
    """The exercises' ids, which a file with the exercises in it does not tell; "" for a pause."""
    for step in routine.steps:
        yield step.exercise.id if isinstance(step, Step) else ""


def _with_ids(routine: Routine, ids: object) -> Routine:
    """The routine with its exercises' own ids; as it is where they were not written down."""
    if ids is None:
        return routine
    if not isinstance(ids, list) or len(ids) != len(routine.steps):
        raise ValueError("expected an id for each step")
    steps = (_with_id(step, str(name)) for step, name in zip(routine.steps, ids, strict=True))
    return replace(routine, steps=tuple(steps))


def _with_id(step: Step | Rest, name: str) -> Step | Rest:
    """A step with its exercise's own id."""
    if isinstance(step, Rest) or not name:
        return step
    return replace(step, exercise=replace(step.exercise, id=name))


def _notes(saved: dict[str, Any]) -> Notes:
    """What was noted besides the place; raises ValueError or TypeError for a damaged file."""
    place = saved.get("place")
    before = Feeling(_pain(saved.get("pain")), None if place is None else PainPlace(place))
    hurts = tuple(int(_seconds(hurt)) for hurt in saved.get("hurts", ()))
    return Notes(before, bool(saved.get("is_gentle", False)), hurts)


def _pain(value: object) -> int | None:
    """A number from 0 to 10, or None; raises ValueError for anything else."""
    if value is not None and value not in range(WORST + 1):
        raise ValueError(f"expected pain from 0 to {WORST}, not {value!r}")
    return None if value is None else int(_seconds(value))


def _seconds(value: object) -> float:
    """A number from the file; raises ValueError where it is none that time could have."""
    if not isinstance(value, int | float) or not 0 <= value <= _MOST_SECONDS:
        raise ValueError(f"expected seconds, not {value!r}")
    return float(value)
