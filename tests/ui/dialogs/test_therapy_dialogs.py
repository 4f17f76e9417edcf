from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind, Means
from hipstretch.core.therapy_check import CHECK, Condition, ask_first
from hipstretch.core.therapy_wishes import BeginWish
from hipstretch.ui.dialogs.therapy_alarm import AlarmDialog
from hipstretch.ui.dialogs.therapy_anyway import anyway_dialog
from hipstretch.ui.dialogs.therapy_check import TherapyCheckDialog, ask_first_dialog
from hipstretch.ui.dialogs.therapy_quit import QuitChoice, quit_dialog
from hipstretch.ui.widgets.button import Button
from tests.core.therapy_moments import HIP, ice, rested, shown, therapy

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

RINGING = shown(therapy(ice(1265))).ice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    window = QWidget()
    window.resize(900, 800)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    return window


def told_by(dialog: AlarmDialog | TherapyCheckDialog) -> list[object]:
    """A list that grows with every answer."""
    told: list[object] = []
    dialog.answered.connect(told.append)
    return told


def press_button(dialog: QWidget, words: str) -> None:
    """Click the button with these words."""
    buttons = dialog.findChildren(Button)
    button = next(button for button in buttons if button.label == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape]
)
def test_any_large_key_answers_the_alarm(
    theme: Theme, window: QWidget, press: Callable[[Qt.Key], None], key: Qt.Key
) -> None:
    """Once, from the one button that has the focus."""
    dialog = AlarmDialog(theme, RINGING, window)
    told = told_by(dialog)
    dialog.present()
    assert dialog.button.hasFocus()
    press(key)
    assert told == [Kind.ICE]


def test_the_alarm_is_answered_wherever_the_focus_is(theme: Theme, window: QWidget) -> None:
    """On the card itself too."""
    dialog = AlarmDialog(theme, RINGING, window)
    told = told_by(dialog)
    dialog.present()
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert told == [Kind.ICE]


def test_a_click_answers_the_alarm(theme: Theme, window: QWidget) -> None:
    """The button says what has been done."""
    dialog = AlarmDialog(theme, RINGING, window)
    told = told_by(dialog)
    dialog.present()
    assert dialog.accessibleName() == "Take the ice off now"
    press_button(dialog, "It is off")
    assert told == [Kind.ICE]


def test_an_alarm_that_was_answered_elsewhere_goes_silently(theme: Theme, window: QWidget) -> None:
    """Nothing is told twice."""
    dialog = AlarmDialog(theme, RINGING, window)
    told = told_by(dialog)
    dialog.present()
    assert dialog.kind is Kind.ICE
    dialog.withdraw()
    assert told == []


def test_the_check_asks_everything_and_no_is_the_usual_answer(
    theme: Theme, window: QWidget
) -> None:
    """The button says so."""
    dialog = TherapyCheckDialog(theme, window)
    told = told_by(dialog)
    dialog.present()
    assert len(dialog.toggles) == len(CHECK)
    press_button(dialog, "None of these")
    assert told == [()]


def test_what_was_answered_before_is_on(theme: Theme, window: QWidget) -> None:
    """And what is switched on now comes with it, in the order of the check."""
    dialog = TherapyCheckDialog(theme, window, (Condition.PREGNANCY.value,))
    told = told_by(dialog)
    dialog.present()
    QTest.mouseClick(dialog.toggles[0], Qt.MouseButton.LeftButton)
    press_button(dialog, "Go on")
    assert told == [("numb-skin", "pregnancy")]


def test_giving_up_the_check_answers_nothing(
    theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """It will be asked again."""
    dialog = TherapyCheckDialog(theme, window)
    told = told_by(dialog)
    dialog.present()
    press(Qt.Key.Key_Escape)
    assert told == []


def test_tab_goes_through_the_conditions_and_keeps_them_in_sight(
    theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """In a low window with large text too."""
    window.resize(420, 600)
    theme.set_look(Appearance.DARK, text_scale=1.3, reduced_motion=True)
    dialog = TherapyCheckDialog(theme, window)
    dialog.present()
    for toggle in dialog.toggles:
        assert toggle.hasFocus()
        assert not toggle.visibleRegion().isEmpty()
        press(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.label == "None of these"


def test_a_yes_leads_to_plain_advice(
    qtbot: QtBot, theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """It names the reasons, and stopping comes first."""
    reasons = ask_first((Condition.DIABETES.value,), Kind.HEAT)
    dialog = ask_first_dialog(theme, Kind.HEAT, reasons, window)
    dialog.present()
    assert "Diabetes" in dialog.accessibleDescription()
    with qtbot.waitSignal(dialog.closed) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [False]


def test_who_has_asked_can_go_on(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    """By a quieter button."""
    dialog = ask_first_dialog(theme, Kind.ICE, CHECK[:1], window)
    dialog.present()
    with qtbot.waitSignal(dialog.closed) as told:
        press_button(dialog, "I have asked, go on")
    assert told.args == [True]


@pytest.mark.parametrize(("words", "starts"), [("Wait until 15:42", False), ("Start anyway", True)])
def test_starting_anyway_says_why_not(
    qtbot: QtBot, theme: Theme, window: QWidget, words: str, starts: bool
) -> None:
    """Waiting comes first."""
    wish = BeginWish(Kind.ICE, HIP, Means.PACK, 20, anyway=True)
    dialog = anyway_dialog(theme, shown(rested(1500)), wish, window)
    dialog.present()
    assert dialog.accessibleName() == "Your right hip rests until 15:42"
    assert "Skin needs time" in dialog.accessibleDescription()
    with qtbot.waitSignal(dialog.closed) as told:
        press_button(dialog, words)
    assert told.args == [wish if starts else None]


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("Stay open", QuitChoice.STAY),
        ("Stop ice and quit", QuitChoice.STOP_AND_QUIT),
        ("Quit all the same", QuitChoice.QUIT),
    ],
)
def test_quitting_is_asked_about(
    qtbot: QtBot, theme: Theme, window: QWidget, words: str, choice: QuitChoice
) -> None:
    """What runs, what would happen, and three ways on."""
    dialog = quit_dialog(theme, shown(therapy(ice(439))).under_way, window)
    dialog.present()
    assert dialog.accessibleName() == "Ice is still running"
    assert "The time goes on" in dialog.accessibleDescription()
    with qtbot.waitSignal(dialog.closed) as told:
        press_button(dialog, words)
    assert told.args == [choice]


def test_staying_open_is_the_usual_answer(
    qtbot: QtBot, theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """It has the focus; Escape stays, too."""
    dialog = quit_dialog(theme, shown(therapy(ice(439))).under_way, window)
    dialog.present()
    with qtbot.waitSignal(dialog.closed) as told:
        press(Qt.Key.Key_Space)
    assert told.args == [QuitChoice.STAY]
    dialog = quit_dialog(theme, shown(therapy(ice(439))).under_way, window)
    dialog.present()
    with qtbot.waitSignal(dialog.closed) as told:
        press(Qt.Key.Key_Escape)
    assert told.args == [None]
