from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.history_header import HistoryHeader, Number
from hipstretch.ui.pages.history_view import Export, HistoryTotals

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

TOTALS = HistoryTotals(5, 3960, 148)


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> HistoryHeader:
    """The top of a wide page."""
    header = HistoryHeader(theme)
    qtbot.addWidget(header)
    header.show_totals(TOTALS)
    header.resize(1000, header.heightForWidth(1000))
    header.show()
    return header


def test_three_numbers_are_told(header: HistoryHeader) -> None:
    """With their words, and in one for screen readers."""
    assert header.numbers.numbers == (
        Number("5 days", "in a row"),
        Number("66 min", "this week"),
        Number("148", "sessions"),
    )
    words = "5 days in a row, 66 min this week, 148 sessions"
    assert header.numbers.accessibleName() == words


def test_what_is_nothing_yet_is_not_told(header: HistoryHeader) -> None:
    """No nought looks at anybody."""
    header.show_totals(HistoryTotals(0, 0, 1))
    assert header.numbers.numbers == (Number("1", "session"),)


def test_without_history_there_is_nothing_to_take_out(header: HistoryHeader) -> None:
    """Only the title stays."""
    header.show_totals(None)
    assert header.numbers.numbers == ()
    assert header.export.isHidden()


def test_numbers_go_below_the_title_where_it_is_tight(header: HistoryHeader, theme: Theme) -> None:
    """In as many lines as they need."""
    assert header.numbers.y() < header.export.height()
    assert header.numbers.geometry().right() < header.export.x()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    header.resize(380, header.heightForWidth(380))
    QApplication.processEvents()
    assert header.numbers.y() >= header.export.height()
    assert header.numbers.geometry().bottom() <= header.height()
    places = header.numbers.places(header.numbers.width())
    assert len({place.top() for place in places}) == 2
    assert not header.grab().isNull()


def test_the_menu_tells_what_is_to_be_taken_out(header: HistoryHeader, qtbot: QtBot) -> None:
    """It is made once, when it is asked for."""
    assert header.menu is None
    menu = header.export_menu()
    assert header.export_menu() is menu
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Report for an appointment (PDF)",
        "Calendar of my plan",
        "Tables for a spreadsheet (CSV)",
        "Everything as JSON",
    ]
    wanted = []
    for action in menu.actions():
        with qtbot.waitSignal(header.export_requested) as told:
            action.trigger()
        wanted += told.args
    assert wanted == [Export.REPORT, Export.CALENDAR, Export.TABLES, Export.JSON]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_button_opens_the_menu(header: HistoryHeader) -> None:
    """Under it."""
    header.export.click()
    assert header.menu is not None
    assert header.menu.isVisible()
    header.menu.close()
