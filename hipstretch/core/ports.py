"""What the core's callers need from outside, as protocols; services/ and tests/ implement them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The clocks of a machine."""

    def awake(self) -> float:
        """Seconds that only go up, and stand still while the machine sleeps."""

    def slept(self) -> float:
        """Seconds that the machine has slept since some moment; never set back by hand."""

    def now(self) -> datetime:
        """The wall clock's time, with the offset of where the person is."""
