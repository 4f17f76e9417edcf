from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core import conditions
from hipstretch.core.therapy_check import CHECK, Condition, ask_first, known_answers, lines
from hipstretch.core.treatment import Kind, Means

ONLY_ICE = {Condition.COLD_REACTION, Condition.HIGH_BLOOD_PRESSURE}
ONLY_HEAT = {Condition.FRESH_SWELLING, Condition.PREGNANCY}


def test_every_condition_is_asked_once_in_plain_words_with_its_source() -> None:
    """In the order of the list."""
    assert [one.condition for one in CHECK] == list(Condition)
    assert len({one.words for one in CHECK}) == len(CHECK)
    for one in CHECK:
        assert one.words
        assert one.source
        assert one.kinds
        assert "!" not in one.words


def test_somebody_to_whom_nothing_applies_may_begin() -> None:
    """With either."""
    assert ask_first((), Kind.ICE) == ask_first((), Kind.HEAT) == ()


@pytest.mark.parametrize("condition", Condition)
def test_a_condition_matters_for_its_kinds(condition: Condition) -> None:
    """Most for both, some for cold or warmth alone."""
    asked = {kind for kind in Kind if [one.condition for one in ask_first([condition], kind)]}
    expected = set(Kind)
    if condition in ONLY_ICE:
        expected = {Kind.ICE}
    elif condition in ONLY_HEAT:
        expected = {Kind.HEAT}
    assert asked == expected


@given(st.sets(st.sampled_from(Condition)), st.sampled_from(Kind))
def test_only_what_applies_is_to_be_asked_about(answers: set[Condition], kind: Kind) -> None:
    """In the order of the check, by the ids that a settings file has."""
    asked = [one.condition for one in ask_first([one.value for one in answers], kind)]
    assert set(asked) <= answers
    assert asked == sorted(asked, key=list(Condition).index)
    assert {one for one in answers if one not in asked} <= (
        ONLY_HEAT if kind is Kind.ICE else ONLY_ICE
    )


@pytest.mark.parametrize("means", Means)
def test_every_treatment_has_its_lines(means: Means) -> None:
    """A cloth or a warm bath first; short, with their sources, and none of them loud."""
    shown = lines(means)
    assert [("bath" if means is Means.BATH else "cloth") in shown[0].words] == [True]
    assert any("Stay awake." in line.words for line in shown)
    for line in shown:
        assert line.source
        assert line.words.endswith(".")
        assert "!" not in line.words
        assert len(line.words) <= 90


def test_a_heat_pack_is_advised_instead_of_a_hot_water_bottle() -> None:
    """Numb skin does not feel a scald."""
    tells = {means for means in Means if "hot-water bottle" in lines(means)[-1].words}
    assert tells == {Means.PAD, Means.COMPRESS}


def test_what_is_known_of_the_person_is_known_here_too() -> None:
    """By the same names, but for a clot; in the order of the check, each once."""
    named = ["blood-clot", "pregnancy", "knee-pain", "numb-skin"]
    assert known_answers(named) == ("numb-skin", "poor-circulation", "pregnancy")
    assert known_answers(()) == ()
    assert known_answers(["hip-replacement", "balance-problems"]) == ()


def test_all_that_the_persons_conditions_tell() -> None:
    """No other of them has to do with skin, blood or warmth."""
    assert known_answers([one.value for one in conditions.Condition]) == (
        "numb-skin",
        "poor-circulation",
        "high-blood-pressure",
        "broken-skin",
        "pregnancy",
    )


@given(st.sets(st.sampled_from(conditions.Condition)))
def test_what_is_known_can_be_answered(named: set[conditions.Condition]) -> None:
    """Every id is one of the check's."""
    known = known_answers([one.value for one in named])
    assert set(known) <= {one.value for one in Condition}
    assert len(known) <= len(named)
