"""Brings what one history has into another one; done twice, it changes nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hipstretch.core.history_sums import SessionDetail
from hipstretch.core.pain import Hurt
from hipstretch.storage.database import Database
from hipstretch.storage.history_reader import detail_in
from hipstretch.storage.hurt_rows import HURT_COLUMNS, hurt_of, write_hurt
from hipstretch.storage.session_rows import write_session

if TYPE_CHECKING:
    import sqlite3


_OF_DAYS = {
    "presence": "day, began_at, ended_at, presence",
    "reminder": "day, asked_at, closed_at, answer",
}
"""Tables whose rows have a number that nobody knows them by, and their other columns."""
_BY_KEY = {
    "therapy": "id, day, began_at, ended_at, kind, place, means, planned, seconds, outcome, "
    "checks, fine",
    "settled": "day, asked_on, settled",
    "flare_up": "day",
    "plan_change": "day, weekdays",
}
"""Tables of which each row is known by its first column, and all columns."""


def bring_in(source: Database, target: Database) -> None:
    """Copy what is in `source` and not yet in `target`; raises HistoryUnavailable.

    Sessions and hurts get new numbers. What was decided about exercises that hurt is asked again,
    as it names hurts by their numbers.
    """
    with source.open() as other, target.change() as database:
        for session in [row[0] for row in other.execute("SELECT id FROM session ORDER BY id")]:
            detail = detail_in(other, session)
            if detail is not None and not _has_session(database, detail):
                _write(database, detail, None, [hurt._replace(id=0) for hurt in detail.hurts])
        query = f"SELECT {HURT_COLUMNS} FROM hurt WHERE session IS NULL ORDER BY id"  # noqa: S608
        for hurt in [hurt_of(*row) for row in other.execute(query)]:
            if not _has_hurt(database, hurt):
                write_hurt(database, hurt._replace(id=0))
        _bring_in_rows(other, database)


def put_in(database: sqlite3.Connection, detail: SessionDetail) -> int:
    """Write a session that was taken out, under its own number where that is free."""
    session = detail.row.id
    query = "SELECT 1 FROM session WHERE id = ?"
    is_given_away = database.execute(query, (session,)).fetchone() is not None
    return _write(database, detail, None if is_given_away else session, detail.hurts)


def _write(
    database: sqlite3.Connection,
    detail: SessionDetail,
    session: int | None,
    hurts: Iterable[Hurt],
) -> int:
    """Write a session with its hurts; what has no number gets a new one."""
    written = write_session(database, detail.record, session)
    for hurt in hurts:
        write_hurt(database, hurt, written)
    return written


def _has_session(database: sqlite3.Connection, detail: SessionDetail) -> bool:
    """Whether a session is there, under whatever number."""
    began, ended = detail.row.began_at.isoformat(), detail.ended_at.isoformat()
    query = (
        "SELECT 1 FROM session WHERE day = ? AND began_at = ? AND ended_at = ? AND routine_id = ?"
    )
    values = (began[:10], began, ended, detail.row.routine_id)
    return database.execute(query, values).fetchone() is not None


def _has_hurt(database: sqlite3.Connection, hurt: Hurt) -> bool:
    """Whether a hurt is there, under whatever number."""
    at = hurt.at.isoformat()
    query = "SELECT 1 FROM hurt WHERE day = ? AND at = ? AND exercise = ? AND stretch = ?"
    values = (at[:10], at, hurt.exercise, hurt.stretch)
    return database.execute(query, values).fetchone() is not None


def _bring_in_rows(other: sqlite3.Connection, database: sqlite3.Connection) -> None:
    """Copy what has no rows of its own; of the same thing what is in `other` wins."""
    for table, columns in _OF_DAYS.items():
        database.executemany(
            f"INSERT INTO {table} ({columns}) SELECT ?1, ?2, ?3, ?4 "  # noqa: S608 -- names
            f"EXCEPT SELECT {columns} FROM {table} WHERE day = ?1",
            other.execute(f"SELECT {columns} FROM {table} ORDER BY id"),  # noqa: S608 -- names
        )
    for table, columns in _BY_KEY.items():
        marks = ", ".join("?" for _ in columns.split(","))
        database.executemany(
            f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608 -- names
            other.execute(f"SELECT {columns} FROM {table}"),  # noqa: S608 -- names
        )
    database.executemany(
        "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?)",
        other.execute(
            "SELECT exercise, reasons, choice, at FROM decision WHERE reasons NOT LIKE '%hurt-%'"
        ),
    )
