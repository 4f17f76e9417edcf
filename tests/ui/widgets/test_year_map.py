from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.history_sums import DaySum
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.year_legend import YearLegend
from hipstretch.ui.widgets.year_map import DARK_LEVELS, LIGHT_LEVELS, YearMap, level_color
from tests.ui.history_fakes import TODAY
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

MONDAY = date(2026, 3, 2)
DONE = (DaySum(MONDAY, 1500, 2), DaySum(date(2026, 3, 3), 240, 1), DaySum(TODAY, 600, 1))


@pytest.fixture
def year(qtbot: QtBot, theme: Theme) -> YearMap:
    """A year with three days of stretching and a flare-up, in an active window."""
    year = YearMap(theme, TODAY)
    year.show_days(DONE, TODAY, {date(2026, 3, 4)})
    year.resize(950, year.heightForWidth(950))
    return show_active(qtbot, year)


def middle(year: YearMap, day: date) -> QPoint:
    """The px in the middle of a day."""
    return year.grid.rect(day).center().toPoint()


def color(year: YearMap, day: date) -> str:
    """The colour of a day."""
    return year.grab().toImage().pixelColor(middle(year, day)).name()


def test_more_is_stronger(year: YearMap) -> None:
    """From a rest to twenty minutes and more."""
    assert color(year, MONDAY) == LIGHT_LEVELS[4].name()
    assert color(year, date(2026, 3, 3)) == LIGHT_LEVELS[1].name()
    assert color(year, TODAY) == LIGHT_LEVELS[2].name()
    assert color(year, date(2026, 3, 10)) == LIGHT_LEVELS[0].name()


def test_the_dark_has_levels_of_its_own(year: YearMap, theme: Theme) -> None:
    """The strongest is the brightest there."""
    theme.set_look(Appearance.DARK)
    assert color(year, MONDAY) == DARK_LEVELS[4].name()
    assert level_color(4, dark=True).lightness() > level_color(0, dark=True).lightness()
    assert level_color(4, dark=False).lightness() < level_color(0, dark=False).lightness()


def test_today_is_outlined(year: YearMap) -> None:
    """With ink."""
    place = year.grid.rect(TODAY)
    image = year.grab().toImage()
    edge = image.pixelColor(round(place.left() - 2), round(place.center().y()))
    assert edge.name() == LIGHT.ink.name()


def test_days_are_told_in_words(year: YearMap) -> None:
    """A flare-up day, too."""
    assert year.words_of(MONDAY) == "Mon 2 Mar: 25 min, 2 sessions"
    assert year.words_of(date(2026, 3, 4)) == "Wed 4 Mar: flare-up day"
    assert year.words_of(date(2026, 3, 5)) == "Thu 5 Mar: rest"


def test_the_arrows_go_over_the_days(year: YearMap) -> None:
    """Up and down by days, sideways by weeks, Home and End to the ends."""
    year.setFocus(Qt.FocusReason.TabFocusReason)
    assert year.current == TODAY
    for key, day in (
        (Qt.Key.Key_Up, TODAY - timedelta(days=1)),
        (Qt.Key.Key_Left, TODAY - timedelta(days=8)),
        (Qt.Key.Key_Down, TODAY - timedelta(days=7)),
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_Right, TODAY),
        (Qt.Key.Key_Home, date(2025, 5, 12)),
        (Qt.Key.Key_End, TODAY),
    ):
        QTest.keyClick(year, key)
        assert year.current == day


def test_the_keyboards_day_shows_its_words(year: YearMap) -> None:
    """In a bubble of ink, which goes with the focus."""
    year.clearFocus()
    quiet = year.grab().toImage()
    year.setFocus(Qt.FocusReason.TabFocusReason)
    told = year.grab().toImage()
    spot = middle(year, TODAY) - QPoint(0, 30)
    assert told.pixelColor(spot) != quiet.pixelColor(spot)
    year.clearFocus()
    assert year.grab().toImage().pixelColor(spot) == quiet.pixelColor(spot)


def test_enter_chooses_a_day_with_sessions(year: YearMap) -> None:
    """A rest has nothing to show."""
    days: list[date] = []
    year.day_chosen.connect(days.append)
    year.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(year, Qt.Key.Key_Return)
    QTest.keyClick(year, Qt.Key.Key_Up)
    QTest.keyClick(year, Qt.Key.Key_Return)
    assert days == [TODAY]


def test_a_click_chooses_a_day(year: YearMap) -> None:
    """With the left button, on a day."""
    days: list[date] = []
    year.day_chosen.connect(days.append)
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=middle(year, MONDAY))
    QTest.mouseClick(year, Qt.MouseButton.RightButton, pos=middle(year, MONDAY))
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert days == [MONDAY]
    assert year.current == MONDAY


def test_the_pointer_has_a_day_told(year: YearMap) -> None:
    """Until it leaves; a hand says where there is more."""
    quiet = year.grab().toImage()
    QTest.mouseMove(year, middle(year, MONDAY))
    QApplication.processEvents()
    assert year._told() == MONDAY
    assert year.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert year.grab().toImage() != quiet
    QTest.mouseMove(year, middle(year, date(2026, 3, 10)))
    QApplication.processEvents()
    assert year.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_other_keys_are_the_pages(year: YearMap) -> None:
    """So that Page Down scrolls on."""
    year.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(year, Qt.Key.Key_PageDown)
    assert year.current == TODAY


def test_narrow_and_large_it_keeps_to_its_room(year: YearMap, theme: Theme) -> None:
    """With fewer weeks; the keyboard's day moves onto the map."""
    year.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(year, Qt.Key.Key_Home)
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    year.resize(380, year.heightForWidth(380))
    assert year.grid.weeks < 20
    assert year.grid.rect(TODAY).right() <= 380
    year.clearFocus()
    year.setFocus(Qt.FocusReason.TabFocusReason)
    assert year.current == year.grid.first
    assert not year.grab().isNull()


def test_a_new_day_is_the_current_one(year: YearMap) -> None:
    """After midnight."""
    year.show_days(DONE, TODAY + timedelta(days=1))
    assert year.current == TODAY + timedelta(days=1)
    assert year.grid.day_at(QPointF(middle(year, TODAY))) == TODAY


def test_the_legend_shows_every_level(qtbot: QtBot, theme: Theme) -> None:
    """Between its two words."""
    legend = YearLegend(theme)
    qtbot.addWidget(legend)
    legend.resize(legend.sizeHint())
    image = legend.grab().toImage()
    row = [image.pixelColor(x, legend.height() // 2).name() for x in range(legend.width())]
    assert all(QColor(level).name() in row for level in LIGHT_LEVELS)
    before = legend.sizeHint().width()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert legend.sizeHint().width() > before
