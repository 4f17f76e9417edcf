"""Where the days of the year's map stand: a column for each week, Monday on top."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from hipstretch.core.history import WEEK
from hipstretch.core.history_sums import YEAR_WEEKS, monday_of

LEAST_PITCH, MOST_PITCH = 14, 22
_GAP_SHARE, _LEAST_GAP = 0.22, 3


class YearGrid(NamedTuple):
    """The days from `first` (a Monday) to `today`; px from the widget's upper left corner."""

    first: date
    today: date
    left: float
    top: float
    pitch: float
    row: float

    @classmethod
    def fit(cls, today: date, width: float, left: float, top: float, scale: float) -> YearGrid:
        """As many whole weeks up to today as have room, at most a year."""
        room = width - left
        weeks = max(1, min(YEAR_WEEKS, int(room // (LEAST_PITCH * scale))))
        pitch = min(MOST_PITCH * scale, room / weeks)
        first = monday_of(today) - timedelta(weeks=weeks - 1)
        return cls(first, today, left, top, pitch, int(pitch))

    @property
    def weeks(self) -> int:
        """How many columns there are."""
        return (self.today - self.first).days // WEEK + 1

    @property
    def edge(self) -> float:
        """The px of a day's side."""
        return self.row - max(_LEAST_GAP, round(self.row * _GAP_SHARE))

    @property
    def bottom(self) -> float:
        """The px at which the last row ends."""
        return self.top + (WEEK - 1) * self.row + self.edge

    def days(self) -> Iterator[date]:
        """Every day, oldest first."""
        return (self.first + timedelta(days=n) for n in range((self.today - self.first).days + 1))

    def rect(self, day: date) -> QRectF:
        """Where a day stands."""
        column, row = divmod((day - self.first).days, WEEK)
        left = round(self.left + column * self.pitch)
        return QRectF(left, self.top + row * self.row, self.edge, self.edge)

    def day_at(self, place: QPointF) -> date | None:
        """The day at a place; None beside them."""
        column = int((place.x() - self.left) // self.pitch)
        row = int((place.y() - self.top) // self.row)
        if column < 0 or not 0 <= row < WEEK:
            return None
        day = self.first + timedelta(weeks=column, days=row)
        return day if day <= self.today else None

    def moved(self, day: date, days: int) -> date:
        """The day so many days on, or the same one where that leaves the map."""
        there = day + timedelta(days=days)
        return there if self.first <= there <= self.today else day

    def months(self) -> Iterator[date]:
        """The first of each month that begins on the map."""
        return (day for day in self.days() if day.day == 1)
