from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from hipstretch.core.history import DayMark
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.strip_content import StripContent
from hipstretch.ui.widgets.strip_parts import line_points
from hipstretch.ui.widgets.today_strip import TodayStrip
from tests.ui.break_views import ON_FEET, view

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WEEK = (*[DayMark.DONE] * 4, DayMark.TODAY, DayMark.AHEAD, DayMark.AHEAD)
OPEN_WEEK = (DayMark.NOT_DONE, DayMark.TODAY, *[DayMark.AHEAD] * 5)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> TodayStrip:
    """A strip with days and pain."""
    strip = TodayStrip(theme)
    qtbot.addWidget(strip)
    strip.set_content(StripContent(4, WEEK, (6, 5, 4)))
    strip.resize(1010, strip.sizeHint().height())
    strip.show()
    return strip


@pytest.mark.parametrize(
    ("days", "week", "words"),
    [
        (4, WEEK, "4 days in a row"),
        (1, WEEK, "1 day in a row"),
        (0, OPEN_WEEK, "Welcome back"),
        (0, (DayMark.DONE, *OPEN_WEEK[:6]), "A fresh start"),
    ],
)
def test_the_days_are_told_kindly(
    strip: TodayStrip, days: int, week: tuple[DayMark, ...], words: str
) -> None:
    """After a pause it welcomes, and never counts what was missed."""
    strip.set_content(StripContent(days, week))
    assert strip.days.words == words
    assert strip.days.accessibleName() == words


def test_the_week_is_told_in_words_too(strip: TodayStrip) -> None:
    """For those who do not see the dots."""
    told = "Done this week: Monday, Tuesday, Wednesday, Thursday"
    assert strip.days.accessibleDescription() == told
    strip.set_content(StripContent(0, OPEN_WEEK))
    assert strip.days.accessibleDescription() == "This week is open"


def test_the_pain_shows_the_last_two_values(strip: TodayStrip) -> None:
    """Or the only one; without one it is not there."""
    assert strip.pain.words == "Pain 5 → 4"
    assert strip.pain.accessibleName() == "Pain 4 of 10, before that 5"
    strip.set_content(StripContent(1, WEEK, (3,)))
    assert strip.pain.words == "Pain 3"
    strip.set_content(StripContent(1, WEEK, ()))
    assert not strip.pain.isVisible()


def test_days_done_are_filled_and_the_others_quiet(strip: TodayStrip) -> None:
    """Dot by dot, below the words."""
    image = strip.grab().toImage()
    foot = strip.days.y() + strip.days.height() // 2 + 19
    colors = [
        image.pixelColor(strip.days.x() + 27 * number + 4, foot - 4).name() for number in (0, 5)
    ]
    assert colors == [LIGHT.primary.name(), LIGHT.sunken.name()]


def test_in_narrow_windows_it_is_one_line(strip: TodayStrip) -> None:
    """Days at the left, pain at the right end."""
    high = strip.sizeHint().height()
    strip.set_low(True)
    strip.resize(390, strip.sizeHint().height())
    assert strip.sizeHint().height() < high
    assert strip.days.geometry().right() < strip.pain.x()
    assert strip.pain.width() == strip.pain.low_width()
    assert strip.days.width() >= strip.days.low_width()


def test_alone_the_days_have_the_whole_strip(strip: TodayStrip) -> None:
    """Their dots stand at the right end."""
    strip.set_content(StripContent(4, WEEK))
    assert strip.days.width() == 1000 - 44
    image = strip.grab().toImage()
    right = strip.days.geometry().right()
    assert image.pixelColor(right - 17, strip.height() // 2).name() == LIGHT.sunken.name()


def test_it_grows_with_the_text(strip: TodayStrip, theme: Theme) -> None:
    """And paints in the dark."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    QApplication.processEvents()
    assert strip.sizeHint().height() == 120 + 10
    assert strip.grab().toImage().pixelColor(500, 20).lightness() < 60


def test_the_line_rises_with_the_pain() -> None:
    """A change of one stays a small one."""
    rect = QRectF(0, 0, 80, 20)
    rising = line_points((0, 10), rect)
    assert [(p.x(), p.y()) for p in rising] == [(0, 20), (80, 0)]
    small = line_points((5, 4, 5), rect)
    assert 0 < small[1].y() - small[0].y() < 10
    assert [point.x() for point in small] == [0, 40, 80]


def test_without_history_it_is_empty(strip: TodayStrip) -> None:
    """Until there is something to tell."""
    assert not strip.is_empty
    strip.set_content(None)
    assert strip.is_empty
    strip.set_breaks(view())
    assert not strip.is_empty
    strip.set_breaks(None)
    assert strip.is_empty


def test_the_sitting_is_made_when_it_is_first_told(strip: TodayStrip) -> None:
    """And stands at the left, wider than the others."""
    assert strip.sitting is None
    strip.set_breaks(view())
    assert strip.sitting is not None
    assert strip.sitting.isVisible()
    assert strip.sitting.geometry().right() < strip.days.x() < strip.pain.x()
    assert strip.sitting.width() > strip.days.width()
    assert strip.days.x() == 5 + 400 + 22


def test_alone_the_sitting_has_the_whole_strip(strip: TodayStrip) -> None:
    """In both forms."""
    strip.set_breaks(view())
    strip.set_content(None)
    assert strip.sitting is not None
    assert strip.sitting.width() == 1000 - 10
    strip.set_low(True)
    strip.resize(440, strip.sizeHint().height())
    assert strip.sizeHint().height() == 78 + 10
    assert strip.sitting.width() == 430 + 2


def test_in_narrow_windows_the_sitting_stands_above(strip: TodayStrip) -> None:
    """With a line between it and the days."""
    strip.set_low(True)
    without = strip.sizeHint().height()
    strip.set_breaks(view())
    strip.resize(440, strip.sizeHint().height())
    assert strip.sizeHint().height() == without + 78
    assert strip.sitting is not None
    assert strip.sitting.geometry().bottom() < strip.days.y()
    image = strip.grab().toImage()
    assert image.pixelColor(220, 5 + 78).name() == LIGHT.line.name()


def test_without_reminders_it_is_as_before(strip: TodayStrip) -> None:
    """Days and pain share the strip again."""
    before = strip.days.geometry()
    strip.set_breaks(view())
    strip.set_breaks(None)
    assert strip.days.geometry() == before


def test_a_click_on_the_sitting_asks_for_breaks(qtbot: QtBot, strip: TodayStrip) -> None:
    """And its button says where the person is."""
    strip.set_breaks(view())
    assert strip.sitting is not None
    with qtbot.waitSignal(strip.breaks_requested):
        strip.sitting.click()
    with qtbot.waitSignal(strip.up_requested):
        strip.sitting.answer.click()
    strip.set_breaks(ON_FEET)
    with qtbot.waitSignal(strip.sitting_requested):
        strip.sitting.answer.click()
