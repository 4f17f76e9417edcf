from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.nav_button import NavItem
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
SIX = (
    ITEMS[0],
    NavItem("breaks", "Breaks", "breaks"),
    *ITEMS[1:],
    NavItem("safety", "Safety", "safety", at_foot=True),
)


def test_tabs_share_the_width(qtbot: QtBot, theme: Theme) -> None:
    """72 px high, the same width for all, and the same signals."""
    bar = TabBar(theme, ITEMS)
    qtbot.addWidget(bar)
    bar.resize(480, bar.sizeHint().height())
    bar.show()
    bar.set_current("today")
    assert bar.height() == 72
    assert {button.width() for button in bar.buttons} == {126}
    assert not bar.grab().isNull()
    with qtbot.waitSignal(bar.page_requested) as heard:
        QTest.mouseClick(bar.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == ["ice"]


def test_a_bar_without_pages_is_no_error(qtbot: QtBot, theme: Theme) -> None:
    """There is nothing to lay out."""
    bar = TabBar(theme, ())
    qtbot.addWidget(bar)
    bar.resize(480, 72)
    assert bar.sizeHint().height() == 72


def test_a_timer_stands_over_the_tabs(qtbot: QtBot, theme: Theme) -> None:
    """The bar grows while it is there, and the tabs stay at the foot."""
    bar, chip = TabBar(theme, ITEMS), TimerChip(theme)
    qtbot.addWidget(bar)
    bar.set_head_widget(chip)
    bar.show()
    chip.set_view(shown(therapy(ice(439))))
    bar.resize(480, bar.sizeHint().height())
    assert bar.height() == 72 + 66
    assert chip.isVisible()
    assert chip.geometry().bottom() <= bar.buttons[0].y() + 5
    assert bar.buttons[0].geometry().bottom() <= bar.height() + 5
    bar.set_head_widget(None)
    assert bar.sizeHint().height() == 72
    chip.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("width", [719, 480, 420])
def test_six_pages_keep_their_words_at_full_size(
    qtbot: QtBot, theme: Theme, width: int, scale: float
) -> None:
    """Where a long word needs more than its share, short ones give way; none is drawn smaller."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    bar = TabBar(theme, SIX)
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    for button in bar.buttons:
        font = button._fitting(button.visible_rect().width() - 4)
        assert font.pixelSize() == button._font(chosen=False).pixelSize()
    edges = [button.geometry().adjusted(5, 5, -5, -5) for button in bar.buttons]
    assert all(one.right() < other.left() for one, other in pairwise(edges))
    assert (edges[0].left(), edges[-1].right()) == (8, width - 9)


def test_words_that_never_fit_are_drawn_smaller(qtbot: QtBot, theme: Theme) -> None:
    """And stay inside the bar."""
    bar = TabBar(theme, [NavItem(str(n), "A long translation", "today") for n in range(6)])
    qtbot.addWidget(bar)
    bar.resize(420, bar.sizeHint().height())
    bar.show()
    assert bar.buttons[-1].geometry().right() <= 420
    button = bar.buttons[0]
    smaller = button._fitting(button.visible_rect().width() - 4).pixelSize()
    assert smaller < button._font(chosen=False).pixelSize()
