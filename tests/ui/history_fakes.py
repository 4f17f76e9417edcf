"""A history in memory with the storage's signatures, and sessions to put into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import fmean

from hipstretch.core.history_sums import (
    DaySum,
    HistoryFilter,
    NamedExercise,
    PainPoint,
    SessionDetail,
    SessionRow,
    SideSum,
)
from hipstretch.core.pain import Feeling, Hurt
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history_bin import HistoryBin, Taken
from hipstretch.storage.history_reader import HistoryReader

NOW = datetime(2026, 5, 15, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
FIGURE_FOUR, HAMSTRING, BRIDGE = "Figure-four stretch", "Hamstring stretch", "Glute bridge"


def rep(
    stretch: str,
    side: Side,
    held: float = 30.0,
    planned: float | None = 30.0,
    outcome: Outcome = Outcome.DONE,
    step: int = 0,
) -> RepRecord:
    """A rep of a stretch, whose id is its name with hyphens."""
    key = stretch.lower().replace(" ", "-")
    return RepRecord(step, stretch, side, planned, held, outcome, key)


REPS = (
    rep(FIGURE_FOUR, Side.LEFT),
    rep(FIGURE_FOUR, Side.RIGHT),
    rep(FIGURE_FOUR, Side.RIGHT),
    rep(HAMSTRING, Side.LEFT, 20.0, outcome=Outcome.SHORTENED, step=1),
    rep(HAMSTRING, Side.RIGHT, 0.0, outcome=Outcome.SKIPPED, step=1),
    rep(BRIDGE, Side.BOTH, 40.0, None, step=2),
)


def session(
    number: int,
    days_ago: int = 0,
    *,
    minutes: float = 12.0,
    name: str = "Morning hip release",
    before: Feeling = Feeling(),  # noqa: B008 -- a frozen tuple
    after: Feeling = Feeling(),  # noqa: B008 -- a frozen tuple
    note: str = "",
    is_complete: bool = True,
    is_gentle: bool = False,
    reps: Sequence[RepRecord] = REPS,
    hurts: Sequence[Hurt] = (),
) -> SessionDetail:
    """A session so many days before today, at twenty to eight."""
    began = NOW.replace(hour=7, minute=40) - timedelta(days=days_ago)
    row = SessionRow(
        number,
        name.lower().replace(" ", "-"),
        name,
        began,
        minutes * 60,
        is_complete,
        is_gentle,
        before,
        after,
        note,
    )
    return SessionDetail(row, began + timedelta(minutes=minutes), tuple(reps), tuple(hurts))


@dataclass
class FakeHistory(HistoryReader, HistoryBin, DayMarks):
    """Sessions, and the days that are forgiven; `broken` is why it cannot be used.

    It reads and deletes as the storage's reader, bin and day marks do.
    """

    details: list[SessionDetail] = field(default_factory=list)
    flares: frozenset[date] = frozenset()
    rests: frozenset[date] = frozenset()
    broken: str = ""
    asked: list[str] = field(default_factory=list)
    taken: list[SessionDetail] = field(default_factory=list)

    def count(self) -> int:
        """How many sessions there are."""
        self._use("count")
        return len(self.details)

    def day_sums(
        self,
        first: date,
        last: date,
        chosen: HistoryFilter = HistoryFilter(),  # noqa: B008
    ) -> tuple[DaySum, ...]:
        """The days with a session that fits."""
        self._use("day_sums")
        sums: dict[date, DaySum] = {}
        for detail in self._fitting(chosen):
            day = detail.row.began_at.date()
            if first <= day <= last:
                known = sums.get(day, DaySum(day, 0.0, 0))
                seconds = known.seconds + _seconds(detail, chosen)
                sums[day] = DaySum(day, seconds, known.sessions + 1)
        return tuple(sums[day] for day in sorted(sums))

    def pain_points(self, first: date, last: date) -> tuple[PainPoint, ...]:
        """The means of each day with a number."""
        self._use("pain_points")
        days = sorted({detail.row.began_at.date() for detail in self.details})
        points = (self._pain_of(day) for day in days if first <= day <= last)
        return tuple(p for p in points if p.before is not None or p.after is not None)

    def sessions(
        self, chosen: HistoryFilter, most: int, before: int | None = None
    ) -> tuple[SessionRow, ...]:
        """The newest that fit, older than the session `before`."""
        self._use("sessions")
        rows = [detail.row for detail in self._fitting(chosen)]
        rows.sort(key=_newest, reverse=True)
        return tuple([row for row in rows if before is None or row.id < before][:most])

    def detail(self, session: int) -> SessionDetail | None:
        """A session by its id."""
        self._use("detail")
        return next((one for one in self.details if one.row.id == session), None)

    def side_sums(self, first: date, last: date) -> tuple[SideSum, ...]:
        """Seconds of each exercise and side."""
        self._use("side_sums")
        held: dict[str, dict[Side, float]] = {}
        names: dict[str, str] = {}
        for detail in self.details:
            if first <= detail.row.began_at.date() <= last:
                for one in detail.reps:
                    names[one.exercise] = one.stretch
                    sides = held.setdefault(one.exercise, dict.fromkeys(Side, 0.0))
                    sides[one.side] += one.held
        return tuple(
            SideSum(key, names[key], sides[Side.LEFT], sides[Side.RIGHT], sides[Side.BOTH])
            for key, sides in held.items()
        )

    def exercises(self) -> tuple[NamedExercise, ...]:
        """What was ever done."""
        self._use("exercises")
        names = {one.exercise: one.stretch for detail in self.details for one in detail.reps}
        return tuple(NamedExercise(key, name) for key, name in sorted(names.items()))

    def flare_ups(self, first: date, last: date) -> frozenset[date]:
        """The flare-up days."""
        self._use("flare_ups")
        return frozenset(day for day in self.flares if first <= day <= last)

    def forgiven(self, first: date, last: date) -> frozenset[date]:
        """Flare-up days and days of rest by the plan."""
        self._use("forgiven")
        return frozenset(day for day in self.flares | self.rests if first <= day <= last)

    def take(self, session: int) -> Taken:
        """Delete a session; it can be put back."""
        self._use("take")
        for found in self.details:
            if found.row.id == session:
                self.details.remove(found)
                return Taken(found)
        raise KeyError(session)

    def put_back(self, taken: Taken) -> int:
        """Undo `take`."""
        self._use("put_back")
        self.details.append(taken.detail)
        return taken.detail.row.id

    def take_all(self) -> None:
        """Delete everything; it can be put back."""
        self._use("take_all")
        self.taken, self.details = self.details, []

    def put_back_all(self) -> None:
        """Undo `take_all`."""
        self._use("put_back_all")
        self.details, self.taken = self.taken, []

    def empty(self) -> None:
        """What was taken is gone for good."""
        self._use("empty")
        self.taken = []

    def _use(self, what: str) -> None:
        """Note what was asked for; raise where the history cannot be used."""
        self.asked.append(what)
        if self.broken:
            raise HistoryUnavailable(self.broken)

    def _fitting(self, chosen: HistoryFilter) -> Iterable[SessionDetail]:
        """The sessions that have what was chosen."""
        return [one for one in self.details if chosen.is_empty or _seconds(one, chosen)]

    def _pain_of(self, day: date) -> PainPoint:
        """The means of a day."""
        rows = [one.row for one in self.details if one.row.began_at.date() == day]
        before = [row.before.pain for row in rows if row.before.pain is not None]
        after = [row.after.pain for row in rows if row.after.pain is not None]
        return PainPoint(day, fmean(before) if before else None, fmean(after) if after else None)


def _newest(row: SessionRow) -> int:
    """What sessions are sorted by."""
    return row.id


def _seconds(detail: SessionDetail, chosen: HistoryFilter) -> float:
    """What of a session counts."""
    if chosen.is_empty:
        return detail.row.seconds
    return sum(
        one.held
        for one in detail.reps
        if chosen.exercise in {"", one.exercise} and chosen.side in {None, one.side}
    )
