from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.history import DayMark, SessionRecord, days_in_a_row, week_marks
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.history import History
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import BEGAN, HURT, RECORD, REPS, records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the history lies, in a folder that is not there yet."""
    return tmp_path / "state" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> History:
    """An empty history."""
    return History(Database(path))


def _rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_looking_into_an_empty_history_makes_no_file(history: History, path: Path) -> None:
    """Before the first session there is nothing to tell, and nothing on disk."""
    assert history.days() == frozenset()
    assert history.last_routine() == ""
    assert history.last_pain(30) == ()
    assert history.last_place() is None
    assert history.done_on(BEGAN.date()) == {}
    assert not path.exists()


def test_a_session_is_kept_in_words_that_other_programs_can_read(
    history: History, path: Path
) -> None:
    """A record is written with all its reps in order; each name of an exercise is there once."""
    before = Feeling(5, PainPlace.THIGH)
    session = history.add(RECORD._replace(before=before, note="Snow.", is_gentle=True))

    assert _rows(path, "SELECT * FROM session") == [
        (
            session,
            "r",
            "Mornings",
            "2026-07-03T23:50:00+02:00",
            "2026-07-04T00:15:00+02:00",
            "2026-07-03",
            1320.5,
            1,
            5,
            None,
            "Snow.",
            "thigh",
            None,
            1,
        )
    ]
    assert _rows(path, "SELECT * FROM stretch ORDER BY id") == [
        (1, "knee-to-chest", "Knee to chest"),
        (2, "", "Bracing"),
    ]
    assert _rows(path, "SELECT * FROM rep ORDER BY place") == [
        (session, 0, 0, 1, "right", 20.0, 20.0, "done"),
        (session, 1, 0, 1, "left", 20.0, 7.5, "shortened"),
        (session, 2, 1, 2, "both", None, 0.0, "skipped"),
    ]


def test_the_hurts_of_a_session_belong_to_it(history: History, path: Path) -> None:
    """Those that were kept while it was under way; others belong to no session."""
    log = PainLog(Database(path))
    first, other, second = log.add(HURT), log.add(HURT), log.add(HURT)

    session = history.add(RECORD, [first, second])

    assert _rows(path, "SELECT id, session FROM hurt ORDER BY id") == [
        (first, session),
        (other, None),
        (second, session),
    ]


def test_the_days_are_those_on_which_sessions_began_where_the_person_was(history: History) -> None:
    """A session over midnight counts for the evening; two of one day are one day."""
    history.add(RECORD)
    history.add(RECORD._replace(began_at=BEGAN - timedelta(hours=12)))
    history.add(RECORD._replace(began_at=datetime(2026, 7, 5, 0, 30, tzinfo=UTC)))

    assert history.days() == {date(2026, 7, 3), date(2026, 7, 5)}


def test_the_last_routine_is_the_one_that_was_saved_last(history: History) -> None:
    """A clock that was set back does not change which one was last."""
    history.add(RECORD._replace(routine_id="first"))
    history.add(RECORD._replace(routine_id="second", began_at=BEGAN - timedelta(days=400)))

    assert history.last_routine() == "second"


def test_the_last_ratings_come_oldest_first(history: History) -> None:
    """Sessions without a rating are passed over, and only as many come as were asked for."""
    for day, pain in enumerate([3, None, 0, 10, None]):
        ended = BEGAN + timedelta(days=day)
        history.add(RECORD._replace(ended_at=ended, after=Feeling(pain)))

    assert history.last_pain(2) == (
        (BEGAN + timedelta(days=2), 0),
        (BEGAN + timedelta(days=3), 10),
    )
    assert [pain for _, pain in history.last_pain(30)] == [3, 0, 10]


def test_a_feeling_is_added_to_its_session_alone(history: History, path: Path) -> None:
    """What the person tells on the finish page goes to the session that it is about."""
    first, second = history.add(RECORD), history.add(RECORD)

    history.add_feeling(second, after=Feeling(4, PainPlace.FOOT), note="Better.")

    assert _rows(path, "SELECT id, pain_after, place_after, note FROM session ORDER BY id") == [
        (first, None, None, ""),
        (second, 4, "foot", "Better."),
    ]


def test_the_last_place_is_that_of_the_newest_session_that_told_one(history: History) -> None:
    """As it was in the end, or before where nothing was told in the end."""
    assert history.last_place() is None
    thigh, foot = Feeling(3, PainPlace.THIGH), Feeling(3, PainPlace.FOOT)
    history.add(RECORD._replace(before=foot, after=thigh))
    history.add(RECORD)
    assert history.last_place() is PainPlace.THIGH
    history.add(RECORD._replace(before=foot))
    assert history.last_place() is PainPlace.FOOT


def test_each_routine_of_a_day_is_counted(history: History) -> None:
    """The day is the local one on which a session began."""
    for routine in ("a", "b", "a"):
        history.add(RECORD._replace(routine_id=routine))
    history.add(RECORD._replace(routine_id="c", began_at=BEGAN + timedelta(minutes=10)))

    assert history.done_on(date(2026, 7, 3)) == {"a": 2, "b": 1}
    assert history.done_on(date(2026, 7, 4)) == {"c": 1}
    assert history.done_on(date(2026, 7, 5)) == {}


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_out_of_its_scale_is_refused(pain: int, history: History) -> None:
    """Pain is 0 to 10; a session with another number is not written, not even in part."""
    session = history.add(RECORD)

    with pytest.raises(HistoryUnavailable):
        history.add(RECORD._replace(after=Feeling(pain)))
    with pytest.raises(HistoryUnavailable):
        history.add(RECORD._replace(before=Feeling(pain)))
    with pytest.raises(HistoryUnavailable):
        history.add_feeling(session, after=Feeling(pain), note="")
    assert history.last_pain(30) == ()


def test_a_session_that_cannot_be_written_whole_is_not_written(
    history: History, path: Path
) -> None:
    """Where one rep is refused, the session is not there either."""
    bad = replace(REPS[0], held=float("nan"))

    with pytest.raises(HistoryUnavailable, match="cannot be kept") as told:
        history.add(RECORD._replace(reps=(*REPS, bad)))

    assert told.value.trouble is HistoryTrouble.REFUSED

    assert _rows(path, "SELECT count(*) FROM session") == [(0,)]
    assert _rows(path, "SELECT count(*) FROM rep") == [(0,)]


def test_a_file_in_the_place_of_the_folder_is_said(history: History, path: Path) -> None:
    """Where the folder cannot be made, a session cannot be saved."""
    path.parent.write_text("a file", encoding="utf-8")

    with pytest.raises(HistoryUnavailable):
        history.add(RECORD)


def test_an_empty_file_becomes_a_history(history: History, path: Path) -> None:
    """A program that was killed before its first table was made left no trouble behind."""
    path.parent.mkdir()
    path.touch()

    history.add(RECORD)

    assert history.days() == {date(2026, 7, 3)}


def test_another_run_of_the_program_finds_the_sessions(history: History, path: Path) -> None:
    """The file is the history; opening it again changes nothing."""
    history.add(RECORD)

    assert History(Database(path)).days() == {date(2026, 7, 3)}
    assert History(Database(path)).last_routine() == "r"


def test_a_text_that_no_file_can_hold_is_refused(history: History) -> None:
    """Half a character, as some input methods hand it out."""
    with pytest.raises(HistoryUnavailable, match="cannot be kept"):
        history.add(RECORD._replace(note="\ud83d"))
    assert history.days() == frozenset()


def test_a_clock_that_was_set_back_takes_no_day_away(history: History) -> None:
    """Sessions of a day that comes later than today count for that day, and harm no row."""
    today = date(2026, 7, 3)
    history.add(RECORD._replace(began_at=BEGAN + timedelta(days=200)))
    history.add(RECORD._replace(began_at=BEGAN - timedelta(days=1)))
    history.add(RECORD)

    assert days_in_a_row(history.days(), today) == 2
    assert date(2027, 1, 19) in history.days()


def test_days_around_the_change_of_summer_time_follow_one_another(history: History) -> None:
    """A session each evening at half past eleven, over the nights of 23 and of 25 hours."""
    berlin = ZoneInfo("Europe/Berlin")
    for month, day in ((3, 28), (3, 29), (3, 30), (10, 24), (10, 25), (10, 26)):
        history.add(RECORD._replace(began_at=datetime(2026, month, day, 23, 30, tzinfo=berlin)))
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold) for fold in (0, 1)]
    history.add(RECORD._replace(began_at=twice[0], ended_at=twice[1]))

    assert days_in_a_row(history.days(), date(2026, 3, 30)) == 3
    assert days_in_a_row(history.days(), date(2026, 10, 26)) == 3


def test_a_journey_leaves_the_days_where_they_were(history: History) -> None:
    """A morning in Auckland, and an hour later in Honolulu the one before: two days."""
    auckland, honolulu = timezone(timedelta(hours=12)), timezone(timedelta(hours=-10))
    history.add(RECORD._replace(began_at=datetime(2026, 7, 3, 8, tzinfo=auckland)))
    history.add(RECORD._replace(began_at=datetime(2026, 7, 2, 11, tzinfo=honolulu)))

    assert history.days() == {date(2026, 7, 2), date(2026, 7, 3)}
    assert days_in_a_row(history.days(), date(2026, 7, 2)) == 1
    assert week_marks(history.days(), date(2026, 7, 3))[3:5] == (DayMark.DONE, DayMark.DONE)


@settings(max_examples=20, deadline=None)
@given(added=st.lists(records(), max_size=5), most=st.integers(1, 4))
def test_what_is_told_of_the_sessions_follows_from_their_records(
    added: list[SessionRecord], most: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Days, counts, the last routine, ratings and place, as Python finds them in the records."""
    history = History(Database(tmp_path_factory.mktemp("history") / "history.sqlite3"))
    for record in added:
        history.add(record)

    days = [record.began_at.date() for record in added]
    ratings = [(r.ended_at, r.after.pain) for r in added if r.after.pain is not None]
    told = (record.after.place or record.before.place for record in reversed(added))
    assert history.days() == set(days)
    assert sum(sum(history.done_on(day).values()) for day in set(days)) == len(added)
    assert history.last_routine() == (added[-1].routine_id if added else "")
    assert history.last_pain(most) == tuple(ratings[-most:])
    assert history.last_place() == next((place for place in told if place), None)
