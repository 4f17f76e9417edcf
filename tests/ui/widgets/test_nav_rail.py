from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.nav_button import NavItem
from hipstretch.ui.widgets.nav_rail import NavRail
from hipstretch.ui.widgets.tab_bar import TabBar
from hipstretch.ui.widgets.timer_chip import TimerChip
from tests.core.therapy_moments import ice, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

ITEMS = (
    NavItem("today", "Today", "today"),
    NavItem("ice", "Ice & heat", "ice-and-heat"),
    NavItem("history", "History", "history"),
    NavItem("settings", "Settings", "settings", at_foot=True),
)


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> NavRail:
    """A rail as high as the window at 1280x800."""
    rail = NavRail(theme, ITEMS)
    rail.resize(rail.sizeHint().width(), 800)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    rail.activateWindow()
    return rail


def visible_top(rail: NavRail, number: int) -> int:
    """Where the visible part of a page's button begins."""
    return rail.buttons[number].y() + 5


def test_it_is_208_px_wide_and_72_where_it_is_compact(rail: NavRail) -> None:
    """Compact, it shows icons only."""
    assert rail.sizeHint().width() == 208
    rail.set_compact(True)
    assert rail.sizeHint().width() == 72
    assert rail.buttons[0].toolTip() == "Today"
    assert not rail.grab().isNull()


def test_the_pages_stand_below_the_brand_and_the_rest_at_the_foot(rail: NavRail) -> None:
    """44 px high, 4 px apart, the last one 20 px above the lower edge."""
    assert [visible_top(rail, number) for number in range(4)] == [80, 128, 176, 736]


def test_a_click_asks_for_the_page(rail: NavRail, qtbot: QtBot) -> None:
    """The window decides whether to go there."""
    with qtbot.waitSignal(rail.page_requested) as heard:
        QTest.mouseClick(rail.buttons[2], Qt.MouseButton.LeftButton)
    assert heard.args == ["history"]


def test_one_page_is_the_current_one(rail: NavRail) -> None:
    """A key that is not in the rail marks none."""
    rail.set_current("ice")
    assert rail.current == "ice"
    rail.set_current("today")
    assert [button.isChecked() for button in rail.buttons] == [True, False, False, False]
    rail.set_current("player")
    assert rail.current == ""


def test_marking_a_page_asks_for_nothing(rail: NavRail, qtbot: QtBot) -> None:
    """Otherwise the window would hear itself."""
    with qtbot.assertNotEmitted(rail.page_requested):
        rail.set_current("ice")


def test_arrows_move_between_the_pages(rail: NavRail, qtbot: QtBot) -> None:
    """From the last page on to the first, without leaving the page that is shown."""
    rail.set_current("today")
    rail.buttons[0].setFocus()
    for key, focused in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 3)):
        now = next(button for button in rail.buttons if button.hasFocus())
        QTest.keyClick(now, key)
        qtbot.waitUntil(rail.buttons[focused].hasFocus)
    assert rail.current == "today"


def test_a_timer_stands_above_the_foot(rail: NavRail) -> None:
    """It goes when it is taken away."""
    chip = QWidget()
    chip.setMinimumSize(20, 40)
    chip.sizeHint = chip.minimumSize  # type: ignore[method-assign]
    rail.set_foot_widget(chip)
    assert chip.geometry().bottom() < visible_top(rail, 3)
    assert chip.isVisible()
    rail.set_foot_widget(None)
    assert chip.parentWidget() is None
    chip.deleteLater()


def test_larger_text_makes_it_higher_and_wide_enough(rail: NavRail, theme: Theme) -> None:
    """Nothing is cut at 130 %."""
    before = rail.sizeHint()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert rail.sizeHint().height() > before.height()
    widest = max(button.visible_size().width() for button in rail.buttons)
    assert rail.sizeHint().width() >= widest + 29
    assert not rail.grab().isNull()


def test_a_widget_that_hides_itself_stays_hidden(qtbot: QtBot, theme: Theme) -> None:
    """The rail shows only what was not hidden on purpose."""
    rail, bar = NavRail(theme, ITEMS), TabBar(theme, ITEMS)
    for switch in (rail, bar):
        qtbot.addWidget(switch)
        switch.show()
    chips = TimerChip(theme), TimerChip(theme)
    rail.set_foot_widget(chips[0])
    bar.set_head_widget(chips[1])
    assert chips[0].isHidden()
    assert chips[1].isHidden()
    assert bar.sizeHint().height() == 72


def test_a_timer_stands_in_line_with_the_pages(rail: NavRail, theme: Theme) -> None:
    """Its visible part is as wide as theirs; compact, it has a form of its own."""
    chip = TimerChip(theme)
    rail.set_foot_widget(chip)
    chip.set_view(shown(therapy(ice(439))))
    assert chip.geometry().left() == rail.buttons[0].geometry().left()
    assert chip.width() == rail.buttons[0].width()
    assert chip.height() == 66
    rail.set_compact(True)
    rail.resize(rail.sizeHint().width(), 800)
    assert chip.height() == 78
    assert chip.geometry().bottom() < visible_top(rail, 3)


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("is_compact", [False, True])
def test_six_pages_and_a_timer_stand_apart_in_the_lowest_window(
    qtbot: QtBot, theme: Theme, scale: float, is_compact: bool
) -> None:
    """At 600 px, from the brand down to Safety, which is the last one."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    breaks = NavItem("breaks", "Breaks", "breaks")
    safety = NavItem("safety", "Safety", "safety", at_foot=True)
    rail, chip = NavRail(theme, (ITEMS[0], breaks, *ITEMS[1:], safety)), TimerChip(theme)
    qtbot.addWidget(rail)
    rail.set_foot_widget(chip)
    chip.set_view(shown(therapy(ice(439))))
    rail.set_compact(is_compact)
    rail.resize(rail.sizeHint().width(), 600)
    rail.show()
    parts = [*rail.buttons[:4], chip, *rail.buttons[4:]]
    places = [part.geometry().adjusted(0, 5, 0, -5) for part in parts]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert rail.minimumSizeHint().height() <= 600
    assert rail.buttons[-1].item.key == "safety"
