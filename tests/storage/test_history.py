from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import hipstretch
from hipstretch.core.history import SessionRecord
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import VERSION, Database, HistoryUnavailable
from hipstretch.storage.history import History

KILLS = 20
BERLIN = timezone(timedelta(hours=2))
BEGAN = datetime(2026, 7, 3, 23, 50, tzinfo=BERLIN)
REPS = (
    RepRecord(0, "Knee to chest", Side.RIGHT, 20.0, 20.0, Outcome.DONE),
    RepRecord(0, "Knee to chest", Side.LEFT, 20.0, 7.5, Outcome.SHORTENED),
    RepRecord(1, "Bracing", Side.BOTH, None, 0.0, Outcome.SKIPPED),
)
RECORD = SessionRecord(
    "r", "Mornings", BEGAN, BEGAN + timedelta(minutes=25), 1320.5, is_complete=True, reps=REPS
)


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
    assert not path.exists()


def test_a_session_is_kept_whole(history: History, path: Path) -> None:
    """A record is written with all its reps in order, in words that other programs can read."""
    session = history.add(RECORD._replace(pain_before=5, note="Snow."))

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
        )
    ]
    assert _rows(path, "SELECT * FROM rep ORDER BY place") == [
        (session, 0, 0, "Knee to chest", "right", 20.0, 20.0, "done"),
        (session, 1, 0, "Knee to chest", "left", 20.0, 7.5, "shortened"),
        (session, 2, 1, "Bracing", "both", None, 0.0, "skipped"),
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
        history.add(RECORD._replace(ended_at=ended, pain_after=pain))

    assert history.last_pain(2) == (
        (BEGAN + timedelta(days=2), 0),
        (BEGAN + timedelta(days=3), 10),
    )
    assert [pain for _, pain in history.last_pain(30)] == [3, 0, 10]


def test_a_feeling_is_added_to_its_session_alone(history: History, path: Path) -> None:
    """What the person tells on the finish page goes to the session that it is about."""
    first, second = history.add(RECORD), history.add(RECORD)

    history.add_feeling(second, pain_after=4, note="Better.")

    assert _rows(path, "SELECT id, pain_after, note FROM session ORDER BY id") == [
        (first, None, ""),
        (second, 4, "Better."),
    ]


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_out_of_its_scale_is_refused(pain: int, history: History) -> None:
    """Pain is 0 to 10; a session with another number is not written, not even in part."""
    session = history.add(RECORD)

    with pytest.raises(HistoryUnavailable):
        history.add(RECORD._replace(pain_after=pain))
    with pytest.raises(HistoryUnavailable):
        history.add(RECORD._replace(pain_before=pain))
    with pytest.raises(HistoryUnavailable):
        history.add_feeling(session, pain_after=pain, note="")
    assert history.last_pain(30) == ()


def test_a_session_that_cannot_be_written_whole_is_not_written(
    history: History, path: Path
) -> None:
    """Where one rep is refused, the session is not there either."""
    bad = replace(REPS[0], held=float("nan"))

    with pytest.raises(HistoryUnavailable):
        history.add(RECORD._replace(reps=(*REPS, bad)))

    assert _rows(path, "SELECT count(*) FROM session") == [(0,)]
    assert _rows(path, "SELECT count(*) FROM rep") == [(0,)]


_CALLS: list[Callable[[History], object]] = [
    lambda history: history.add(RECORD),
    lambda history: history.add_feeling(1, pain_after=3, note=""),
    lambda history: history.days(),
    lambda history: history.last_routine(),
    lambda history: history.last_pain(5),
]


@pytest.mark.parametrize("call", _CALLS)
def test_a_file_of_a_newer_program_is_refused_and_left_alone(
    call: Callable[[History], object], history: History, path: Path
) -> None:
    """Not a byte of a file changes whose version is not known."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"CREATE TABLE other (x); PRAGMA user_version = {VERSION + 1};")
    before = path.read_bytes()

    with pytest.raises(HistoryUnavailable, match="newer version"):
        call(history)

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("call", _CALLS)
def test_a_damaged_file_is_refused_and_left_alone(
    call: Callable[[History], object], history: History, path: Path
) -> None:
    """What is no database stays as it is, for whoever can save something of it."""
    path.parent.mkdir()
    path.write_bytes(b"no database at all, but long enough to look like one" * 20)
    before = path.read_bytes()

    with pytest.raises(HistoryUnavailable, match=path.name):
        call(history)

    assert path.read_bytes() == before


@pytest.mark.parametrize("call", _CALLS)
def test_a_folder_in_the_place_of_the_file_is_said(
    call: Callable[[History], object], history: History, path: Path
) -> None:
    """A folder of that name makes the history unavailable, nothing worse."""
    path.mkdir(parents=True)

    with pytest.raises(HistoryUnavailable, match=path.name):
        call(history)


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


_CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hipstretch.core.history import SessionRecord
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History

history = History(Database(Path(sys.argv[1])))
at = datetime(2026, 7, 3, tzinfo=UTC)
reps = (RepRecord(0, "Bracing", Side.BOTH, 5.0, 5.0, Outcome.DONE),) * 10
while True:
    session = history.add(SessionRecord("r", "R", at, at, 50.0, is_complete=True, reps=reps))
    print(session, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_in_the_middle_of_saving_loses_no_session(path: Path) -> None:
    """Killed at twenty random moments, every session that was reported is there with its reps."""
    moments = random.Random(2)  # noqa: S311 -- moments, no secrets
    reported: list[int] = []
    for _ in range(KILLS):
        reported += _reported_before_kill(moments.randrange(1, 12), path)
        counts = _rows(path, "SELECT session, count(*) FROM rep GROUP BY session")
        assert set(reported) <= {session for session, _ in counts}
        assert {count for _, count in counts} == {10}
        assert _rows(path, "SELECT id FROM session") == [(session,) for session, _ in counts]
    assert History(Database(path)).days() == {date(2026, 7, 3)}


def _reported_before_kill(sessions: int, path: Path) -> list[int]:
    """Let a program of its own save so many sessions, kill it, and tell all that it reported."""
    environment = {**os.environ, "PYTHONPATH": str(Path(hipstretch.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(sessions)]
        os.kill(child.pid, signal.SIGKILL)
        lines += child.stdout.read().splitlines()
    return [int(line) for line in lines]
