from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.ui.widgets.search_box import SearchBox
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qapp: QApplication) -> QWidget:
    """What lies around the field."""
    del qapp
    return QWidget()


@pytest.fixture
def box(qtbot: QtBot, window: QWidget, theme: Theme) -> SearchBox:
    """A search field with the focus, in an active window."""
    box = SearchBox(theme, "Search routines", window)
    show_active(qtbot, window)
    box.setFocus()
    return box


def test_escape_clears_and_then_leaves_the_key_alone(window: QWidget, box: SearchBox) -> None:
    """An empty field has nothing to give up."""
    spy = KeySpy(window)
    QTest.keyClicks(box.field, "hip")
    QTest.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert spy.keys == []
    QTest.keyClick(box.field, Qt.Key.Key_Escape)
    assert spy.keys == [Qt.Key.Key_Escape]


class KeySpy(QObject):
    """Notes the keys that reach a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.keys: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Note a key."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return False


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_three_keys_go_to_the_results(qtbot: QtBot, box: SearchBox, key: Qt.Key) -> None:
    """The words stay."""
    QTest.keyClicks(box.field, "hip")
    with qtbot.waitSignal(box.results_requested):
        QTest.keyClick(box.field, key)
    assert box.text() == "hip"
