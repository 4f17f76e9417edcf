from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.button_pair import ButtonPair


@pytest.fixture
def pair(qtbot: QtBot, theme: Theme) -> ButtonPair:
    """A short and a long answer."""
    pair = ButtonPair(Button(theme, "I’m up"), Button(theme, "Pause breaks"))
    qtbot.addWidget(pair)
    pair.resize(400, 60)
    pair.show()
    return pair


def test_with_room_both_are_equally_wide(pair: ButtonPair) -> None:
    """Side by side, 10 px apart as they are seen."""
    first, second = pair._buttons
    assert first.width() == second.width() == 200
    assert second.x() - first.geometry().right() == 1
    assert pair.heightForWidth(400) == first.height()


def test_with_less_room_each_has_what_its_words_need(pair: ButtonPair) -> None:
    """And still they share the row."""
    first, second = pair._buttons
    needed = first.minimumSizeHint().width() + second.minimumSizeHint().width()
    pair.resize(needed + 10, 60)
    assert first.width() < second.width()
    assert second.width() >= second.minimumSizeHint().width()
    assert first.y() == second.y()


def test_without_room_they_stand_under_each_other(pair: ButtonPair) -> None:
    """As wide as there is room."""
    first, second = pair._buttons
    pair.resize(170, 200)
    assert second.y() == first.height()
    assert first.width() == second.width() == 170
    assert pair.heightForWidth(170) == 2 * first.height()
    assert pair.minimumSizeHint().width() == second.minimumSizeHint().width()


def test_a_hidden_one_leaves_its_room(pair: ButtonPair) -> None:
    """And none is left when both have gone."""
    first, second = pair._buttons
    first.hide()
    QApplication.sendPostedEvents()
    assert second.width() == pair.width()
    second.hide()
    assert pair.heightForWidth(400) == 0
    assert pair.minimumSizeHint().width() == 0


def test_other_words_need_other_widths(pair: ButtonPair) -> None:
    """As soon as they are there."""
    first, second = pair._buttons
    pair.resize(320, 60)
    second.set_label("Pause all breaks")
    QApplication.sendPostedEvents()
    assert second.width() > first.width()
