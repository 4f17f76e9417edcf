from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.concern_question import Settled, SettledCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WORDS = "Yesterday it hurt. Has it settled?"


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> SettledCard:
    """A card that asks."""
    card = SettledCard(theme)
    qtbot.addWidget(card)
    card.resize(1000, 68)
    card.ask(WORDS)
    return card


def shown(card: SettledCard) -> list[str]:
    """The names of the buttons that are in sight."""
    return [b.accessibleName() or b.label for b in card.buttons if b.isVisible()]


@pytest.mark.parametrize(
    ("at", "answer"), [(0, Settled.YES), (1, Settled.NOT_YET), (4, Settled.NOT_TOLD)]
)
def test_there_are_three_answers(card: SettledCard, qtbot: QtBot, at: int, answer: Settled) -> None:
    """To put it away is one."""
    assert card.words == WORDS
    assert shown(card) == ["Yes", "Not yet", "Not now"]
    with qtbot.waitSignal(card.answered, timeout=0) as told:
        QTest.mouseClick(card.buttons[at], Qt.MouseButton.LeftButton)
    assert told.args == [answer]


def test_help_is_offered_in_its_place(card: SettledCard, qtbot: QtBot) -> None:
    """To put that away is no answer."""
    card.offer_help(is_flare_up=False)
    assert shown(card) == ["Flare-up day", "When to get help", "Not now"]
    for signal, at in (
        (card.flare_up_requested, 2),
        (card.safety_requested, 3),
        (card.dismissed, 4),
    ):
        with qtbot.waitSignal(signal, timeout=0), qtbot.assertNotEmitted(card.answered):
            QTest.mouseClick(card.buttons[at], Qt.MouseButton.LeftButton)


def test_on_a_flare_up_day_the_help_remains(card: SettledCard) -> None:
    """When to get help can be read on every day."""
    card.offer_help(is_flare_up=True)
    assert shown(card) == ["When to get help", "Not now"]


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [1000, 450, 390])
def test_everything_has_room(card: SettledCard, theme: Theme, width: int, scale: float) -> None:
    """In narrow windows the buttons stand below the words."""
    theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)
    card.set_narrow(width < 700)
    card.offer_help(is_flare_up=False)
    card.resize(width, card._row.totalHeightForWidth(width))
    card._row.activate()
    for button in card.buttons:
        if button.isVisible():
            assert card.rect().contains(button.geometry())
            assert button.width() >= button.sizeHint().width()
