from __future__ import annotations

import pytest

from hipstretch.core.person import Affected, Person, Side


@pytest.mark.parametrize(
    ("side", "opposite"),
    [(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT), (Side.BOTH, Side.BOTH)],
)
def test_each_side_has_an_opposite(side: Side, opposite: Side) -> None:
    """Left and right change places, both stays."""
    assert side.opposite is opposite


@pytest.mark.parametrize(
    ("affected", "sides"),
    [
        (Affected.NONE, set()),
        (Affected.LEFT, {Side.LEFT}),
        (Affected.RIGHT, {Side.RIGHT}),
        (Affected.BOTH, {Side.LEFT, Side.RIGHT}),
    ],
)
def test_affected_includes_its_own_sides(affected: Affected, sides: set[Side]) -> None:
    """`BOTH` as a side of a rep is never a sore one."""
    assert {side for side in Side if affected.includes(side)} == sides


@pytest.mark.parametrize(
    ("affected", "sore"),
    [
        (Affected.NONE, None),
        (Affected.LEFT, Side.LEFT),
        (Affected.RIGHT, Side.RIGHT),
        (Affected.BOTH, None),
    ],
)
def test_the_sore_side_is_the_only_one(affected: Affected, sore: Side | None) -> None:
    """There is no one sore side where none or both are."""
    assert Person(affected).sore_side is sore


def test_a_person_of_whom_nothing_is_known() -> None:
    """Nothing sore, the right side first, no extra rep, six seconds for an uncounted breath."""
    assert Person() == Person(
        Affected.NONE, Side.RIGHT, extra_rep=False, breath=6.0, breathe_along=False
    )


@pytest.mark.parametrize(
    ("affected", "first"),
    [
        (Affected.LEFT, Side.LEFT),
        (Affected.RIGHT, Side.RIGHT),
        (Affected.BOTH, Side.LEFT),
        (Affected.NONE, Side.LEFT),
    ],
)
def test_a_sore_side_that_was_chosen_comes_first(affected: Affected, first: Side) -> None:
    """Where it is one; else the first side stays."""
    person = Person(Affected.RIGHT, Side.LEFT).with_sore(affected)
    assert (person.affected, person.first_side) == (affected, first)
