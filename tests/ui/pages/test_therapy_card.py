from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy import Kind, Means, Therapy
from hipstretch.core.therapy_wishes import Chosen
from hipstretch.ui.pages.therapy_actions import Action
from hipstretch.ui.pages.therapy_card import TherapyCard
from tests.core.therapy_moments import HIP, heat, ice, missed, rested, shown, therapy

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> dict[Kind, TherapyCard]:
    """Both cards, shown."""
    cards = {kind: TherapyCard(theme, kind) for kind in Kind}
    for card in cards.values():
        card.resize(500, 300)
        qtbot.addWidget(card)
        card.show()
        card.set_view(shown(therapy()))
    return cards


@pytest.fixture
def card(cards: dict[Kind, TherapyCard]) -> TherapyCard:
    """The card of ice."""
    return cards[Kind.ICE]


def offered(card: TherapyCard) -> list[tuple[str, bool]]:
    """The words of the buttons that are there, and whether they can be pressed."""
    buttons = [card.buttons.button(action) for action in Action]
    return [(one.label, one.isEnabled()) for one in buttons if one.isVisible()]


@pytest.mark.parametrize(
    ("of", "buttons"),
    [
        (therapy(), [("Start ice", True)]),
        (therapy(ice(439)), [("Stop", True)]),
        (therapy(ice(301, checks=1)), [("Stop", True), ("Fine", True)]),
        (therapy(ice(1265)), [("It is off", True)]),
        (missed(740), [("It is off", True)]),
        (
            rested(1500),
            [("Start ice", False), ("Tell me at 15:42", True), ("Start anyway", True)],
        ),
        (therapy(heat(439, HIP)), [("Start ice", False), ("Tell me at 16:30", True)]),
    ],
)
def test_each_state_offers_what_can_be_done(
    card: TherapyCard, of: Therapy, buttons: list[tuple[str, bool]]
) -> None:
    """And nothing pauses: what is on the skin stays there."""
    card.set_view(shown(of))
    assert offered(card) == buttons


def test_only_a_kind_that_may_begin_can_be_chosen(card: TherapyCard) -> None:
    """Length and means go away while it runs or rests."""
    assert card.choices.isVisible()
    assert not card.title.isVisible()
    card.set_view(shown(therapy(ice(439))))
    assert not card.choices.isVisible()
    assert card.title.text() == "Running"


def test_waiting_to_be_told_is_seen(card: TherapyCard) -> None:
    """The button says that it will be done."""
    card.set_view(shown(replace(rested(1500), awaited=frozenset({HIP}))))
    assert ("I will tell you", True) in offered(card)


def test_the_length_goes_only_down(card: TherapyCard) -> None:
    """From what the articles say."""
    stepper = card.choices.minutes
    assert stepper.value == 20
    told: list[Chosen] = []
    card.chosen_changed.connect(told.append)
    QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert told == []
    QTest.keyClick(stepper, Qt.Key.Key_Down)
    assert told == [Chosen(ice=15)]


def test_the_gentler_length_is_one_click_away(cards: dict[Kind, TherapyCard]) -> None:
    """With a line that says whose advice it is; another click takes it back."""
    for kind, usual in ((Kind.ICE, 20), (Kind.HEAT, 30)):
        choices = cards[kind].choices
        told: list[Chosen] = []
        cards[kind].chosen_changed.connect(told.append)
        assert choices.advice.text() == "as NHS leaflets advise"
        QTest.mouseClick(choices.gentler, Qt.MouseButton.LeftButton)
        cards[kind].set_view(shown(therapy(), chosen=told[-1]))
        assert choices.minutes.value == 15
        QTest.mouseClick(choices.gentler, Qt.MouseButton.LeftButton)
        assert [chosen.minutes(kind) for chosen in told] == [15, usual]


def test_heat_can_be_a_bath(cards: dict[Kind, TherapyCard]) -> None:
    """Ice has its wrapped pack only."""
    assert cards[Kind.ICE].choices.means is None
    means = cards[Kind.HEAT].choices.means
    assert means is not None
    told: list[Chosen] = []
    cards[Kind.HEAT].chosen_changed.connect(told.append)
    QTest.keyClick(means, Qt.Key.Key_Down)
    QTest.keyClick(means, Qt.Key.Key_Down)
    assert [chosen.heat_means for chosen in told] == [Means.COMPRESS, Means.BATH]


def test_showing_what_was_chosen_tells_nothing(cards: dict[Kind, TherapyCard]) -> None:
    """Only the person does."""
    told: list[Chosen] = []
    cards[Kind.HEAT].chosen_changed.connect(told.append)
    cards[Kind.HEAT].set_view(shown(therapy(), chosen=Chosen(heat=10, heat_means=Means.BATH)))
    assert cards[Kind.HEAT].choices.minutes.value == 10
    assert told == []


def test_the_keys_are_shown_while_the_skin_is_to_be_looked_at(card: TherapyCard) -> None:
    """F and S; at other times they do nothing and are not there."""
    card.set_view(shown(therapy(ice(301, checks=1))))
    assert card.buttons.button(Action.FINE).toolTip() == "F"
    assert card.buttons.button(Action.STOP).toolTip() == "S"
    card.set_view(shown(therapy(ice(301, checks=1, fine=1))))
    assert card.buttons.button(Action.STOP).toolTip() == ""


def test_a_key_that_is_pressed_twice_presses_nothing_else(
    qtbot: QtBot, card: TherapyCard, press: Callable[[Qt.Key], None]
) -> None:
    """The focus stays among the buttons, but on none; Tab goes on from there."""
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    pressed: list[Action] = []
    card.action_requested.connect(pressed.append)
    card.buttons.button(Action.START).setFocus()
    card.set_view(shown(therapy(ice(439))))
    press(Qt.Key.Key_Space)
    assert pressed == []
    press(Qt.Key.Key_Tab)
    assert card.buttons.button(Action.STOP).hasFocus()


def test_a_press_tells_what_is_wanted(qtbot: QtBot, card: TherapyCard) -> None:
    """By its action."""
    with qtbot.waitSignal(card.action_requested) as told:
        QTest.mouseClick(card.buttons.button(Action.START), Qt.MouseButton.LeftButton)
    assert told.args == [Action.START]


@pytest.mark.parametrize(("width", "is_beside"), [(500, True), (380, True), (300, False)])
def test_the_words_stand_where_there_is_room(
    qtbot: QtBot, theme: Theme, width: int, is_beside: bool
) -> None:
    """Beside the ring, or under it."""
    page = QWidget()
    qtbot.addWidget(page)
    card = TherapyCard(theme, Kind.ICE, page)
    card.set_view(shown(therapy()))
    page.resize(600, 700)
    page.show()
    card.set_narrow(width < 400)
    card.resize(width, 620)

    def is_as_wanted() -> bool:
        """Whether the words begin beside the ring, or before its middle."""
        return (card.title.mapTo(card, QPoint()).x() > card.ring.x() + 100) is is_beside

    card.set_view(shown(therapy(ice(439))))
    qtbot.waitUntil(is_as_wanted)
    assert card.ring.width() >= 136


def test_less_padding_leaves_more_for_the_ring(qtbot: QtBot, theme: Theme) -> None:
    """At once, though the card keeps its width."""
    page = QWidget()
    qtbot.addWidget(page)
    card = TherapyCard(theme, Kind.ICE, page)
    card.resize(430, 300)
    page.show()
    before = card.ring.sizeHint().width()
    card.set_narrow(True)
    assert card.ring.sizeHint().width() == before + 24
