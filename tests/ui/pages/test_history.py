from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.history_sums import (
    HistoryFilter,
    first_of_map,
    pain_by_week,
    seconds_in_week,
    weeks_of,
)
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Affected
from hipstretch.core.settings import Appearance
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.pages.history import HistoryPage
from hipstretch.ui.pages.history_view import (
    Chart,
    HistoryCharts,
    HistoryTotals,
    HistoryView,
)
from hipstretch.ui.widgets.session_rows import SessionItem
from tests.ui.history_fakes import TODAY, FakeHistory, session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

PATH = Path("own", "history.sqlite3")
HISTORY = FakeHistory(
    [session(n, 60 - n, before=Feeling(6), after=Feeling(4)) for n in range(1, 61)]
)


def view(history: FakeHistory = HISTORY) -> HistoryView:
    """All but the list."""
    first = first_of_map(TODAY)
    days = history.day_sums(first, TODAY)
    charts = HistoryCharts(
        TODAY,
        days,
        frozenset(),
        weeks_of(days, TODAY),
        pain_by_week(history.pain_points(first, TODAY), TODAY),
        history.side_sums(first, TODAY),
        Affected.RIGHT,
    )
    totals = HistoryTotals(60, seconds_in_week(days, TODAY), history.count())
    return HistoryView(totals, charts, history.exercises())


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HistoryPage:
    """Sixty days of stretching in an active window of 1280x800."""
    page = HistoryPage(theme, TODAY)
    qtbot.addWidget(page)
    page.show_view(view())
    items = [SessionItem(row) for row in HISTORY.sessions(HistoryFilter(), 8)]
    page.sessions.show_items(items, TODAY, has_more=True)
    page.resize(1280, 800)
    page.show()
    qtbot.waitActive(page)
    page.setFocus()
    return page


def test_everything_is_there(page: HistoryPage) -> None:
    """Charts, filter, sessions and the way to delete all; no empty state."""
    shown = [*page.charts.cards, page.filter, page.sessions, page.delete_all]
    assert all(widget.isVisible() for widget in shown)
    assert page.empty.isHidden()
    assert page.trouble.isHidden()


def test_charts_tell_their_essence_to_who_does_not_see_them(page: HistoryPage) -> None:
    """In a line each; their tables have the rest."""
    charts = page.charts
    assert charts.map.accessibleName().startswith("Your year: 60 days with a session.")
    assert charts.bars.accessibleName() == "12 weeks, 60 min this week"
    words = "Pain: at first before 6, after 4; now before 6, after 4"
    assert charts.lines.accessibleName() == words
    assert charts.sides.accessibleName() == "Left 50 min, right 60 min"


def test_every_chart_offers_its_table(page: HistoryPage) -> None:
    """With a button whose name says which."""
    wanted: list[Chart] = []
    page.table_requested.connect(wanted.append)
    for card in page.charts.cards:
        card.table.click()
    assert wanted == [Chart.YEAR, Chart.WEEKS, Chart.PAIN, Chart.SIDES]
    assert page.charts.pain.table.accessibleName() == "Pain before and after: As a table"


def test_without_numbers_of_pain_there_are_no_empty_axes(page: HistoryPage) -> None:
    """But a line about how they come here."""
    known = view()
    page.show_view(known._replace(charts=known.charts._replace(pain=(), sides=())))
    assert page.charts.lines.isHidden()
    assert page.charts.pain.empty.isVisible()
    assert page.charts.pain.table.isHidden()
    assert page.charts.left_right.isHidden()
    page.show_view(known)
    assert page.charts.lines.isVisible()
    assert page.charts.left_right.isVisible()


def test_nothing_yet_is_told_kindly(page: HistoryPage, qtbot: QtBot) -> None:
    """With one way on."""
    page.show_nothing()
    assert page.empty.isVisible()
    assert page.sessions.isHidden()
    assert page.header.export.isHidden()
    with qtbot.waitSignal(page.home_requested):
        page.empty.button.click()


def test_a_history_that_cannot_be_used_says_why(page: HistoryPage) -> None:
    """On one calm card, which goes when it can be used again."""
    page.show_trouble(HistoryTrouble.DAMAGED, PATH)
    assert page.trouble.isVisible()
    assert page.trouble.accessibleName() == "Your history cannot be read"
    assert page.charts.year.isHidden()
    page.show_view(view())
    assert page.trouble.isHidden()


def test_what_is_to_be_known_beside_the_history_stands_above_it(page: HistoryPage) -> None:
    """All else stays in sight, with a gap between."""
    page.show_not_kept(HistoryTrouble.FULL, PATH)
    QApplication.processEvents()
    year = page.charts.year
    assert page.trouble.accessibleName() == "New sessions cannot be saved now"
    assert year.isVisible()
    assert year.y() - page.trouble.geometry().bottom() > 5
    page.show_nothing()
    page.show_set_aside(PATH)
    assert page.trouble.isVisible()
    assert page.empty.isVisible()
    page.show_view(view())
    QApplication.processEvents()
    assert page.trouble.isHidden()


def test_the_way_out_of_trouble_is_asked_for(page: HistoryPage, qtbot: QtBot) -> None:
    """A new history, or one more try."""
    page.show_trouble(HistoryTrouble.DAMAGED, PATH)
    with qtbot.waitSignal(page.new_requested):
        page.trouble.new.click()
    page.show_trouble(HistoryTrouble.BUSY, PATH)
    with qtbot.waitSignal(page.retry_requested):
        page.trouble.retry.click()


def test_what_alone_is_counted_stands_over_map_and_bars(page: HistoryPage) -> None:
    """The pain and the sides are of all."""
    page.filter.exercise.set_value("glute-bridge")
    page.show_charts(view().charts)
    assert page.charts.year.heading.text() == "Your year: Glute bridge"
    assert page.charts.weeks.heading.text() == "Minutes a week: Glute bridge"
    assert page.charts.pain.heading.text() == "Pain before and after"
    page.filter.reset()
    page.show_charts(view().charts)
    assert page.charts.year.heading.text() == "Your year"


def test_the_list_scrolls_with_the_page(page: HistoryPage) -> None:
    """The keyboard's row is always in view."""
    sessions = page.sessions.list
    sessions.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(7):
        QTest.keyClick(sessions, Qt.Key.Key_Down)
    rect = sessions.visualRect(sessions.currentIndex())
    top = sessions.viewport().mapTo(page.viewport(), rect.topLeft()).y()
    assert 0 <= top <= page.viewport().height() - rect.height()
    assert page.verticalScrollBar().value() > 0


def test_going_to_the_sessions_takes_the_keyboard_there(page: HistoryPage) -> None:
    """The filter's line above them is in view."""
    page.go_to_sessions()
    assert page.sessions.list.hasFocus()
    top = page.filter.mapTo(page.viewport(), page.filter.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height() - 100


def test_a_focused_control_comes_into_view(page: HistoryPage) -> None:
    """As on every page."""
    page.delete_all.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.verticalScrollBar().value() > 0


def test_undo_works_by_the_keyboard(page: HistoryPage, qtbot: QtBot) -> None:
    """From wherever the focus is on the page; other keys scroll."""
    with qtbot.waitSignal(page.undo_requested):
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.undo_requested):
        QTest.keyClick(page.sessions.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_End)
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum()


def test_what_had_the_focus_and_goes_leaves_it_to_the_page(page: HistoryPage, qtbot: QtBot) -> None:
    """So that undo works by the keyboard after all was deleted."""
    page.delete_all.setFocus(Qt.FocusReason.TabFocusReason)
    page.show_nothing()
    focus = QApplication.focusWidget()
    assert focus is page
    with qtbot.waitSignal(page.undo_requested):
        QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_keeps_the_focus_stays_where_it_was(page: HistoryPage) -> None:
    """While other things are shown."""
    page.header.export.setFocus(Qt.FocusReason.TabFocusReason)
    page.show_view(view())
    assert page.header.export.hasFocus()


def test_more_is_asked_for_only_where_there_is_more(page: HistoryPage) -> None:
    """By the button, or by the arrow at the end of the list."""
    asked: list[bool] = []

    def note() -> None:
        asked.append(True)

    page.more_requested.connect(note)
    page.sessions.more.click()
    page.sessions.list.more_requested.emit()
    assert len(asked) == 2
    page.sessions.show_items(page.sessions.list.items, TODAY, has_more=False)
    assert page.sessions.more.isHidden()
    page.sessions.list.more_requested.emit()
    assert len(asked) == 2


def test_a_choice_without_sessions_says_so(page: HistoryPage) -> None:
    """In the place of the list."""
    page.sessions.show_items([], TODAY, has_more=False)
    assert page.sessions.empty.isVisible()
    assert page.sessions.list.isHidden()


@pytest.mark.parametrize(("width", "is_wide"), [(1280, True), (820, True), (480, False)])
def test_charts_stand_beside_or_under_each_other(
    page: HistoryPage, width: int, *, is_wide: bool
) -> None:
    """As there is room; nothing reaches beyond the page."""
    page.resize(width, 800)
    QApplication.processEvents()
    charts = page.charts
    assert (charts.weeks.y() == charts.pain.y()) == is_wide
    right = max(card.geometry().right() for card in charts.cards)
    assert right <= width
    assert page.sessions.geometry().right() <= width


@pytest.mark.parametrize("width", [1280, 1000, 480])
def test_it_is_painted_in_every_look(page: HistoryPage, theme: Theme, width: int) -> None:
    """Dark, with large text."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    page.resize(width, 800)
    QApplication.processEvents()
    image = page.grab().toImage()
    assert image.pixelColor(2, 2).name() == theme.palette.bg.name()
    assert page._content.minimumSizeHint().width() <= width
