from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from hipstretch.ui.widgets.second_hand import SecondHand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    """A widget that nobody sees yet."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_it_ticks_after_the_time_that_was_asked_for(qtbot: QtBot, widget: QWidget) -> None:
    """Once: whoever hears it says when next."""
    hand = SecondHand(widget)
    widget.show()
    with qtbot.waitSignal(hand.ticked, timeout=1000):
        hand.follow(0.01)
    assert not hand.is_running


def test_it_looks_when_its_widget_comes_into_sight(qtbot: QtBot, widget: QWidget) -> None:
    """What was shown before may be old."""
    hand = SecondHand(widget)
    with qtbot.waitSignal(hand.ticked, timeout=1000):
        widget.show()


def test_it_rests_while_its_widget_is_hidden(widget: QWidget) -> None:
    """Nothing wakes the machine for what nobody sees."""
    hand = SecondHand(widget)
    hand.follow(1)
    assert not hand.is_running
    widget.show()
    hand.follow(1)
    assert hand.is_running
    widget.hide()
    assert not hand.is_running


def test_it_stops_where_nothing_changes(widget: QWidget) -> None:
    """Nothing runs then."""
    hand = SecondHand(widget)
    widget.show()
    hand.follow(1)
    hand.follow(None)
    assert not hand.is_running
