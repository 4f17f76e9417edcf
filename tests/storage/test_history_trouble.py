from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble, sentence, trouble_of


@pytest.mark.parametrize("trouble", HistoryTrouble)
def test_each_trouble_has_a_calm_sentence_with_the_place(trouble: HistoryTrouble) -> None:
    """What is the matter, where, and what the system says of it."""
    said = sentence(trouble, Path("/home/history.sqlite3"), "a detail")
    assert said.endswith(": /home/history.sqlite3 (a detail)")
    assert "!" not in said
    assert sentence(trouble, Path("here")).endswith(": here")


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, HistoryTrouble.FULL),
        (errno.EROFS, HistoryTrouble.READ_ONLY),
        (errno.EACCES, HistoryTrouble.READ_ONLY),
        (errno.ENOTDIR, HistoryTrouble.CLOSED),
        (None, HistoryTrouble.CLOSED),
    ],
)
def test_what_the_system_says_is_understood(number: int | None, trouble: HistoryTrouble) -> None:
    """By its number."""
    error = OSError() if number is None else OSError(number, "words")
    assert trouble_of(error) is trouble


def test_what_sqlite_says_is_understood() -> None:
    """A disk that is full, as SQLite itself finds it, and a text that is none."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE note (text TEXT)")
        database.execute("PRAGMA max_page_count = 3")
        with pytest.raises(sqlite3.OperationalError) as full:
            database.execute("INSERT INTO note VALUES (zeroblob(100000))")
        with pytest.raises(sqlite3.OperationalError) as text:
            database.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    assert trouble_of(full.value) is HistoryTrouble.FULL
    assert trouble_of(text.value) is HistoryTrouble.DAMAGED


def test_a_reason_alone_is_enough() -> None:
    """Whoever stands in for a history may say what it wants."""
    told = HistoryUnavailable("locked")
    assert (str(told), told.trouble, told.path) == ("locked", HistoryTrouble.CLOSED, None)
