from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.nav_button import NavButton, NavItem
from hipstretch.ui.widgets.text_field import NoteField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

RAIL = (
    NavItem("today", "Today", "today"),
    NavItem("breaks", "Breaks", "breaks"),
    NavItem("therapy", "Ice & heat", "ice-and-heat"),
    NavItem("history", "History", "history"),
    NavItem("settings", "Settings", "settings", at_foot=True),
    NavItem("safety", "Safety", "safety", at_foot=True),
)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    """The window with six pages in its rail, active."""
    window = MainWindow(theme, RAIL)
    qtbot.addWidget(window)
    window.show_page(QWidget(), "today")
    window.show()
    qtbot.waitActive(window)
    return window


@pytest.mark.parametrize("width", [1280, 1000, 720, 719, 480, 420])
def test_safety_is_one_press_away_in_every_window(
    qtbot: QtBot, window: MainWindow, width: int
) -> None:
    """In the rail, in the rail of icons and in the tab bar; with its word or a tooltip."""
    window.resize(width, 600)
    buttons = [one for one in window.findChildren(NavButton) if one.isVisible()]
    (button,) = (one for one in buttons if one.item.key == "safety")
    assert window.rect().contains(button.mapTo(window, button.rect().center()))
    with qtbot.waitSignal(window.page_requested) as heard:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == ["safety"]


@pytest.mark.parametrize("fills_window", [False, True])
def test_f1_asks_for_safety_on_every_page(
    qtbot: QtBot, window: MainWindow, fills_window: bool
) -> None:
    """Also where there is no rail."""
    page = QWidget()
    window.show_page(page, "today", fills_window=fills_window)
    with qtbot.waitSignal(window.safety_requested):
        QTest.keyClick(page, Qt.Key.Key_F1)


def test_f1_is_heard_while_something_is_written(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    """A field keeps its letters and leaves that key to the window."""
    page = QWidget()
    fields = QLineEdit(page), NoteField(theme, "Note", "How?", page)
    window.show_page(page, "today")
    for field in fields:
        field.setFocus()
        with qtbot.waitSignal(window.safety_requested):
            QTest.keyClick(field, Qt.Key.Key_F1)


def test_other_keys_are_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    """They belong to the pages."""
    with qtbot.assertNotEmitted(window.safety_requested):
        QTest.keyClick(window, Qt.Key.Key_F2)


def _lowest_of_toast(window: MainWindow) -> int:
    """The lowest px of the visible toast; 24 px of the widget are its shadow's."""
    QApplication.processEvents()
    return window.toast.geometry().bottom() - 24


@pytest.mark.parametrize("shown_first", [False, True])
def test_a_toast_never_covers_the_tab_bar(
    window: MainWindow, theme: Theme, *, shown_first: bool
) -> None:
    """Whether the window is narrow before it or becomes so, and with a timer over the tabs."""
    if shown_first:
        window.toast.show_message("Saved", stays=True)
    window.resize(480, 800)
    window.toast.show_message("Saved", stays=True)
    assert window.foot > 0
    assert _lowest_of_toast(window) < 800 - window.foot
    chips = Button(theme, "Ice"), Button(theme, "Ice")
    low = window.foot
    window.set_timer_chips(*chips)
    chips[1].show()
    QApplication.processEvents()
    assert window.foot > low
    assert _lowest_of_toast(window) < 800 - window.foot
    window.resize(1280, 800)
    assert _lowest_of_toast(window) == pytest.approx(800 - 24, abs=13)
