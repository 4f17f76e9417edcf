"""Which hours a band of the day spans, and where on it a time lies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import NamedTuple

from hipstretch.core.sitting_day import DaySpan

_USUAL = (8, 18)
"""The hours that the band always has, so that it does not grow all day."""
_STEPS = (1, 2, 3, 4, 6, 12)
_HOUR = 3600.0


class DayScale(NamedTuple):
    """A day from one full hour to another; `midnight` is where it begins."""

    midnight: datetime
    first: int
    last: int

    @classmethod
    def of(cls, spans: Sequence[DaySpan], now: datetime) -> DayScale:
        """The scale of today, wide enough for all spans and for now."""
        midnight = datetime.combine(now.date(), time(), now.tzinfo)
        starts = [span.began_at for span in spans] or [now]
        first = min(_USUAL[0], int(_hours(min(starts), midnight)))
        last = max(_USUAL[1], int(_hours(now, midnight)) + 1)
        return cls(midnight, max(0, first), min(24, last))

    def x_of(self, moment: datetime, width: float) -> float:
        """The px of a moment on a band of that width."""
        return self._x(_hours(moment, self.midnight), width)

    def x_of_hour(self, hour: int, width: float) -> float:
        """The px of a full hour."""
        return self._x(hour, width)

    def hours(self, width: float, room: float) -> tuple[int, ...]:
        """The hours to write under the band, where each one takes `room` px."""
        pitch = width / (self.last - self.first)
        step = next((step for step in _STEPS if step * pitch >= room), _STEPS[-1])
        start = -(-self.first // step) * step
        return tuple(range(start, self.last + 1, step))

    def _x(self, hours: float, width: float) -> float:
        """The px of so many hours after midnight, at most the ends of the band."""
        share = (hours - self.first) / (self.last - self.first)
        return min(1.0, max(0.0, share)) * width


def _hours(moment: datetime, midnight: datetime) -> float:
    """The hours from midnight to a moment."""
    return (moment - midnight).total_seconds() / _HOUR
