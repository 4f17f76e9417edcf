from __future__ import annotations

import pytest

from hipstretch.core.body import Place, Position
from hipstretch.core.exercise import Instructions, name_side
from hipstretch.core.person import Side


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (Side.LEFT, "Rest your left ankle on your right thigh."),
        (Side.RIGHT, "Rest your right ankle on your left thigh."),
        (Side.BOTH, "Rest your ankle on your thigh."),
    ],
)
def test_a_text_names_the_side(side: Side, text: str) -> None:
    """`{side}` and `{other}` become words; with both sides they vanish without a double space."""
    assert name_side("Rest your {side} ankle on your {other} thigh.", side) == text


def test_all_four_lines_name_the_side() -> None:
    """Setup, move, hold and release are told for the side."""
    lines = Instructions("{side} a", "{other} b", "c {side}", "d")
    assert lines.on_side(Side.LEFT) == Instructions("left a", "right b", "c left", "d")


@pytest.mark.parametrize(
    ("position", "place"),
    [
        (Position.LYING_ON_BACK, Place.FLOOR),
        (Position.LYING_FACE_DOWN, Place.FLOOR),
        (Position.SIDE_LYING, Place.FLOOR),
        (Position.KNEELING, Place.FLOOR),
        (Position.ALL_FOURS, Place.FLOOR),
        (Position.SITTING_ON_FLOOR, Place.FLOOR),
        (Position.SITTING_ON_CHAIR, Place.SEATED),
        (Position.RECLINING, Place.SEATED),
        (Position.STANDING, Place.STANDING),
    ],
)
def test_every_position_has_its_place(position: Position, place: Place) -> None:
    """The filters on Home group nine positions into three places."""
    assert position.place is place
