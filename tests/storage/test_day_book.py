from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hipstretch.core.reminder import Answer
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.storage.database import Database
from hipstretch.storage.day_book import DayBook
from hipstretch.storage.sitting_log import SittingLog

NINE = datetime(2026, 7, 3, 9, tzinfo=UTC)
TODAY, TOMORROW = NINE.date(), NINE.date() + timedelta(days=1)
SAT = DaySpan(Presence.SITTING, NINE, NINE + timedelta(minutes=31))
ASKED = DayReminder(NINE + timedelta(minutes=30), SAT.ended_at, Answer.UP)


def _book(path: Path) -> DayBook:
    """The book of a run of the program."""
    return DayBook(SittingLog(Database(path)))


def test_what_is_kept_today_is_at_hand_and_there_after_a_restart(tmp_path: Path) -> None:
    """Each once."""
    book = _book(tmp_path / "history.sqlite3")
    book.keep_span(SAT)
    book.keep_reminder(ASKED)
    for reader in (book, _book(tmp_path / "history.sqlite3")):
        assert reader.spans(TODAY) == (SAT,)
        assert reader.reminders(TODAY) == (ASKED,)
        assert reader.spans(TOMORROW) == ()


def test_a_history_that_cannot_be_used_costs_its_past_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Today goes on in memory, and the log says why."""
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"no database at all, but long enough to look like one" * 20)
    book = _book(path)
    with caplog.at_level(logging.WARNING):
        book.keep_span(SAT)
        book.keep_reminder(ASKED)
    assert book.spans(TODAY) == (SAT,)
    assert book.reminders(TODAY) == (ASKED,)
    assert len(caplog.records) == 3
