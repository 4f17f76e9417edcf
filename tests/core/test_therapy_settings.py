from __future__ import annotations

import json
import math

import pytest

from hipstretch.core.settings import Settings


def test_usually_a_place_rests_for_two_hours_and_nobody_was_asked() -> None:
    """The check comes before the first treatment."""
    assert (Settings().rest_hours, Settings().therapy_answers) == (2, None)


@pytest.mark.parametrize("hours", [1, 2, 3, 4])
def test_a_rest_of_one_to_four_hours_is_taken(hours: int) -> None:
    """As published."""
    assert Settings().with_value("rest_hours", hours).rest_hours == hours


@pytest.mark.parametrize("hours", [0, 5, 2.0, True, None, "2", math.nan])
def test_another_rest_is_refused(hours: object) -> None:
    """Also none at all."""
    with pytest.raises(ValueError, match="expected 1 to 4"):
        Settings().with_value("rest_hours", hours)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None),
        ([], ()),
        (["numb-skin"], ("numb-skin",)),
        (("pregnancy", "diabetes", "pregnancy"), ("diabetes", "pregnancy")),
    ],
)
def test_answers_are_kept_once_and_in_order(value: object, kept: tuple[str, ...] | None) -> None:
    """None where nobody was asked; nothing where nothing applies. A file keeps both."""
    settings = Settings().with_value("therapy_answers", value)
    assert settings.therapy_answers == kept
    back = json.loads(json.dumps(settings.as_dict()))["therapy_answers"]
    assert Settings().with_value("therapy_answers", back) == settings


@pytest.mark.parametrize("value", ["numb-skin", ["no such condition"], [5], [[]], 5, {}, True])
def test_answers_to_other_questions_are_refused(value: object) -> None:
    """So that the check is made again, rather than a condition passed over."""
    with pytest.raises(ValueError, match=r"."):
        Settings().with_value("therapy_answers", value)
