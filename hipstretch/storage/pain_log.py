"""What hurt, sore days, and whether they settled."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from hipstretch.storage.database import Database

if TYPE_CHECKING:  # Home asks for sore days only
    from hipstretch.core.pain import Hurt

_MARGIN = timedelta(days=2)
"""By how much the days of one instant can differ around the world, and a day more."""


class PainLog:
    """Keeps hurts and answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, hurt: Hurt) -> int:
        """Keep what hurt; returns its id, which no other ever gets. Raises HistoryUnavailable."""
        from hipstretch.storage.hurt_rows import write_hurt

        with self._database.change() as database:
            return write_hurt(database, hurt)

    def hurts_since(self, at: datetime) -> tuple[Hurt, ...]:
        """What hurt at an instant or after it, wherever that was, in the order of saving.

        Raises HistoryUnavailable.
        """
        from hipstretch.storage.hurt_rows import HURT_COLUMNS, hurt_of

        query = f"SELECT {HURT_COLUMNS} FROM hurt WHERE day >= ? ORDER BY id"  # noqa: S608
        first = (at.date() - _MARGIN).isoformat()
        return tuple(hurt for hurt in self._database.read(hurt_of, query, [first]) if hurt.at >= at)

    def sore_days(self, first: date, last: date) -> frozenset[date]:
        """The days with a hurt, or with more pain after a session than one goes on with.

        Raises HistoryUnavailable.
        """
        from hipstretch.core.pain import FINE_UP_TO

        days = [first.isoformat(), last.isoformat()]
        found = self._database.read(
            date.fromisoformat,
            "SELECT day FROM hurt WHERE day BETWEEN ? AND ? "
            "UNION SELECT day FROM session WHERE day BETWEEN ? AND ? AND pain_after > ?",
            [*days, *days, FINE_UP_TO],
        )
        return frozenset(found)

    def asked_days(self) -> frozenset[date]:
        """The sore days that were asked about. Raises HistoryUnavailable."""
        return frozenset(self._database.read(date.fromisoformat, "SELECT day FROM settled"))

    def add_answer(self, day: date, asked_on: date, settled: bool | None) -> None:
        """Keep whether a day's soreness settled; None where the person did not want to say.

        Raises HistoryUnavailable.
        """
        answer = None if settled is None else int(settled)
        with self._database.change() as database:
            database.execute(
                "INSERT OR REPLACE INTO settled VALUES (?, ?, ?)",
                (day.isoformat(), asked_on.isoformat(), answer),
            )
