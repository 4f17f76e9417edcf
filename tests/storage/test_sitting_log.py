from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from hipstretch.core.reminder import Answer
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.storage.database import Database
from hipstretch.storage.sitting_log import SittingLog

BERLIN = timezone(timedelta(hours=2))
NINE = datetime(2026, 7, 3, 9, tzinfo=BERLIN)
SAT = DaySpan(Presence.SITTING, NINE, NINE + timedelta(minutes=31, seconds=2.5))
UP = DaySpan(Presence.UP, SAT.ended_at, SAT.ended_at + timedelta(minutes=4))
ASKED = DayReminder(NINE + timedelta(minutes=30), SAT.ended_at, Answer.UP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def log(path: Path) -> SittingLog:
    """An empty log."""
    return SittingLog(Database(path))


def test_looking_into_an_empty_log_makes_no_file(log: SittingLog, path: Path) -> None:
    """Nothing was kept, so there is nothing to tell."""
    assert log.spans(NINE.date()) == ()
    assert log.reminders(NINE.date()) == ()
    assert not path.exists()


def test_a_day_comes_back_as_it_went(log: SittingLog) -> None:
    """In order, with their offsets, and only those of that day."""
    log.add_span(SAT)
    log.add_span(UP)
    log.add_reminder(ASKED)
    log.add_span(SAT._replace(began_at=NINE + timedelta(days=1)))
    assert log.spans(date(2026, 7, 3)) == (SAT, UP)
    assert log.reminders(date(2026, 7, 3)) == (ASKED,)
    assert log.reminders(date(2026, 7, 4)) == ()


def test_a_span_over_midnight_belongs_to_the_day_on_which_it_began(log: SittingLog) -> None:
    """It is not cut in two."""
    late = DaySpan(Presence.SITTING, NINE.replace(hour=23), NINE.replace(day=4, hour=1))
    log.add_span(late)
    assert log.spans(date(2026, 7, 3)) == (late,)
