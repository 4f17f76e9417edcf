from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.fault import Fault
from hipstretch.core.settings import Appearance
from hipstretch.ui.dialogs.fault_dialog import FaultDialog
from hipstretch.ui.widgets.button import Button
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

FAULTS = (
    Fault(3, 11, "unknown position `lying`; did you mean `lying-on-back`?"),
    Fault(7, 5, "`reps` is 0; expected 1 to 100"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window of the smallest size."""
    return empty_window(qtbot, 420, 600)


def opened(window: QWidget, theme: Theme, count: int = 1) -> FaultDialog:
    """An open dialog with both faults, `count` times."""
    dialog = FaultDialog(theme, "my-own-very-long-morning-mobility.yaml", FAULTS * count, window)
    dialog.open()
    return dialog


def test_every_fault_is_told_with_its_place(window: QWidget, theme: Theme) -> None:
    """To a screen reader too."""
    dialog = opened(window, theme)
    words = dialog.faults.words.splitlines()
    assert words[0].startswith("Line 3, column 11: unknown position")
    assert words[1].startswith("Line 7, column 5: `reps` is 0")
    reader = QAccessible.queryAccessibleInterface(dialog.faults)
    assert reader.text(QAccessible.Text.Description) == dialog.faults.words


def test_the_file_can_be_opened(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    """The dialog goes then."""
    dialog = opened(window, theme)
    button = next(b for b in dialog.findChildren(Button) if b.label == "Open the file")
    with qtbot.waitSignals([dialog.open_file_requested, dialog.closed]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_many_faults_scroll_by_keys(
    press: Callable[[Qt.Key], None], window: QWidget, theme: Theme
) -> None:
    """At the end the arrows go on to the buttons; Escape closes."""
    dialog = opened(window, theme, 20)
    bar = dialog.faults.verticalScrollBar()
    assert dialog.faults.hasFocus()
    press(Qt.Key.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    bar.setValue(bar.maximum())
    press(Qt.Key.Key_Down)
    assert not dialog.faults.hasFocus()
    closed: list[object] = []
    dialog.closed.connect(closed.append)
    press(Qt.Key.Key_Escape)
    assert closed == [None]


def test_the_card_keeps_inside_the_smallest_window(window: QWidget, theme: Theme) -> None:
    """The list gives way, the words and the buttons are not cut."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3, reduced_motion=True)
    dialog = opened(window, theme, 20)
    assert dialog.rect().contains(dialog._card.geometry())
    for button in dialog.findChildren(Button):
        assert button.height() >= button.sizeHint().height()
    title = dialog._card._title
    assert title.height() >= title.heightForWidth(title.width())
