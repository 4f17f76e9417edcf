"""What the person decided about exercises, for just the reasons that there were."""

from __future__ import annotations

from datetime import datetime

from hipstretch.core.concerns import Choice, Concern
from hipstretch.storage.database import Database


class Decisions:
    """Keeps choices by an exercise's id and a concern's key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[tuple[str, str], Choice]:
        """Every choice. Raises HistoryUnavailable."""
        query = "SELECT exercise, reasons, choice FROM decision"
        return dict(self._database.read(_decision, query))

    def keep(self, concern: Concern, choice: Choice, at: datetime) -> None:
        """Keep a choice in place of an older one. Raises HistoryUnavailable."""
        with self._database.change() as database:
            database.execute(
                "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?)",
                (concern.exercise.id, concern.key, choice, at.isoformat()),
            )


def _decision(exercise: str, reasons: str, choice: str) -> tuple[tuple[str, str], Choice]:
    """What was decided about what."""
    return (exercise, reasons), Choice(choice)
