from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from hipstretch.core.pain import Feeling
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.home_reader import PAIN_POINTS, HomeFacts
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import BEGAN, HURT, RECORD

DAY = timedelta(days=1)
TODAY = BEGAN.date() + DAY
YESTERDAY = BEGAN.date()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def database(path: Path) -> Database:
    """A history of nothing."""
    return Database(path)


@pytest.fixture
def lived(database: Database) -> Database:
    """A history with sessions on three days of four, the second a flare-up day, and a hurt."""
    for days, pain in ((2, 4), (0, 2), (-1, 3)):
        began = BEGAN - days * DAY
        record = RECORD._replace(began_at=began, ended_at=began, after=Feeling(pain))
        History(database).add(record._replace(routine_id=f"r{days}"))
    DayMarks(database).set_flare_up(YESTERDAY - DAY, on=True)
    DayMarks(database).set_flare_up(TODAY, on=True)
    PainLog(database).add(HURT)
    return database


def _spoil(path: Path, statement: str) -> None:
    """Write what nobody wrote."""
    with closing(sqlite3.connect(path)) as rows, rows:
        rows.execute(statement)


def test_without_a_history_there_is_nothing_to_show(database: Database, path: Path) -> None:
    """And no file is made by asking."""
    assert History(database).for_home(TODAY) == HomeFacts()
    assert not path.exists()


def test_a_history_without_sessions_shows_no_days(database: Database) -> None:
    """Only what was marked."""
    DayMarks(database).set_flare_up(TODAY, on=True)
    assert History(database).for_home(TODAY) == HomeFacts(is_flare_up=True)


def test_all_that_home_shows_is_told(lived: Database) -> None:
    """Days, forgiven days, pain, what was done today and last, the sore day, a flare-up day."""
    assert History(lived).for_home(TODAY) == HomeFacts(
        days=frozenset({YESTERDAY - 2 * DAY, YESTERDAY, TODAY}),
        forgiven=frozenset({YESTERDAY - DAY, TODAY}),
        pain=(4, 2, 3),
        done={"r-1": 1},
        last_routine="r-1",
        sore_day=YESTERDAY,
        is_flare_up=True,
    )


def test_only_the_last_ratings_are_drawn(database: Database) -> None:
    """Oldest first."""
    for pain in range(PAIN_POINTS + 2):
        History(database).add(RECORD._replace(after=Feeling(pain)))
    assert History(database).for_home(TODAY).pain == tuple(range(2, PAIN_POINTS + 2))


def test_a_sore_day_that_was_asked_about_is_not_asked_about_again(lived: Database) -> None:
    """Whatever was answered."""
    PainLog(lived).add_answer(YESTERDAY, TODAY, settled=None)
    assert History(lived).for_home(TODAY).sore_day is None


def test_a_history_that_cannot_be_used_says_why(database: Database, path: Path) -> None:
    """Once, for all of it."""
    path.write_bytes(b"no history " * 400)
    with pytest.raises(HistoryUnavailable) as told:
        History(database).days()
    assert History(database).for_home(TODAY) == HomeFacts(trouble=str(told.value))


@pytest.mark.parametrize(
    ("statement", "lost"),
    [
        ("INSERT INTO plan_change VALUES ('2026-07-01', 'someday')", {"days", "forgiven", "pain"}),
        ("INSERT INTO settled VALUES ('soon', '2026-07-04', 1)", {"sore_day"}),
        ("DROP TABLE hurt", {"sore_day"}),
        ("DROP TABLE flare_up", {"days", "forgiven", "pain", "is_flare_up"}),
        ("UPDATE session SET day = 'today' WHERE id = 1", {"days", "forgiven", "pain"}),
    ],
)
def test_a_part_that_cannot_be_read_costs_only_itself(
    statement: str, lost: set[str], lived: Database, path: Path
) -> None:
    """All else is shown, and the trouble is told."""
    whole = History(lived).for_home(TODAY)
    _spoil(path, statement)

    facts = History(lived).for_home(TODAY)

    kept = whole._asdict().keys() - lost - {"trouble"}
    nothing = HomeFacts()
    assert all(getattr(facts, name) == getattr(whole, name) for name in kept)
    assert all(getattr(facts, name) == getattr(nothing, name) for name in lost)
    assert str(path) in facts.trouble


def test_the_file_is_opened_once(lived: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """For all that there is to show."""
    opened: list[str] = []
    connect = sqlite3.connect

    def count(place: Path, timeout: float) -> sqlite3.Connection:
        opened.append(place.name)
        return connect(place, timeout=timeout)

    monkeypatch.setattr(sqlite3, "connect", count)
    assert History(lived).for_home(TODAY).days
    assert opened == ["history.sqlite3"]
