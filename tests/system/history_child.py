"""A program that keeps writing into a history; run as a child, to be killed from outside.

For each line on its input (a JSON list: the file, the work, a seed) it starts a process that does
the work. That writes a line for all that it is about to do and has done: a JSON list of the word
and what belongs to it. The first is `began` with the process's id; after its end comes `over`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hipstretch.core.history import SessionRecord
from hipstretch.core.pain import Feeling, Hurt, Remedy
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.pain_log import PainLog

REPS = 20
_AT = datetime(2026, 7, 3, tzinfo=UTC)


def tell(word: str, *what: object) -> None:
    """Write a line, at once and whole."""
    os.write(1, (json.dumps([word, *what]) + "\n").encode())


class Worker:
    """Writes sessions, hurts and feelings, and deletes some."""

    def __init__(self, path: Path, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 -- work, no secrets
        database = Database(path)
        self._history, self._pain = History(database), PainLog(database)
        self._bin = HistoryBin(database)
        self._bin.empty()

    def add(self) -> int:
        """Save a session with something that hurt in it."""
        hurt = Hurt("bracing", "Bracing", Side.LEFT, _AT, 5, spreads=False, remedy=Remedy.STOP)
        number = self._pain.add(hurt)
        tell("hurt", number)
        name = f"Exercise {self._chance.randrange(50)}"
        rep = RepRecord(0, name, Side.BOTH, 5.0, self._chance.random(), Outcome.DONE, "bracing")
        began = _AT + timedelta(days=self._chance.randrange(900))
        record = SessionRecord("r", "R", began, began, 50.0, is_complete=True, reps=(rep,) * REPS)
        session = self._history.add(record, [number])
        tell("saved", session, number)
        return session

    def work(self) -> None:
        """Save, tell how it was, delete, undo; for ever."""
        while True:
            session = self.add()
            if self._chance.random() < 0.5:
                note = f"Note {self._chance.random()}"
                self._history.add_feeling(session, after=Feeling(3), note=note)
                tell("noted", session, note)
            if self._chance.random() < 0.3:
                self._delete(session)

    def _delete(self, session: int) -> None:
        """Delete a session, and mostly undo it."""
        tell("deleting", session)
        taken = self._bin.take(session)
        tell("deleted", session)
        if self._chance.random() < 0.8:
            tell("undoing", session)
            self._bin.put_back(taken)
            tell("undone", session)

    def delete_all(self) -> None:
        """Delete everything, save, undo; for ever."""
        self.add()
        while True:
            tell("deleting all")
            self._bin.take_all()
            tell("deleted all")
            self.add()
            tell("undoing all")
            self._bin.put_back_all()
            tell("undone all")

    def migrate(self) -> None:
        """Bring an old file up to date, and wait for the end."""
        tell("migrating")
        self._history.days()
        tell("migrated")
        signal.pause()


_WORK: dict[str, Callable[[Worker], None]] = {
    "save": Worker.work,
    "delete all": Worker.delete_all,
    "migrate": Worker.migrate,
}


def main() -> None:
    """Start one worker after the other."""
    for line in sys.stdin:
        path, work, seed = json.loads(line)
        process = os.fork()
        if process == 0:
            tell("began", os.getpid())
            _WORK[work](Worker(Path(path), seed))
        os.waitpid(process, 0)
        tell("over")


if __name__ == "__main__":
    main()
