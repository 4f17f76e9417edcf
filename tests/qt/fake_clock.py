"""A clock that goes on when the test says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

WALL = datetime(2026, 7, 3, 8, 0, tzinfo=UTC)
_AWAKE, _SLEPT = 1000.0, 50.0


@dataclass
class FakeClock:
    """Seconds awake and slept as the test sets them."""

    awake_seconds: float = _AWAKE
    slept_seconds: float = _SLEPT

    def awake(self) -> float:
        """Seconds awake."""
        return self.awake_seconds

    def slept(self) -> float:
        """Seconds slept."""
        return self.slept_seconds

    def now(self) -> datetime:
        """The wall clock goes on in sleep too."""
        passed = self.awake_seconds + self.slept_seconds - _AWAKE - _SLEPT
        return WALL + timedelta(seconds=passed)
