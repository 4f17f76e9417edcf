from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import hipstretch
from hipstretch.storage import database as databases
from hipstretch.storage.database import VERSION, Database
from hipstretch.storage.history import History

STARTS = 6
_FIRST_USE = """
import sys
from pathlib import Path
from hipstretch.storage.database import Database
sys.stdin.readline()
with Database(Path(sys.argv[1])).open():
    pass
"""


def test_a_file_of_an_older_version_gets_what_is_new_and_keeps_what_it_has(tmp_path: Path) -> None:
    """The first version had sessions only."""
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path)) as old:
        old.executescript(databases._SESSIONS)
        old.execute(
            "INSERT INTO session VALUES (1, 'r', 'R', '', '', '2026-07-03', 1, 1, 0, 0, '')"
        )
        old.execute("PRAGMA user_version = 1")
        old.commit()
    database = Database(path)
    assert History(database).days() == {date(2026, 7, 3)}
    with database.open() as new:
        assert new.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert new.execute("SELECT count(*) FROM presence").fetchone() == (0,)


def test_several_first_starts_at_once_make_one_file(tmp_path: Path) -> None:
    """Each of them finds the tables, whoever made them."""
    path = tmp_path / "history.sqlite3"
    environment = {"PYTHONPATH": str(Path(hipstretch.__file__).parents[1])}
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", _FIRST_USE, str(path)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        for _ in range(STARTS)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("\n")
        start.stdin.flush()
    assert [start.communicate()[1] for start in starts] == [""] * STARTS
    assert [start.returncode for start in starts] == [0] * STARTS
