from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.pain import Feeling, Hurt, day_to_ask_about
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.history import History
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import BEGAN, HURT, RECORD, hurts

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)


@settings(max_examples=15, deadline=None)
@given(added=st.lists(hurts(), max_size=6), since=hurts())
def test_hurts_come_back_from_an_instant_on(
    added: list[Hurt], since: Hurt, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Wherever in the world it hurt, and wherever one asks."""
    log = PainLog(Database(tmp_path_factory.mktemp("pain") / "history.sqlite3"))
    kept = [hurt._replace(id=log.add(hurt)) for hurt in added]

    found = log.hurts_since(since.at)

    assert list(found) == [hurt for hurt in kept if hurt.at >= since.at]
    assert [str(hurt.at) for hurt in log.hurts_since(since.at - timedelta(days=90))] == [
        str(hurt.at) for hurt in kept
    ]


def test_the_same_instant_counts_on_either_side_of_the_world(database: Database) -> None:
    """The days differ by two, the instant does not."""
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
    log = PainLog(database)
    at = datetime(2026, 7, 3, 1, tzinfo=east)
    log.add(HURT._replace(at=at.astimezone(west)))
    assert len(log.hurts_since(at)) == 1
    assert log.hurts_since(at + timedelta(seconds=1)) == ()


@pytest.mark.parametrize(("pain", "is_sore"), [(None, False), (3, False), (4, True), (10, True)])
def test_a_day_is_sore_from_more_pain_on_than_one_goes_on_with(
    pain: int | None, is_sore: bool, database: Database
) -> None:
    """As it was after a session; the day is the one on which that began."""
    History(database).add(RECORD._replace(before=Feeling(9), after=Feeling(pain)))
    assert PainLog(database).sore_days(FIRST, LAST) == ({BEGAN.date()} if is_sore else set())


def test_a_day_with_a_hurt_is_sore(database: Database) -> None:
    """However little it hurt; only the days that are asked for are told."""
    log = PainLog(database)
    for day in (0, 1, 1, 40):
        log.add(HURT._replace(at=HURT.at + timedelta(days=day), pain=0))
    assert log.sore_days(FIRST, LAST) == {date(2026, 7, 3), date(2026, 7, 4)}
    assert log.sore_days(date(2026, 7, 4), LAST) == {date(2026, 7, 4)}


@pytest.mark.parametrize("settled", [True, False, None])
def test_a_day_is_asked_about_once(settled: bool | None, database: Database) -> None:
    """Also where the person did not want to say; a second answer takes the place of the first."""
    log, day = PainLog(database), BEGAN.date()
    today = day + timedelta(days=1)
    log.add(HURT)
    assert day_to_ask_about(log.sore_days(FIRST, LAST), log.asked_days(), today) == day

    log.add_answer(day, today, settled=False)
    log.add_answer(day, today, settled=settled)

    assert log.asked_days() == {day}
    assert day_to_ask_about(log.sore_days(FIRST, LAST), log.asked_days(), today) is None
    with database.open() as rows:
        assert rows.execute("SELECT * FROM settled").fetchall() == [
            ("2026-07-03", "2026-07-04", settled)
        ]


def test_pain_beyond_its_scale_is_refused(database: Database) -> None:
    """It is not kept, not even in part."""
    with pytest.raises(HistoryUnavailable):
        PainLog(database).add(HURT._replace(pain=11))
    assert PainLog(database).sore_days(FIRST, LAST) == frozenset()
