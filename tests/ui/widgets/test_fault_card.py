from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.fault_card import FaultCard, FaultContent

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

MESSAGE = "Line 12: hold must be a whole number from 5 to 300."


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> FaultCard:
    """A card about two faults."""
    card = FaultCard(theme)
    card.set_content(FaultContent("my-mornings.yaml", MESSAGE, 2))
    card.resize(330, 252)
    qtbot.addWidget(card)
    return card


def test_it_is_as_large_as_a_routine(card: FaultCard) -> None:
    """The grid stays even."""
    assert card.sizeHint().toTuple() == (330, 252)
    card.set_form(True)
    assert card.heightForWidth(450) == 110


def test_it_says_file_count_and_message(card: FaultCard) -> None:
    """A screen reader hears what is wrong."""
    assert card.accessibleName() == f"my-mornings.yaml, 2 faults, {MESSAGE}, Show"
    card.set_content(FaultContent("a.yaml", "No name.", 1))
    assert "1 fault," in card.accessibleName()


def test_a_click_shows_the_faults(card: FaultCard, qtbot: QtBot) -> None:
    """The whole card is the link."""
    with qtbot.waitSignal(card.opened):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())


def test_a_long_message_is_there_in_full_for_the_tooltip(card: FaultCard) -> None:
    """Three lines are on the card."""
    assert card.cut_words() == ""
    card.set_content(FaultContent("a.yaml", MESSAGE * 6, 1))
    assert card.cut_words().endswith(MESSAGE * 6)


@pytest.mark.parametrize("as_list", [False, True])
def test_it_can_be_painted_in_both_forms(card: FaultCard, theme: Theme, as_list: bool) -> None:
    """It stands on the card's colour, not on a stage."""
    card.set_form(as_list)
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert card.grab().toImage().pixelColor(165, 10) == theme.palette.surface
