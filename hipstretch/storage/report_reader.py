"""What the report for an appointment takes out of the history, all as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from hipstretch.core.history_sums import SessionDetail
from hipstretch.core.report import Material, Report, first_day
from hipstretch.core.treatment import Kind
from hipstretch.storage.database import Database
from hipstretch.storage.history_reader import detail_in
from hipstretch.storage.hurt_rows import HURT_COLUMNS, hurt_of

if TYPE_CHECKING:
    import sqlite3

_Days = tuple[str, str]


def read_report(database: Database, today: date) -> Report:
    """The report of the four weeks up to today. Raises HistoryUnavailable."""
    days = first_day(today).isoformat(), today.isoformat()
    with database.snapshot() as history:
        return Report.of(_material(history, days), today)


def _material(history: sqlite3.Connection, days: _Days) -> Material:
    """What there is of those days."""
    hurts = history.execute(
        f"SELECT {HURT_COLUMNS} FROM hurt WHERE day BETWEEN ? AND ? ORDER BY id",  # noqa: S608
        days,
    )
    flare_ups = history.execute("SELECT day FROM flare_up WHERE day BETWEEN ? AND ?", days)
    treatments = dict(
        history.execute(
            "SELECT kind, count(*) FROM therapy WHERE day BETWEEN ? AND ? GROUP BY kind", days
        )
    )
    return Material(
        tuple(_sessions(history, days)),
        tuple(hurt_of(*hurt) for hurt in hurts),
        frozenset(date.fromisoformat(day) for (day,) in flare_ups),
        treatments.get(Kind.ICE, 0),
        treatments.get(Kind.HEAT, 0),
    )


def _sessions(history: sqlite3.Connection, days: _Days) -> Iterator[SessionDetail]:
    """The sessions of those days with all their reps."""
    ids = history.execute("SELECT id FROM session WHERE day BETWEEN ? AND ?", days).fetchall()
    details = (detail_in(history, session) for (session,) in ids)
    return (detail for detail in details if detail is not None)
