"""Whether anything can be added to the history: known before a session is lost."""

from __future__ import annotations

from pathlib import Path

from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble

_NOT_KEPT = {HistoryTrouble.READ_ONLY, HistoryTrouble.FULL}


def trouble_of_writing(path: Path) -> HistoryTrouble | None:
    """Why nothing can be added to a history that can be read; None where it can, or is not there.

    It writes nothing, but would have to; it waits for no other program.
    """
    database = Database(path, patience=0.0)
    try:
        if database.is_there:
            with database.change() as rows:
                rows.execute("DELETE FROM flare_up WHERE 0")
    except HistoryUnavailable as error:
        is_told = error.trouble in _NOT_KEPT and _can_be_read(database)
        return error.trouble if is_told else None
    return None


def _can_be_read(database: Database) -> bool:
    """Whether there is anything to be seen."""
    try:
        with database.open():
            return True
    except HistoryUnavailable:
        return False
