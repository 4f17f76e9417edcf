"""What the Today strip tells."""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.history import DayMark


class StripContent(NamedTuple):
    """What the strip tells; `pain` is 0 to 10, oldest first, and empty where none was told."""

    days_in_a_row: int
    week: tuple[DayMark, ...]
    pain: tuple[int, ...] = ()
