from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.number_editor import NumberEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> NumberEditor:
    """An editor that shows a number."""
    editor = NumberEditor(theme)
    qtbot.addWidget(editor)
    editor.setText("30 s")
    return editor


def test_it_takes_keys_only_once_it_is_started(editor: NumberEditor) -> None:
    """The first one replaces everything."""
    QTest.keyClick(editor, Qt.Key.Key_4)
    assert editor.text() == "30 s"
    editor.start()
    assert editor.is_editing
    QTest.keyClick(editor, Qt.Key.Key_4)
    assert editor.text() == "4"
    editor.stop()
    assert not editor.is_editing


def test_starting_twice_keeps_the_caret(editor: NumberEditor) -> None:
    """A second click is for the caret."""
    editor.start()
    editor.deselect()
    editor.start()
    assert editor.selectedText() == ""


def test_a_click_is_told(qtbot: QtBot, editor: NumberEditor) -> None:
    """Where the left button is let go."""
    with qtbot.waitSignal(editor.clicked):
        QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(editor.clicked):
        QTest.mouseClick(editor, Qt.MouseButton.MiddleButton)


def test_it_wears_the_look(editor: NumberEditor) -> None:
    """No ground of its own, and faded where the row is left out."""
    editor.dress(enabled=True)
    assert editor.palette().base().color().alpha() == 0
    assert editor.palette().text().color() == LIGHT.ink
    editor.dress(enabled=False)
    assert editor.palette().text().color().alphaF() == pytest.approx(0.45, abs=0.01)
