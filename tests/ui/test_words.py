from __future__ import annotations

import pytest

from hipstretch.core.body import Area, Place, Position
from hipstretch.core.conditions import Avoided, Condition
from hipstretch.core.person import Side
from hipstretch.ui import words


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 s"), (59.2, "60 s"), (89, "89 s"), (90, "2 min"), (600, "10 min"), (601, "11 min")],
)
def test_lengths_are_rounded_up(seconds: float, told: str) -> None:
    """Nobody is kept longer than was said; short ones are told in seconds."""
    assert words.minutes(seconds) == told


def test_what_adds_up_inexactly_is_not_rounded_up() -> None:
    """Ten times a minute is ten minutes."""
    assert words.minutes(sum([0.1] * 6000)) == "10 min"


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00"), (5, "0:05"), (634.2, "10:35"), (3725, "1:02:05")]
)
def test_a_clock_has_two_digits_after_the_first(seconds: float, told: str) -> None:
    """Hours only where there are any."""
    assert words.clock(seconds) == told


@pytest.mark.parametrize(
    ("areas", "told"),
    [
        ((), ""),
        ((Area.LOWER_BACK,), "Lower back"),
        ((Area.HIP, Area.LOWER_BACK), "Hip and lower back"),
        ((Area.HIP, Area.CORE, Area.NECK), "Hip, core and neck"),
    ],
)
def test_areas_make_a_phrase(areas: tuple[Area, ...], told: str) -> None:
    """With a capital at its beginning only."""
    assert words.areas_phrase(areas) == told


def test_one_is_singular() -> None:
    """Every count has both."""
    assert (words.stretches(1), words.stretches(7)) == ("1 stretch", "7 stretches")
    assert (words.holds(1), words.holds(14)) == ("1 hold", "14 holds")
    assert (words.times(1), words.times(3)) == ("once", "3 times")
    assert (words.breaths(1), words.breaths(5)) == ("1 breath", "5 breaths")
    assert (words.days_in_a_row(1), words.days_in_a_row(4)) == ("1 day in a row", "4 days in a row")


@pytest.mark.parametrize(
    "told",
    [
        [words.area_word(area) for area in Area],
        [words.place_word(place) for place in Place],
        [words.position_word(position) for position in Position],
        [words.side_word(side) for side in Side],
    ],
)
def test_everything_that_has_a_name_has_a_word(told: list[str]) -> None:
    """None of the core's names is shown as it is written in files."""
    assert all(word[0].isupper() and "-" not in word for word in told)
    assert len(set(told)) == len(told)


def test_equipment_of_the_person_s_own_is_told_as_it_is_written() -> None:
    """Known things have a word, the others lose their dashes."""
    assert words.equipment_word("tennis-ball") == "Tennis ball"
    assert words.equipment_word("yoga-block") == "Yoga block"
    assert words.equipment_phrase(["pillow", "yoga-block"]) == "Pillow and yoga block"
    assert words.equipment_phrase([]) == "No equipment"


def test_conditions_fit_into_a_sentence() -> None:
    """Any of them is a reason to ask."""
    ids = ["hip-replacement", "osteoporosis", "gout"]
    assert words.conditions_phrase(ids) == "a hip replacement, osteoporosis or gout"
    assert words.condition_word("hip-replacement") == "A hip replacement"


def test_what_is_noted_is_a_list() -> None:
    """With a capital at its beginning only; nothing for none."""
    assert words.conditions_list(["hip-replacement", "osteoporosis"]) == (
        "A hip replacement, osteoporosis"
    )
    assert words.avoided_list(["kneeling", "face-down"]) == "Kneeling, lying face down"
    assert (words.conditions_list(()), words.avoided_list(())) == ("", "")


def test_every_condition_and_position_has_a_word() -> None:
    """None of them is told by its id."""
    told = [words.condition_word(one) for one in Condition]
    told += [words.avoided_word(one) for one in Avoided]
    assert len(set(told)) == len(Condition) + len(Avoided)
    assert not {"Blood clot", "Floor", "Face down"} & set(told)
