from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets import toast as toast_module
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A visible window."""
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def toast(window: QWidget, theme: Theme) -> Toast:
    """A toast that comes and goes without movement."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    return Toast(theme, window)


def action_of(toast: Toast) -> PaintedButton:
    """The word at the right."""
    button = toast.findChild(PaintedButton)
    assert isinstance(button, PaintedButton)
    return button


def settled(toast: Toast, qtbot: QtBot) -> None:
    """Wait until it has come."""
    qtbot.waitUntil(lambda: toast._share() == 1.0, timeout=2000)


def test_it_is_hidden_until_there_is_a_message(toast: Toast) -> None:
    """Nothing lies over the window."""
    assert toast.isHidden()
    assert toast.text == ""


def test_it_stands_24_px_above_the_foot_in_the_middle(toast: Toast, qtbot: QtBot) -> None:
    """56 px high."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    card = toast._card().translated(toast.pos())
    assert card.height() == 56
    assert card.bottom() == 800 - 24
    assert card.center().x() == pytest.approx(640, abs=1)


def test_it_follows_the_window(toast: Toast, window: QWidget, qtbot: QtBot) -> None:
    """A resize moves it, and the tab bar lifts it."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    window.resize(600, 500)
    toast.set_foot(72)
    assert toast._card().translated(toast.pos()).bottom() == 500 - 24 - 72


def test_it_stays_longer_with_an_action(toast: Toast) -> None:
    """5 s to read, 10 s to act."""
    toast.show_message("Saved")
    assert toast.stay == 5_000
    toast.show_message("Saved", "Undo")
    assert toast.stay == 10_000


def test_it_goes_by_itself(toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """When its time is over nothing is left and nothing runs."""
    monkeypatch.setattr(toast_module, "_STAY_MS", 20)
    toast.show_message("Saved")
    qtbot.waitUntil(toast.isHidden, timeout=3000)
    assert not toast._stay.isActive()


def test_the_action_is_a_wish_and_ends_it(toast: Toast, qtbot: QtBot) -> None:
    """One press is enough."""
    toast.show_message("Saved", "Undo", "check")
    settled(toast, qtbot)
    button = action_of(toast)
    assert button.isVisible()
    assert not toast.grab().isNull()
    with qtbot.waitSignal(toast.action_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(toast.isHidden, timeout=3000)


def test_a_second_message_takes_the_place_of_the_first(toast: Toast) -> None:
    """One at a time."""
    toast.show_message("First", "Undo")
    toast.show_message("Second")
    assert toast.text == "Second"
    assert toast.accessibleName() == "Second"
    assert not action_of(toast).isVisible()


def test_it_waits_while_the_pointer_is_on_it(toast: Toast, qtbot: QtBot) -> None:
    """Slow readers put the pointer on it."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    QTest.mouseMove(toast, QPoint(60, 40))
    qtbot.waitUntil(lambda: not toast._stay.isActive(), timeout=1000)
    QTest.mouseMove(toast.window(), QPoint(5, 5))
    qtbot.waitUntil(toast._stay.isActive, timeout=1000)


def test_it_stays_while_the_keyboard_is_on_its_action(toast: Toast, qtbot: QtBot) -> None:
    """Focus is never taken away under somebody's fingers."""
    toast.show_message("Saved", "Undo")
    settled(toast, qtbot)
    toast.window().activateWindow()
    button = action_of(toast)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not toast.grab().isNull()
    toast._on_stay_over()
    assert toast._stay.isActive()


def test_a_long_message_takes_more_lines(toast: Toast, window: QWidget) -> None:
    """Nothing is cut in a narrow window."""
    window.resize(420, 600)
    toast.show_message("A message that is a good deal longer than the window is wide", "Undo")
    assert toast.height() > 56 + 48
    assert toast.x() + 24 >= 0
    QApplication.processEvents()
    assert not toast.grab().isNull()


def test_it_rises_where_motion_is_not_reduced(toast: Toast, theme: Theme, qtbot: QtBot) -> None:
    """12 px in 200 ms."""
    theme.set_look(Appearance.DARK)
    toast.show_message("Saved")
    start = toast.y()
    settled(toast, qtbot)
    assert start - toast.y() > 0
    toast.hide()
    assert not toast._stay.isActive()
