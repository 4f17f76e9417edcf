from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.history_sums import WeekSum, monday_of
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.chart_axis import round_axis
from hipstretch.ui.widgets.week_bars import WeekBars, bar_rects
from tests.ui.history_fakes import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

MINUTES = (28, 35, 0, 41, 38, 52, 44, 36, 58, 61, 49, 66)
PLOT = QRectF(34, 22, 386, 108)


def weeks(*minutes: int) -> list[WeekSum]:
    """Weeks up to this one."""
    this, last = monday_of(TODAY), len(minutes) - 1
    return [
        WeekSum(this - timedelta(weeks=last - n), 60.0 * count, 3)
        for n, count in enumerate(minutes)
    ]


@pytest.fixture
def bars(qtbot: QtBot, theme: Theme) -> WeekBars:
    """Twelve weeks, one of them of rest."""
    bars = WeekBars(theme)
    qtbot.addWidget(bars)
    bars.show_weeks(weeks(*MINUTES))
    bars.resize(bars.sizeHint())
    bars.show()
    return bars


def middle(bars: WeekBars, number: int) -> QPoint:
    """The px in the middle of a bar."""
    return bars.bars()[number].center().toPoint()


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=12))
def test_bars_stay_in_their_field(minutes: list[int]) -> None:
    """And are as high as their minutes."""
    rects = bar_rects(PLOT, minutes, round_axis(max(minutes)))
    for rect, value in zip(rects, minutes, strict=True):
        assert PLOT.left() <= rect.left()
        assert rect.right() <= PLOT.right()
        assert PLOT.top() - 0.001 <= rect.top()
        assert (rect.height() > 0) == (value > 0)


def test_this_week_is_the_strongest(bars: WeekBars) -> None:
    """The past ones are paler, and a week of rest has no bar."""
    image = bars.grab().toImage()
    assert image.pixelColor(middle(bars, 11)).name() == LIGHT.primary.name()
    assert image.pixelColor(middle(bars, 0)).name() == LIGHT.pmid.name()
    assert bars.bars()[2].height() == 0


def test_the_pointer_has_a_week_told(bars: WeekBars) -> None:
    """In a bubble, until it leaves the field."""
    assert bars.words_of(8) == "Week of 20 Apr: 58 min, 3 sessions"
    assert bars.words_of(11) == "This week: 66 min, 3 sessions"
    quiet = bars.grab().toImage()
    QTest.mouseMove(bars, middle(bars, 8))
    QApplication.processEvents()
    told = bars.grab().toImage()
    assert told.pixelColor(middle(bars, 8)).name() == LIGHT.primary.name()
    assert told != quiet
    QTest.mouseMove(bars, QPoint(4, 60))
    QApplication.processEvents()
    assert bars.grab().toImage() == quiet


def test_a_quiet_week_has_no_number(qtbot: QtBot, theme: Theme) -> None:
    """Its bar is not there either."""
    bars = WeekBars(theme)
    qtbot.addWidget(bars)
    bars.resize(bars.sizeHint())
    assert not bars.grab().isNull()
    bars.show_weeks(weeks(60, 0))
    without = bars.grab().toImage()
    bars.show_weeks(weeks(60, 60))
    over = bars.bars()[1].center().toPoint()
    over.setY(round(bars.bars()[1].top()) - 12)
    box = [(over.x() + x, over.y() + y) for x in range(-8, 9) for y in range(-5, 6)]
    assert all(without.pixelColor(*spot).lightness() > 200 for spot in box)
    numbered = bars.grab().toImage()
    assert any(numbered.pixelColor(*spot).lightness() < 100 for spot in box)


def test_it_grows_with_the_text(bars: WeekBars, theme: Theme) -> None:
    """And is painted in any width."""
    before = bars.sizeHint().height()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert bars.sizeHint().height() > before
    bars.resize(bars.minimumSizeHint())
    assert not bars.grab().isNull()
