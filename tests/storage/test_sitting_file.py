from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hipstretch.core.breaks import Saved
from hipstretch.core.sitting import Presence
from hipstretch.storage.sitting_file import SittingFile

SAVED = Saved(1234.5, Presence.SITTING, 600.0, datetime(2026, 7, 3, 9, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the minutes lie."""
    return tmp_path / "sitting.json"


def test_what_was_saved_comes_back(path: Path) -> None:
    """To the fraction of a second."""
    SittingFile(path).save(SAVED)
    assert SittingFile(path).load() == SAVED


def test_the_first_start_has_nothing_to_go_on_with(path: Path) -> None:
    """And makes no file."""
    assert SittingFile(path).load() is None
    assert not path.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"version": 99},
        {"sat": -1},
        {"sat": "much"},
        {"sat": 1e9},
        {"presence": "flying"},
        {"pause_left": None},
        {"wall": "yesterday"},
        {"wall": "2026-07-03T09:00:00"},
        {"wall": 5},
    ],
)
def test_a_damaged_file_is_set_aside_and_counts_as_none(
    change: dict[str, object], path: Path
) -> None:
    """Whoever wants it can still look at it."""
    SittingFile(path).save(SAVED)
    text = json.dumps(json.loads(path.read_text()) | change)
    path.write_text(text)
    assert SittingFile(path).load() is None
    assert path.with_name("sitting.unreadable.json").read_text() == text


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", "[" * 100_000])
def test_what_is_no_such_file_is_set_aside(text: str, path: Path) -> None:
    """However it came there."""
    path.write_text(text)
    assert SittingFile(path).load() is None
    assert not path.exists()
