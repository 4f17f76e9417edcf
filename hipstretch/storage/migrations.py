"""The tables of the history: what each version of the file adds to the one before.

A version that was ever given out is never changed; what is new comes as another one.
"""

from __future__ import annotations

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
_PERSON = """
ALTER TABLE session ADD COLUMN place_before TEXT;
ALTER TABLE session ADD COLUMN place_after TEXT;
ALTER TABLE session ADD COLUMN is_gentle INTEGER NOT NULL DEFAULT 0;
DROP INDEX session_day;
CREATE INDEX session_day ON session (day, seconds, pain_before, pain_after);
CREATE TABLE stretch (        -- each name once, which keeps the file small
    id INTEGER PRIMARY KEY,
    exercise TEXT NOT NULL,   -- its id, '' where that is unknown
    name TEXT NOT NULL,
    UNIQUE (exercise, name)
) STRICT;
INSERT INTO stretch (exercise, name) SELECT DISTINCT '', stretch FROM rep;
ALTER TABLE rep RENAME TO named_rep;
CREATE TABLE rep (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    place INTEGER NOT NULL,   -- the order of the plan, from 0
    step INTEGER NOT NULL,
    stretch INTEGER NOT NULL REFERENCES stretch,
    side TEXT NOT NULL,
    planned REAL,             -- seconds, NULL where the person set the pace
    held REAL NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;
INSERT INTO rep SELECT session, place, step, stretch.id, side, planned, held, outcome
    FROM named_rep JOIN stretch ON stretch.name = named_rep.stretch ORDER BY session, place;
DROP TABLE named_rep;
CREATE INDEX rep_stretch ON rep (stretch, session) WHERE outcome <> 'skipped';
CREATE TABLE hurt (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- decisions name it, so that no other may ever have it
    session INTEGER REFERENCES session ON DELETE CASCADE, -- NULL until that is saved
    day TEXT NOT NULL,        -- the local day on which it hurt
    at TEXT NOT NULL,
    exercise TEXT NOT NULL,
    stretch TEXT NOT NULL,
    side TEXT NOT NULL,
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    spreads INTEGER NOT NULL, -- new or spreading leg pain, tingling or numbness
    remedy TEXT NOT NULL
) STRICT;
CREATE INDEX hurt_day ON hurt (day);
CREATE INDEX hurt_session ON hurt (session);
CREATE TABLE settled (
    day TEXT PRIMARY KEY,     -- the sore day that was asked about
    asked_on TEXT NOT NULL,
    settled INTEGER           -- NULL where the person did not want to say
) STRICT;
CREATE TABLE flare_up (day TEXT PRIMARY KEY) STRICT;
CREATE TABLE decision (
    exercise TEXT NOT NULL,
    reasons TEXT NOT NULL,
    choice TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (exercise, reasons)
) STRICT;
CREATE TABLE plan_change (
    day TEXT PRIMARY KEY,     -- the first on which it holds
    weekdays TEXT NOT NULL    -- as routine files write them, with spaces, '' for no plan
) STRICT;
"""
MIGRATIONS = (_SESSIONS, _SITTING, _THERAPY, _PERSON)
"""What each version adds to the one before; version 1 is the first."""
VERSION = len(MIGRATIONS)


def version_of(database: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 for a new one, -1 for a file that is none of ours."""
    query = "SELECT (SELECT user_version FROM pragma_user_version), count(*) FROM sqlite_master"
    found, tables = database.execute(query).fetchone()
    return -1 if found < 0 or (found == 0 and tables) else int(found)


def migrate(database: sqlite3.Connection) -> None:
    """Bring a file of an older version up to date, all of it or nothing."""
    with database:
        database.execute("BEGIN IMMEDIATE")  # a second start waits here, and then finds it done
        for script in MIGRATIONS[version_of(database) :]:
            for statement in script.split(";"):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {VERSION}")
