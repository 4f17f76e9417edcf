from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.choice_list import ChoiceList
from hipstretch.ui.widgets.toggle import Toggle
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

Key = Qt.Key
OPTIONS = (
    Option("", "The usual voice"),
    Option("alan", "Alan", "United Kingdom"),
    Option("bea", "Bea", "Ireland"),
    Option("zira", "Zira", "United States"),
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window with a choice and a switch under it."""
    window = QWidget()
    window.resize(400, 500)
    column = QVBoxLayout(window)
    column.addWidget(Choice(theme, "Voice", OPTIONS))
    column.addWidget(Toggle(theme, "Another"))
    column.addStretch(1)
    return show_active(qtbot, window)


@pytest.fixture
def choice(window: QWidget) -> Choice:
    """The choice, which has the focus by the keyboard."""
    choice = window.findChild(Choice)
    assert isinstance(choice, Choice)
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    return choice


@pytest.fixture
def told(choice: Choice) -> list[object]:
    """What it tells."""
    told: list[object] = []
    choice.value_changed.connect(told.append)
    return told


def list_of(choice: Choice) -> ChoiceList:
    """The open list."""
    opened = choice._list
    assert opened is not None
    return opened


def row_place(choice: Choice, row: int) -> QPoint:
    """The middle of a row, in the px of the rows' viewport."""
    rows = list_of(choice)._rows
    return rows.visualRect(rows.model().index(row, 0)).center()


def turn_wheel(choice: Choice) -> bool:
    """Turn the wheel one step down over it; whether it took the wheel for itself."""
    event = QWheelEvent(
        QPointF(20, 20),
        QPointF(20, 20),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes it without its name only
    )
    choice.wheelEvent(event)
    return bool(event.isAccepted())


def test_the_first_option_is_chosen_at_the_start(choice: Choice) -> None:
    """Something always is."""
    assert choice.value == ""
    assert choice.currentText() == "The usual voice"


def test_a_value_is_shown_without_telling(choice: Choice, told: list[object]) -> None:
    """What is not offered cannot be shown."""
    choice.set_value("bea")
    assert (choice.value, choice.currentText()) == ("bea", "Bea")
    with pytest.raises(ValueError, match="none of the options"):
        choice.set_value("nobody")
    assert told == []


def test_other_options_keep_what_is_chosen(choice: Choice, told: list[object]) -> None:
    """Where it is not among them, the first one is."""
    choice.set_value("bea")
    choice.set_options([OPTIONS[0], OPTIONS[2]])
    assert choice.value == "bea"
    choice.set_options(OPTIONS[:2])
    assert (choice.value, choice.count()) == ("", 2)
    assert told == []


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_F4])
def test_keys_open_the_list_with_the_chosen_one_marked(
    choice: Choice, press: Callable[[Qt.Key], None], key: Qt.Key
) -> None:
    """The list has the focus then."""
    choice.set_value("bea")
    press(key)
    rows = list_of(choice)._rows
    assert rows.hasFocus()
    assert rows.currentIndex().row() == 2


def test_alt_and_down_open_it_too(choice: Choice) -> None:
    """As in every other program."""
    QTest.keyClick(choice, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert choice.is_open


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_takes_what_is_marked(
    choice: Choice, press: Callable[[Qt.Key], None], told: list[object], key: Qt.Key
) -> None:
    """Once, and the focus is back where it was."""
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert told == []
    press(key)
    assert told == ["bea"]
    assert choice.value == "bea"
    assert not choice.is_open
    assert choice.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab])
def test_escape_and_tab_give_up(
    choice: Choice, press: Callable[[Qt.Key], None], told: list[object], key: Qt.Key
) -> None:
    """Nothing is chosen."""
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(key)
    assert told == []
    assert choice.value == ""
    assert not choice.is_open
    assert choice.hasFocus()


@pytest.mark.usefixtures("choice")
def test_letters_find_an_option(press: Callable[[Qt.Key], None], told: list[object]) -> None:
    """In the list, and without it."""
    press(Key.Key_Space)
    press(Key.Key_B)
    press(Key.Key_Return)
    press(Key.Key_Z)
    assert told == ["bea", "zira"]


def test_arrows_choose_without_the_list(
    choice: Choice, press: Callable[[Qt.Key], None], told: list[object]
) -> None:
    """They stop at the ends."""
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        press(key)
    assert told == ["alan", "bea", "alan", ""]
    assert not choice.is_open


def test_the_mouse_opens_and_takes(choice: Choice, told: list[object]) -> None:
    """The mark follows the pointer."""
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    view = list_of(choice)._rows.viewport()
    QTest.mouseMove(view, row_place(choice, 3))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=row_place(choice, 3))
    assert told == ["zira"]
    assert not choice.is_open


def test_taking_the_same_again_tells_nothing(choice: Choice, told: list[object]) -> None:
    """It is no change."""
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    view = list_of(choice)._rows.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=row_place(choice, 0))
    assert told == []


def test_a_click_beside_the_list_only_closes_it(
    window: QWidget, choice: Choice, told: list[object]
) -> None:
    """It presses nothing that lies under it."""
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    beside = QPoint(4, window.height() - 4)
    assert window.childAt(beside) is list_of(choice)
    QTest.mouseClick(list_of(choice), Qt.MouseButton.LeftButton, pos=beside)
    assert not choice.is_open
    assert told == []


def test_another_button_of_the_mouse_opens_nothing(choice: Choice) -> None:
    """Only the left one."""
    QTest.mouseClick(choice, Qt.MouseButton.RightButton)
    assert not choice.is_open


def test_the_wheel_turns_it_only_with_the_focus(
    window: QWidget, choice: Choice, told: list[object]
) -> None:
    """Without, the page scrolls."""
    other = window.findChild(Toggle)
    assert other is not None
    other.setFocus()
    assert not turn_wheel(choice)
    choice.setFocus()
    assert turn_wheel(choice)
    assert told == ["alan"]


def test_it_closes_when_the_window_changes(window: QWidget, choice: Choice) -> None:
    """With another size, another look, a focus that goes elsewhere, or a page that goes."""
    other = window.findChild(Toggle)
    assert other is not None
    choice.showPopup()
    window.resize(420, 520)
    assert not choice.is_open
    choice.showPopup()
    choice._theme.set_look(Appearance.DARK)
    assert not choice.is_open
    choice.showPopup()
    other.setFocus()
    assert not choice.is_open
    assert other.hasFocus()
    choice.showPopup()
    choice.hide()
    assert not choice.is_open


def test_it_opens_once(choice: Choice) -> None:
    """And again after it was closed."""
    choice.showPopup()
    opened = choice._list
    choice.showPopup()
    assert choice._list is opened
    choice.hidePopup()
    choice.hidePopup()
    choice.showPopup()
    assert choice._list is not opened


def test_a_screen_reader_knows_what_it_is(choice: Choice) -> None:
    """A combo box with its name and value; the options say their quiet word, too."""
    choice.set_value("alan")
    reader = QAccessible.queryAccessibleInterface(choice)
    assert reader.role() is QAccessible.Role.ComboBox
    assert reader.text(QAccessible.Text.Description) == "Voice"
    assert reader.text(QAccessible.Text.Value) == "Alan"
    choice.showPopup()
    rows = QAccessible.queryAccessibleInterface(list_of(choice)._rows)
    assert rows.role() is QAccessible.Role.List
    assert rows.text(QAccessible.Text.Name) == "Voice"
    assert rows.child(1).text(QAccessible.Text.Name) == "Alan, United Kingdom"


def test_long_words_are_cut_in_the_field_and_not_in_the_list(qtbot: QtBot, theme: Theme) -> None:
    """The field never asks for more than its place has."""
    long = Option("x", "A voice whose name is longer than any name should be", "Somewhere")
    choice = Choice(theme, "Voice", [long])
    qtbot.addWidget(choice)
    choice.resize(choice.sizeHint())
    assert choice.width() <= 270
    assert choice.minimumSizeHint().width() < choice.width()
    choice.grab()


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_every_state_can_be_painted(
    window: QWidget, choice: Choice, theme: Theme, appearance: Appearance
) -> None:
    """Off it has another look."""
    theme.set_look(appearance, text_scale=1.3)
    usual = choice.grab().toImage()
    choice.setEnabled(False)
    assert choice.grab().toImage() != usual
    choice.setEnabled(True)
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    choice.showPopup()
    QApplication.processEvents()
    card = list_of(choice).card
    picture = window.grab().toImage()
    assert picture.pixelColor(card.center().x(), card.bottom() - 3) == theme.palette.surface
