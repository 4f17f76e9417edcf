"""The sessions that are over, as the program needs them every day; each is saved whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from hipstretch.storage.database import Database

if TYPE_CHECKING:  # Home may have no history, and then needs nothing of it
    from hipstretch.core.history import SessionRecord
    from hipstretch.core.pain import Feeling, PainPlace
    from hipstretch.storage.home_reader import HomeFacts


class History:
    """The sessions that are over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: SessionRecord, hurts: Sequence[int] = ()) -> int:
        """Save a session and the hurts that belong to it; returns its id.

        Raises HistoryUnavailable, and then nothing of it is saved.
        """
        from hipstretch.storage.session_rows import write_session

        with self._database.change() as database:
            session = write_session(database, record)
            database.executemany(
                "UPDATE hurt SET session = ? WHERE id = ?", [(session, hurt) for hurt in hurts]
            )
        return session

    def add_feeling(self, session: int, *, after: Feeling, note: str) -> None:
        """Add what the person told after a session. Raises HistoryUnavailable."""
        with self._database.change() as database:
            database.execute(
                "UPDATE session SET pain_after = ?, place_after = ?, note = ? WHERE id = ?",
                (after.pain, after.place, note, session),
            )

    def for_home(self, today: date) -> HomeFacts:
        """All that Home shows of the history on a day; raises nothing."""
        from hipstretch.storage.home_reader import home_facts

        return home_facts(self._database, today)

    def days(self) -> frozenset[date]:
        """The local days with a session. Raises HistoryUnavailable."""
        query = "SELECT DISTINCT day FROM session"
        return frozenset(self._database.read(date.fromisoformat, query))

    def done_on(self, day: date) -> dict[str, int]:
        """How many sessions of each routine began on a day. Raises HistoryUnavailable."""
        query = "SELECT routine_id, count(*) FROM session WHERE day = ? GROUP BY routine_id"
        return dict(self._database.read(_count, query, [day.isoformat()]))

    def last_routine(self) -> str:
        """The id of the routine that was saved last, or nothing. Raises HistoryUnavailable."""
        query = "SELECT routine_id FROM session ORDER BY id DESC LIMIT 1"
        return next(iter(self._database.read(str, query)), "")

    def last_pain(self, most: int) -> tuple[tuple[datetime, int], ...]:
        """The last `most` ratings after a session, oldest first. Raises HistoryUnavailable."""
        rows = self._database.read(
            _rating,
            "SELECT ended_at, pain_after FROM session WHERE pain_after IS NOT NULL "
            "ORDER BY id DESC LIMIT ?",
            [most],
        )
        return rows[::-1]

    def last_place(self) -> PainPlace | None:
        """Where it hurt in the newest session that told, as it was in the end.

        Raises HistoryUnavailable.
        """
        from hipstretch.core.pain import PainPlace

        rows = self._database.read(
            PainPlace,
            "SELECT coalesce(place_after, place_before) AS place FROM session "
            "WHERE place IS NOT NULL ORDER BY id DESC LIMIT 1",
        )
        return next(iter(rows), None)


def _count(routine: str, sessions: int) -> tuple[str, int]:
    """How often a routine was done."""
    return routine, sessions


def _rating(ended: str, pain: int) -> tuple[datetime, int]:
    """When how strong the pain was."""
    return datetime.fromisoformat(ended), pain
