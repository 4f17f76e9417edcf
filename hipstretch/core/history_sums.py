"""What the history adds up to: days, weeks, pain, and the left side against the right.

The storage hands out plain sums; how they are laid out for a page or a report is decided here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import NamedTuple

from hipstretch.core.history import WEEK, SessionRecord
from hipstretch.core.pain import Feeling, Hurt
from hipstretch.core.person import Side
from hipstretch.core.summary import RepRecord

YEAR_WEEKS = 53
"""The columns of the year's map: 52 whole weeks and this one."""
WEEKS_SHOWN = 12
"""The bars of minutes a week and the points of pain."""
LEVELS = (0, 5, 10, 19)
"""Minutes up to which a day has the level 0, 1, 2, 3 on the map; above it has 4."""


class HistoryFilter(NamedTuple):
    """Which sessions to look at; nothing chosen means all.

    With an exercise (its id, or its name where the id is unknown) or a side, only what was held
    of it counts.
    """

    exercise: str = ""
    side: Side | None = None

    @property
    def is_empty(self) -> bool:
        """Whether all sessions count."""
        return self == HistoryFilter()


class DaySum(NamedTuple):
    """What was done on a local day; seconds are without pauses."""

    day: date
    seconds: float
    sessions: int


class WeekSum(NamedTuple):
    """What was done in the week that begins on a Monday."""

    monday: date
    seconds: float
    sessions: int


class SessionRow(NamedTuple):
    """A session in the list; `id` is the history's own."""

    id: int
    routine_id: str
    routine_name: str
    began_at: datetime
    seconds: float
    is_complete: bool
    is_gentle: bool
    before: Feeling
    after: Feeling
    note: str


class SessionDetail(NamedTuple):
    """A session with all that became of its plan, and what hurt."""

    row: SessionRow
    ended_at: datetime
    reps: tuple[RepRecord, ...]
    hurts: tuple[Hurt, ...]

    @property
    def record(self) -> SessionRecord:
        """The session as it is added to a history."""
        row = self.row
        return SessionRecord(
            row.routine_id,
            row.routine_name,
            row.began_at,
            self.ended_at,
            row.seconds,
            row.is_complete,
            self.reps,
            row.before,
            row.after,
            row.note,
            row.is_gentle,
        )


class PainPoint(NamedTuple):
    """The pain before and after the sessions of a day or week, 0 to 10; means where several."""

    day: date
    before: float | None
    after: float | None


class SideSum(NamedTuple):
    """Seconds held with an exercise on each side; `both` where both sides worked at once."""

    exercise: str
    stretch: str
    left: float
    right: float
    both: float

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.left + self.right + self.both


class NamedExercise(NamedTuple):
    """An exercise that was ever done, to filter by: its key and its latest name."""

    key: str
    name: str


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def level_of(seconds: float) -> int:
    """How strongly a day is coloured on the map: 0 (nothing) to 4 (twenty minutes and more)."""
    minutes = round(seconds / 60)
    if seconds > 0 and minutes == 0:
        return 1
    return sum(1 for bound in LEVELS if minutes > bound)


def first_of_map(today: date) -> date:
    """The Monday with which the year's map begins."""
    return monday_of(today) - timedelta(weeks=YEAR_WEEKS - 1)


def weeks_of(days: Iterable[DaySum], today: date, count: int = WEEKS_SHOWN) -> tuple[WeekSum, ...]:
    """The last `count` weeks up to this one, oldest first, empty ones too."""
    this = monday_of(today)
    mondays = [this - timedelta(weeks=n) for n in reversed(range(count))]
    sums = {monday: [0.0, 0] for monday in mondays}
    for day in days:
        week = sums.get(monday_of(day.day))
        if week is not None:
            week[0] += day.seconds
            week[1] += day.sessions
    return tuple(WeekSum(monday, sums[monday][0], int(sums[monday][1])) for monday in mondays)


def pain_by_week(
    points: Collection[PainPoint], today: date, count: int = WEEKS_SHOWN
) -> tuple[PainPoint, ...]:
    """The mean pain of each of the last `count` weeks that has any, oldest first."""
    this = monday_of(today)
    mondays = [this - timedelta(weeks=n) for n in reversed(range(count))]
    return tuple(_means(monday, points) for monday in mondays if _of_week(monday, points))


def _of_week(monday: date, points: Iterable[PainPoint]) -> list[PainPoint]:
    """The points of one week."""
    return [point for point in points if monday_of(point.day) == monday]


def _means(monday: date, points: Iterable[PainPoint]) -> PainPoint:
    """One point for a week."""
    week = _of_week(monday, points)
    return PainPoint(
        monday,
        _mean([point.before for point in week]),
        _mean([point.after for point in week]),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    """The mean of what was told; None where nothing was."""
    told = [value for value in values if value is not None]
    return fmean(told) if told else None


def sides_total(sums: Iterable[SideSum]) -> SideSum:
    """Left against right over all exercises."""
    rows = list(sums)
    return SideSum(
        "", "", sum(r.left for r in rows), sum(r.right for r in rows), sum(r.both for r in rows)
    )


def by_time(sums: Iterable[SideSum]) -> Iterator[SideSum]:
    """The exercises, those with the most time first."""
    return iter(sorted(sums, key=_seconds_of, reverse=True))


def _seconds_of(row: SideSum) -> float:
    """What exercises are sorted by."""
    return row.seconds


def seconds_in_week(days: Iterable[DaySum], today: date) -> float:
    """Seconds done in the week of today."""
    monday = monday_of(today)
    return sum(day.seconds for day in days if monday <= day.day < monday + timedelta(days=WEEK))
