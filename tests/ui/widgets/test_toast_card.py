from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.toast import Offer, Toast
from hipstretch.ui.widgets.toast_button import ToastButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A visible window with a bar at its foot, which is not there yet."""
    window = QWidget()
    window.resize(1280, 800)
    bar = QWidget(window)
    bar.setObjectName("bar")
    bar.resize(1280, 72)
    bar.hide()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def bar(window: QWidget) -> QWidget:
    """What stands at the window's foot."""
    return window.findChildren(QWidget, "bar")[0]


@pytest.fixture
def toast(window: QWidget, bar: QWidget, theme: Theme) -> Toast:
    """A toast that comes and goes without movement."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    return Toast(theme, window, above=bar)


def nothing() -> None:
    """Do nothing."""


def settled(toast: Toast, qtbot: QtBot) -> None:
    """Wait until it has come."""
    qtbot.waitUntil(lambda: toast._share() == 1.0, timeout=2000)


def bottom(toast: Toast) -> float:
    """Where the visible card ends."""
    return toast._card().translated(toast.pos()).bottom()


def test_it_stands_24_px_above_the_foot_in_the_middle(toast: Toast, qtbot: QtBot) -> None:
    """56 px high."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    card = toast._card().translated(toast.pos())
    assert card.height() == 56
    assert card.bottom() == 800 - 24
    assert card.center().x() == pytest.approx(640, abs=1)


def test_it_follows_the_window(toast: Toast, window: QWidget, qtbot: QtBot) -> None:
    """A resize moves it."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    window.resize(600, 500)
    assert bottom(toast) == 500 - 24


def test_it_stands_above_what_is_at_the_foot(toast: Toast, bar: QWidget, qtbot: QtBot) -> None:
    """Whenever that comes, goes or becomes higher."""
    toast.show_message("Saved")
    settled(toast, qtbot)
    bar.show()
    assert bottom(toast) == 800 - 24 - 72
    bar.resize(1280, 120)
    assert bottom(toast) == 800 - 24 - 120
    bar.hide()
    assert bottom(toast) == 800 - 24
    bar.show()
    toast.show_message("Saved again")
    assert bottom(toast) == 800 - 24 - 120


def test_a_long_message_takes_more_lines(toast: Toast, window: QWidget) -> None:
    """Nothing is cut in a narrow window."""
    window.resize(420, 600)
    words = "A message that is a good deal longer than the window is wide"
    toast.show_message(words, offer=Offer("Undo", nothing))
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


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK])
def test_the_button_is_painted_with_its_focus(
    toast: Toast, theme: Theme, qtbot: QtBot, look: Appearance
) -> None:
    """In the colours of the other look, as the ground is ink."""
    theme.set_look(look, reduced_motion=True)
    toast.show_message("Saved", icon="check", offer=Offer("Undo", nothing))
    settled(toast, qtbot)
    toast.window().activateWindow()
    button = toast.findChildren(ToastButton)[0]
    plain = toast.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert toast.grab().toImage() != plain
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert not toast.grab().isNull()
