from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.services.idle.windows import WindowsIdle, seconds_between

TURN = 1 << 32


@given(start=st.integers(0, TURN - 1), still=st.integers(0, (1 << 31) - 1))
def test_the_clock_may_turn_over_meanwhile(start: int, still: int) -> None:
    """It does so every 49.7 days."""
    assert seconds_between(start, (start + still) % TURN) == still / 1000


@given(start=st.integers(0, TURN - 1), ahead=st.integers(1, 100))
def test_an_input_ahead_of_the_clock_is_now(start: int, ahead: int) -> None:
    """And not 49.7 days ago."""
    assert seconds_between(start, (start - ahead) % TURN) == 0.0


@pytest.mark.parametrize(("last_input", "still"), [(1000, 61.5), (None, None)])
def test_the_input_is_read_before_the_clock(last_input: int | None, still: float | None) -> None:
    """Where Windows says nothing, nobody knows; it never tells by itself."""
    read: list[str] = []

    def read_input() -> int | None:
        read.append("input")
        return last_input

    def read_clock() -> int:
        assert read == ["input"]
        return 62_500

    answers: list[float | None] = []
    idle = WindowsIdle(read_input, read_clock)
    idle.ask(answers.append)
    assert answers == [still]
    assert not idle.tell_when_active(pytest.fail)
    idle.close()
