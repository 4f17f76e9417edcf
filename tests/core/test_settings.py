from __future__ import annotations

import json
import math

import pytest

from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.settings import Appearance, Settings


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("appearance", "dark", Appearance.DARK),
        ("appearance", Appearance.LIGHT, Appearance.LIGHT),
        ("text_size", 115, 115),
        ("reduced_motion", True, True),
        ("affected_side", "both", Affected.BOTH),
        ("first_side", "left", Side.LEFT),
        ("extra_rep", True, True),
        ("breath", 2, 2.0),
        ("breath", 20.0, 20.0),
    ],
)
def test_a_value_within_bounds_is_taken(name: str, value: object, kept: object) -> None:
    """Values as a file gives them become the setting's own type."""
    assert getattr(Settings().with_value(name, value), name) == kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("no_such_setting", 1),
        ("appearance", "blue"),
        ("appearance", []),
        ("appearance", None),
        ("text_size", 101),
        ("text_size", 100.0),
        ("text_size", "100"),
        ("text_size", True),
        ("reduced_motion", 1),
        ("reduced_motion", "true"),
        ("affected_side", "middle"),
        ("affected_side", {}),
        ("first_side", "both"),
        ("first_side", ["left"]),
        ("extra_rep", None),
        ("breath", 1.9),
        ("breath", 20.1),
        ("breath", True),
        ("breath", "6"),
        ("breath", math.nan),
        ("breath", math.inf),
    ],
)
def test_a_value_out_of_bounds_is_refused(name: str, value: object) -> None:
    """A ValueError, and nothing else, says so."""
    with pytest.raises(ValueError, match=r"."):
        Settings().with_value(name, value)


def test_the_person_is_what_changes_a_plan() -> None:
    """Sore side, first side, extra rep and breath go over."""
    settings = Settings(
        affected_side=Affected.LEFT, first_side=Side.LEFT, extra_rep=True, breath=5.0
    )
    assert settings.person == Person(Affected.LEFT, Side.LEFT, extra_rep=True, breath=5.0)


def test_settings_survive_plain_values() -> None:
    """What goes to a file as JSON comes back the same."""
    settings = Settings(Appearance.DARK, 130, True, Affected.RIGHT, Side.LEFT, True, 7.5)
    back = Settings()
    for name, value in json.loads(json.dumps(settings.as_dict())).items():
        back = back.with_value(name, value)
    assert back == settings
