"""The history of sessions in an SQLite file that only ever grows by whole sessions."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from hipstretch.storage.database import Database

if TYPE_CHECKING:
    from hipstretch.core.history import SessionRecord


class History:
    """The sessions that are over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: SessionRecord) -> int:
        """Save a session; returns its id. Raises HistoryUnavailable."""
        with self._database.open() as database, database:
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
        with self._database.open() as database, database:
            database.execute(
                "UPDATE session SET pain_after = ?, note = ? WHERE id = ?",
                (pain_after, note, session),
            )

    def days(self) -> frozenset[date]:
        """The local days with a session. Raises HistoryUnavailable."""
        if not self._database.is_there:
            return frozenset()
        with self._database.open() as database:
            rows = database.execute("SELECT DISTINCT day FROM session").fetchall()
        return frozenset(date.fromisoformat(row[0]) for row in rows)

    def last_routine(self) -> str:
        """The id of the routine that was done last, or nothing. Raises HistoryUnavailable."""
        if not self._database.is_there:
            return ""
        with self._database.open() as database:
            query = "SELECT routine_id FROM session ORDER BY id DESC LIMIT 1"
            row = database.execute(query).fetchone()
        return row[0] if row else ""

    def last_pain(self, most: int) -> tuple[tuple[datetime, int], ...]:
        """The last `most` ratings after a session, oldest first. Raises HistoryUnavailable."""
        if not self._database.is_there:
            return ()
        with self._database.open() as database:
            rows = database.execute(
                "SELECT ended_at, pain_after FROM session WHERE pain_after IS NOT NULL "
                "ORDER BY id DESC LIMIT ?",
                (most,),
            ).fetchall()
        return tuple((datetime.fromisoformat(at), pain) for at, pain in reversed(rows))
