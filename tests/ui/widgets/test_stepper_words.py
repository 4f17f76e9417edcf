from __future__ import annotations

import pytest

from hipstretch.ui.widgets.stepper_values import Stops, Unit
from hipstretch.ui.widgets.stepper_words import bounds_words, range_words, value_words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (Unit.SECONDS, "1 to 20 seconds"),
        (Unit.TIMES, "1 to 20 times"),
        (Unit.BREATHS, "1 to 20 breaths"),
        (Unit.PERCENT, "1 to 20 percent"),
        (Unit.MINUTES, "1 to 20 minutes"),
    ],
)
def test_bounds_are_said_in_whole_words(unit: Unit, words: str) -> None:
    """They stand under the field."""
    assert bounds_words(Stops(1, 20, 1), unit) == words


def test_a_value_has_its_unit() -> None:
    """A dash stands where none is set."""
    assert value_words(30, Unit.SECONDS) == "30 s"
    assert value_words(1, Unit.BREATHS) == "1 breath"
    assert value_words(70, Unit.PERCENT) == "70 %"
    assert value_words(30, Unit.MINUTES) == "30 min"
    assert value_words(None, Unit.SECONDS) == "\N{EN DASH}"


def test_a_range_of_one_value_is_that_value() -> None:
    """Otherwise it has two ends."""
    assert range_words(15, 30, Unit.SECONDS) == "15 to 30 s"
    assert range_words(30, 30, Unit.SECONDS) == "30 s"
