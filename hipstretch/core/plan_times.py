"""At which times of the day to do what is planned several times a day."""

from __future__ import annotations

from datetime import time

FIRST, LAST = 9 * 60, 18 * 60
"""Minutes of the day between which they lie: 9 and 18 o'clock (app-default)."""
_HOUR = 60
_STEP = 5
"""Minutes to which times are rounded where whole hours are too few."""


def times_of_day(count: int) -> tuple[time, ...]:
    """`count` times spread over the day: one in the morning, then up to the evening.

    They are whole hours as long as there are enough of them.
    """
    gaps = max(1, count - 1)
    step = _HOUR if gaps * _HOUR <= LAST - FIRST else _STEP
    minutes = ((FIRST + (LAST - FIRST) * n // gaps) // step * step for n in range(count))
    return tuple(time(*divmod(minute, _HOUR)) for minute in minutes)
