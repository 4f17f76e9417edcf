"""Ice and heat in the history: each treatment once, whatever happened while it was logged."""

from __future__ import annotations

from datetime import date, datetime

from hipstretch.core.therapy import Kind, Means, Outcome, Place
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.storage.database import Database


class TherapyLog:
    """Keeps treatments that are over, and tells those of a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: TherapyRecord) -> None:
        """Keep a treatment; one that is there already stays. Raises HistoryUnavailable."""
        with self._database.change() as database:
            database.execute(
                "INSERT OR IGNORE INTO therapy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.id,
                    record.began_at.date().isoformat(),
                    record.began_at.isoformat(),
                    record.ended_at.isoformat(),
                    record.kind,
                    record.place,
                    record.means,
                    record.planned,
                    record.seconds,
                    record.outcome,
                    record.checks,
                    record.fine,
                ),
            )

    def records(self, day: date) -> tuple[TherapyRecord, ...]:
        """The treatments that began on a day, in order. Raises HistoryUnavailable."""
        return self._database.read(
            _record,
            "SELECT id, kind, place, means, began_at, ended_at, planned, seconds, outcome, "
            "checks, fine FROM therapy WHERE day = ? ORDER BY began_at",
            [day.isoformat()],
        )


def _record(
    treatment: str,
    kind: str,
    place: str,
    means: str,
    began: str,
    ended: str,
    planned: float,
    seconds: float,
    outcome: str,
    checks: int,
    fine: int,
) -> TherapyRecord:
    """A row's treatment."""
    return TherapyRecord(
        treatment,
        Kind(kind),
        Place(place),
        Means(means),
        datetime.fromisoformat(began),
        datetime.fromisoformat(ended),
        planned,
        seconds,
        Outcome(outcome),
        checks,
        fine,
    )
