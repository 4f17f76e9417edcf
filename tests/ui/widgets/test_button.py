from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, inner_rect
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.widgets.painted_button import PaintedButton


def fill_of(button: PaintedButton) -> QColor:
    """The colour at the left edge of the visible part."""
    rect = inner_rect(button.rect()).toRect()
    return button.grab().toImage().pixelColor(rect.left() + 4, rect.center().y())


def ring_of(button: PaintedButton) -> QColor:
    """The colour where the focus ring would be."""
    return button.grab().toImage().pixelColor(1, button.height() // 2)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window to put buttons into."""
    return empty_window(qtbot, 400, 200)


def shown(button: PaintedButton, window: QWidget) -> PaintedButton:
    """The button at its own size in the window."""
    button.setParent(window)
    button.resize(button.sizeHint())
    button.show()
    return button


def test_a_button_is_as_high_as_asked_and_keeps_room_for_its_ring(
    qtbot: QtBot, theme: Theme
) -> None:
    """44 px at 100 % text, more with larger text, never less than its words."""
    button = Button(theme, "Save as my routine", icon="bookmark")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 44 + 2 * FOCUS_MARGIN
    assert button.minimumSizeHint() == button.sizeHint()
    width = button.sizeHint().width()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert button.sizeHint().height() == 57 + 2 * FOCUS_MARGIN
    assert button.sizeHint().width() > width


@pytest.mark.parametrize(
    ("kind", "token"),
    [
        (ButtonKind.PRIMARY, "primary"),
        (ButtonKind.SECONDARY, "surface"),
        (ButtonKind.SOFT, "psoft"),
    ],
)
def test_each_kind_has_its_fill(
    window: QWidget, theme: Theme, kind: ButtonKind, token: str
) -> None:
    """In the light and in the dark."""
    button = shown(Button(theme, "Start", kind=kind), window)
    assert fill_of(button) == getattr(LIGHT, token)
    theme.set_look(Appearance.DARK)
    assert fill_of(button) == getattr(DARK, token)


def test_a_button_takes_another_fill_and_kind(window: QWidget, theme: Theme) -> None:
    """Ice and heat have their own colours."""
    button = Button(theme, "Start")
    shown(button, window)
    button.set_kind(ButtonKind.SOFT)
    assert fill_of(button) == LIGHT.psoft
    button.set_accent("ice", "on_primary")
    assert fill_of(button) == LIGHT.ice
    button.setEnabled(False)
    assert fill_of(button) == LIGHT.sunken


def test_the_pointer_changes_the_fill(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    """It moves to the hover colour, and back."""
    button = shown(Button(theme, "Start"), window)
    button._move_hover(1.0)
    qtbot.waitUntil(lambda: fill_of(button) == LIGHT.primary_hover)
    button._move_hover(0.0)
    qtbot.waitUntil(lambda: fill_of(button) == LIGHT.primary)


def test_the_pointer_changes_the_fill_at_once_where_motion_is_reduced(
    window: QWidget, theme: Theme
) -> None:
    """Nothing runs."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    button = shown(Button(theme, "Start"), window)
    button._move_hover(1.0)
    assert fill_of(button) == LIGHT.primary_hover


def test_a_pressed_button_stands_one_px_in(window: QWidget, theme: Theme) -> None:
    """With reduced motion only its colour changes."""
    button = shown(Button(theme, "Start"), window)
    middle = button.height() // 2
    button.setDown(True)
    assert button.grab().toImage().pixelColor(FOCUS_MARGIN, middle) != LIGHT.primary_hover
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    assert button.grab().toImage().pixelColor(FOCUS_MARGIN, middle) == LIGHT.primary_hover


def test_the_ring_is_for_the_keyboard_only(window: QWidget, theme: Theme) -> None:
    """Tab shows it, a click does not."""
    button = shown(Button(theme, "Start"), window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.focus_shown
    assert ring_of(button) == LIGHT.focus
    button.clearFocus()
    assert ring_of(button) != LIGHT.focus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert not button.focus_shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_the_button(
    qtbot: QtBot, window: QWidget, theme: Theme, key: Qt.Key
) -> None:
    """Each of them once."""
    button = shown(Button(theme, "Start"), window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_an_ampersand_in_the_words_is_no_shortcut(qtbot: QtBot, theme: Theme) -> None:
    """It is painted, and read out, as it is."""
    button = Button(theme, "Ice & heat")
    qtbot.addWidget(button)
    assert button.label == "Ice & heat"
    assert button.shortcut().isEmpty()
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Ice & heat"
    assert interface.role() is QAccessible.Role.Button


def test_other_words_and_icons_change_the_size(qtbot: QtBot, theme: Theme) -> None:
    """The button grows with them."""
    button = Button(theme, "Start", large=True, height=52)
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    button.set_icon("play")
    assert button.sizeHint().width() == width + 29
    button.set_label("Start again")
    assert button.sizeHint().width() > width + 40


def test_an_icon_button_says_its_name(qtbot: QtBot, theme: Theme) -> None:
    """As a tooltip and to a screen reader, also after it has changed."""
    button = IconButton(theme, "volume", "Sound off")
    qtbot.addWidget(button)
    button.set_icon("voice")
    button.set_name("Voice off")
    assert button.toolTip() == button.accessibleName() == "Voice off"


@pytest.mark.parametrize("is_round", [False, True])
def test_an_icon_button_is_a_square_or_a_circle(
    window: QWidget, theme: Theme, is_round: bool
) -> None:
    """A circle leaves more of the corner free."""
    button = IconButton(theme, "close", "Close", round=is_round)
    shown(button, window)
    assert button.size().width() == button.size().height() == 44 + 2 * FOCUS_MARGIN
    image = button.grab().toImage()
    covered = image.pixelColor(FOCUS_MARGIN + 5, FOCUS_MARGIN + 5) == LIGHT.surface
    assert covered is not is_round
