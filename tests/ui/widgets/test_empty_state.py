from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.empty_state import EmptyState
from hipstretch.ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_it_offers_one_way_on(qtbot: QtBot, theme: Theme) -> None:
    """By mouse and by key."""
    state = EmptyState(theme, "No routine fits", "Try fewer filters.", "Show all")
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.action_requested):
        QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(state.action_requested):
        QTest.keyClick(state.button, Qt.Key.Key_Return)


def test_the_words_can_change(qtbot: QtBot, theme: Theme) -> None:
    """And it follows the look."""
    state = EmptyState(theme, "No routine fits", "Try fewer filters.", "Show all")
    qtbot.addWidget(state)
    state.set_words("Nothing here yet", "Your first session will show up here.")
    before = state.sizeHint()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert [label.text() for label in state.findChildren(Label)] == [
        "Nothing here yet",
        "Your first session will show up here.",
    ]
    assert state.sizeHint().height() > before.height()
    assert not state.grab().isNull()
