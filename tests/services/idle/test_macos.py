from __future__ import annotations

import pytest

from hipstretch.services.idle.macos import MacIdle


@pytest.mark.parametrize(("nanoseconds", "still"), [(61_500_000_000, 61.5), (None, None)])
def test_nanoseconds_are_told_as_seconds(nanoseconds: int | None, still: float | None) -> None:
    """Where macOS says nothing, nobody knows; it never tells by itself."""
    answers: list[float | None] = []
    idle = MacIdle(lambda: nanoseconds)
    idle.ask(answers.append)
    assert answers == [still]
    assert not idle.tell_when_active(pytest.fail)
    idle.close()
