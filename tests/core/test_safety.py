from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hipstretch.core import safety
from hipstretch.core.pain import EASED_UP_TO, FINE_UP_TO, WORST
from hipstretch.core.safety import (
    HelpNumber,
    NumberFrom,
    emergency_number,
    help_number,
    is_phone_number,
)

SIGNS = (*safety.GET_HELP_NOW, *safety.ASK_TODAY, *safety.ASK_SOON)
RULES = (safety.WHY_NOW, *safety.WHILE_STRETCHING, *safety.AFTER_STRETCHING)
EVERYTHING = [*SIGNS, *RULES, *((step.words, step.source) for step in safety.PAIN_STEPS)]
UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK"


@pytest.mark.parametrize(("words", "source"), EVERYTHING)
def test_every_line_is_short_and_calm_and_has_its_source(words: str, source: str) -> None:
    """No alarm, no diagnosis, no promise."""
    assert source.strip()
    assert 0 < len(words) <= 120
    lowered = words.lower()
    for loud in ("!", "danger", "warning", "cure", "you have cauda", "guarantee", "never"):
        assert loud not in lowered


def test_signs_are_phrases_and_rules_are_sentences() -> None:
    """A full stop stands only after a sentence."""
    assert not any(line.words.endswith(".") for line in SIGNS)
    assert all(line.words.endswith(".") for line in RULES)
    assert all(step.words.endswith(".") for step in safety.PAIN_STEPS)
    assert len({line.words for line in SIGNS}) == len(SIGNS)


def test_the_nerves_low_in_the_back_come_first() -> None:
    """Both legs, numbness, bladder, bowels and sex, as the NHS and BMJ lists have them."""
    told = [line.words.lower() for line in safety.GET_HELP_NOW[:6]]
    expected = ("both legs", "both legs", "genitals", "peeing", "bowels", "sexual")
    for words, sign in zip(told, expected, strict=True):
        assert sign in words


def test_losing_control_is_an_emergency_and_nothing_less() -> None:
    """One article says to consult somebody; that is not soon enough."""
    later = chain(safety.ASK_TODAY, safety.ASK_SOON)
    assert not any("pee" in line.words or "bowel" in line.words for line in later)


def test_the_steps_of_pain_cover_the_scale_as_the_program_uses_it() -> None:
    """0 to 3, 4 to 5, 6 to 10, without a gap."""
    steps = safety.PAIN_STEPS
    assert [step.high for step in steps] == [FINE_UP_TO, EASED_UP_TO, WORST]
    assert steps[0].low == 0
    assert all(below.high + 1 == above.low for below, above in pairwise(steps))


def test_it_says_what_it_is_not() -> None:
    """Not medical advice, and not reviewed."""
    told = " ".join(safety.ABOUT)
    assert "not medical advice" in told
    assert "No clinician has reviewed" in told


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("GB", "999"),
        ("gb", "999"),
        ("JE", "999"),
        ("IE", "112 or 999"),
        ("US", "911"),
        ("CA", "911"),
        ("AU", "000"),
        ("NZ", "111"),
        *((country, "112") for country in UNION.split()),
    ],
)
def test_a_country_has_its_number(country: str, number: str) -> None:
    """By its ISO code; a person's own comes before it."""
    assert emergency_number(country) == number
    assert help_number("", country) == HelpNumber(number, NumberFrom.COUNTRY)
    assert help_number("118", country) == HelpNumber("118", NumberFrom.PERSON)


@pytest.mark.parametrize("country", ["", "JP", "ZZ", "A", "AT BE"])
def test_elsewhere_the_general_number_is_told_as_such(country: str) -> None:
    """It is known not to be the country's own."""
    assert emergency_number(country) == "112"
    assert help_number("", country) == HelpNumber("112", NumberFrom.GENERAL)


@pytest.mark.parametrize(
    "text",
    ["15", "999", "112", "+44 20 7946 0000", "(020) 7946-0000", "01.02.03.04", "123456789012345"],
)
def test_what_people_write_is_a_phone_number(text: str) -> None:
    """With what they put between the digits."""
    assert is_phone_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "call",
        "99a",
        " 999",
        "999 ",
        "9+99",
        "++44",
        "1234567890123456",
        "()",
        "٩٩٩",
        "9\n9",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    """Too short, too long, other signs, or other digits than a telephone has."""
    assert not is_phone_number(text)


@given(st.text(alphabet="0123456789 +().-x", max_size=40))
@example("0" + " " * 23 + "1")
def test_a_phone_number_has_few_enough_digits_and_signs(text: str) -> None:
    """Whatever is typed."""
    digits = [char for char in text if char.isdigit()]
    if is_phone_number(text):
        assert 2 <= len(digits) <= 15
        assert len(text) <= safety.LONGEST_NUMBER
        assert "+" not in text[1:]
        assert "x" not in text


def test_every_number_told_is_itself_a_number_or_two() -> None:
    """Nobody is told to call something else."""
    for country in ("GB", "IE", "US", "AU", "NZ", "FR", ""):
        assert all(is_phone_number(one) for one in emergency_number(country).split(" or "))
