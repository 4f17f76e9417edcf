from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.theme import Role
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.card_grid import BLEED, CardGrid
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.routine_card import RoutineCard
from hipstretch.ui.widgets.scroll_page import ScrollPage, side_padding

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ScrollPage:
    """A page of 1072x800 with a title, some buttons and far more below than fits."""
    page = ScrollPage(theme)
    page.add_text(Label(theme, Role.PAGE_TITLE, "Good morning"))
    for number in range(30):
        page.add(Button(theme, f"Button {number}"))
        page.add_gap(10)
    page.add_stretch()
    page.resize(1072, 800)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def buttons(page: ScrollPage) -> list[Button]:
    """The buttons from top to bottom."""
    return page.findChildren(Button)


def left_of(page: ScrollPage, widget: QWidget) -> int:
    """The left edge of a widget on the page."""
    return widget.mapTo(page, QPoint(0, 0)).x()


@pytest.mark.parametrize(
    ("window", "width", "side"),
    [(1280, 1072, 36), (700, 700, 20), (720, 648, 36), (2000, 1792, 306)],
)
def test_the_content_keeps_a_margin_and_stays_in_the_middle(
    window: int, width: int, side: int
) -> None:
    """At most 1180 px wide."""
    assert side_padding(window, width) == side


def test_text_and_buttons_stand_in_line(page: ScrollPage) -> None:
    """At 36 px, with the free room of the focus ring outside."""
    label = page.findChild(Label)
    assert isinstance(label, Label)
    assert left_of(page, label) == 36
    assert left_of(page, buttons(page)[0]) == 31
    assert label.mapTo(page, QPoint(0, 0)).y() == 23


def test_the_right_margin_is_the_left_one(page: ScrollPage, theme: Theme) -> None:
    """The scroll bar lies over the page and takes no room."""
    row = QWidget()
    layout = QHBoxLayout()
    layout.addWidget(row)
    page.add_layout(layout)
    QTest.qWait(1)
    assert left_of(page, row) + row.width() == 1072 - 31
    assert theme.palette.dark is False


def test_cards_stand_in_line_with_the_rest(qtbot: QtBot, theme: Theme) -> None:
    """The room for their shadows lies in the margin."""
    page = ScrollPage(theme)
    grid = CardGrid(theme)
    grid.set_cards([RoutineCard(theme) for _ in range(9)])
    page.add(grid)
    page.add_stretch()
    page.resize(1280, 800)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    side = (1280 - 1180) // 2
    assert left_of(page, grid.shown[0]) == side - 5
    assert left_of(page, grid) == side - 5 - BLEED
    assert grid.height() == grid.heightForWidth(grid.width())


def test_home_and_end_go_to_the_ends(page: ScrollPage) -> None:
    """And the page keys scroll."""
    bar = page.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > 400
    page.scroll_to_top()
    assert bar.value() == 0


def test_a_fade_says_that_there_is_more(page: ScrollPage) -> None:
    """It goes at the end of the page."""
    assert page._fade.isVisible()
    assert page._fade.height() == 28
    assert page._fade.geometry().bottom() == 799
    QTest.keyClick(page, Qt.Key.Key_End)
    assert not page._fade.isVisible()


def test_a_short_page_has_no_fade(qtbot: QtBot, theme: Theme) -> None:
    """There is nothing below."""
    page = ScrollPage(theme)
    page.add(Button(theme, "Start"))
    page.add_stretch()
    page.resize(600, 400)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert not page._fade.isVisible()
    assert page.verticalScrollBar().maximum() == 0


def test_what_gets_the_focus_comes_into_view(page: ScrollPage, qtbot: QtBot) -> None:
    """By whatever way it got it."""
    last = buttons(page)[-1]
    last.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: page.rect().contains(last.mapTo(page, last.rect().center())))


def test_it_takes_the_ground_of_the_theme(page: ScrollPage, theme: Theme) -> None:
    """In the dark too."""
    theme.set_look(Appearance.DARK)
    assert page.grab().toImage().pixelColor(10, 400) == theme.palette.bg
