"""A history that is killed while it is written, again and again."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hipstretch.core.history_sums import HistoryFilter
from hipstretch.storage.database import Database
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.migrations import MIGRATIONS, VERSION
from hipstretch.storage.pain_log import PainLog
from tests.system.history_child import _AT, REPS

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL"),
]
KILLS = 100
KILLS_OF_ALL = 40
KILLS_OF_MIGRATIONS = 30
OLD_SESSIONS = 400
_ROOT = Path(__file__).parents[2]
_CHILD = Path(__file__).with_name("history_child.py")

Line = list[Any]


class Program:
    """A program that writes, to be killed; it starts workers that share what it has imported."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._chance = random.Random(11)  # noqa: S311 -- moments, no secrets

    def told_before_kill(self, path: Path, work: str, lines: int, seconds: float) -> list[Line]:
        """Let a worker tell so many lines, kill it within some seconds; all that it told."""
        assert self._process.stdin is not None
        seed = self._chance.randrange(10**6)
        self._process.stdin.write(json.dumps([str(path), work, seed]) + "\n")
        self._process.stdin.flush()
        word, worker = self._line()
        assert word == "began"
        told = [self._line() for _ in range(lines)]
        time.sleep(self._chance.uniform(0, seconds))
        os.kill(worker, signal.SIGKILL)
        while (line := self._line()) != ["over"]:
            told.append(line)
        return told

    def _line(self) -> Line:
        """The next line that was told."""
        assert self._process.stdout is not None
        line: Line = json.loads(self._process.stdout.readline())
        return line


@pytest.fixture
def program() -> Iterator[Program]:
    """A program that can be killed; it goes when its input ends."""
    with subprocess.Popen(
        [sys.executable, str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        text=True,
    ) as process:
        yield Program(process)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies."""
    return tmp_path / "history.sqlite3"


def _check(path: Path) -> None:
    """The file is whole, as SQLite itself sees it."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        odd = "SELECT session FROM rep GROUP BY session HAVING count(*) <> ?"
        assert database.execute(odd, (REPS,)).fetchall() == []
        bare = "SELECT id FROM session WHERE id NOT IN (SELECT session FROM rep)"
        assert database.execute(bare).fetchall() == []


def _notes(path: Path) -> dict[int, str]:
    """The note of every session."""
    rows = HistoryReader(Database(path)).sessions(HistoryFilter(), 10**6)
    return {row.id: row.note for row in rows}


class Reported:
    """What must be there, by what was reported."""

    def __init__(self) -> None:
        self.sessions: dict[int, str] = {}
        self.open: set[int] = set()
        self.hurts: set[int] = set()
        self._of_session: dict[int, int] = {}

    def take(self, told: list[Line]) -> None:
        """Follow what a worker told; what it was killed in may be there or not."""
        self.open = set()
        for word, *what in told:
            self._follow(word, what)

    def _follow(self, word: str, what: Line) -> None:
        """Follow one line."""
        session = what[0]
        if word == "hurt":
            self.hurts.add(session)
        elif word == "saved":
            self.sessions[session] = ""
            self._of_session[session] = what[1]
        elif word == "noted":
            self.sessions[session] = what[1]
        elif word in {"deleting", "undoing"}:
            self.open.add(session)
            self.hurts.discard(self._of_session[session])
        elif word == "deleted":
            self.open.discard(session)
            self.deleted = session, self.sessions.pop(session)
        elif word == "undone":
            self.open.discard(session)
            self.sessions[session] = self.deleted[1]
            self.hurts.add(self._of_session[session])


def test_every_session_that_was_reported_outlives_a_kill(program: Program, path: Path) -> None:
    """Killed at a hundred moments: the file is whole, and all that was said to be saved is there.

    What was deleted stays deleted, a note is the last one that was reported.
    """
    moments = random.Random(2)  # noqa: S311 -- moments, no secrets
    reported = Reported()
    for _ in range(KILLS):
        reported.take(program.told_before_kill(path, "save", moments.randrange(1, 12), 0.004))
        _check(path)
        notes = _notes(path)
        for session, note in reported.sessions.items():
            if session not in reported.open:
                assert notes[session] == note or session == max(reported.sessions)
        extra = set(notes) - set(reported.sessions) - reported.open
        assert len(extra) <= 1
        assert all(session > max(reported.sessions, default=0) for session in extra)
        hurts = {hurt.id for hurt in PainLog(Database(path)).hurts_since(_AT)}
        assert reported.hurts <= hurts
        reported.sessions = {session: notes[session] for session in notes}
    assert len(reported.sessions) > KILLS


def test_deleting_everything_and_undoing_it_outlives_a_kill(program: Program, path: Path) -> None:
    """The next start has either everything or what came after it was deleted, and all of that."""
    moments = random.Random(3)  # noqa: S311 -- moments, no secrets
    ends = set()
    for _ in range(KILLS_OF_ALL):
        before = set(_notes(path))
        told = program.told_before_kill(path, "delete all", moments.randrange(1, 10), 0.008)
        words = [word for word, *_ in told if word not in {"hurt", "saved"}]
        HistoryBin(Database(path)).empty()

        after = set(_notes(path))
        if after:
            _check(path)
        has_all = before <= after
        assert has_all or len(after) <= 1
        assert has_all or words[-1:] != ["undone all"]
        assert len(after) <= 1 or words[-1:] != ["deleted all"]
        assert not [*path.parent.glob("*.deleted.*"), *path.parent.glob("*.since.*")]
        ends.add((*words[-1:], len(after) > 1))
    assert {has_many for *_, has_many in ends} == {True, False}
    assert len(ends) > 3


def _write_old(path: Path) -> None:
    """A file of the version before, with some thousand reps."""
    with closing(sqlite3.connect(path)) as old:
        for script in MIGRATIONS[: VERSION - 1]:
            old.executescript(script)
        at = _AT.isoformat()
        for session in range(1, OLD_SESSIONS + 1):
            old.execute(
                "INSERT INTO session VALUES (?, 'r', 'R', ?, ?, ?, 1, 1, NULL, NULL, '')",
                (session, at, at, at[:10]),
            )
            old.executemany(
                "INSERT INTO rep VALUES (?, ?, 0, ?, 'both', 5, 5, 'done')",
                [(session, place, f"Exercise {place}") for place in range(REPS)],
            )
        old.execute(f"PRAGMA user_version = {VERSION - 1}")
        old.commit()
        old.execute("PRAGMA journal_mode = WAL")


def test_bringing_a_file_up_to_date_outlives_a_kill(program: Program, tmp_path: Path) -> None:
    """It is of the old version or of the new one, and holds all its sessions in either."""
    old = tmp_path / "old.sqlite3"
    _write_old(old)
    versions = set()
    for number in range(KILLS_OF_MIGRATIONS):
        path = tmp_path / f"{number}" / "history.sqlite3"
        path.parent.mkdir()
        path.write_bytes(old.read_bytes())

        told = program.told_before_kill(path, "migrate", 1, 0.03)

        _check(path)
        with closing(sqlite3.connect(path)) as database:
            (version,) = database.execute("PRAGMA user_version").fetchone()
        versions.add(version)
        assert ["migrated"] not in told or version == VERSION
        assert len(_notes(path)) == OLD_SESSIONS
        _check(path)
    assert versions == {VERSION - 1, VERSION}
