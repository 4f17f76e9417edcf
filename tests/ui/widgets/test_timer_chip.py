from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Role
from hipstretch.ui.widgets.timer_chip import TimerChip, chip_title
from tests.core.therapy_moments import heat, ice, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window as wide as the rail."""
    window = QWidget()
    window.resize(208, 100)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def chip(window: QWidget, theme: Theme) -> TimerChip:
    """A chip that shows nothing yet."""
    chip = TimerChip(theme, window)
    chip.resize(180, 66)
    return chip


def test_it_is_there_only_while_something_is_under_way(chip: TimerChip) -> None:
    """And not on the page of the timers, which gives it no view."""
    assert chip.isHidden()
    chip.set_view(shown(therapy(ice(439))))
    assert chip.isVisible()
    chip.set_view(shown(therapy()))
    assert chip.isHidden()
    chip.set_view(shown(therapy(ice(439))))
    chip.set_view(None)
    assert chip.isHidden()
    assert chip.card is None


def test_it_says_what_is_left(chip: TimerChip) -> None:
    """In its name and in its tooltip."""
    chip.set_view(shown(therapy(ice(439))))
    assert chip.accessibleName() == "Ice, 12:41 left"
    assert chip.toolTip() == "Ice, 12:41 left"


def test_it_shows_what_matters_most(chip: TimerChip) -> None:
    """An alarm before what runs."""
    chip.set_view(shown(therapy(ice(439), heat(1900))))
    assert chip.accessibleName() == "Heat is over: take it off"


def test_what_asks_stands_out(chip: TimerChip) -> None:
    """By its ground and a border in the kind's colour, and by its words."""
    chip.set_view(shown(therapy(ice(439))))
    assert chip.grab().toImage().pixelColor(90, 10) == LIGHT.sunken
    chip.set_view(shown(therapy(ice(301, checks=1))))
    assert chip.grab().toImage().pixelColor(90, 10) == LIGHT.ice_soft
    assert chip.accessibleName().endswith("look at your skin")


def test_where_the_kind_has_no_room_the_time_stands_alone(theme: Theme) -> None:
    """No digit is ever cut."""
    (card,) = shown(therapy(ice(439))).under_way
    font = theme.font(Role.BODY_STRONG)
    assert chip_title(card, 200, font) == "Ice 12:41"
    assert chip_title(card, 60, font) == "12:41"


def test_narrow_it_is_higher(chip: TimerChip, theme: Theme) -> None:
    """Ring and digits under each other; larger with the text."""
    assert chip.hasHeightForWidth()
    assert (chip.heightForWidth(190), chip.heightForWidth(58)) == (66, 78)
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert chip.heightForWidth(58) > 78
    chip.set_view(shown(therapy(ice(1201))))
    chip.resize(58, chip.heightForWidth(58))
    assert not chip.grab().isNull()


def test_a_click_goes_to_the_timers(qtbot: QtBot, chip: TimerChip) -> None:
    """As a button does."""
    chip.set_view(shown(therapy(ice(439))))
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_it_asks_for_a_view_every_second_and_not_while_hidden(
    qtbot: QtBot, chip: TimerChip, window: QWidget
) -> None:
    """Nothing wakes the machine for what nobody sees."""
    chip.set_view(shown(therapy(ice(439.99))))
    with qtbot.waitSignal(chip.view_requested, timeout=1500):
        pass
    chip.set_view(shown(therapy(ice(439))))
    assert chip._second_hand.is_running
    window.hide()
    assert not chip._second_hand.is_running
