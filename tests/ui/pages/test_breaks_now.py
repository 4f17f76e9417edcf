from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import Pause
from hipstretch.ui.pages.breaks_now import NowCard
from hipstretch.ui.theme import Theme
from tests.ui.break_views import DUE, OFF, ON_FEET, PAUSED, view


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> NowCard:
    """A card that shows a sitting person."""
    card = NowCard(theme)
    qtbot.addWidget(card)
    card.show_view(view())
    card.resize(618, 290)
    card.show()
    return card


def test_it_says_how_things_stand(card: NowCard) -> None:
    """Where the person is, what comes next, and something kind."""
    assert card.tag.text == "Sitting 18 min"
    assert card.title.text() == "Next break in 12 min"
    assert card.advice.text() == "Any change is good: stand, walk or stretch."
    card.show_view(DUE)
    assert (card.tag.text, card.title.text()) == ("Sitting 47 min", "Time to stand up")


def test_where_reminders_are_off_only_the_stretch_is_offered(card: NowCard) -> None:
    """And it is said where to switch them on."""
    card.show_view(OFF)
    assert card.title.text() == "Reminders are off"
    assert "below" in card.advice.text()
    assert card.stretch.isVisible()
    hidden = (card.tag, card.answer, card.pause)
    assert not any(widget.isVisible() for widget in hidden)


def test_the_answer_says_where_the_person_is(qtbot: QtBot, card: NowCard) -> None:
    """Up, or sitting again."""
    with qtbot.waitSignal(card.up_requested):
        QTest.mouseClick(card.answer, Qt.MouseButton.LeftButton)
    card.show_view(ON_FEET)
    assert card.answer.label == "I’m sitting"
    with qtbot.waitSignal(card.sitting_requested):
        QTest.mouseClick(card.answer, Qt.MouseButton.LeftButton)


def test_the_stretch_is_asked_for(qtbot: QtBot, card: NowCard) -> None:
    """At any time."""
    with qtbot.waitSignal(card.stretch_requested):
        card.stretch.click()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_pause_asks_for_how_long(card: NowCard) -> None:
    """In a menu under the button."""
    told: list[Pause] = []
    card.pause_requested.connect(told.append)
    card.pause.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.y() > card.pause.mapToGlobal(card.pause.rect().topLeft()).y()
    menu.actions()[1].trigger()
    assert told == [Pause.HOUR]
    menu.close()


def test_a_pause_can_be_ended(qtbot: QtBot, card: NowCard) -> None:
    """By the same button."""
    card.show_view(PAUSED)
    assert card.pause.label == "Go on"
    with qtbot.waitSignal(card.go_on_requested):
        card.pause.click()


def test_in_narrow_windows_the_ring_stands_above(card: NowCard) -> None:
    """And it is smaller."""
    assert card.ring.geometry().right() < card.title.mapTo(card, card.title.rect().topLeft()).x()
    card.set_narrow(True)
    card.resize(380, 520)
    QApplication.processEvents()
    assert card.ring.width() == 168
    assert card.ring.geometry().bottom() < card.tag.mapTo(card, card.tag.rect().topLeft()).y()
