from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind
from hipstretch.ui.widgets.skin_toast import SkinToast
from tests.core.therapy_moments import ice, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHECKING = shown(therapy(ice(301, checks=1))).ice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a place for the focus."""
    window = QWidget()
    window.resize(1280, 800)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    window.setFocus()
    return window


@pytest.fixture
def toast(window: QWidget, theme: Theme) -> SkinToast:
    """A toast that asks about ice."""
    toast = SkinToast(theme, window)
    toast.ask(CHECKING)
    return toast


def test_it_asks_and_takes_no_focus(toast: SkinToast, window: QWidget) -> None:
    """What is being done goes on."""
    assert toast.text.startswith("Look at your skin: pink is fine.")
    assert window.hasFocus()


@pytest.mark.parametrize("name", ["fine", "stop"])
def test_each_button_tells_the_kind_and_goes(qtbot: QtBot, toast: SkinToast, name: str) -> None:
    """It is asked no longer."""
    signal = toast.fine_requested if name == "fine" else toast.stop_requested
    button = toast.fine if name == "fine" else toast.stop
    with qtbot.waitSignal(signal) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [Kind.ICE]
    assert toast.text == ""


def test_it_can_be_put_away(toast: SkinToast) -> None:
    """When it was answered elsewhere."""
    toast.put_away()
    assert toast.isHidden()


@pytest.mark.parametrize("size", [(1280, 800), (900, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_stays_inside_the_window_above_the_tabs(
    toast: SkinToast, window: QWidget, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """24 px from the foot, with all its words."""
    theme.set_look(Appearance.DARK, text_scale=scale)
    window.resize(*size)
    toast.set_foot(72)
    assert window.rect().contains(toast.geometry().adjusted(24, 24, -24, -24))
    assert toast.geometry().bottom() + 1 - 24 == window.height() - 72 - 24
    line = toast._line
    assert line.height() >= line.heightForWidth(line.width())
    for button in (toast.fine, toast.stop):
        assert button.width() >= button.minimumSizeHint().width()
