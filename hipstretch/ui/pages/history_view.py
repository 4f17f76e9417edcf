"""What the History page shows, read in one go."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.history_sums import (
    DaySum,
    NamedExercise,
    PainPoint,
    SideSum,
    WeekSum,
)
from hipstretch.core.person import Affected


class Export(StrEnum):
    """What can be taken out of the history."""

    JSON = "json"
    TABLES = "tables"
    REPORT = "report"
    CALENDAR = "calendar"


class Chart(StrEnum):
    """The charts, each of which has its table."""

    YEAR = "year"
    WEEKS = "weeks"
    PAIN = "pain"
    SIDES = "sides"


class HistoryTotals(NamedTuple):
    """The numbers beside the title."""

    days_in_a_row: int
    week_seconds: float
    sessions: int


class HistoryCharts(NamedTuple):
    """The sums that the charts show; `days` are those of the year's map."""

    today: date
    days: tuple[DaySum, ...] = ()
    flare_ups: frozenset[date] = frozenset()
    weeks: tuple[WeekSum, ...] = ()
    pain: tuple[PainPoint, ...] = ()
    sides: tuple[SideSum, ...] = ()
    sore: Affected = Affected.NONE


class HistoryView(NamedTuple):
    """All of the page but the list of sessions."""

    totals: HistoryTotals
    charts: HistoryCharts
    exercises: tuple[NamedExercise, ...] = ()
