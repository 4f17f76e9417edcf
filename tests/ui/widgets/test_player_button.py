from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.ui.palette import player_palette
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.painting import text_width
from hipstretch.ui.widgets.player_button import PlayerButton
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window to put buttons into."""
    return empty_window(qtbot, 400, 200)


def test_its_visible_part_stands_where_it_was_placed(window: QWidget, theme: Theme) -> None:
    """With the room for the focus ring around it."""
    button = PlayerButton(theme, "Back", icon="back", parent=window)
    button.place(QRect(40, 60, 88, 80), 1.0, 28)
    assert button.visible_rect().toRect().translated(button.pos()) == QRect(40, 60, 88, 80)
    assert button.visible_size().width() == 88
    assert button.corner_radius() == 28
    button.place(QRect(40, 60, 40, 40), 1.0, 28)
    assert button.corner_radius() == 20


def test_only_tab_gives_it_the_focus(window: QWidget, theme: Theme) -> None:
    """After a click the space bar belongs to the player."""
    button = PlayerButton(theme, "Skip", icon="skip", parent=window)
    button.place(QRect(40, 60, 88, 80), 1.0, 28)
    button.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.focus_shown


def test_words_that_are_too_long_become_smaller(window: QWidget, theme: Theme) -> None:
    """They stay within the button."""
    button = PlayerButton(theme, "Pause", words="Pause for a while now", parent=window)
    button.place(QRect(0, 0, 120, 80), 1.0, 28)
    assert text_width(button.label, button._fitting_font(96)) <= 96


def test_the_primary_one_has_the_player_s_teal(window: QWidget, theme: Theme) -> None:
    """A disabled one is quiet."""
    button = PlayerButton(theme, "Pause", words="Pause", kind=ButtonKind.PRIMARY, parent=window)
    button.place(QRect(0, 0, 188, 80), 1.0, 28)
    palette = player_palette(theme.palette)
    assert button.grab().toImage().pixelColor(94, 12) == palette.primary
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(94, 12) == palette.sunken


def test_its_name_and_tooltip_can_differ(window: QWidget, theme: Theme) -> None:
    """The key stands in the tooltip only."""
    button = PlayerButton(theme, "Back", icon="back", parent=window)
    assert (button.accessibleName(), button.toolTip()) == ("Back", "Back")
    button.set_name("Back", "Back (←)")
    assert (button.accessibleName(), button.toolTip()) == ("Back", "Back (←)")
    button.set_words("Back", None)
    assert button.label == "Back"
