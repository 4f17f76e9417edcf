from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import TherapyView
from hipstretch.ui.dialogs.therapy_check import TherapyCheckDialog
from hipstretch.ui.pages.therapy import TherapyPage
from hipstretch.ui.pages.therapy_actions import Action
from hipstretch.ui.widgets.button import Button
from tests.ui.flow.therapy_desk import TherapyDesk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHECK = "Does any of this fit you?"


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> TherapyDesk:
    """Somebody on the page of ice and heat."""
    desk = TherapyDesk(tmp_path, theme)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.flow.show()
    return desk


def start(desk: TherapyDesk, kind: Kind = Kind.ICE) -> None:
    """Press the large button of a card."""
    page = desk.window.page
    assert isinstance(page, TherapyPage)
    button = page.card(kind).buttons.button(Action.START)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def check(desk: TherapyDesk) -> TherapyCheckDialog:
    """The questions that are asked."""
    found = [one for one in desk.window.findChildren(TherapyCheckDialog) if one._open]
    (dialog,) = found
    return dialog


def press(desk: TherapyDesk, words: str) -> None:
    """Press a button of the questions."""
    buttons = check(desk).findChildren(Button)
    button = next(button for button in buttons if button.label == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_whoever_has_answered_begins_at_once(desk: TherapyDesk) -> None:
    """By one click."""
    start(desk)
    assert desk.dialogs == []
    assert desk.flow.is_running


def test_other_conditions_ask_again_before_the_next_one(desk: TherapyDesk) -> None:
    """What they tell is on already; the treatment begins once it is answered."""
    desk.change(conditions=("blood-clot", "knee-pain"))
    start(desk)
    assert desk.dialogs == [CHECK]
    assert check(desk).answers == ("poor-circulation",)
    assert not desk.flow.is_running
    check(desk).toggles[3].click()
    press(desk, "None of these")
    assert desk.flow.is_running
    assert desk.settings.settings.therapy_answers == ()


def test_what_was_answered_stays_where_nothing_changed(desk: TherapyDesk) -> None:
    """Whoever goes through the questions again finds their own answers, not the conditions."""
    desk.change(conditions=("pregnancy",))
    desk.change(therapy_answers=("diabetes",))
    desk.flow.ask_again()
    assert check(desk).answers == ("diabetes",)
    check(desk).toggles[0].click()
    press(desk, "Go on")
    assert desk.settings.settings.therapy_answers == ("numb-skin", "diabetes")
    assert not desk.flow.is_running


def test_the_questions_come_on_any_page(desk: TherapyDesk) -> None:
    """The settings ask for them, too."""
    desk.window.show_page(Button(desk.theme, "Settings"), "settings")
    desk.flow.ask_again()
    assert desk.dialogs == [CHECK]


def test_the_way_to_the_safety_page_is_passed_on(qtbot: QtBot, desk: TherapyDesk) -> None:
    """From beside the questions."""
    page = desk.window.page
    assert isinstance(page, TherapyPage)
    button = next(b for b in page.ask_first.findChildren(Button) if b.label == "Safety page")
    with qtbot.waitSignal(desk.flow.safety_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_minute_less_is_told_to_who_shows_minutes(desk: TherapyDesk) -> None:
    """Once, without any other page."""
    views: list[TherapyView] = []
    desk.begin()
    desk.flow.view_changed.connect(views.append)
    desk.room.pass_time(61)
    assert [view.ice.seconds_left for view in views] == [1140]


def test_all_can_be_stopped_at_once(desk: TherapyDesk) -> None:
    """Whatever runs."""
    desk.begin()
    desk.flow.stop_all()
    assert not desk.flow.is_running
    assert desk.flow.view.under_way == ()
