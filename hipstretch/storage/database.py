"""The one SQLite file of what was done: opened, brought up to date, or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_SESSIONS = """
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
    planned REAL,             -- seconds, NULL where the person set the pace
    held REAL NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;
"""
_SITTING = """
CREATE TABLE presence (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,        -- the local day on which it began
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    presence TEXT NOT NULL    -- sitting, up, stretching or away
) STRICT;
CREATE INDEX presence_day ON presence (day);
CREATE TABLE reminder (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,        -- the local day on which it was asked
    asked_at TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_day ON reminder (day);
"""
_THERAPY = """
CREATE TABLE therapy (
    id TEXT PRIMARY KEY,      -- so that nothing is logged twice
    day TEXT NOT NULL,        -- the local day on which it began
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    kind TEXT NOT NULL,       -- ice or heat
    place TEXT NOT NULL,
    means TEXT NOT NULL,
    planned REAL NOT NULL,    -- seconds
    seconds REAL NOT NULL,    -- what became of them
    outcome TEXT NOT NULL,
    checks INTEGER NOT NULL,  -- skin checks that were asked
    fine INTEGER NOT NULL     -- and answered
) STRICT;
CREATE INDEX therapy_day ON therapy (day);
"""
_MIGRATIONS = (_SESSIONS, _SITTING, _THERAPY)
"""What each version adds to the one before; version 1 is the first."""
VERSION = len(_MIGRATIONS)


class HistoryUnavailable(Exception):  # noqa: N818 -- a state of affairs, told to the person
    """The history cannot be used now; the message says why, and the file is left as it is."""


class Database:
    """The file; every use opens it for itself, so that it is never held."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def is_there(self) -> bool:
        """Whether anything was ever saved."""
        return self._path.exists()

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
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
    """Bring a file up to date, all of it or nothing; refuse one of a newer program."""
    found = _version(database)
    if found > VERSION:
        raise HistoryUnavailable(f"the history is of a newer version of the program ({found})")
    if found == VERSION:
        return
    with database:
        database.execute("BEGIN IMMEDIATE")  # a second start waits here, and then finds it done
        for script in _MIGRATIONS[_version(database) :]:
            for statement in script.split(";"):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {VERSION}")


def _version(database: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 for a new one."""
    (found,) = database.execute("PRAGMA user_version").fetchone()
    return int(found)
