"""What is deleted from the history, for as long as that can be undone.

One session is handed out and put back as it was. All of the history at once is the file itself,
moved aside: that is done in an instant, and gives the disk its room back when it is final. What the
program saves in the meantime goes to a new file; putting back brings both together.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hipstretch.core.history_sums import SessionDetail
from hipstretch.storage.database import Database
from hipstretch.storage.history_reader import detail_in
from hipstretch.storage.history_union import bring_in, put_in


class Taken(NamedTuple):
    """A session that was deleted, with all that belonged to it."""

    detail: SessionDetail


class HistoryBin:
    """Deletes one session or everything, and undoes it; raises HistoryUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._taken = Database(_beside(database.path, "deleted"))
        self._since = Database(_beside(database.path, "since"))

    def take(self, session: int) -> Taken:
        """Delete a session with its reps and hurts; raises KeyError where there is none."""
        with self._database.change() as database:
            detail = detail_in(database, session)
            if detail is None:
                raise KeyError(session)
            database.execute("DELETE FROM session WHERE id = ?", (session,))
        return Taken(detail)

    def put_back(self, taken: Taken) -> int:
        """Undo `take`; returns the session's id, another one where its own was given away."""
        with self._database.change() as database:
            return put_in(database, taken.detail)

    def take_all(self) -> None:
        """Delete everything that the program remembers of what was done."""
        self.empty()
        if self._database.is_there:
            self._database.move_to(self._taken)

    def put_back_all(self) -> None:
        """Undo `take_all`; what was saved since then stays too."""
        if not self._taken.is_there:
            return
        if self._database.is_there:
            bring_in(self._database, self._since)
            self._database.remove()
        self._taken.move_to(self._database)
        self._bring_in_since()

    def empty(self) -> None:
        """Let go of what was deleted; an undo in which the program was ended is finished."""
        if self._since.is_there:
            self.put_back_all()
            self._bring_in_since()
        self._taken.remove()

    def _bring_in_since(self) -> None:
        """Take in what was saved while the rest was deleted."""
        if self._since.is_there:
            bring_in(self._since, self._database)
            self._since.remove()


def _beside(path: Path, word: str) -> Path:
    """A file of another name beside one."""
    return path.with_name(f"{path.stem}.{word}{path.suffix}")
