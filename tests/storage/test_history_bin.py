from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.history import SessionRecord
from hipstretch.core.history_sums import HistoryFilter
from hipstretch.core.pain import Hurt
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history import History
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.storage.history_union import bring_in
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import (
    BEGAN,
    HURT,
    RECORD,
    MakeDatabase,
    all_rows,
    fill,
    hurts,
    records,
)


def _names(database: Database) -> list[str]:
    """The files in the folder."""
    return sorted(file.name for file in database.path.parent.iterdir())


def _ids(database: Database) -> list[int]:
    return [row.id for row in HistoryReader(database).sessions(HistoryFilter(), 99)]


@settings(max_examples=15, deadline=None)
@given(
    added=st.lists(st.tuples(records(), st.lists(hurts(), max_size=2)), min_size=1, max_size=4),
    data=st.data(),
)
def test_a_session_that_is_put_back_is_as_it_was(
    added: list[tuple[SessionRecord, list[Hurt]]], data: st.DataObject, make_database: MakeDatabase
) -> None:
    """Every row of it, and nothing else was touched."""
    database = make_database()
    for record, its_hurts in added:
        History(database).add(record, [PainLog(database).add(hurt) for hurt in its_hurts])
    before = all_rows(database)
    session = data.draw(st.integers(1, len(added)))

    taken = HistoryBin(database).take(session)

    assert HistoryReader(database).detail(session) is None
    assert _ids(database) == [n for n in range(len(added), 0, -1) if n != session]
    assert HistoryBin(database).put_back(taken) == session
    assert all_rows(database) == before


def test_a_session_that_is_taken_takes_its_reps_and_hurts_along(database: Database) -> None:
    """What hurt in others stays."""
    log = PainLog(database)
    History(database).add(RECORD, [log.add(HURT)])
    kept = History(database).add(RECORD, [log.add(HURT)])

    HistoryBin(database).take(1)

    rows = all_rows(database)
    assert [row[0] for row in rows["session"]] == [kept]
    assert {row[0] for row in rows["rep"]} == {kept}
    assert [row[1] for row in rows["hurt"]] == [kept]


def test_a_number_that_was_given_away_is_not_taken_from_its_session(database: Database) -> None:
    """The session that comes back goes by another one; its hurts keep theirs."""
    hurt = PainLog(database).add(HURT)
    first = History(database).add(RECORD._replace(note="first"), [hurt])
    taken = HistoryBin(database).take(first)
    second = History(database).add(RECORD._replace(note="second"))

    back = HistoryBin(database).put_back(taken)

    assert second == first
    details = [HistoryReader(database).detail(n) for n in (second, back)]
    assert [d.row.note for d in details if d] == ["second", "first"]
    assert [[h.id for h in d.hurts] for d in details if d] == [[], [hurt]]


def test_a_hurt_never_gets_the_number_of_one_that_was_deleted(database: Database) -> None:
    """A decision about the old one would hold for the new one."""
    History(database).add(RECORD, [PainLog(database).add(HURT)])
    HistoryBin(database).take(1)
    assert PainLog(database).add(HURT) == 2


def test_what_is_not_there_cannot_be_taken(database: Database) -> None:
    """Nothing happens."""
    History(database).add(RECORD)
    with pytest.raises(KeyError):
        HistoryBin(database).take(2)
    assert _ids(database) == [1]


def test_what_was_deleted_cannot_be_found_in_the_file(database: Database) -> None:
    """A note is private; its bytes are gone, not only its row."""
    History(database).add(RECORD._replace(note="Ouch, my secret hip"))
    assert b"secret hip" in database.path.read_bytes()
    HistoryBin(database).take(1)
    assert b"secret hip" not in database.path.read_bytes()


def test_everything_that_is_taken_is_put_back_as_it_was(database: Database) -> None:
    """Byte for byte the same rows; in between there is nothing."""
    fill(database)
    before = all_rows(database)
    history_bin = HistoryBin(database)

    history_bin.take_all()

    assert not any(all_rows(database).values())
    history_bin.put_back_all()
    assert all_rows(database) == before
    assert _names(database) == ["history.sqlite3"]


def test_what_was_saved_in_between_stays_when_everything_comes_back(database: Database) -> None:
    """Sessions and hurts get numbers after the old ones; the newer word on a day holds."""
    fill(database)
    later = BEGAN + timedelta(hours=1)
    history_bin = HistoryBin(database)
    history_bin.take_all()
    alone = PainLog(database).add(HURT._replace(at=later + timedelta(minutes=1)))
    hurt = PainLog(database).add(HURT._replace(at=later, pain=9))
    History(database).add(RECORD._replace(began_at=later, note="since"), [hurt])
    PainLog(database).add_answer(BEGAN.date(), BEGAN.date(), settled=True)
    DayMarks(database).set_flare_up(later.date(), on=True)
    assert alone == 1

    history_bin.put_back_all()

    rows = all_rows(database)
    assert [row.note for row in HistoryReader(database).sessions(HistoryFilter(), 9)] == [
        "since",
        "",
    ]
    assert [(row[0], row[1]) for row in rows["hurt"]] == [(1, 1), (2, 2), (3, None)]
    assert rows["settled"] == [("2026-07-03", "2026-07-03", 1)]
    assert rows["flare_up"] == [("2026-07-03",), ("2026-07-04",)]
    assert len(rows["presence"]) == len(rows["therapy"]) == len(rows["decision"]) == 1
    assert _names(database) == ["history.sqlite3"]


def test_what_was_emptied_does_not_come_back(database: Database) -> None:
    """Nor does its file stay on the disk."""
    fill(database)
    history_bin = HistoryBin(database)
    history_bin.take_all()
    assert _names(database) == ["history.deleted.sqlite3"]

    history_bin.empty()
    history_bin.put_back_all()

    assert _names(database) == []
    assert not any(all_rows(database).values())


def test_to_delete_everything_twice_is_to_delete_it(database: Database) -> None:
    """The second time takes what came since; the first time is final then."""
    history_bin = HistoryBin(database)
    history_bin.take_all()  # nothing is there yet
    fill(database)
    history_bin.take_all()
    History(database).add(RECORD._replace(note="since"))
    history_bin.take_all()

    history_bin.put_back_all()

    assert [row.note for row in HistoryReader(database).sessions(HistoryFilter(), 9)] == ["since"]


def test_to_bring_in_twice_is_to_bring_in_once(database: Database, tmp_path: Path) -> None:
    """A program that was ended in between does it again."""
    since = Database(tmp_path / "since.sqlite3")
    fill(since)
    PainLog(since).add(HURT._replace(pain=None))
    fill(database)
    with database.change() as rows:
        rows.execute("UPDATE session SET began_at = '2026-07-01T09:00:00+02:00'")

    bring_in(since, database)
    once = all_rows(database)
    bring_in(since, database)

    assert all_rows(database) == once
    assert len(once["session"]) == 2


@pytest.mark.parametrize("step", range(1, 5))
def test_an_undo_in_which_the_program_was_ended_is_finished_at_the_next_start(
    step: int, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was ended: nothing of the old and nothing of the new is lost."""
    fill(database)
    history_bin = HistoryBin(database)
    history_bin.take_all()
    History(database).add(RECORD._replace(began_at=BEGAN + timedelta(days=1), note="since"))
    steps = _end_at(step, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        history_bin.put_back_all()
    assert len(steps) == step
    monkeypatch.undo()

    history_bin.empty()

    notes = [row.note for row in HistoryReader(database).sessions(HistoryFilter(), 9)]
    assert notes == ["since", ""]
    assert _names(database) == ["history.sqlite3"]


def _end_at(step: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the program end right after so many of the steps of an undo."""
    steps: list[str] = []

    def ending(name: str, do: Callable[..., None]) -> Callable[..., None]:
        def run(*arguments: Database) -> None:
            do(*arguments)
            steps.append(name)
            if len(steps) == step:
                raise KeyboardInterrupt

        return run

    monkeypatch.setattr(Database, "remove", ending("remove", Database.remove))
    monkeypatch.setattr(Database, "move_to", ending("move", Database.move_to))
    monkeypatch.setattr("hipstretch.storage.history_bin.bring_in", ending("bring in", bring_in))
    return steps


def test_everything_stays_while_another_program_looks(database: Database) -> None:
    """A file that somebody has open is not moved away from under them."""
    fill(database)
    before = all_rows(database)
    impatient = HistoryBin(Database(database.path, patience=0.01))
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM session").fetchall()
        with pytest.raises(HistoryUnavailable) as told:
            impatient.take_all()
    assert told.value.trouble is HistoryTrouble.BUSY
    assert all_rows(database) == before
    assert _names(database) == ["history.sqlite3"]
