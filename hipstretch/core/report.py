"""What an appointment needs of the last four weeks: what was done, the pain, and what hurt.

It counts and names; it interprets nothing. The four weeks end with today, and each is seven days
long, so that no week of them is only half told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from hipstretch.core.exercise_report import ExerciseReport, exercise_reports
from hipstretch.core.history import WEEK
from hipstretch.core.history_sums import PainPoint, SessionDetail
from hipstretch.core.pain import Hurt, PainPlace

WEEKS = 4
DAYS = WEEKS * WEEK
"""The days that a report tells of, today with them."""


class Material(NamedTuple):
    """What the history has of the days of a report; `ice` and `heat` are numbers of treatments."""

    sessions: Sequence[SessionDetail] = ()
    hurts: Sequence[Hurt] = ()
    flare_ups: frozenset[date] = frozenset()
    ice: int = 0
    heat: int = 0


class WeekReport(NamedTuple):
    """Seven days from `first` on; pain is the mean of what was told, None where nothing was."""

    first: date
    seconds: float
    sessions: int
    before: float | None
    after: float | None


class RoutineReport(NamedTuple):
    """A routine: how often it was done, on how many days, and how often to its end."""

    name: str
    times: int
    days: int
    complete: int


class PlaceReport(NamedTuple):
    """A place that pain reached, and in how many sessions that was told."""

    place: PainPlace
    sessions: int


class Note(NamedTuple):
    """What the person wrote after a session."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """Four weeks; `routines` and `exercises` have those done most first, `notes` the newest."""

    first: date
    last: date
    weeks: tuple[WeekReport, ...]
    active_days: int
    routines: tuple[RoutineReport, ...]
    exercises: tuple[ExerciseReport, ...]
    pain: tuple[PainPoint, ...]
    places: tuple[PlaceReport, ...]
    flare_ups: tuple[date, ...]
    ice: int
    heat: int
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, material: Material, today: date) -> Report:
        """The report of the four weeks up to today; what lies outside them is left out."""
        first = first_day(today)
        sessions = [one for one in material.sessions if first <= _day(one) <= today]
        sessions.sort(key=_began)
        hurts = [hurt for hurt in material.hurts if first <= hurt.at.date() <= today]
        return cls(
            first,
            today,
            tuple(_weeks(sessions, first)),
            len({_day(one) for one in sessions}),
            tuple(_routines(sessions)),
            exercise_reports(sessions, hurts),
            tuple(_pain(sessions)),
            tuple(_places(sessions)),
            tuple(sorted(day for day in material.flare_ups if first <= day <= today)),
            material.ice,
            material.heat,
            tuple(_notes(sessions)),
        )

    @property
    def sessions(self) -> int:
        """How many sessions there were."""
        return sum(week.sessions for week in self.weeks)

    @property
    def seconds(self) -> float:
        """How long they lasted together, without pauses."""
        return sum(week.seconds for week in self.weeks)

    @property
    def hurting(self) -> tuple[ExerciseReport, ...]:
        """The exercises that hurt, those that hurt most often first."""
        return tuple(sorted((one for one in self.exercises if one.hurts), key=_most_hurts))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        besides = self.flare_ups or self.ice or self.heat
        return not (self.sessions or self.exercises or besides)

    @property
    def weeks_with_pain(self) -> tuple[WeekReport, ...]:
        """The weeks in which pain was told, in order."""
        return tuple(w for w in self.weeks if w.before is not None or w.after is not None)


def first_day(today: date) -> date:
    """The first of the days that a report tells of."""
    return today - timedelta(days=DAYS - 1)


def _day(session: SessionDetail) -> date:
    """The local day on which a session began."""
    return session.row.began_at.date()


def _began(session: SessionDetail) -> tuple[date, float]:
    """What sessions are sorted by: the day on the wall, and then the instant."""
    return _day(session), session.row.began_at.timestamp()


def _most_hurts(exercise: ExerciseReport) -> tuple[int, int]:
    """What exercises that hurt are sorted by."""
    return -exercise.hurts, -(exercise.worst or 0)


def _weeks(sessions: Sequence[SessionDetail], first: date) -> Iterable[WeekReport]:
    """Seven days after seven days, empty ones too."""
    for number in range(WEEKS):
        begin = first + timedelta(days=number * WEEK)
        rows = [one.row for one in sessions if begin <= _day(one) < begin + timedelta(days=WEEK)]
        yield WeekReport(
            begin,
            sum(row.seconds for row in rows),
            len(rows),
            _mean(row.before.pain for row in rows),
            _mean(row.after.pain for row in rows),
        )


def _routines(sessions: Sequence[SessionDetail]) -> Iterable[RoutineReport]:
    """Each routine once, under its latest name."""
    done: dict[str, list[SessionDetail]] = {}
    for session in sessions:
        done.setdefault(session.row.routine_id, []).append(session)
    for them in sorted(done.values(), key=len, reverse=True):
        yield RoutineReport(
            them[-1].row.routine_name,
            len(them),
            len({_day(one) for one in them}),
            sum(one.row.is_complete for one in them),
        )


def _pain(sessions: Sequence[SessionDetail]) -> Iterable[PainPoint]:
    """The days on which pain was told, each with its means."""
    for day in dict.fromkeys(_day(one) for one in sessions):
        rows = [one.row for one in sessions if _day(one) == day]
        before = _mean(row.before.pain for row in rows)
        after = _mean(row.after.pain for row in rows)
        if before is not None or after is not None:
            yield PainPoint(day, before, after)


def _places(sessions: Sequence[SessionDetail]) -> Iterable[PlaceReport]:
    """The places that were told before or after, from the back down."""
    told = Counter(
        place
        for one in sessions
        for place in {one.row.before.place, one.row.after.place}
        if place is not None
    )
    return (PlaceReport(place, told[place]) for place in PainPlace if told[place])


def _notes(sessions: Sequence[SessionDetail]) -> Iterable[Note]:
    """The notes in one line each, the newest first."""
    for one in reversed(sessions):
        text = " ".join(one.row.note.split())
        if text:
            yield Note(_day(one), text)


def _mean(values: Iterable[int | None]) -> float | None:
    """The mean of what was told; None where nothing was."""
    told = [value for value in values if value is not None]
    return fmean(told) if told else None
