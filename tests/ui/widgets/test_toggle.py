from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.toggle import Toggle, knob_rect

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_the_knob_keeps_three_px_from_its_track() -> None:
    """On either side."""
    track = QRectF(0, 0, 44, 26)
    assert knob_rect(track, 0) == QRectF(3, 3, 20, 20)
    assert knob_rect(track, 1) == QRectF(21, 3, 20, 20)


def test_a_toggle_is_a_check_box_with_a_name(qtbot: QtBot, theme: Theme) -> None:
    """Its state is read out too."""
    toggle = Toggle(theme, "One extra hold")
    qtbot.addWidget(toggle)
    interface = QAccessible.queryAccessibleInterface(toggle)
    assert interface.role() is QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "One extra hold"
    toggle.setChecked(True)
    assert interface.state().checked


def test_a_toggle_slides_when_it_is_seen(qtbot: QtBot, theme: Theme) -> None:
    """Space moves it; the track turns teal on the way."""
    toggle = Toggle(theme, "Sound")
    qtbot.addWidget(toggle)
    toggle.resize(toggle.sizeHint())
    toggle.show()
    middle = toggle.height() // 2
    assert toggle.grab().toImage().pixelColor(40, middle) == LIGHT.ctrl
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    qtbot.waitUntil(lambda: toggle.grab().toImage().pixelColor(9, middle) == LIGHT.primary)


def test_a_toggle_switches_at_once_where_motion_is_reduced(qtbot: QtBot, theme: Theme) -> None:
    """And where it is not on the screen yet."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    toggle = Toggle(theme, "Sound")
    qtbot.addWidget(toggle)
    toggle.resize(toggle.sizeHint())
    toggle.show()
    toggle.setChecked(True)
    assert toggle.grab().toImage().pixelColor(9, toggle.height() // 2) == LIGHT.primary


def test_a_toggle_stands_in_the_middle_of_its_room(qtbot: QtBot, theme: Theme) -> None:
    """It is never stretched."""
    toggle = Toggle(theme, "Sound")
    qtbot.addWidget(toggle)
    toggle.resize(100, 75)
    assert toggle.visible_rect() == QRectF(28, 24.5, 44, 26)
