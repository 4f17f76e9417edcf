from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.ui.dialogs.name_dialog import NameDialog
from hipstretch.ui.widgets.button import Button
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    return empty_window(qtbot, 600, 500)


@pytest.fixture
def dialog(window: QWidget, theme: Theme) -> NameDialog:
    """An open question for a name."""
    dialog = NameDialog(theme, "New routine", "What shall it be called?", "My routine", window)
    dialog.open()
    return dialog


@pytest.fixture
def told(dialog: NameDialog) -> list[object]:
    """The names given and the answers, in order."""
    told: list[object] = []
    dialog.named.connect(told.append)
    dialog.closed.connect(told.append)
    return told


def test_the_name_can_be_written_over_at_once(
    press: Callable[[Qt.Key], None], dialog: NameDialog, told: list[object]
) -> None:
    """Enter takes it, without the blanks around it."""
    assert not dialog.isWindow()
    assert dialog.field.editor.hasFocus()
    QTest.keyClicks(dialog.field.editor, "  Slow   mornings ")
    press(Qt.Key.Key_Return)
    assert told == ["Slow mornings", "Slow mornings"]


def test_the_name_that_was_offered_can_be_taken(dialog: NameDialog, told: list[object]) -> None:
    """By the button."""
    save = next(b for b in dialog.findChildren(Button) if b.label == "Save")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert told == ["My routine", "My routine"]


def test_an_empty_name_is_not_taken(
    press: Callable[[Qt.Key], None], dialog: NameDialog, told: list[object]
) -> None:
    """It says so until something is typed; nothing moves."""
    before = dialog._card.geometry().height()
    press(Qt.Key.Key_Backspace)
    QTest.keyClicks(dialog.field.editor, "   ")
    press(Qt.Key.Key_Return)
    assert dialog.field.error == "Give it a name."
    reader = QAccessible.queryAccessibleInterface(dialog.field.editor)
    assert reader.text(QAccessible.Text.Description) == "Give it a name."
    assert dialog._card.geometry().height() == before
    assert told == []
    QTest.keyClicks(dialog.field.editor, "a")
    assert dialog.field.error == ""


def test_escape_gives_up(
    press: Callable[[Qt.Key], None], dialog: NameDialog, told: list[object]
) -> None:
    """Also from the field."""
    assert dialog.field.editor.hasFocus()
    press(Qt.Key.Key_Escape)
    assert told == [None]


def test_tab_goes_round_inside(press: Callable[[Qt.Key], None], dialog: NameDialog) -> None:
    """Field, the two answers, and the field again."""
    assert dialog.field.editor.hasFocus()
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        seen.append(widget.label if isinstance(widget, Button) else "field")
    assert seen == ["Save", "Cancel", "field"]


def test_other_words_can_be_on_the_first_answer(window: QWidget, theme: Theme) -> None:
    """Where it is not saved but made."""
    dialog = NameDialog(theme, "New routine", "", "", window, accept_text="Create")
    dialog.open()
    assert "Create" in [button.label for button in dialog.findChildren(Button)]
