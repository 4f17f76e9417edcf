from __future__ import annotations

from datetime import UTC, datetime

from hipstretch.core.ports import Clock


class StandingClock:
    """A clock as small as the port allows."""

    def awake(self) -> float:
        """Seconds awake."""
        return 5.0

    def slept(self) -> float:
        """Seconds slept."""
        return 0.0

    def now(self) -> datetime:
        """A moment."""
        return datetime(2026, 7, 3, tzinfo=UTC)


def test_a_clock_is_three_calls() -> None:
    """What has them is a clock, for the type checker too; there is nothing to inherit."""
    clock: Clock = StandingClock()

    assert (clock.awake(), clock.slept()) == (5.0, 0.0)
    assert clock.now().tzinfo is not None
