from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import Pause
from hipstretch.core.settings import Appearance, Settings, Strength
from hipstretch.ui.pages.breaks import BreaksPage
from hipstretch.ui.pages.breaks_settings import RoutineChoice
from hipstretch.ui.theme import Theme
from tests.ui.break_views import DUE, view


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> BreaksPage:
    """The page in a wide window."""
    page = BreaksPage(theme)
    qtbot.addWidget(page)
    page.show_view(view())
    page.resize(1072, 800)
    page.show()
    return page


def test_a_view_is_shown_by_all_that_tell_of_it(page: BreaksPage) -> None:
    """State, sums and day."""
    page.show_view(DUE)
    assert page.now.title.text() == "Time to stand up"
    assert page.totals.facts[0].number == "3 h 10 min"
    assert page.day.band.words_at(110).startswith("Sitting, 9:00")


def test_settings_are_shown_without_telling(page: BreaksPage) -> None:
    """On every card."""
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    page.set_settings(Settings(sit_minutes=45, hours_on=True, reminder_strength=Strength.TRAY))
    assert page.reminder.after.value == 45
    assert page.hours.switch.isChecked()
    assert page.reminder.strength.value is Strength.TRAY
    assert told == []


def test_a_choice_is_told_with_all_settings(page: BreaksPage) -> None:
    """Those of other pages, too; and what depends on it follows."""
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    mine = Settings(text_size=115)
    page.set_settings(mine)
    page.reminder.reminders.click()
    page.reminder.reminders.click()
    page.hours.switch.click()
    assert told[0] == mine.with_value("reminders", False)
    assert told[-1] == mine.with_value("hours_on", True)
    assert page.hours.editor.isVisible()


def test_every_wish_is_passed_on(qtbot: QtBot, page: BreaksPage) -> None:
    """From the card to whoever can do it."""
    pairs = [
        (page.now.stretch_requested, page.stretch_requested),
        (page.now.up_requested, page.up_requested),
        (page.now.sitting_requested, page.sitting_requested),
        (page.now.go_on_requested, page.go_on_requested),
    ]
    for inner, outer in pairs:
        with qtbot.waitSignal(outer):
            inner.emit()
    with qtbot.waitSignal(page.pause_requested) as paused:
        page.now.pause_requested.emit(Pause.HOUR)
    assert paused.args == [Pause.HOUR]
    with qtbot.waitSignal(page.autostart_requested) as started:
        page.background.autostart.click()
    assert started.args == [True]


def test_routines_ways_and_login_are_shown(page: BreaksPage) -> None:
    """As they are told."""
    page.set_settings(Settings(break_routine="desk-break"))
    page.set_routines((RoutineChoice("a", "A", 60), RoutineChoice("desk-break", "Desk", 360)))
    assert page.reminder.routine.value == "desk-break"
    page.set_ways(("X11",))
    assert page.ways.words == "X11"
    page.set_autostart(True)
    assert page.background.autostart.isChecked()


def places(page: BreaksPage, *cards: QWidget) -> list[tuple[int, int]]:
    """Where cards stand on the page."""
    QApplication.processEvents()
    corners = [card.mapTo(page, card.rect().topLeft()) for card in cards]
    return [(corner.x(), corner.y()) for corner in corners]


def test_cards_stand_side_by_side_where_there_is_room(page: BreaksPage) -> None:
    """State and sums, and the settings in two columns."""
    (now, totals, reminder, hours) = places(page, page.now, page.totals, page.reminder, page.hours)
    assert now[1] == totals[1]
    assert reminder[1] == hours[1]
    assert now[0] < totals[0]


@pytest.mark.parametrize(("width", "scale"), [(420, 1.0), (420, 1.3), (480, 1.15), (828, 1.3)])
def test_in_smaller_windows_they_stand_under_each_other(
    qtbot: QtBot, page: BreaksPage, theme: Theme, width: int, scale: float
) -> None:
    """And nothing is wider than the window."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    page.set_settings(Settings(hours_on=True))
    page.set_ways(("The hands: X11", "Lock and sleep: logind"))
    page.resize(width, 600)
    qtbot.waitUntil(lambda: page.now.width() < width)
    now, totals, reminder, hours = places(page, page.now, page.totals, page.reminder, page.hours)
    assert now[1] < totals[1] < reminder[1] < hours[1]
    for card in (page.now, page.totals, *page.panels):
        left = card.mapTo(page, card.rect().topLeft()).x()
        assert left >= 0
        assert left + card.width() <= width


def test_larger_text_needs_more_room(page: BreaksPage, theme: Theme) -> None:
    """The columns become one as it grows."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    now, totals = places(page, page.now, page.totals)
    assert now[1] < totals[1]
