"""Sessions and hurts to keep in a history, made up or by chance; and a user who may do little."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from hipstretch.core import therapy
from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.history import SessionRecord
from hipstretch.core.history_sums import HistoryFilter
from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.core.reminder import Answer
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.storage.database import Database
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.decisions import Decisions
from hipstretch.storage.history import History
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.pain_log import PainLog
from hipstretch.storage.session_rows import write_session
from hipstretch.storage.sitting_log import SittingLog
from hipstretch.storage.therapy_log import TherapyLog
from tests.storage.conftest import KNEE_TO_CHEST

MakeDatabase = Callable[[], Database]

BERLIN = timezone(timedelta(hours=2))
BEGAN = datetime(2026, 7, 3, 23, 50, tzinfo=BERLIN)
REPS = (
    RepRecord(0, "Knee to chest", Side.RIGHT, 20.0, 20.0, Outcome.DONE, "knee-to-chest"),
    RepRecord(0, "Knee to chest", Side.LEFT, 20.0, 7.5, Outcome.SHORTENED, "knee-to-chest"),
    RepRecord(1, "Bracing", Side.BOTH, None, 0.0, Outcome.SKIPPED),
)
RECORD = SessionRecord(
    "r", "Mornings", BEGAN, BEGAN + timedelta(minutes=25), 1320.5, is_complete=True, reps=REPS
)
HURT = Hurt(
    "knee-to-chest",
    "Knee to chest",
    Side.LEFT,
    BEGAN + timedelta(minutes=5),
    4,
    spreads=False,
    remedy=Remedy.EASE,
)
SPAN = DaySpan(Presence.SITTING, BEGAN, BEGAN + timedelta(minutes=31, seconds=2.5))
REMINDER = DayReminder(BEGAN, BEGAN + timedelta(minutes=1), Answer.UP)
TREATMENT = TherapyRecord(
    "a",
    therapy.Kind.ICE,
    therapy.Place.LEFT_HIP,
    therapy.Means.PACK,
    BEGAN,
    BEGAN + timedelta(minutes=20),
    1200.0,
    1200.0,
    therapy.Outcome.FINISHED,
    3,
    2,
)

NAMES = ("knee-to-chest", "Knee to chest"), ("knee-to-chest", "Knee hug"), ("", "Bracing")
"""Two names of one exercise, and one of which only the name is known."""
_ZONES = [timezone(timedelta(minutes=minutes)) for minutes in (-720, -210, 0, 345, 840)]
_SECONDS = st.floats(0, 3600)
_PAIN = st.none() | st.integers(0, 10)
_FEELINGS = st.builds(Feeling, _PAIN, st.none() | st.sampled_from(PainPlace))
_SIDES = st.sampled_from(Side)
_MOMENTS = st.datetimes(
    datetime(2026, 6, 20),  # noqa: DTZ001 -- the zone is drawn
    datetime(2026, 7, 10),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, *_ZONES]),
)


@st.composite
def reps(draw: st.DrawFn) -> RepRecord:
    """A rep that went in any way."""
    exercise, name = draw(st.sampled_from(NAMES))
    planned, held = draw(st.none() | _SECONDS), draw(_SECONDS)
    outcome = draw(st.sampled_from(Outcome))
    return RepRecord(draw(st.integers(0, 9)), name, draw(_SIDES), planned, held, outcome, exercise)


@st.composite
def records(draw: st.DrawFn) -> SessionRecord:
    """A session that went in any way, in a few weeks around the world."""
    began = draw(_MOMENTS)
    return SessionRecord(
        draw(st.sampled_from(["mornings", "evenings"])),
        draw(st.text(min_size=1)),
        began,
        began + timedelta(seconds=draw(_SECONDS)),
        draw(_SECONDS),
        draw(st.booleans()),
        tuple(draw(st.lists(reps(), max_size=6))),
        draw(_FEELINGS),
        draw(_FEELINGS),
        draw(st.text()),
        draw(st.booleans()),
    )


@st.composite
def hurts(draw: st.DrawFn) -> Hurt:
    """Something that hurt in any way."""
    exercise, name = draw(st.sampled_from(NAMES))
    remedy = draw(st.sampled_from(Remedy))
    return Hurt(
        exercise, name, draw(_SIDES), draw(_MOMENTS), draw(_PAIN), draw(st.booleans()), remedy
    )


@contextmanager
def as_anybody() -> Iterator[None]:
    """As a user for whom the permissions of files count, also where the tests run as root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


_DAYS = (date(2026, 6, 1), date(2026, 7, 31))
_CONCERN = Concern(KNEE_TO_CHEST, conditions=("hip-replacement",))

LOOKS: dict[str, Callable[[Database], object]] = {
    "days": lambda it: History(it).days(),
    "done_on": lambda it: History(it).done_on(BEGAN.date()),
    "last_routine": lambda it: History(it).last_routine(),
    "last_pain": lambda it: History(it).last_pain(5),
    "last_place": lambda it: History(it).last_place(),
    "count": lambda it: HistoryReader(it).count(),
    "day_sums": lambda it: HistoryReader(it).day_sums(*_DAYS),
    "day_sums, one side": lambda it: HistoryReader(it).day_sums(
        *_DAYS, HistoryFilter("", Side.LEFT)
    ),
    "pain_points": lambda it: HistoryReader(it).pain_points(*_DAYS),
    "sessions": lambda it: HistoryReader(it).sessions(HistoryFilter(), 30),
    "sessions, one exercise": lambda it: HistoryReader(it).sessions(HistoryFilter("Bracing"), 30),
    "detail": lambda it: HistoryReader(it).detail(1),
    "side_sums": lambda it: HistoryReader(it).side_sums(*_DAYS),
    "exercises": lambda it: HistoryReader(it).exercises(),
    "hurts_since": lambda it: PainLog(it).hurts_since(BEGAN),
    "sore_days": lambda it: PainLog(it).sore_days(*_DAYS),
    "asked_days": lambda it: PainLog(it).asked_days(),
    "decisions": lambda it: Decisions(it).all(),
    "flare_ups": lambda it: DayMarks(it).flare_ups(*_DAYS),
    "is_flare_up": lambda it: DayMarks(it).is_flare_up(BEGAN.date()),
    "plan_changes": lambda it: DayMarks(it).plan_changes(),
    "forgiven": lambda it: DayMarks(it).forgiven(*_DAYS),
    "spans": lambda it: SittingLog(it).spans(BEGAN.date()),
    "reminders": lambda it: SittingLog(it).reminders(BEGAN.date()),
    "treatments": lambda it: TherapyLog(it).records(BEGAN.date()),
}
"""Everything that looks into a history."""
CHANGES: dict[str, Callable[[Database], object]] = {
    "add": lambda it: History(it).add(RECORD),
    "add_feeling": lambda it: History(it).add_feeling(1, after=Feeling(3), note="Snow."),
    "take": lambda it: HistoryBin(it).take(1),
    "take_all": lambda it: HistoryBin(it).take_all(),
    "add a hurt": lambda it: PainLog(it).add(HURT),
    "add_answer": lambda it: PainLog(it).add_answer(BEGAN.date(), BEGAN.date(), settled=True),
    "keep": lambda it: Decisions(it).keep(_CONCERN, Choice.EASIER, BEGAN),
    "set_flare_up": lambda it: DayMarks(it).set_flare_up(BEGAN.date(), on=True),
    "note_plan": lambda it: DayMarks(it).note_plan(BEGAN.date(), frozenset({2})),
    "add_span": lambda it: SittingLog(it).add_span(SPAN),
    "add_reminder": lambda it: SittingLog(it).add_reminder(REMINDER),
    "add a treatment": lambda it: TherapyLog(it).add(TREATMENT),
}
"""Everything that changes a history."""


def fill(database: Database) -> None:
    """Keep one of everything."""
    hurt = PainLog(database).add(HURT)
    History(database).add(RECORD._replace(after=Feeling(5, PainPlace.FOOT)), [hurt])
    PainLog(database).add_answer(BEGAN.date(), BEGAN.date(), settled=None)
    Decisions(database).keep(_CONCERN, Choice.KEEP, BEGAN)
    DayMarks(database).set_flare_up(BEGAN.date(), on=True)
    DayMarks(database).note_plan(BEGAN.date(), frozenset({0, 4}))
    SittingLog(database).add_span(SPAN)
    SittingLog(database).add_reminder(REMINDER)
    TherapyLog(database).add(TREATMENT)


def add_all(database: Database, added: Iterable[SessionRecord]) -> list[int]:
    """Keep sessions in one go, which is quicker than one by one; their ids."""
    with database.change() as rows:
        return [write_session(rows, record) for record in added]


def all_rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a history has, by table."""
    with database.snapshot() as history:
        names = history.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: history.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 -- its own name
            for (name,) in names
        }
