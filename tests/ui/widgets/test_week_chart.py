from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.week_chart import WeekChart
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class Halves(WeekChart):
    """Two weeks side by side; the one that is told is filled."""

    def week_at(self, x: float) -> int:
        """The half of the chart."""
        return int(x >= self.width() / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Fill the week that is told."""
        painter = QPainter(self)
        half = self.width() // 2
        if self._pointed >= 0:
            painter.fillRect(self._pointed * half, 0, half, self.height(), "black")


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> Halves:
    """The chart at its own size, the pointer elsewhere."""
    chart = Halves(theme)
    chart.resize(chart.sizeHint())
    return show_active(qtbot, chart)


def filled(chart: Halves) -> list[bool]:
    """Whether each of the weeks is told."""
    QApplication.processEvents()
    image = chart.grab().toImage()
    return [image.pixelColor(x, 10).lightness() == 0 for x in (20, chart.width() - 20)]


def test_the_week_at_the_pointer_is_told(chart: Halves) -> None:
    """Until the pointer leaves."""
    assert filled(chart) == [False, False]
    QTest.mouseMove(chart, QPoint(chart.width() - 30, 40))
    assert filled(chart) == [False, True]
    QTest.mouseMove(chart, QPoint(30, 40))
    assert filled(chart) == [True, False]
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert filled(chart) == [False, False]


def test_it_grows_with_the_text(chart: Halves, theme: Theme) -> None:
    """In the smallest window it is as high as in a large one."""
    assert chart.sizeHint().height() == chart.minimumSizeHint().height() == 160
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert chart.sizeHint().height() == chart.minimumSizeHint().height() == 208
