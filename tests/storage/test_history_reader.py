from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.history import SessionRecord
from hipstretch.core.history_sums import DaySum, HistoryFilter, NamedExercise, PainPoint, SideSum
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.pain_log import PainLog
from tests.storage.history_examples import (
    BEGAN,
    HURT,
    LOOKS,
    RECORD,
    MakeDatabase,
    add_all,
    records,
)

FIRST, LAST = date(2026, 6, 24), date(2026, 7, 5)
_FILTERS = st.builds(
    HistoryFilter,
    st.sampled_from(["", "knee-to-chest", "Bracing", "Knee hug", "never-done"]),
    st.none() | st.sampled_from(Side),
)


def _matching(record: SessionRecord, chosen: HistoryFilter) -> list[RepRecord]:
    """The reps that a filter is about, by Python."""
    return [
        rep
        for rep in record.reps
        if rep.outcome is not Outcome.SKIPPED
        and chosen.exercise in {"", rep.exercise or rep.stretch}
        and chosen.side in {None, rep.side}
    ]


def _in_time(added: list[SessionRecord]) -> list[SessionRecord]:
    return [record for record in added if FIRST <= record.began_at.date() <= LAST]


def test_an_empty_history_tells_nothing_and_makes_no_file(database: Database) -> None:
    """Before the first session there is nothing to show, and nothing on disk."""
    for name, look in LOOKS.items():
        assert not look(database), name
    assert not database.path.exists()


@settings(max_examples=25, deadline=None)
@given(added=st.lists(records(), max_size=4))
def test_what_is_added_comes_back(added: list[SessionRecord], make_database: MakeDatabase) -> None:
    """Every session with every rep, each value and offset from UTC as it was."""
    database = make_database()
    ids = [History(database).add(record) for record in added]
    reader = HistoryReader(database)

    details = [reader.detail(session) for session in ids]

    assert reader.count() == len(added)
    assert [detail.record for detail in details if detail] == added
    assert [str(detail.row.began_at) for detail in details if detail] == [
        str(record.began_at) for record in added
    ]
    assert [row.id for row in reader.sessions(HistoryFilter(), 99)] == ids[::-1]
    assert reader.sessions(HistoryFilter(), 99) == tuple(d.row for d in details[::-1] if d)


@settings(max_examples=60, deadline=None)
@given(added=st.lists(records(), max_size=6), chosen=_FILTERS)
def test_sums_are_those_of_the_records(
    added: list[SessionRecord], chosen: HistoryFilter, make_database: MakeDatabase
) -> None:
    """Days, pain and sides, of everything or of what a filter chose, as Python adds them up."""
    database = make_database()
    ids = add_all(database, added)
    reader = HistoryReader(database)

    sums: dict[date, list[float]] = defaultdict(lambda: [0.0, 0])
    for record in _in_time(added):
        matching = _matching(record, chosen)
        if chosen.is_empty or matching:
            day = sums[record.began_at.date()]
            day[0] += record.seconds if chosen.is_empty else sum(rep.held for rep in matching)
            day[1] += 1
    found = reader.day_sums(FIRST, LAST, chosen)
    assert [(one.day, one.sessions) for one in found] == [(d, sums[d][1]) for d in sorted(sums)]
    assert [one.seconds for one in found] == pytest.approx([sums[d][0] for d in sorted(sums)])
    fitting = [
        n for n, r in zip(ids, added, strict=True) if chosen.is_empty or _matching(r, chosen)
    ]
    assert [row.id for row in reader.sessions(chosen, 99)] == fitting[::-1]


@settings(max_examples=40, deadline=None)
@given(added=st.lists(records(), max_size=6))
def test_sides_and_exercises_are_those_of_the_records(
    added: list[SessionRecord], make_database: MakeDatabase
) -> None:
    """Each exercise once, whatever it was called, with its newest name."""
    database = make_database()
    add_all(database, added)
    reader = HistoryReader(database)

    sums: dict[str, dict[Side, float]] = defaultdict(lambda: dict.fromkeys(Side, 0.0))
    for record in _in_time(added):
        for rep in _matching(record, HistoryFilter()):
            sums[rep.exercise or rep.stretch][rep.side] += rep.held
    found = {row.exercise: row for row in reader.side_sums(FIRST, LAST)}
    assert set(found) == set(sums)
    for key, sides in sums.items():
        row = found[key]
        assert [row.right, row.left, row.both] == pytest.approx(
            [sides[Side.RIGHT], sides[Side.LEFT], sides[Side.BOTH]]
        )
    done = {rep.exercise or rep.stretch for r in added for rep in _matching(r, HistoryFilter())}
    assert {one.key for one in reader.exercises()} == done
    assert {row.stretch for row in found.values()} <= {one.name for one in reader.exercises()}


@settings(max_examples=40, deadline=None)
@given(added=st.lists(records(), max_size=6))
def test_the_pain_of_a_day_is_the_mean_of_what_was_told(
    added: list[SessionRecord], make_database: MakeDatabase
) -> None:
    """Days without a rating are left out; before and after are told apart."""
    database = make_database()
    add_all(database, added)

    rated = [r for r in _in_time(added) if (r.before.pain, r.after.pain) != (None, None)]
    expected = []
    for day in sorted({record.began_at.date() for record in rated}):
        of_day = [record for record in rated if record.began_at.date() == day]
        before = [r.before.pain for r in of_day if r.before.pain is not None]
        after = [r.after.pain for r in of_day if r.after.pain is not None]
        expected.append(
            PainPoint(
                day,
                sum(before) / len(before) if before else None,
                sum(after) / len(after) if after else None,
            )
        )
    assert list(HistoryReader(database).pain_points(FIRST, LAST)) == expected


def test_sessions_come_page_by_page(database: Database) -> None:
    """Newest first, each page going on where the last one ended, whatever the clock said."""
    history, reader = History(database), HistoryReader(database)
    ids = [history.add(RECORD._replace(began_at=BEGAN - timedelta(days=n))) for n in range(5)]

    first = reader.sessions(HistoryFilter(), 2)
    second = reader.sessions(HistoryFilter(), 2, before=first[-1].id)
    third = reader.sessions(HistoryFilter(), 2, before=second[-1].id)

    assert [row.id for row in (*first, *second, *third)] == ids[::-1]
    assert reader.sessions(HistoryFilter(), 2, before=third[-1].id) == ()


def test_a_session_tells_what_hurt(database: Database) -> None:
    """In order, with the numbers by which decisions know them."""
    log = PainLog(database)
    hurts = [HURT, HURT._replace(pain=None, spreads=True)]
    ids = [log.add(hurt) for hurt in hurts]
    session = History(database).add(RECORD, ids)

    detail = HistoryReader(database).detail(session)

    assert detail is not None
    assert detail.hurts == tuple(h._replace(id=n) for h, n in zip(hurts, ids, strict=True))
    assert HistoryReader(database).detail(session + 1) is None


def test_a_name_of_an_older_version_goes_by_the_id_that_it_has_now(database: Database) -> None:
    """Sessions of older versions know names only; the exercise is one all the same."""
    old = RepRecord(0, "Knee to chest", Side.LEFT, 20.0, 10.0, Outcome.DONE)
    now = RepRecord(0, "Knee to chest", Side.LEFT, 20.0, 20.0, Outcome.DONE, "knee-to-chest")
    renamed = RepRecord(0, "Knee hug", Side.LEFT, 20.0, 30.0, Outcome.DONE, "knee-to-chest")
    history, reader = History(database), HistoryReader(database)
    day = BEGAN.date()

    history.add(RECORD._replace(reps=(old,)))
    assert reader.exercises() == (NamedExercise("Knee to chest", "Knee to chest"),)
    history.add(RECORD._replace(reps=(renamed,)))
    history.add(RECORD._replace(reps=(now,)))

    assert reader.exercises() == (NamedExercise("knee-to-chest", "Knee to chest"),)
    assert reader.side_sums(day, day) == (
        SideSum("knee-to-chest", "Knee to chest", 60.0, 0.0, 0.0),
    )
    assert reader.day_sums(day, day, HistoryFilter("knee-to-chest")) == (DaySum(day, 60.0, 3),)
    history.add(RECORD._replace(reps=(renamed,)))
    assert reader.exercises() == (NamedExercise("knee-to-chest", "Knee hug"),)


def test_a_name_that_several_exercises_have_stays_apart(database: Database) -> None:
    """Nobody can tell which of them an older session meant."""
    old = RepRecord(0, "Bridge", Side.BOTH, 20.0, 10.0, Outcome.DONE)
    one = RepRecord(0, "Bridge", Side.BOTH, 20.0, 10.0, Outcome.DONE, "bridge")
    other = RepRecord(0, "Bridge", Side.BOTH, 20.0, 10.0, Outcome.DONE, "my-routine:3")
    History(database).add(RECORD._replace(reps=(old, one, other)))

    assert HistoryReader(database).exercises() == (
        NamedExercise("Bridge", "Bridge"),
        NamedExercise("bridge", "Bridge"),
        NamedExercise("my-routine:3", "Bridge"),
    )


def test_what_was_only_ever_skipped_was_not_done(database: Database) -> None:
    """It is nothing to filter by, and has no side."""
    skipped = RepRecord(0, "Bridge", Side.BOTH, 20.0, 0.5, Outcome.SKIPPED, "bridge")
    History(database).add(RECORD._replace(reps=(skipped,), after=Feeling(3)))
    reader, day = HistoryReader(database), BEGAN.date()

    assert reader.exercises() == ()
    assert reader.side_sums(day, day) == ()
    assert reader.sessions(HistoryFilter("bridge"), 9) == ()
    assert reader.day_sums(day, day, HistoryFilter(side=Side.BOTH)) == ()
    assert reader.day_sums(day, day) == (DaySum(day, 1320.5, 1),)
