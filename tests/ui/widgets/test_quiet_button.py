from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.quiet_button import QuietButton


def test_it_has_no_ground_at_rest_and_one_while_pressed(qtbot: QtBot, theme: Theme) -> None:
    """So that it keeps in the background."""
    button = QuietButton(theme, "As a table", "list")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    rest = button.grab().toImage()
    button.setDown(True)
    pressed = button.grab().toImage()
    spot = (button.width() // 2, 9)
    assert pressed.pixelColor(*spot).name() == LIGHT.sunken.name()
    assert rest.pixelColor(*spot) != pressed.pixelColor(*spot)


def test_it_grows_with_its_words_and_the_text(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is cut."""
    plain, signed = QuietButton(theme, "Clear"), QuietButton(theme, "Clear", "close")
    for button in (plain, signed):
        qtbot.addWidget(button)
    assert signed.sizeHint().width() > plain.sizeHint().width()
    before = plain.sizeHint()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert plain.sizeHint().width() > before.width()
    assert plain.sizeHint().height() > before.height()


def test_enter_presses_it(qtbot: QtBot, theme: Theme) -> None:
    """As every button."""
    button = QuietButton(theme, "Clear")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
