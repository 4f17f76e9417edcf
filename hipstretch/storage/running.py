"""The session under way, on disk, so that a crash or a closed window loses at most a second."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Routine
from hipstretch.core.session import Session
from hipstretch.core.timeline import Instant, Timeline
from hipstretch.storage.files import set_aside, write_atomically
from hipstretch.storage.format.reader import Exercises, read_routine
from hipstretch.storage.format.writer import write_routine

_VERSION = 1
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


class RunningSession:
    """Keeps the session under way in two files: the routine, and the place in it.

    The routine is written once at the start; the place, small, every second.
    """

    def __init__(self, folder: Path, exercises: Exercises) -> None:
        self._routine_path = folder / "running-routine.yaml"
        self._place_path = folder / "running.json"
        self._exercises = exercises

    def begin(self, routine: Routine) -> None:
        """Write down what is about to be played; raises OSError."""
        self.forget()
        self._sweep()
        write_atomically(self._routine_path, write_routine(routine, written_out=True))

    def save(self, routine_id: str, person: Person, session: Session, now: float) -> None:
        """Write down the place at the wall clock's `now`; raises OSError."""
        place = {
            "version": _VERSION,
            "routine": routine_id,
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
            "stopped_at": now,
        }
        write_atomically(self._place_path, json.dumps(place), durable=False)

    def forget(self) -> None:
        """There is nothing to go on with any more; raises OSError."""
        self._place_path.unlink(missing_ok=True)
        self._routine_path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove what a killed program had half written."""
        for path in (self._routine_path, self._place_path):
            for half in path.parent.glob(f".{path.name}.*.tmp"):
                half.unlink(missing_ok=True)

    def load(self) -> Interrupted | None:
        """The session to go on with; None where there is none, or it can no longer be read.

        Files that cannot be read are set aside. Raises OSError where even that fails.
        """
        try:
            place = json.loads(self._place_path.read_text(encoding="utf-8"))
            return self._restore(place, self._routine_path.read_bytes())
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            for path in (self._place_path, self._routine_path):
                if path.exists():
                    set_aside(path)
            return None

    def _restore(self, place: dict[str, Any], text: bytes) -> Interrupted:
        """Build the session again; raises ValueError, KeyError or TypeError for a damaged file."""
        if place["version"] != _VERSION:
            raise ValueError("written by another version")
        file = read_routine(text, str(place["routine"]), self._exercises)
        if file.routine is None:
            raise ValueError(f"the running routine has faults: {file.faults}")
        saved = place["person"]
        person = Person(
            Affected(saved["affected"]),
            Side(saved["first_side"]),
            bool(saved["extra_rep"]),
            _seconds(saved["breath"]),
            bool(saved.get("breathe_along", False)),
        )
        session = Session.restored(
            Timeline.of(file.routine, person),
            Instant(int(_seconds(place["phase"])), _seconds(place["offset"])),
            held={int(index): _seconds(held) for index, held in place["held"].items()},
            changed={int(index): _seconds(length) for index, length in place["changed"].items()},
            played=_seconds(place["played"]),
        )
        return Interrupted(file.routine, person, session, _seconds(place["stopped_at"]))


def _seconds(value: object) -> float:
    """A number from the file; raises ValueError where it is none that time could have."""
    if not isinstance(value, int | float) or not 0 <= value <= _MOST_SECONDS:
        raise ValueError(f"expected seconds, not {value!r}")
    return float(value)
