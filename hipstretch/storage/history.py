"""The history of sessions in an SQLite file that only ever grows by whole sessions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from hipstretch.core.history import SessionRecord

VERSION = 1
_SCHEMA = """
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    routine_id TEXT NOT NULL,
    routine_name TEXT NOT NULL,
    began_at TEXT NOT NULL,   -- local time with its offset from UTC, ISO 8601
    ended_at TEXT NOT NULL,
    day TEXT NOT NULL,        -- the local day on which it began
    seconds REAL NOT NULL,    -- without the pauses that the person took
    is_complete INTEGER NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX session_day ON session (day);
CREATE TABLE rep (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    place INTEGER NOT NULL,   -- the order of the plan, from 0
    step INTEGER NOT NULL,
    stretch TEXT NOT NULL,
    side TEXT NOT NULL,
    planned REAL,             -- seconds; NULL where the person set the pace
    held REAL NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;
"""


class HistoryUnavailable(Exception):  # noqa: N818 -- a state of affairs, told to the person
    """The history cannot be used now; the message says why, and the file is left as it is."""


class History:
    """The sessions that are over; every call opens the file for itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, record: SessionRecord) -> int:
        """Save a session; returns its id. Raises HistoryUnavailable."""
        with self._open() as database, database:
            began = record.began_at
            cursor = database.execute(
                "INSERT INTO session VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.routine_id,
                    record.routine_name,
                    began.isoformat(),
                    record.ended_at.isoformat(),
                    began.date().isoformat(),
                    record.seconds,
                    int(record.is_complete),
                    record.pain_before,
                    record.pain_after,
                    record.note,
                ),
            )
            session = int(cursor.lastrowid or 0)
            database.executemany(
                "INSERT INTO rep VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (session, at, r.step, r.stretch, r.side, r.planned, r.held, r.outcome)
                    for at, r in enumerate(record.reps)
                ],
            )
            return session

    def add_feeling(self, session: int, *, pain_after: int | None, note: str) -> None:
        """Add what the person told after a session. Raises HistoryUnavailable."""
        with self._open() as database, database:
            database.execute(
                "UPDATE session SET pain_after = ?, note = ? WHERE id = ?",
                (pain_after, note, session),
            )

    def days(self) -> frozenset[date]:
        """The local days with a session. Raises HistoryUnavailable."""
        if not self._path.exists():
            return frozenset()
        with self._open() as database:
            rows = database.execute("SELECT DISTINCT day FROM session").fetchall()
        return frozenset(date.fromisoformat(row[0]) for row in rows)

    def last_routine(self) -> str:
        """The id of the routine that was done last, or nothing. Raises HistoryUnavailable."""
        if not self._path.exists():
            return ""
        with self._open() as database:
            query = "SELECT routine_id FROM session ORDER BY id DESC LIMIT 1"
            row = database.execute(query).fetchone()
        return row[0] if row else ""

    def last_pain(self, most: int) -> tuple[tuple[datetime, int], ...]:
        """The last `most` ratings after a session, oldest first. Raises HistoryUnavailable."""
        if not self._path.exists():
            return ()
        with self._open() as database:
            rows = database.execute(
                "SELECT ended_at, pain_after FROM session WHERE pain_after IS NOT NULL "
                "ORDER BY id DESC LIMIT ?",
                (most,),
            ).fetchall()
        return tuple((datetime.fromisoformat(at), pain) for at, pain in reversed(rows))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, made or checked; whatever goes wrong becomes HistoryUnavailable."""
        import sqlite3

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=5)) as database:
                database.execute("PRAGMA foreign_keys = ON")
                _migrate(database)
                database.execute("PRAGMA journal_mode = WAL")
                yield database
        except (sqlite3.Error, OSError) as error:
            raise HistoryUnavailable(f"{self._path}: {error}") from error


def _migrate(database: sqlite3.Connection) -> None:
    """Make the tables in a new file; refuse a file of a newer program."""
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if found > VERSION:
        raise HistoryUnavailable(f"the history is of a newer version of the program ({found})")
    if found < VERSION:
        database.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version = {VERSION};COMMIT;")
