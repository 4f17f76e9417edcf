from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.sitting_part import SittingPart
from tests.ui.break_views import HELD, OFF, ON_FEET, view


@pytest.fixture
def part(qtbot: QtBot, theme: Theme) -> SittingPart:
    """A part that shows a sitting person."""
    part = SittingPart(theme)
    qtbot.addWidget(part)
    part.show_view(view())
    part.resize(400, 92)
    part.show()
    return part


def test_it_tells_the_sitting_in_two_lines(part: SittingPart) -> None:
    """For a screen reader in one, with what a click does."""
    assert part.words == ("Sitting 18 min", "Next break in 12 min")
    assert part.accessibleName() == "Sitting 18 min. Next break in 12 min"
    assert part.accessibleDescription() == "Opens Breaks"


def test_a_click_beside_the_button_opens_the_page(qtbot: QtBot, part: SittingPart) -> None:
    """And says nothing of the person."""
    with qtbot.waitSignal(part.clicked), qtbot.assertNotEmitted(part.up_requested):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(150, 46))


def test_the_button_says_that_one_is_up(qtbot: QtBot, part: SittingPart) -> None:
    """And opens nothing."""
    with qtbot.waitSignal(part.up_requested), qtbot.assertNotEmitted(part.clicked):
        QTest.mouseClick(part.answer, Qt.MouseButton.LeftButton)


def test_who_is_up_says_that_they_sit(qtbot: QtBot, part: SittingPart) -> None:
    """By the same button."""
    part.show_view(ON_FEET)
    assert part.answer.label == "I’m sitting"
    with qtbot.waitSignal(part.sitting_requested):
        part.answer.click()


def test_the_words_go_before_the_button(part: SittingPart) -> None:
    """Where there is no room for both; what still is cut is in the tooltip."""
    assert part.answer.isVisible()
    part.resize(280, 92)
    assert not part.answer.isVisible()
    assert not part.toolTip()
    part.show_view(HELD)
    assert part.toolTip() == "On a call: I will remind you right after"


def test_where_reminders_are_off_there_is_nothing_to_say(part: SittingPart) -> None:
    """The button has gone."""
    part.show_view(OFF)
    assert not part.answer.isVisible()


def test_the_ring_is_56_px_wide(part: SittingPart) -> None:
    """At the left, and in narrow windows 52."""
    image = part.grab().toImage()
    left = 5 + 12
    assert image.pixelColor(left + 53, 46).name() == LIGHT.primary.name()
    assert image.pixelColor(left + 3, 46 - 5).name() == LIGHT.sunken.name()
    part.set_low(True)
    image = part.grab().toImage()
    assert image.pixelColor(left + 49, 46).name() == LIGHT.primary.name()


def test_it_grows_with_the_text(part: SittingPart, theme: Theme) -> None:
    """The button stays at the right end."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    part.resize(520, 120)
    assert part.answer.geometry().right() == part.width() - theme.px(12) - 1
