from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_a_chip_stays_on_until_it_is_pressed_again(qtbot: QtBot, theme: Theme) -> None:
    """A screen reader knows it as a check box."""
    chip = Chip(theme, "Floor", "floor")
    qtbot.addWidget(chip)
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.role() is QAccessible.Role.CheckBox
    chip.show()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert interface.state().checked
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_choosing_a_chip_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    """Its size is that of the heavier words from the start."""
    chip = Chip(theme, "Lower back")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_a_chip_shows_its_state_in_its_fill(qtbot: QtBot, theme: Theme) -> None:
    """Surface at rest, teal when chosen, sunken when it cannot be used."""
    chip = Chip(theme, "Hip")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    place = (12, chip.height() // 2)
    assert chip.grab().toImage().pixelColor(*place) == LIGHT.surface
    chip.setChecked(True)
    assert chip.grab().toImage().pixelColor(*place) == LIGHT.primary
    chip.setEnabled(False)
    assert chip.grab().toImage().pixelColor(*place) == LIGHT.sunken


def test_a_chip_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    """36 px high at 100 %."""
    chip = Chip(theme, "Hip")
    qtbot.addWidget(chip)
    assert chip.visible_size().height() == 36
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert chip.visible_size().height() == 47
