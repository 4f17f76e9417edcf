from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.person import Side
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.side_keys import SideKeys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

BOTH = frozenset({Side.LEFT, Side.RIGHT})
LEFT = frozenset({Side.LEFT})


@pytest.fixture
def keys(qtbot: QtBot, theme: Theme) -> SideKeys:
    """Both keys on."""
    keys = SideKeys(theme)
    qtbot.addWidget(keys)
    keys.resize(keys.sizeHint())
    keys.show()
    return keys


def test_a_key_switches_its_side_and_tells(qtbot: QtBot, keys: SideKeys) -> None:
    """Both are on at the start."""
    assert keys.sides == BOTH
    with qtbot.waitSignal(keys.sides_changed) as told:
        QTest.mouseClick(keys._keys[Side.RIGHT], Qt.MouseButton.LeftButton)
    assert told.args == [LEFT]
    assert keys.sides == LEFT


def test_the_last_side_stays_on(qtbot: QtBot, keys: SideKeys) -> None:
    """Pressing it tells nothing."""
    keys.set_sides(LEFT)
    with qtbot.assertNotEmitted(keys.sides_changed):
        QTest.mouseClick(keys._keys[Side.LEFT], Qt.MouseButton.LeftButton)
    assert keys.sides == LEFT


def test_setting_sides_tells_nobody(qtbot: QtBot, keys: SideKeys) -> None:
    """Both at once means both keys; none is refused."""
    with qtbot.assertNotEmitted(keys.sides_changed):
        keys.set_sides(LEFT)
        keys.set_sides(frozenset({Side.BOTH}))
    assert keys.sides == BOTH
    with pytest.raises(ValueError, match="at least one side"):
        keys.set_sides(frozenset())


def test_a_screen_reader_hears_whole_words(keys: SideKeys) -> None:
    """And which side gets an extra hold."""
    keys.set_extra(Side.RIGHT)
    right = QAccessible.queryAccessibleInterface(keys._keys[Side.RIGHT])
    assert right.role() is QAccessible.Role.CheckBox
    assert right.text(QAccessible.Text.Name) == "Right side"
    assert right.text(QAccessible.Text.Description) == "One extra hold"
    left = QAccessible.queryAccessibleInterface(keys._keys[Side.LEFT])
    assert left.text(QAccessible.Text.Name) == "Left side"
    assert left.text(QAccessible.Text.Description) != "One extra hold"


def test_the_tag_hangs_at_the_corner_of_its_key(keys: SideKeys) -> None:
    """It goes when there is no extra hold."""
    keys.set_extra(Side.LEFT)
    at_left = keys._tag.geometry()
    keys.set_extra(Side.RIGHT)
    assert keys._tag.isVisible()
    assert keys._tag.geometry().left() - at_left.left() == 45
    assert keys.rect().contains(keys._tag.geometry())
    keys.set_extra(None)
    assert not keys._tag.isVisible()


def test_more_than_one_extra_hold_is_told_too(keys: SideKeys) -> None:
    """In words for a screen reader."""
    keys.set_extra(Side.RIGHT, 2)
    right = keys._keys[Side.RIGHT]
    assert right.accessibleDescription() == "2 extra holds"
    keys.set_extra(None)
    assert right.accessibleDescription() == ""


def test_a_stretch_without_a_side_has_one_cell(keys: SideKeys) -> None:
    """The keys and the tag come back with the sides."""
    keys.set_extra(Side.LEFT)
    keys.set_sided(False)
    assert not keys._keys[Side.LEFT].isVisible()
    assert not keys._tag.isVisible()
    assert keys.accessibleName() == "Both sides"
    assert keys.grab().toImage().pixelColor(20, keys.height() // 2) == LIGHT.sunken
    keys.set_sided(True)
    assert keys._keys[Side.LEFT].isVisible()
    assert keys._tag.isVisible()


def test_keys_that_are_on_are_orange(keys: SideKeys) -> None:
    """With a border; those that are off are sunken."""
    keys.set_sides(LEFT)
    middle = keys.height() // 2
    image = keys.grab().toImage()
    assert image.pixelColor(16, middle) == LIGHT.asoft
    assert image.pixelColor(61, middle) == LIGHT.sunken


def test_keys_grow_with_the_text(keys: SideKeys, theme: Theme) -> None:
    """40 px at 100 %."""
    assert keys._keys[Side.LEFT].visible_rect().width() == 40
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    keys.resize(keys.sizeHint())
    assert keys._keys[Side.LEFT].visible_rect().width() == 52
