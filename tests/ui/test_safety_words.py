from __future__ import annotations

import pytest

from hipstretch.core.safety import HelpNumber, Line, NumberFrom
from hipstretch.ui import safety_words


@pytest.mark.parametrize("origin", NumberFrom)
def test_a_number_is_told_with_where_it_is_from(origin: NumberFrom) -> None:
    """So that a wrong one is noticed."""
    number = HelpNumber("112", origin)
    assert safety_words.call(number) == "Call 112"
    word = {"PERSON": "you chose", "COUNTRY": "country", "GENERAL": "check"}[origin.name]
    assert word in safety_words.number_note(number)


def test_the_steps_of_pain_are_told_in_words() -> None:
    """A screen reader says no dash."""
    assert safety_words.pain_steps()[0] == "0 to 3: Go on."
    cited = safety_words.cited_pain_steps()
    assert [line.words for line in cited] == safety_words.pain_steps()
    assert cited[1].source.endswith("our own choice")


def test_sources_are_told_in_words_for_people() -> None:
    """What the program chose is said to be its own choice."""
    lines = [Line("One.", "A leaflet; app-default")], [Line("Two.", "Another")]
    assert safety_words.cited(*lines) == (
        Line("One.", "A leaflet; our own choice"),
        Line("Two.", "Another"),
    )
