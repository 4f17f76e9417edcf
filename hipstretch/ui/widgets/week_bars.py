"""Minutes a week as bars, this week's the strongest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.history_sums import WeekSum
from hipstretch.ui import history_words
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_button import round_top_path
from hipstretch.ui.widgets.chart_axis import (
    Axis,
    Tick,
    chart_font,
    draw_lines,
    draw_ticks,
    plot_rect,
    round_axis,
)
from hipstretch.ui.widgets.chart_bubble import draw_bubble
from hipstretch.ui.widgets.painting import draw_text, start_painting
from hipstretch.ui.widgets.week_chart import WeekChart

_BAR_SHARE, _WIDEST, _RADIUS = 0.64, 34, 6
_TICK_EVERY = 4
_NUMBER = 20


def bar_rects(plot: QRectF, minutes: Sequence[int], axis: Axis) -> list[QRectF]:
    """The bars of the weeks in their field, each in the middle of its share."""
    share = plot.width() / max(1, len(minutes))
    width = round(min(_WIDEST, share * _BAR_SHARE))
    rects = []
    for number, value in enumerate(minutes):
        left = round(plot.left() + share * (number + 0.5) - width / 2)
        height = plot.height() * value / axis.top
        rects.append(QRectF(left, plot.bottom() - height, width, height))
    return rects


class WeekBars(WeekChart):
    """The last weeks up to this one; the pointer has each told, the table as well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._weeks: tuple[WeekSum, ...] = ()

    def show_weeks(self, weeks: Sequence[WeekSum]) -> None:
        """Show other weeks, oldest first, the last one being this week."""
        self._weeks = tuple(weeks)
        self._pointed = -1
        self.update()

    def words_of(self, number: int) -> str:
        """What is told of a week."""
        week = self._weeks[number]
        name = history_words.week_line(week.monday, self._weeks[-1].monday)
        done = history_words.minutes(week.seconds)
        return f"{name}: {done}, {history_words.sessions(week.sessions)}"

    def bars(self) -> list[QRectF]:
        """Where the bars stand."""
        return bar_rects(self._plot(), self._minutes(), self._axis())

    def week_at(self, x: float) -> int:
        """The week whose share of the field it is."""
        plot = self._plot()
        share = (x - plot.left()) / max(1.0, plot.width())
        return int(share * len(self._weeks)) if 0 <= share < 1 else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, the bars, the days and what is told of one of them."""
        if not self._weeks:
            return
        painter = QPainter(self)
        start_painting(painter)
        plot, palette, bounds = self._plot(), self._theme.palette, QRectF(self.rect())
        draw_lines(painter, plot, self._axis(), self._theme, palette)
        bars = self.bars()
        for number, bar in enumerate(bars):
            is_strong = number in {len(bars) - 1, self._pointed}
            self._draw_bar(painter, bar, is_strong=is_strong)
        draw_ticks(painter, plot, self._ticks(bars), bounds, self._theme)
        if self._pointed >= 0:
            bar, words = bars[self._pointed], self.words_of(self._pointed)
            draw_bubble(painter, bar, words, bounds, self._theme)
        elif self._minutes()[-1]:
            self._draw_number(painter, bars[-1])

    def _draw_bar(self, painter: QPainter, bar: QRectF, *, is_strong: bool) -> None:
        """Draw a bar with a round head; a low one is flat."""
        if bar.height() <= 0:
            return
        palette = self._theme.palette
        color = palette.primary if is_strong else palette.pmid
        radius = min(self._theme.px(_RADIUS), bar.height() / 2, bar.width() / 2)
        painter.fillPath(round_top_path(bar, radius), color)

    def _draw_number(self, painter: QPainter, bar: QRectF) -> None:
        """Draw this week's minutes over its bar."""
        height = self._theme.px(_NUMBER)
        place = QRectF(bar.center().x() - 40, bar.top() - height - 2, 80, height)
        font = chart_font(self._theme, strong=True)
        draw_text(painter, place, str(self._minutes()[-1]), font, self._theme.palette.ink)

    def _ticks(self, bars: Sequence[QRectF]) -> list[Tick]:
        """Every fourth week's day, and this week."""
        last = len(bars) - 1
        ticks = [
            Tick(bars[number].center().x(), history_words.short_day(self._weeks[number].monday))
            for number in range(0, last, _TICK_EVERY)
        ]
        now = history_words.week_line(self._weeks[last].monday, self._weeks[last].monday)
        return [*ticks, Tick(bars[last].center().x(), now, is_now=True)]

    def _minutes(self) -> list[int]:
        """Whole minutes of each week."""
        return [history_words.whole_minutes(week.seconds) for week in self._weeks]

    def _axis(self) -> Axis:
        """The numbers at the left."""
        return round_axis(max(self._minutes(), default=0))

    def _plot(self) -> QRectF:
        """The field of the bars."""
        return plot_rect(QRectF(self.rect()), self._theme)
