"""What the Today strip tells."""

from __future__ import annotations

from dataclasses import dataclass

from hipstretch.core.history import DayMark


@dataclass(frozen=True, slots=True)
class StripContent:
    """What the strip tells; `pain` is 0 to 10, oldest first, and empty where none was told."""

    days_in_a_row: int
    week: tuple[DayMark, ...]
    pain: tuple[int, ...] = ()
