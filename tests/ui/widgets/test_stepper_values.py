from __future__ import annotations

import pytest

from hipstretch.ui.widgets.stepper_values import Stops, may_be_typed, mended, typed_number

HOLD = Stops(5, 300, 5)


@pytest.mark.parametrize(
    ("value", "after", "before"),
    [(30, 35, 25), (32, 35, 30), (5, 10, 5), (300, 300, 295), (298, 300, 295), (6, 10, 5)],
)
def test_stops_are_multiples_within_the_bounds(value: int, after: int, before: int) -> None:
    """A value between two stops snaps to the next one."""
    assert HOLD.after(value) == after
    assert HOLD.before(value) == before


def test_the_ends_of_a_prescribed_range_are_stops() -> None:
    """They come between the multiples; ends out of bounds are none."""
    stops = Stops(5, 300, 5, (8, 12))
    assert [stops.moved(5, steps) for steps in range(5)] == [5, 8, 10, 12, 15]
    assert [stops.moved(15, -steps) for steps in range(5)] == [15, 12, 10, 8, 5]
    assert Stops(5, 300, 5, (2, 400)).after(300) == 300


def test_the_first_value_is_the_low_end_of_the_range() -> None:
    """Without a range it is the minimum."""
    assert Stops(5, 300, 5, (15, 30)).first() == 15
    assert HOLD.first() == 5


@pytest.mark.parametrize(
    ("text", "number"), [("45", 45), (" 45 s", 45), ("45s", 45), ("", None), (" s", None)]
)
def test_the_number_is_read_from_what_was_typed(text: str, number: int | None) -> None:
    """With or without its unit."""
    assert typed_number(text) == number


@pytest.mark.parametrize(
    ("text", "fits"),
    [("", True), ("4", True), ("4000", True), ("40000", False), ("4 s", True), ("4 x", False)],
)
def test_only_digits_and_the_unit_may_be_typed(text: str, fits: bool) -> None:
    """A fifth digit may not."""
    assert may_be_typed(text, " s") is fits


@pytest.mark.parametrize(
    ("text", "meant"), [("30 s5", "305"), ("30 s", "30 s"), ("3", "3"), ("30 sx", "30 sx")]
)
def test_a_digit_after_the_unit_belongs_to_the_number(text: str, meant: str) -> None:
    """Anything else there is left for the check."""
    assert mended(text, " s") == meant
