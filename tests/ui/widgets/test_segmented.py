from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.person import Affected
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.widgets.segmented import Segmented, segment_rects
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

OPTIONS = ((Affected.LEFT, "Left"), (Affected.RIGHT, "Right"), (Affected.NONE, "Neither"))


@pytest.fixture
def sore_side(qtbot: QtBot, theme: Theme) -> Segmented:
    """Three segments in an active window."""
    segmented = Segmented(theme, "Sore side", OPTIONS)
    segmented.resize(segmented.sizeHint())
    return show_active(qtbot, segmented)


def test_segments_share_the_track_evenly() -> None:
    """On whole px, without gaps."""
    rects = segment_rects(QRectF(0, 0, 106, 44), 3, 3)
    assert [rect.width() for rect in rects] == [33, 34, 33]
    assert rects[0].right() == rects[1].left()


def test_the_first_option_is_chosen_at_the_start(sore_side: Segmented) -> None:
    """Something always is."""
    assert sore_side.value is Affected.LEFT


def test_setting_a_value_tells_nobody(qtbot: QtBot, sore_side: Segmented) -> None:
    """What is not offered is refused."""
    with qtbot.assertNotEmitted(sore_side.value_changed):
        sore_side.set_value(Affected.NONE)
    assert sore_side.value is Affected.NONE
    with pytest.raises(ValueError, match="none of the options"):
        sore_side.set_value(Affected.BOTH)


def test_a_click_tells_a_new_value_once(qtbot: QtBot, sore_side: Segmented) -> None:
    """Clicking the chosen segment again tells nothing."""
    right = sore_side._segments[1]
    with qtbot.waitSignal(sore_side.value_changed) as told:
        QTest.mouseClick(right, Qt.MouseButton.LeftButton)
    assert told.args == [Affected.RIGHT]
    with qtbot.assertNotEmitted(sore_side.value_changed):
        QTest.mouseClick(right, Qt.MouseButton.LeftButton)


def test_the_arrows_move_the_choice_and_the_focus(
    press: Callable[[Qt.Key], None], sore_side: Segmented
) -> None:
    """Every step is told."""
    told: list[object] = []
    sore_side.value_changed.connect(told.append)
    sore_side._segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert told == [Affected.RIGHT, Affected.NONE, Affected.RIGHT]
    assert sore_side._segments[1].focus_shown


def test_tab_stops_at_the_chosen_segment_only(sore_side: Segmented) -> None:
    """The arrows go on from there."""
    sore_side.set_value(Affected.RIGHT)
    stops = [
        bool(segment.focusPolicy() & Qt.FocusPolicy.TabFocus) for segment in sore_side._segments
    ]
    assert stops == [False, True, False]


def test_a_screen_reader_finds_a_group_of_radio_buttons(sore_side: Segmented) -> None:
    """Each with its words and its state."""
    group = QAccessible.queryAccessibleInterface(sore_side)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Sore side"
    radio = QAccessible.queryAccessibleInterface(sore_side._segments[0])
    assert radio.role() is QAccessible.Role.RadioButton
    assert radio.text(QAccessible.Text.Name) == "Left"
    assert radio.state().checked


def test_the_ground_slides_to_the_chosen_segment(qtbot: QtBot, sore_side: Segmented) -> None:
    """It ends under its words."""
    segment = sore_side._segments[2]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    place = (segment.geometry().left() + 12, segment.geometry().center().y())
    qtbot.waitUntil(lambda: sore_side.grab().toImage().pixelColor(*place) == LIGHT.surface)


def test_segments_follow_the_look(sore_side: Segmented, theme: Theme) -> None:
    """Larger text makes them larger, the dark makes them dark."""
    before = sore_side.sizeHint()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert sore_side.sizeHint().width() > before.width()
    image = sore_side.grab().toImage()
    assert image.pixelColor(image.width() // 2, 6) == DARK.sunken
