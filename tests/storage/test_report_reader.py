from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.report import Material, Report
from hipstretch.core.summary import Outcome
from hipstretch.core.therapy import Outcome as TherapyOutcome
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.core.treatment import Kind, Means, Place
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.report_reader import read_report
from hipstretch.storage.therapy_log import TherapyLog
from tests.core.report_days import FIRST, TODAY, at, hurt, rep, session

DAY = timedelta(days=1)
OUTSIDE = (FIRST - DAY, TODAY + DAY)


def _treatment(number: int, kind: Kind, day: date) -> TherapyRecord:
    means = Means.PACK if kind is Kind.ICE else Means.PAD
    began = at(day)
    over = TherapyOutcome.FINISHED
    ended = began + timedelta(minutes=15)
    return TherapyRecord(
        str(number), kind, Place.LOWER_BACK, means, began, ended, 900.0, 900.0, over, 2, 2
    )


def test_without_a_history_there_is_an_empty_report(database: Database) -> None:
    """And no file is made for it."""
    assert read_report(database, TODAY) == Report.of(Material(), TODAY)
    assert not database.is_there


def test_what_was_kept_in_the_four_weeks_is_in_the_report(database: Database) -> None:
    """Sessions with their reps, hurts, flare-up days, ice, heat; the days beside them are not."""
    done = [
        session(
            FIRST,
            rep(),
            rep("Bridge", step=1, outcome=Outcome.SKIPPED, held=0.0),
            before=Feeling(5, PainPlace.THIGH),
            after=Feeling(3),
            note="Stiff.",
        ),
        session(TODAY, rep(), routine="Evenings", hour=23, is_complete=False),
    ]
    hurts = [hurt("Bridge", FIRST, 6, spreads=True), hurt("Curl")]
    marks, log, pain = DayMarks(database), TherapyLog(database), PainLog(database)
    for detail in [*done, *(session(day, rep()) for day in OUTSIDE)]:
        History(database).add(detail.record)
    for one in [*hurts, *(hurt("Lean", day) for day in OUTSIDE)]:
        pain.add(one._replace(id=0))
    for day in (FIRST, TODAY, *OUTSIDE):
        marks.set_flare_up(day, on=True)
    kinds = [(Kind.ICE, FIRST), (Kind.ICE, TODAY), (Kind.HEAT, TODAY)]
    for number, (kind, day) in enumerate([*kinds, *((Kind.HEAT, day) for day in OUTSIDE)]):
        log.add(_treatment(number, kind, day))

    expected = Report.of(Material(done, hurts, frozenset({FIRST, TODAY}), ice=2, heat=1), TODAY)
    assert read_report(database, TODAY) == expected
    assert (expected.sessions, len(expected.exercises), len(expected.hurting)) == (2, 3, 2)


def test_a_history_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    """What is no history at all is no empty one."""
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"no history" * 1000)
    with pytest.raises(HistoryUnavailable):
        read_report(Database(path), TODAY)
