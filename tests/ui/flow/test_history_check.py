from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hipstretch.storage.database import Database
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.flow.history_check import trouble_of_writing
from tests.storage.history_examples import as_anybody, fill
from tests.storage.test_history_faults import needs_permissions, open_folder

__all__ = ["open_folder"]  # a fixture


@pytest.fixture
def path(open_folder: Path) -> Path:
    """A history with one of everything."""
    path = open_folder / "history.sqlite3"
    fill(Database(path))
    return path


@needs_permissions
@pytest.mark.parametrize("file_mode", [0o444, 0o000])
def test_what_cannot_be_seen_is_not_said_to_be_seen(path: Path, file_mode: int) -> None:
    """Only a file that can be read is told to take nothing."""
    path.chmod(file_mode)
    with as_anybody():
        trouble = trouble_of_writing(path)
    assert trouble == (HistoryTrouble.READ_ONLY if file_mode else None)


def test_what_takes_all_is_no_trouble(path: Path) -> None:
    """Nor what is not there yet, which stays so; nor one that another program is writing."""
    assert trouble_of_writing(path) is None
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trouble_of_writing(path) is None
    assert path.read_bytes() == before
    missing = path.with_name("missing.sqlite3")
    assert trouble_of_writing(missing) is None
    assert not missing.exists()


def test_a_full_disk_is_trouble(path: Path) -> None:
    """Although all can be seen."""
    resource = pytest.importorskip("resource")
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        trouble = trouble_of_writing(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert trouble is HistoryTrouble.FULL
