from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.ui.widgets.nav_button import NavButton, NavForm, NavItem

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

ITEM = NavItem("ice", "Ice & heat", "ice-and-heat")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_chooses_the_page(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    """Enter and Space do what a click does."""
    button = NavButton(theme, ITEM, NavForm.ROW)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.chosen) as heard:
        QTest.keyClick(button, key)
    assert heard.args == ["ice"]


def test_an_icon_alone_has_its_word_as_a_tooltip(qtbot: QtBot, theme: Theme) -> None:
    """Nobody has to guess what an icon means."""
    button = NavButton(theme, ITEM, NavForm.ICON)
    qtbot.addWidget(button)
    assert button.toolTip() == "Ice & heat"
    button.set_form(NavForm.ROW)
    assert button.toolTip() == ""


def test_the_current_page_is_soft_and_checked(qtbot: QtBot, theme: Theme) -> None:
    """Colour and state say the same."""
    button = NavButton(theme, ITEM, NavForm.ROW)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.setChecked(True)
    assert button.grab().toImage().pixelColor(10, button.height() // 2) == theme.palette.psoft
    face = QAccessible.queryAccessibleInterface(button)
    assert face is not None
    assert face.text(QAccessible.Text.Name) == "Ice & heat"
    assert face.state().checked


@pytest.mark.parametrize("form", list(NavForm))
def test_every_form_can_be_painted(qtbot: QtBot, theme: Theme, form: NavForm) -> None:
    """A tab that is too narrow draws its word smaller."""
    button = NavButton(theme, ITEM, form)
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint())
    assert not button.grab().isNull()
