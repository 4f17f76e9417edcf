from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hipstretch.core.history_sums import HistoryFilter, NamedExercise
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.migrations import MIGRATIONS, VERSION, migrate, version_of

GIVEN_OUT = (
    "51c8b11c952e33fd",
    "1e29f1231d06a721",
    "d7768b72289f7362",
)
_OLD_ROWS = """
INSERT INTO session VALUES (7, 'r', 'R', '2026-07-03T07:00:00+02:00', '2026-07-03T07:20:00+02:00',
    '2026-07-03', 1200.5, 1, 4, NULL, 'Snow; and ice.');
INSERT INTO session VALUES (8, 'r', 'R', '2026-07-04T07:00:00+02:00', '2026-07-04T07:20:00+02:00',
    '2026-07-04', 600, 0, NULL, 2, '');
INSERT INTO rep VALUES (7, 0, 0, 'Knee hug', 'right', 20, 20, 'done');
INSERT INTO rep VALUES (7, 1, 0, 'Knee hug', 'left', NULL, 19.5, 'done');
INSERT INTO rep VALUES (8, 0, 1, 'Bracing', 'both', 5, 0, 'skipped');
INSERT INTO presence VALUES (1, '2026-07-03', '2026-07-03T09:00:00+02:00',
    '2026-07-03T09:31:00+02:00', 'sitting');
"""


def write_old(path: Path, version: int) -> None:
    """Write a file as an older version of the program left it."""
    with closing(sqlite3.connect(path)) as old:
        for script in MIGRATIONS[:version]:
            old.executescript(script)
        rows = _OLD_ROWS if version > 1 else _OLD_ROWS.partition("INSERT INTO presence")[0]
        old.executescript(rows)
        old.execute(f"PRAGMA user_version = {version}")
        old.execute("PRAGMA journal_mode = WAL")


@pytest.fixture
def memory() -> Iterator[sqlite3.Connection]:
    """An empty database."""
    with closing(sqlite3.connect(":memory:")) as database:
        yield database


def test_what_was_given_out_is_never_changed() -> None:
    """Files of these versions lie on people's disks, and are not made again."""
    digests = [hashlib.sha256(script.encode()).hexdigest()[:16] for script in MIGRATIONS]
    assert tuple(digests[: len(GIVEN_OUT)]) == GIVEN_OUT


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_file_of_an_older_version_gets_what_is_new_and_keeps_what_it_has(
    version: int, tmp_path: Path
) -> None:
    """Whichever version wrote it: every session and rep is as it was."""
    path = tmp_path / "history.sqlite3"
    write_old(path, version)

    history, reader = History(Database(path)), HistoryReader(Database(path))

    assert history.days() == {date(2026, 7, 3), date(2026, 7, 4)}
    detail = reader.detail(7)
    assert detail is not None
    assert detail.row.before == Feeling(4)
    assert not detail.row.is_gentle
    assert detail.row.note == "Snow; and ice."
    assert detail.reps == (
        RepRecord(0, "Knee hug", Side.RIGHT, 20.0, 20.0, Outcome.DONE),
        RepRecord(0, "Knee hug", Side.LEFT, None, 19.5, Outcome.DONE),
    )
    assert reader.exercises() == (NamedExercise("Knee hug", "Knee hug"),)
    assert [row.id for row in reader.sessions(HistoryFilter(), 9)] == [8, 7]
    with Database(path).open() as database:
        assert version_of(database) == VERSION
        assert database.execute("SELECT count(*) FROM presence").fetchone() == (int(version > 1),)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migration_that_fails_changes_nothing(memory: sqlite3.Connection) -> None:
    """All of it or nothing."""
    memory.execute("CREATE TABLE hurt (x)")
    before = list(memory.iterdump())

    with pytest.raises(sqlite3.OperationalError):
        migrate(memory)

    assert list(memory.iterdump()) == before


def test_a_file_is_known_by_its_version(memory: sqlite3.Connection) -> None:
    """A new one has none; one with tables and without a version is another program's."""
    assert version_of(memory) == 0
    memory.execute("CREATE TABLE recipe (x)")
    assert version_of(memory) == -1
    memory.execute("PRAGMA user_version = -5")
    assert version_of(memory) == -1
    memory.execute("PRAGMA user_version = 2")
    assert version_of(memory) == 2


def test_both_ways_lead_to_the_same_tables(memory: sqlite3.Connection, tmp_path: Path) -> None:
    """A new file, and one that grew through all versions."""
    path = tmp_path / "history.sqlite3"
    write_old(path, 1)
    migrate(memory)
    query = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with Database(path).open() as grown:
        assert grown.execute(query).fetchall() == memory.execute(query).fetchall()
