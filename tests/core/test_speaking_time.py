from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.settings import Pace
from hipstretch.core.speaking_time import first_fitting, speaking_seconds

_paces = st.sampled_from(list(Pace))
FULLEST = "Rest. Next: Knee to chest."
NEEDED = speaking_seconds(FULLEST, Pace.USUAL)


def test_nothing_takes_no_time() -> None:
    """Not even a pause."""
    assert speaking_seconds("", Pace.USUAL) == 0.0


@pytest.mark.parametrize(
    ("text", "pace", "measured"),
    [
        ("Hold.", Pace.SLOW, 0.61),
        ("Six of ten.", Pace.USUAL, 0.97),
        ("Child's pose.", Pace.FAST, 0.95),
        ("Walk your hands in and come up onto hands and knees.", Pace.FAST, 3.07),
        ("Next: Child's pose. Start on hands and knees.", Pace.USUAL, 4.22),
        ("Lower one foot to the floor, then the other.", Pace.USUAL, 2.81),
        ("Hug your right knee in. Let the hip soften.", Pace.SLOW, 3.63),
    ],
)
def test_the_estimate_is_a_little_more_than_what_was_measured(
    text: str, pace: Pace, measured: float
) -> None:
    """With espeak-ng, from the first sound to the last; seldom less, and never by much."""
    assert measured - 0.11 <= speaking_seconds(text, pace) <= 1.4 * measured


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("Rest now, then sit up.", "Rest now. Then sit up."),
        ("Rest now then sit up..", "Rest now, then sit up."),
        ("Rest now and sit up.", "Rest; now, and sit up."),
        ("Next: Cobra.", "Next. A cobra."),
    ],
)
def test_a_pause_takes_time(text: str, longer: str) -> None:
    """At a comma less than between two sentences."""
    assert speaking_seconds(text, Pace.USUAL) < speaking_seconds(longer, Pace.USUAL)


def test_a_number_in_digits_is_as_long_as_its_words() -> None:
    """It is said, not spelt."""
    digits = speaking_seconds("30 seconds.", Pace.USUAL)
    assert digits >= speaking_seconds("thirty seconds.", Pace.USUAL)


@given(st.text(min_size=1), st.text(), _paces)
def test_more_text_never_takes_less_time(first: str, more: str, pace: Pace) -> None:
    """Whatever the text is."""
    whole = speaking_seconds(first + " " + more, pace)
    assert whole > speaking_seconds(first, pace) > 0.0


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (10.0, FULLEST),
        (NEEDED, FULLEST),
        (NEEDED - 0.01, "Rest."),
        (0.1, ""),
        (-1.0, ""),
    ],
)
def test_the_fullest_that_fits_is_taken(room: float, expected: str) -> None:
    """Where nothing fits nothing is said; empty sentences leave no gap."""
    options = [("Rest.", "", "Next: Knee to chest."), ("", ""), ("Rest.",)]
    assert first_fitting(options, room, Pace.USUAL) == expected
