from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import Pause
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.menu import Menu
from hipstretch.ui.widgets.pause_menu import PauseMenu


@pytest.mark.parametrize("is_plain", [False, True])
def test_every_length_is_told(qtbot: QtBot, theme: Theme, *, is_plain: bool) -> None:
    """In words, and as a pause."""
    pauses = PauseMenu(theme, theme, is_plain=is_plain)
    told: list[Pause] = []
    pauses.pause_requested.connect(told.append)
    words = [action.text() for action in pauses.menu.actions()]
    for action in pauses.menu.actions():
        action.trigger()
    assert words == ["30 minutes", "1 hour", "Until tomorrow"]
    assert told == list(Pause)
    assert isinstance(pauses.menu, Menu) is not is_plain
    qtbot.addWidget(pauses.menu)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("is_plain", [False, True])
def test_its_visible_corner_stands_where_it_is_asked_for(
    qtbot: QtBot, theme: Theme, *, is_plain: bool
) -> None:
    """Whatever room its shadow takes."""
    pauses = PauseMenu(theme, theme, is_plain=is_plain)
    menu: QMenu = pauses.menu
    qtbot.addWidget(menu)
    pauses.popup(QPoint(200, 150))
    around = menu.around if isinstance(menu, Menu) else 0
    assert menu.pos() + QPoint(around, around) == QPoint(200, 150)
