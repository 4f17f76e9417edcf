from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from hipstretch.ui.widgets.row_geometry import Part, RowGeometry, RowPlaces

ALL = frozenset(Part)


def geometry(width: int, scale: float = 1.0) -> RowGeometry:
    """A row's measures at a width and a text size."""
    return RowGeometry(width, lambda base: round(base * scale), round(116 * scale))


def rects(spots: RowPlaces) -> list[QRect]:
    """All visible parts."""
    return [spots.grip, spots.title, *spots.parts.values(), spots.toggle]


def test_a_wide_row_is_one_line_as_in_the_design() -> None:
    """75 px high, with the columns of the mock-up from the right."""
    spots = geometry(688).places(56, ALL)
    assert spots.height == 75
    assert {rect.center().y() for rect in spots.parts.values()} == {36}
    assert (spots.parts[Part.HOLD].left(), spots.parts[Part.HOLD].width()) == (285, 116)
    assert spots.toggle.right() == 688 - 18 - 1


def test_a_narrow_row_puts_the_controls_below_the_name() -> None:
    """Name and toggle above, steppers and sides in one line below."""
    spots = geometry(440).places(56, ALL)
    tops = {rect.top() for rect in spots.parts.values()}
    assert len(tops) == 1
    assert tops.pop() > spots.title.bottom()
    assert not geometry(440).is_one_line


def test_a_higher_name_makes_the_row_higher() -> None:
    """Nothing is cut."""
    spots = geometry(688).places(98, ALL)
    assert spots.height >= 98
    assert spots.title.top() >= 0


def test_a_row_without_controls_is_still_a_row() -> None:
    """Only name and toggle."""
    assert geometry(400).places(56, frozenset()).height >= 75


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("width", [340, 380, 440, 500, 576, 656, 680, 884])
def test_nothing_overlaps_or_leaves_the_row(width: int, scale: float) -> None:
    """In every form and at every text size."""
    spots = geometry(width, scale).places(round(56 * scale), ALL)
    card = QRect(0, 0, width, spots.height)
    parts = rects(spots)
    assert all(card.contains(part) for part in parts)
    assert not any(a.intersects(b) for a in parts for b in parts if a is not b)
