from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import hipstretch
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks

STARTS = 6
FIRST = date(2026, 7, 1)
_FIRST_USE = """
import sys
from pathlib import Path
from hipstretch.storage.database import Database
sys.stdin.readline()
with Database(Path(sys.argv[1])).change():
    pass
"""


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


def test_a_save_waits_for_the_disk(tmp_path: Path) -> None:
    """In every way that SQLite has, so that a power cut takes nothing that was reported."""
    path = tmp_path / "history.sqlite3"
    with Database(path).change() as database:
        found = [
            database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync")
        ]
    assert found == ["wal", 3, 1, 1]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_change_that_ends_in_an_error_is_none(tmp_path: Path) -> None:
    """Whatever the error, which goes on to whoever can tell it."""
    database = Database(tmp_path / "history.sqlite3")
    with pytest.raises(KeyError):
        _begin_and_fail(database)
    with database.open() as rows:
        assert rows.execute("SELECT * FROM flare_up").fetchall() == []


def _begin_and_fail(database: Database) -> None:
    """Write something, and come upon an error."""
    with database.change() as rows:
        rows.execute("INSERT INTO flare_up VALUES ('2026-07-03')")
        raise KeyError


def test_what_is_looked_at_in_one_moment_belongs_together(tmp_path: Path) -> None:
    """What is written meanwhile is seen by the next look, not by this one."""
    database = Database(tmp_path / "history.sqlite3")
    marks = DayMarks(database)
    marks.set_flare_up(FIRST, on=True)
    with database.moment() as moment:
        seen = DayMarks(moment)
        assert seen.is_flare_up(FIRST)
        marks.set_flare_up(FIRST, on=False)
        assert seen.is_flare_up(FIRST)
    assert not marks.is_flare_up(FIRST)


def test_a_moment_is_left_open_for_whoever_else_looks(tmp_path: Path) -> None:
    """A question that cannot be answered ends none of the others."""
    database = Database(tmp_path / "history.sqlite3")
    DayMarks(database).set_flare_up(FIRST, on=True)
    with database.moment() as moment:
        with pytest.raises(HistoryUnavailable):
            moment.read(str, "SELECT day FROM nowhere")
        assert moment.is_there
        assert moment.read(str, "SELECT day FROM flare_up") == (FIRST.isoformat(),)
