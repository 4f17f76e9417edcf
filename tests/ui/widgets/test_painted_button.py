from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hipstretch.ui.widgets.painted_button import PaintedButton, leave_one_tab_stop

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_tab_stops_at_one_of_several_buttons(qtbot: QtBot, theme: Theme) -> None:
    """The others can still be clicked."""
    buttons = [PaintedButton(theme, text) for text in "abc"]
    for button in buttons:
        qtbot.addWidget(button)
    leave_one_tab_stop(buttons, buttons[1])
    stops = [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in buttons]
    assert stops == [False, True, False]
    assert all(button.focusPolicy() & Qt.FocusPolicy.ClickFocus for button in buttons)


def test_size_corner_and_picture_are_for_the_subclass_to_say(qtbot: QtBot, theme: Theme) -> None:
    """The base class draws nothing itself."""
    button = PaintedButton(theme)
    qtbot.addWidget(button)
    with pytest.raises(NotImplementedError):
        button.visible_size()
    with pytest.raises(NotImplementedError):
        button.corner_radius()
    with pytest.raises(NotImplementedError):
        button.draw(QPainter(), QRectF())
