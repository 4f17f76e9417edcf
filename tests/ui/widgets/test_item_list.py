from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtTest import QTest

from hipstretch.ui.widgets.item_list import ItemList
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class Words(ItemList):
    """Three words; it notes the rows that are chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setModel(QStringListModel(["one", "two", "three"], self))
        self.chosen: list[int] = []

    def choose(self, row: int) -> None:
        """Note it."""
        self.chosen.append(row)


@pytest.fixture
def words(qtbot: QtBot, theme: Theme) -> Words:
    """The list in an active window, without the focus."""
    words = Words(theme)
    words.resize(200, 120)
    show_active(qtbot, words)
    words.clearFocus()
    return words


def test_a_click_chooses(words: Words) -> None:
    """The row under the pointer."""
    place = words.visualRect(words.model().index(1, 0)).center()
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert words.chosen == [1]


def test_the_focus_comes_to_a_row(words: Words) -> None:
    """To the first one, and back to where it was."""
    words.setCurrentIndex(QModelIndex())
    words.setFocus(Qt.FocusReason.TabFocusReason)
    assert words.currentIndex().row() == 0
    QTest.keyClick(words, Qt.Key.Key_Down)
    words.clearFocus()
    words.setFocus(Qt.FocusReason.TabFocusReason)
    assert words.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("reason", "is_shown"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)],
)
def test_the_ring_is_the_keyboards(words: Words, reason: Qt.FocusReason, is_shown: bool) -> None:
    """Nobody who clicks needs it, and without the focus it is not there."""
    words.setFocus(reason)
    assert words.ring_shown is is_shown
    words.clearFocus()
    assert not words.ring_shown
