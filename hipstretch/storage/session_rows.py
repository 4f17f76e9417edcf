"""Sessions and their reps as rows of the history, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from hipstretch.core.history import SessionRecord
from hipstretch.core.history_sums import SessionRow
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord

if TYPE_CHECKING:
    import sqlite3

SESSION_COLUMNS = (
    "session.id, routine_id, routine_name, began_at, seconds, is_complete, is_gentle, "
    "pain_before, place_before, pain_after, place_after, note"
)
REPS = (
    "SELECT step, stretch.name, side, planned, held, outcome, stretch.exercise "
    "FROM rep JOIN stretch ON stretch.id = rep.stretch WHERE session = ? ORDER BY place"
)
"""The reps of a session in the order of the plan, as `rep_of` takes them."""


def write_session(
    database: sqlite3.Connection, record: SessionRecord, session: int | None = None
) -> int:
    """Write a session with its reps; returns its id, a new one where none is given."""
    (before, place_before), (after, place_after) = record.before, record.after
    cursor = database.execute(
        "INSERT INTO session (id, routine_id, routine_name, began_at, ended_at, day, seconds, "
        "is_complete, is_gentle, pain_before, place_before, pain_after, place_after, note) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            session,
            record.routine_id,
            record.routine_name,
            record.began_at.isoformat(),
            record.ended_at.isoformat(),
            record.began_at.date().isoformat(),
            record.seconds,
            int(record.is_complete),
            int(record.is_gentle),
            before,
            place_before,
            after,
            place_after,
            record.note,
        ),
    )
    written = int(cursor.lastrowid or 0)
    _write_reps(database, written, record.reps)
    return written


def _write_reps(database: sqlite3.Connection, session: int, reps: Iterable[RepRecord]) -> None:
    """Write the reps of a session, in the order of the plan."""
    ids: dict[tuple[str, str], int] = {}
    for place, rep in enumerate(reps):
        name = (rep.exercise, rep.stretch)
        if name not in ids:
            ids[name] = _stretch_id(database, *name)
        database.execute(
            "INSERT INTO rep VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (session, place, rep.step, ids[name], rep.side, rep.planned, rep.held, rep.outcome),
        )


def _stretch_id(database: sqlite3.Connection, exercise: str, name: str) -> int:
    """The number of an exercise under a name, a new one where it never came before."""
    query = "SELECT id FROM stretch WHERE exercise = ? AND name = ?"
    found = database.execute(query, (exercise, name)).fetchone()
    if found is not None:
        return int(found[0])
    cursor = database.execute("INSERT INTO stretch VALUES (NULL, ?, ?)", (exercise, name))
    return int(cursor.lastrowid or 0)


def session_of(
    session: int,
    routine_id: str,
    routine_name: str,
    began: str,
    seconds: float,
    is_complete: int,
    is_gentle: int,
    pain_before: int | None,
    place_before: str | None,
    pain_after: int | None,
    place_after: str | None,
    note: str,
) -> SessionRow:
    """The session of a row of `SESSION_COLUMNS`."""
    return SessionRow(
        session,
        routine_id,
        routine_name,
        datetime.fromisoformat(began),
        seconds,
        bool(is_complete),
        bool(is_gentle),
        Feeling(pain_before, _place(place_before)),
        Feeling(pain_after, _place(place_after)),
        note,
    )


def rep_of(
    step: int, name: str, side: str, planned: float | None, held: float, outcome: str, exercise: str
) -> RepRecord:
    """The rep of a row of `REPS`."""
    return RepRecord(step, name, Side(side), planned, held, Outcome(outcome), exercise)


def _place(place: str | None) -> PainPlace | None:
    """Where it hurts; None where it was not told."""
    return None if place is None else PainPlace(place)
