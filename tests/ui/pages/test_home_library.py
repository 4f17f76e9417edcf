from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.catalogue import FaultItem
from hipstretch.core.fault import Fault
from hipstretch.ui.pages.home import HomePage
from hipstretch.ui.pages.home_library import PAGE_CARDS
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.routine_card import RoutineCard
from tests.ui.pages.home_examples import click, home_page, routine

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HomePage:
    """A page with three routines in an active window of 1280x800."""
    return home_page(qtbot, theme)


def titles(page: HomePage) -> list[str]:
    """The titles of the shown cards."""
    return [
        card.content.title for card in page._library.grid.shown if isinstance(card, RoutineCard)
    ]


def chip(page: HomePage, label: str) -> Chip:
    """The chip with these words."""
    return next(chip for chip in page._library.filters.chips if chip.label == label)


def test_chips_narrow_and_all_widens_again(page: HomePage) -> None:
    """Several may be on; All says whether everything is shown."""
    click(chip(page, "Under 10 min"))
    assert titles(page) == ["Routine 2", "Routine 3"]
    click(chip(page, "Seated"))
    assert titles(page) == ["Routine 2"]
    assert not chip(page, "All").isChecked()
    click(chip(page, "All"))
    assert len(titles(page)) == 3
    assert [c.label for c in page._library.filters.chips if c.isChecked()] == ["All"]


def test_the_search_finds_while_it_is_typed(page: HomePage) -> None:
    """Escape shows everything again."""
    page._search.setFocus()
    QTest.keyClicks(page._search.field, "tine 3")
    assert titles(page) == ["Routine 3"]
    assert not chip(page, "All").isChecked()
    QTest.keyClick(page._search.field, Qt.Key.Key_Escape)
    assert page._search.text() == ""
    assert len(titles(page)) == 3


def test_enter_goes_from_the_search_to_what_was_found(
    press: Callable[[Qt.Key], None], qtbot: QtBot, page: HomePage
) -> None:
    """And opens it from there."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "2")
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.routine_opened) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["r2"]


def test_where_nothing_fits_it_says_so(press: Callable[[Qt.Key], None], page: HomePage) -> None:
    """And offers everything again."""
    page.focus_search()
    QTest.keyClicks(page._search.field, "zzz")
    assert page._library.empty is not None
    assert page._library.empty.isVisible()
    assert not page._library.grid.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page._library.empty is None or not page._library.empty.isVisible()
    assert len(titles(page)) == 3


def test_an_empty_library_is_not_a_search_without_result(page: HomePage) -> None:
    """It may just not be read yet."""
    page.set_items([])
    assert page._library.empty is None or not page._library.empty.isVisible()
    page.add_items([routine(9)])
    assert titles(page) == ["Routine 9"]


def test_added_items_keep_to_the_filter(page: HomePage) -> None:
    """Those that fit stand at the end."""
    click(chip(page, "Under 10 min"))
    page.add_items([routine(4), routine(5, seconds=60)])
    assert titles(page) == ["Routine 2", "Routine 3", "Routine 5"]


def test_many_routines_are_shown_in_parts(qtbot: QtBot, page: HomePage) -> None:
    """The rest on demand, with the keyboard at the first new one; all are searched."""
    page.set_items([routine(number) for number in range(3000)])
    assert len(titles(page)) == PAGE_CARDS
    assert page._library.more.isVisible()
    with qtbot.waitSignal(page._library.more.clicked):
        QTest.keyClick(page._library.more, Qt.Key.Key_Return)
    assert len(titles(page)) == 2 * PAGE_CARDS
    assert page._library.grid.shown[PAGE_CARDS].hasFocus()
    made = len(page._library.grid.cards)
    QTest.keyClicks(page._search.field, "2999")
    assert titles(page) == ["Routine 2999"]
    assert not page._library.more.isVisible()
    assert len(page._library.grid.cards) == made


def test_cards_pass_their_wishes_on(qtbot: QtBot, page: HomePage) -> None:
    """Opened, started, or faults to be shown."""
    page.set_items([routine(1), FaultItem("own/a.yaml", "a.yaml", (Fault(3, 1, "unknown key"),))])
    with qtbot.waitSignal(page.routine_start_requested) as told:
        QTest.keyClick(page._library.grid.shown[0], Qt.Key.Key_Space)
    assert told.args == ["r1"]
    with qtbot.waitSignal(page.fault_opened) as told:
        click(page._library.grid.shown[1])
    assert told.args == ["own/a.yaml"]
