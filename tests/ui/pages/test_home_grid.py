from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Area, Place, Position
from hipstretch.core.catalogue import Facts, FaultItem, RoutineItem
from hipstretch.core.fault import Fault
from hipstretch.ui.pages.home_grid import HomeGrid
from hipstretch.ui.widgets.fault_card import FaultCard
from hipstretch.ui.widgets.routine_card import RoutineCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

FAULTY = FaultItem("own/knee.yaml", "knee.yaml", (Fault(3, 1, "unknown key"),))


def routine(number: int) -> RoutineItem:
    """A routine named by a number."""
    return RoutineItem(
        Facts(
            f"r{number}",
            f"Routine {number}",
            False,
            600.0,
            7,
            Position.STANDING,
            (Place.STANDING,),
            (Area.HIP,),
            (),
        )
    )


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> HomeGrid:
    """A grid with two routines and a faulty file between them."""
    grid = HomeGrid(theme)
    qtbot.addWidget(grid)
    grid.show_items([routine(1), FAULTY, routine(2)])
    grid.resize(1100, 600)
    grid.show()
    qtbot.waitActive(grid)
    return grid


def titles(grid: HomeGrid) -> list[str]:
    """What the shown cards say, in order."""
    return [
        card.content.title if isinstance(card, RoutineCard) else card.content.file_name
        for card in grid.shown
        if isinstance(card, RoutineCard | FaultCard)
    ]


def test_every_item_has_its_card_in_its_place(grid: HomeGrid) -> None:
    """Routines and faulty files are mixed as they were given."""
    assert titles(grid) == ["Routine 1", "knee.yaml", "Routine 2"]


def test_cards_are_used_again(grid: HomeGrid) -> None:
    """Other items make no other widgets."""
    before = set(grid.cards)
    grid.show_items([routine(3), routine(4)])
    assert set(grid.cards) == before
    assert titles(grid) == ["Routine 3", "Routine 4"]
    grid.show_items([routine(5), routine(6), routine(7)])
    assert len(set(grid.cards) - before) == 1


def test_a_click_opens_what_the_card_says_now(qtbot: QtBot, grid: HomeGrid) -> None:
    """Not what it said before."""
    grid.show_items([routine(8), FAULTY])
    with qtbot.waitSignal(grid.routine_opened) as told:
        QTest.mouseClick(grid.shown[0], Qt.MouseButton.LeftButton)
    assert told.args == ["r8"]
    with qtbot.waitSignal(grid.fault_opened) as told:
        QTest.mouseClick(grid.shown[1], Qt.MouseButton.LeftButton)
    assert told.args == ["own/knee.yaml"]


def test_enter_opens_and_space_starts(qtbot: QtBot, grid: HomeGrid) -> None:
    """A faulty file cannot start; it is opened."""
    with qtbot.waitSignal(grid.routine_opened) as told:
        QTest.keyClick(grid.shown[0], Qt.Key.Key_Return)
    assert told.args == ["r1"]
    with qtbot.waitSignal(grid.routine_start_requested) as told:
        QTest.keyClick(grid.shown[2], Qt.Key.Key_Space)
    assert told.args == ["r2"]
    with qtbot.waitSignal(grid.fault_opened) as told:
        QTest.keyClick(grid.shown[1], Qt.Key.Key_Space)
    assert told.args == ["own/knee.yaml"]


def test_the_keyboard_can_be_brought_to_a_card(grid: HomeGrid) -> None:
    """One that is not there is no error."""
    grid.focus_card(2)
    assert grid.shown[2].focus_shown
    grid.focus_card(9)
    assert grid.shown[2].hasFocus()
