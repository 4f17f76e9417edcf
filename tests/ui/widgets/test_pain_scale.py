from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.pain_scale import PainScale, cell_rects, typed_pain
from hipstretch.ui.widgets.painting import text_width
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme) -> PainScale:
    """An unanswered scale in an active window."""
    scale = PainScale(theme)
    scale.resize(scale.sizeHint())
    return show_active(qtbot, scale)


def test_the_cells_fill_the_width_with_six_px_between_them() -> None:
    """From the first px to the last."""
    rects = cell_rects(5, 5, 528, 60)
    assert len(rects) == 11
    assert (rects[0].left(), rects[-1].right()) == (5, 533)
    gaps = {after.left() - cell.right() for cell, after in pairwise(rects)}
    assert gaps == {6}


def test_nothing_is_chosen_before_the_first_answer(scale: PainScale) -> None:
    """An answer of 0 is an answer."""
    assert scale.value is None
    scale.set_value(0)
    assert scale.value == 0
    scale.set_value(None)
    assert scale.value is None


def test_setting_a_value_tells_nobody(qtbot: QtBot, scale: PainScale) -> None:
    """Outside the scale it is refused."""
    with qtbot.assertNotEmitted(scale.value_changed):
        scale.set_value(4)
    with pytest.raises(ValueError, match="0 to 10"):
        scale.set_value(11)


def test_a_click_chooses_and_tells_once(scale: PainScale) -> None:
    """The same cell again tells nothing."""
    told: list[object] = []
    scale.value_changed.connect(told.append)
    QTest.mouseClick(scale._cells[7], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scale._cells[7], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scale._cells[2], Qt.MouseButton.LeftButton)
    assert told == [7, 2]
    assert scale.value == 2


def test_digits_choose(press: Callable[[Qt.Key], None], scale: PainScale) -> None:
    """The focus goes with them."""
    scale._cells[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_6)
    assert scale.value == 6
    assert scale._cells[6].focus_shown


def test_one_and_nought_are_ten(press: Callable[[Qt.Key], None], scale: PainScale) -> None:
    """By keys; a nought after any other number is none."""
    scale._cells[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_0)
    assert scale.value == 10
    assert [typed_pain(before, 0) for before in (None, 0, 2, 10)] == [0, 0, 0, 0]
    assert typed_pain(1, 1) == 1


def test_a_digit_typed_elsewhere_leaves_the_focus(scale: PainScale) -> None:
    """And is told."""
    told: list[object] = []
    scale.value_changed.connect(told.append)
    scale._cells[3].setFocus()
    for digit in (1, 0, 0):
        scale.type_digit(digit)
    assert told == [1, 10, 0]
    assert scale._cells[3].hasFocus()


def test_arrows_choose_the_next_cell(press: Callable[[Qt.Key], None], scale: PainScale) -> None:
    """Also the last one, which has no digit of its own."""
    scale.set_value(8)
    scale._cells[8].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        press(Qt.Key.Key_Right)
    assert scale.value == 10
    press(Qt.Key.Key_Left)
    assert scale.value == 9


def test_tab_stops_once(scale: PainScale) -> None:
    """At the first cell before the answer, at the chosen one after it."""
    stops = [cell.number for cell in scale._cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [0]
    scale.set_value(5)
    stops = [cell.number for cell in scale._cells if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [5]


def test_the_number_of_before_is_marked(scale: PainScale) -> None:
    """By a border and for screen readers, not by colour alone."""
    scale.set_before(5)
    cell = scale._cells[5]
    assert cell.accessibleDescription() == "Before the session"
    rect = cell.visible_rect().translated(cell.pos()).toRect()
    image = scale.grab().toImage()
    assert image.pixelColor(rect.left(), rect.center().y()) == LIGHT.pain_fill
    assert image.pixelColor(rect.left() + 4, rect.center().y()) == LIGHT.pain_soft
    scale.set_value(5)
    assert scale.grab().toImage().pixelColor(rect.left() + 4, rect.center().y()) == LIGHT.pain
    scale.set_before(None)
    assert cell.accessibleDescription() == ""


def test_a_screen_reader_finds_a_group_of_radio_buttons(scale: PainScale) -> None:
    """The group says what the ends mean."""
    group = QAccessible.queryAccessibleInterface(scale)
    assert group.role() is QAccessible.Role.Grouping
    assert "worst" in group.text(QAccessible.Text.Name)
    cell = QAccessible.queryAccessibleInterface(scale._cells[10])
    assert cell.role() is QAccessible.Role.RadioButton
    assert cell.text(QAccessible.Text.Name) == "10"


@pytest.mark.parametrize("text_scale", [1.0, 1.15, 1.3])
def test_the_largest_number_fits_the_narrowest_cell(
    scale: PainScale, theme: Theme, text_scale: float
) -> None:
    """Digits get smaller rather than being cut."""
    theme.set_look(Appearance.LIGHT, text_scale=text_scale)
    scale.resize(scale.minimumSizeHint())
    cell = scale._cells[10]
    width = cell.visible_rect().width()
    assert text_width("10", cell._digits_font(width)) <= width
