from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hipstretch.core.settings import Appearance
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.widgets.button import Button, ButtonKind
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

TEXT = "Paused. Ease out slowly. Mild pull is fine, sharp or shooting pain is not."


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """An active window with a focused button."""
    window = QWidget()
    window.resize(600, 500)
    button = Button(theme, "This hurts", parent=window)
    show_active(qtbot, window)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    return window


@pytest.fixture
def dialog(window: QWidget, theme: Theme) -> CardDialog:
    """An open question with three choices."""
    dialog = CardDialog(theme, "This hurts", TEXT, window)
    dialog.add_choice("Skip this stretch", ButtonKind.PRIMARY, "skip")
    dialog.add_choice("Try it more gently", ButtonKind.SECONDARY, "gentler")
    dialog.add_choice("End for today", ButtonKind.TEXT, "end")
    dialog.present()
    return dialog


def focused() -> str:
    """The words of the button that has the focus."""
    widget = QApplication.focusWidget()
    return widget.label if isinstance(widget, Button) else ""


def test_it_covers_the_window_and_has_the_focus(dialog: CardDialog, window: QWidget) -> None:
    """It is no window of its own, and follows the window's size."""
    assert not dialog.isWindow()
    assert dialog.geometry() == window.rect()
    assert focused() == "Skip this stretch"
    window.resize(420, 600)
    assert dialog.geometry() == window.rect()
    assert dialog.rect().contains(dialog._card.geometry())


def test_a_choice_closes_with_its_result(
    press: Callable[[Qt.Key], None], qtbot: QtBot, dialog: CardDialog
) -> None:
    """The focus goes back to where it was, and the dialog is gone afterwards."""
    with qtbot.waitSignal(dialog.closed) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["skip"]
    assert focused() == "This hurts"
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_escape_gives_up(press: Callable[[Qt.Key], None], qtbot: QtBot, dialog: CardDialog) -> None:
    """The answer is None, and it is told once."""
    told: list[object] = []
    dialog.closed.connect(told.append)
    with qtbot.waitSignal(dialog.rejected):
        press(Qt.Key.Key_Escape)
    dialog.reject()
    assert told == [None]


def test_tab_and_arrows_stay_inside(press: Callable[[Qt.Key], None], dialog: CardDialog) -> None:
    """After the last choice comes the first."""
    seen = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up):
        press(key)
        seen.append(focused())
    assert seen == [
        "Try it more gently",
        "End for today",
        "Skip this stretch",
        "End for today",
        "Try it more gently",
    ]
    assert dialog.isVisible()


def test_clicks_and_shortcuts_do_not_reach_the_window(
    qtbot: QtBot, press: Callable[[Qt.Key], None], dialog: CardDialog, window: QWidget
) -> None:
    """The question has to be answered first."""
    shortcut = QShortcut(Qt.Key.Key_F, window)
    button = next(child for child in window.children() if isinstance(child, Button))
    assert window.childAt(button.geometry().center()) is dialog
    QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert focused() == "Skip this stretch"
    with qtbot.assertNotEmitted(shortcut.activated):
        press(Qt.Key.Key_F)
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(shortcut.activated):
        press(Qt.Key.Key_F)


def test_a_screen_reader_finds_a_dialog_with_its_text(dialog: CardDialog) -> None:
    """Title as its name, text as its description."""
    interface = QAccessible.queryAccessibleInterface(dialog)
    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "This hurts"
    assert interface.text(QAccessible.Text.Description) == TEXT


def test_the_ring_is_shown_where_the_keyboard_was_in_use(window: QWidget, theme: Theme) -> None:
    """On the first choice, and back on the button."""
    button = next(child for child in window.children() if isinstance(child, Button))
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    dialog = CardDialog(theme, "Sure", "It will be gone.", window)
    choice = dialog.add_choice("Yes", ButtonKind.PRIMARY, True)
    dialog.present()
    assert choice.focus_shown
    QTest.keyClick(choice, Qt.Key.Key_Escape)
    assert button.focus_shown


def test_it_comes_up_softly_and_then_stands_without_an_effect(
    qtbot: QtBot, dialog: CardDialog
) -> None:
    """The card is opaque in the end."""
    assert dialog._card.graphicsEffect() is not None
    qtbot.waitUntil(lambda: dialog._card.graphicsEffect() is None)
    assert dialog._share() == 1.0


def test_the_card_holds_its_text_at_the_largest_size(
    qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    """In the smallest window too."""
    window.resize(420, 600)
    theme.set_look(Appearance.DARK, text_scale=1.3, reduced_motion=True)
    dialog = CardDialog(theme, "This hurts", TEXT, window)
    dialog.add_choice("Skip this stretch", ButtonKind.PRIMARY, "skip")
    dialog.present()
    qtbot.waitUntil(lambda: dialog._share() == 1.0)
    card = dialog._card
    assert dialog.rect().contains(card.geometry())
    assert card._text.height() >= card._text.heightForWidth(card._text.width())
