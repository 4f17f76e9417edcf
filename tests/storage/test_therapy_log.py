from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from hipstretch.core.therapy import Kind, Means, Outcome, Place
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.therapy_log import TherapyLog

BERLIN = timezone(timedelta(hours=2))
NINE = datetime(2026, 7, 3, 9, tzinfo=BERLIN)
ICE = TherapyRecord(
    "a",
    Kind.ICE,
    Place.LEFT_HIP,
    Means.PACK,
    NINE,
    NINE + timedelta(minutes=20),
    1200.0,
    1200.0,
    Outcome.FINISHED,
    3,
    2,
)
HEAT = TherapyRecord(
    "b",
    Kind.HEAT,
    Place.OTHER,
    Means.BATH,
    NINE + timedelta(hours=3),
    NINE + timedelta(hours=3, seconds=90.5),
    1800.0,
    90.5,
    Outcome.STOPPED,
    0,
    0,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def log(path: Path) -> TherapyLog:
    """An empty log."""
    return TherapyLog(Database(path))


def test_looking_into_an_empty_log_makes_no_file(log: TherapyLog, path: Path) -> None:
    """Nothing was kept, so there is nothing to tell."""
    assert log.records(NINE.date()) == ()
    assert not path.exists()


def test_a_day_comes_back_as_it_went(log: TherapyLog) -> None:
    """In order, with their offsets, and only those of that day."""
    log.add(HEAT)
    log.add(ICE)
    log.add(ICE._replace(id="c", began_at=NINE + timedelta(days=1)))
    assert log.records(date(2026, 7, 3)) == (ICE, HEAT)
    assert [record.id for record in log.records(date(2026, 7, 4))] == ["c"]


def test_the_same_treatment_is_kept_once(log: TherapyLog) -> None:
    """The first time, whatever is said of it later."""
    log.add(ICE)
    log.add(ICE._replace(seconds=5.0, outcome=Outcome.STOPPED))
    assert log.records(NINE.date()) == (ICE,)


def test_a_history_that_cannot_be_used_says_so(log: TherapyLog, path: Path) -> None:
    """The file is left as it is."""
    path.write_text("no database, but long enough for one to look like it" * 100)
    with pytest.raises(HistoryUnavailable):
        log.add(ICE)
    with pytest.raises(HistoryUnavailable):
        log.records(NINE.date())
