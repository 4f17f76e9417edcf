"""What the History page and the report show: sums, lists and details of what was done."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from hipstretch.core.history_sums import (
    DaySum,
    HistoryFilter,
    NamedExercise,
    PainPoint,
    SessionDetail,
    SessionRow,
    SideSum,
)
from hipstretch.core.person import Side
from hipstretch.storage.database import Database
from hipstretch.storage.hurt_rows import HURT_COLUMNS, hurt_of
from hipstretch.storage.session_rows import REPS, SESSION_COLUMNS, rep_of, session_of
from hipstretch.storage.stretch_names import StretchNames

if TYPE_CHECKING:
    import sqlite3

_ALL = HistoryFilter()
_NEWEST = sys.maxsize
"""An id that is larger than any."""
_NO_ID = 0
"""An id that nothing has."""


class HistoryReader:
    """Looks into the history; each question raises HistoryUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """How many sessions there are."""
        return sum(self._database.read(int, "SELECT count(*) FROM session"))

    def day_sums(self, first: date, last: date, chosen: HistoryFilter = _ALL) -> tuple[DaySum, ...]:
        """What was done on each day of a time that has any, oldest first.

        With a filter, the seconds held of it and the sessions in which any of it was held.
        """
        days = [first.isoformat(), last.isoformat()]
        if chosen.is_empty:
            return self._database.read(
                _day_sum,
                "SELECT day, sum(seconds), count(*) FROM session WHERE day BETWEEN ? AND ? "
                "GROUP BY day ORDER BY day",
                days,
            )
        if not self._database.is_there:
            return ()
        with self._database.open() as database:
            reps = _reps(database, chosen)
            rows = database.execute(
                "SELECT day, sum(held), count(DISTINCT session.id) "  # noqa: S608 -- no values
                "FROM session CROSS JOIN rep ON rep.session = session.id "
                f"WHERE day BETWEEN ? AND ? AND {reps.condition} GROUP BY day ORDER BY day",
                [*days, *reps.values],
            )
            return tuple(_day_sum(*row) for row in rows)

    def pain_points(self, first: date, last: date) -> tuple[PainPoint, ...]:
        """The mean pain of each day of a time that has ratings, oldest first."""
        return self._database.read(
            _pain_point,
            "SELECT day, avg(pain_before), avg(pain_after) FROM session "
            "WHERE day BETWEEN ? AND ? AND coalesce(pain_before, pain_after) IS NOT NULL "
            "GROUP BY day ORDER BY day",
            [first.isoformat(), last.isoformat()],
        )

    def sessions(
        self, chosen: HistoryFilter, most: int, before: int | None = None
    ) -> tuple[SessionRow, ...]:
        """The last `most` sessions that were saved before the one of an id, newest first.

        With a filter, those in which any of it was held.
        """
        if not self._database.is_there:
            return ()
        with self._database.open() as database:
            condition, values = _with_any(database, chosen)
            rows = database.execute(
                f"SELECT {SESSION_COLUMNS} FROM session "  # noqa: S608 -- columns, no values
                f"WHERE id < ? {condition} ORDER BY id DESC LIMIT ?",
                [_NEWEST if before is None else before, *values, most],
            )
            return tuple(session_of(*row) for row in rows)

    def detail(self, session: int) -> SessionDetail | None:
        """A session with its reps and what hurt; None where there is none of that id."""
        if not self._database.is_there:
            return None
        with self._database.open() as database:
            return detail_in(database, session)

    def side_sums(self, first: date, last: date) -> tuple[SideSum, ...]:
        """The seconds held on each side with each exercise that was done in a time, by name."""
        if not self._database.is_there:
            return ()
        with self._database.open() as database:
            names = StretchNames.of(database)
            rows = database.execute(
                "SELECT stretch, side, sum(held) "
                "FROM session CROSS JOIN rep ON rep.session = session.id "
                "WHERE day BETWEEN ? AND ? AND outcome <> 'skipped' GROUP BY stretch, side",
                (first.isoformat(), last.isoformat()),
            )
            return _side_sums(names, [(stretch, Side(side), held) for stretch, side, held in rows])

    def exercises(self) -> tuple[NamedExercise, ...]:
        """Every exercise that was ever done, by name."""
        if not self._database.is_there:
            return ()
        with self._database.open() as database:
            return StretchNames.of(database).done()


class _Reps(NamedTuple):
    """Which reps to look at, for a query."""

    condition: str
    values: list[object]


def detail_in(database: sqlite3.Connection, session: int) -> SessionDetail | None:
    """A session of an open database with its reps and what hurt."""
    row = database.execute(
        f"SELECT ended_at, {SESSION_COLUMNS} FROM session WHERE id = ?",  # noqa: S608 -- columns
        (session,),
    ).fetchone()
    if row is None:
        return None
    reps = database.execute(REPS, (session,))
    hurts = database.execute(
        f"SELECT {HURT_COLUMNS} FROM hurt WHERE session = ? ORDER BY id",  # noqa: S608 -- columns
        (session,),
    )
    return SessionDetail(
        session_of(*row[1:]),
        datetime.fromisoformat(row[0]),
        tuple(rep_of(*rep) for rep in reps),
        tuple(hurt_of(*hurt) for hurt in hurts),
    )


def _reps(database: sqlite3.Connection, chosen: HistoryFilter) -> _Reps:
    """Those that were held, of an exercise, of a side."""
    conditions, values = ["outcome <> 'skipped'"], list[object]()
    if chosen.exercise:
        ids = StretchNames.of(database).ids_of(chosen.exercise) or [_NO_ID]
        conditions.append(f"stretch IN ({', '.join('?' * len(ids))})")
        values += ids
    if chosen.side is not None:
        conditions.append("side = ?")
        values.append(chosen.side)
    return _Reps(" AND ".join(conditions), values)


def _with_any(database: sqlite3.Connection, chosen: HistoryFilter) -> _Reps:
    """Which sessions to look at: those with any of the reps."""
    if chosen.is_empty:
        return _Reps("", [])
    condition, values = _reps(database, chosen)
    # By its own reading SQLite goes through all reps to find an exercise that was done once.
    by = "INDEXED BY rep_stretch" if chosen.exercise else ""
    among = f"SELECT 1 FROM rep {by} WHERE rep.session = session.id AND {condition}"  # noqa: S608
    return _Reps(f"AND EXISTS ({among})", values)


def _day_sum(day: str, seconds: float, sessions: int) -> DaySum:
    """A row's day."""
    return DaySum(date.fromisoformat(day), seconds, sessions)


def _pain_point(day: str, before: float | None, after: float | None) -> PainPoint:
    """A row's pain."""
    return PainPoint(date.fromisoformat(day), before, after)


def _side_sums(names: StretchNames, rows: Sequence[tuple[int, Side, float]]) -> tuple[SideSum, ...]:
    """The sums of each exercise, whatever it was called."""
    sides: dict[str, dict[Side, float]] = defaultdict(lambda: dict.fromkeys(Side, 0.0))
    for stretch, side, held in rows:
        sides[names.keys[stretch]][side] += held
    sums = (
        SideSum(key, names.names[key], held[Side.LEFT], held[Side.RIGHT], held[Side.BOTH])
        for key, held in sides.items()
    )
    return tuple(sorted(sums, key=_by_name))


def _by_name(row: SideSum) -> tuple[str, str]:
    """The order of exercises."""
    return row.stretch.casefold(), row.exercise
