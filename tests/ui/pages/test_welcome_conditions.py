from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.conditions import Condition
from hipstretch.ui.pages.welcome_conditions import ConditionChips

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def chips(qtbot: QtBot, theme: Theme) -> ConditionChips:
    """The chips without an answer."""
    chips = ConditionChips(theme)
    qtbot.addWidget(chips)
    return chips


@pytest.fixture
def told(chips: ConditionChips) -> list[object]:
    """What they tell."""
    told: list[object] = []
    chips.conditions_changed.connect(told.append)
    return told


def click(chips: ConditionChips, *conditions: str) -> None:
    """Click the chip of each condition."""
    by_id = {chip.value: chip for chip in chips.chips}
    for condition in conditions:
        by_id[condition].click()


def test_every_condition_has_one_chip(chips: ConditionChips) -> None:
    """In whichever group it stands."""
    assert sorted(chip.value for chip in chips.chips) == sorted(Condition)
    assert chips.stops == (chips.none, *chips.chips)


def test_without_an_answer_nothing_is_known(chips: ConditionChips, told: list[object]) -> None:
    """That is another thing than none; taking the last one back leaves it open again."""
    assert chips.conditions is None
    click(chips, "pregnancy", "pregnancy")
    assert told == [("pregnancy",), None]


def test_answers_are_told_in_the_order_in_which_they_are_kept(
    chips: ConditionChips, told: list[object]
) -> None:
    """However they were chosen."""
    click(chips, "hernia", "hip-replacement")
    assert told[-1] == ("hip-replacement", "hernia")


def test_none_of_these_and_the_others_turn_each_other_off(
    chips: ConditionChips, told: list[object]
) -> None:
    """None is an answer of its own."""
    click(chips, "hernia")
    chips.none.click()
    click(chips, "blood-clot")
    chips.none.click()
    chips.none.click()
    assert told == [("hernia",), (), ("blood-clot",), (), None]


@pytest.mark.parametrize("answer", [None, (), ("osteoporosis", "wrist-pain")])
def test_what_is_shown_is_what_is_known(
    chips: ConditionChips, told: list[object], answer: tuple[str, ...] | None
) -> None:
    """Showing tells nothing."""
    click(chips, "hernia")
    told.clear()
    chips.set_conditions(answer)
    assert chips.conditions == answer
    assert told == []
