"""Sessions and hurts for the tests of the report: four weeks up to a Wednesday."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hipstretch.core.history_sums import SessionDetail, SessionRow
from hipstretch.core.pain import Feeling, Hurt, Remedy
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord

TODAY = date(2026, 7, 8)
FIRST = date(2026, 6, 11)
HERE = timezone(timedelta(hours=1))
NOTHING = Feeling()


def at(day: date, hour: int = 9) -> datetime:
    """A time of a day, local."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=HERE)


def rep(
    name: str = "Knee rocking",
    side: Side = Side.BOTH,
    held: float = 20.0,
    outcome: Outcome = Outcome.DONE,
    step: int = 0,
    exercise: str | None = None,
) -> RepRecord:
    """A rep of an exercise; its id is made of its name unless it is told."""
    known = name.lower().replace(" ", "-") if exercise is None else exercise
    return RepRecord(step, name, side, 20.0, held, outcome, known)


def session(
    day: date,
    *reps: RepRecord,
    routine: str = "Mornings",
    seconds: float = 600.0,
    before: Feeling = NOTHING,
    after: Feeling = NOTHING,
    note: str = "",
    is_complete: bool = True,
    hour: int = 9,
) -> SessionDetail:
    """A session of a day."""
    began = at(day, hour)
    row = SessionRow(
        1, routine.lower(), routine, began, seconds, is_complete, False, before, after, note
    )
    return SessionDetail(row, began + timedelta(seconds=seconds), reps, ())


def hurt(
    name: str,
    day: date = TODAY,
    pain: int | None = None,
    side: Side = Side.BOTH,
    *,
    spreads: bool = False,
) -> Hurt:
    """Something that hurt on a day."""
    exercise = name.lower().replace(" ", "-")
    return Hurt(exercise, name, side, at(day), pain, spreads, Remedy.EASE, 1)
