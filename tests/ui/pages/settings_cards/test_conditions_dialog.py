from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.ui.pages.settings_cards.conditions_dialog import ConditionsDialog
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A small active window."""
    return empty_window(qtbot, 420, 600)


def present(
    theme: Theme, window: QWidget, conditions: tuple[str, ...] | None
) -> tuple[ConditionsDialog, list[object]]:
    """The dialog over the window, and what it tells."""
    dialog = ConditionsDialog(theme, window, conditions)
    told: list[object] = []
    dialog.answered.connect(told.append)
    dialog.present()
    return dialog, told


def test_what_is_on_counts_once_it_is_saved(theme: Theme, window: QWidget) -> None:
    """Saving nothing means none of them."""
    dialog, told = present(theme, window, ("hernia",))
    next(chip for chip in dialog.chips.chips if chip.value == "hernia").click()
    assert told == []
    dialog.save.click()
    assert told == [()]


def test_giving_up_tells_nothing(
    theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """By the button or with Escape."""
    for give_up in (True, False):
        dialog, told = present(theme, window, ("hernia",))
        dialog.chips.none.click()
        if give_up:
            dialog.cancel.click()
        else:
            press(Qt.Key.Key_Escape)
        assert told == []


def test_the_keyboard_reaches_every_chip_in_sight(
    theme: Theme, window: QWidget, press: Callable[[Qt.Key], None]
) -> None:
    """What has the focus is scrolled to; Enter turns a chip."""
    dialog, _ = present(theme, window, None)
    for chip in dialog.chips.stops:
        assert QApplication.focusWidget() is chip
        assert not chip.visibleRegion().isEmpty()
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.save
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Return)
    assert dialog.chips.conditions == (dialog.chips.chips[-1].value,)
