from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from hipstretch.core.settings import Settings
from hipstretch.ui.pages.settings_cards.setting_card import Change
from hipstretch.ui.pages.settings_cards.therapy import IceAndHeatCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> IceAndHeatCard:
    """The card with the usual settings."""
    card = IceAndHeatCard(theme)
    qtbot.addWidget(card)
    card.show_settings(Settings())
    return card


def test_the_rest_is_one_to_four_hours(card: IceAndHeatCard) -> None:
    """Two at first; a choice is told."""
    told: list[Change] = []
    card.setting_chosen.connect(told.append)
    assert card.rest.value == 2
    segments = {button.text(): button for button in card.rest.findChildren(QAbstractButton)}
    assert list(segments) == ["1 h", "2 h", "3 h", "4 h"]
    for words in ("3 h", "4 h", "1 h"):
        QTest.mouseClick(segments[words], Qt.MouseButton.LeftButton)
    assert told == [Change("rest_hours", hours) for hours in (3, 4, 1)]
    for change in told:
        assert Settings().with_value(*change).rest_hours == change.value


@pytest.mark.parametrize(
    ("answers", "line", "button"),
    [
        (None, "A few questions come before your next ice or heat.", "Answer now"),
        ((), "You said that none of the questions fit you.", "Answer again"),
        (("numb-skin",), "You said that some of the questions fit you.", "Answer again"),
    ],
)
def test_it_tells_what_was_answered(
    card: IceAndHeatCard, answers: tuple[str, ...] | None, line: str, button: str
) -> None:
    """And what one may do about it."""
    card.show_settings(Settings(therapy_answers=answers))
    assert card.check_row.line == line
    assert card.check.label == button


def test_the_questions_can_be_asked_for(qtbot: QtBot, card: IceAndHeatCard) -> None:
    """By the mouse or the keyboard."""
    with qtbot.waitSignal(card.check_requested):
        QTest.mouseClick(card.check, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.check_requested):
        QTest.keyClick(card.check, Qt.Key.Key_Space)
