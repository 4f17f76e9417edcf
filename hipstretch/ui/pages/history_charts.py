"""The charts of the History page on their cards, and what each tells who does not see it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from hipstretch.ui import history_words
from hipstretch.ui.pages.history_card import ChartCard
from hipstretch.ui.pages.history_view import Chart, HistoryCharts
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.pain_lines import PainLines
from hipstretch.ui.widgets.side_bars import SideBars
from hipstretch.ui.widgets.week_bars import WeekBars
from hipstretch.ui.widgets.year_legend import YearLegend
from hipstretch.ui.widgets.year_map import YearMap


class ChartCards(QObject):
    """The four cards, filled together.

    Signals:
        table_requested: `Chart`, one is wanted as a table.
    """

    table_requested = Signal(object)

    def __init__(self, theme: Theme, charts: HistoryCharts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map, self.bars = YearMap(theme, charts.today), WeekBars(theme)
        self.lines, self.sides = PainLines(theme, charts.today), SideBars(theme)
        legend = YearLegend(theme)
        self.year = ChartCard(theme, self.tr("Your year"), self.map, beside=legend)
        self.weeks = ChartCard(theme, self.tr("Minutes a week"), self.bars)
        told = self.tr("Tell how it feels before and after a session, and it shows up here.")
        self.pain = ChartCard(theme, self.tr("Pain before and after"), self.lines, told)
        self.left_right = ChartCard(theme, self.tr("Left and right, last 12 weeks"), self.sides)
        self._charts = {
            self.year: Chart.YEAR,
            self.weeks: Chart.WEEKS,
            self.pain: Chart.PAIN,
            self.left_right: Chart.SIDES,
        }
        for card in self.cards:
            card.table_requested.connect(self._on_table_requested)

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """All of them."""
        return tuple(self._charts)

    def show_charts(self, charts: HistoryCharts) -> None:
        """Show other sums."""
        self.map.show_days(charts.days, charts.today, charts.flare_ups)
        self.bars.show_weeks(charts.weeks)
        self.lines.show_points(charts.pain, charts.today)
        self.pain.show_chart(bool(charts.pain))
        self.sides.show_sums(charts.sides, charts.sore)
        self.left_right.setVisible(bool(self.sides.rows))
        self.map.setAccessibleName(year_words(charts))
        self.bars.setAccessibleName(weeks_words(charts))
        self.lines.setAccessibleName(pain_words(charts))
        self.sides.setAccessibleName(sides_words(self.sides))

    def show_choice(self, words: str) -> None:
        """Say over map and bars what alone is counted there."""
        for card in (self.year, self.weeks):
            card.show_choice(words)

    @Slot()
    def _on_table_requested(self) -> None:
        """Tell which chart."""
        card = self.sender()
        if isinstance(card, ChartCard):
            self.table_requested.emit(self._charts[card])


def year_words(charts: HistoryCharts) -> str:
    """The map's essence: "Your year: 214 days with a session"."""
    days = history_words.days(len(charts.days))
    words = QCoreApplication.translate(
        "History", "Your year: {days} with a session. Arrow keys go from day to day."
    )
    return words.format(days=days)


def weeks_words(charts: HistoryCharts) -> str:
    """The bars' essence: "12 weeks, 66 min this week"."""
    words = QCoreApplication.translate("History", "{count} weeks, {minutes} this week")
    now = charts.weeks[-1].seconds if charts.weeks else 0.0
    return words.format(count=len(charts.weeks), minutes=history_words.minutes(now))


def pain_words(charts: HistoryCharts) -> str:
    """The lines' essence: where they began and where they are now."""
    if not charts.pain:
        return ""
    first, last = charts.pain[0], charts.pain[-1]
    words = QCoreApplication.translate("History", "Pain: at first {first}; now {last}")
    return words.format(first=history_words.pain_line(first), last=history_words.pain_line(last))


def sides_words(sides: SideBars) -> str:
    """The total of both sides: "left 12 min, right 20 min"."""
    if not sides.rows:
        return ""
    total = sides.rows[0]
    words = QCoreApplication.translate("History", "Left {left}, right {right}")
    left, right = history_words.minutes(total.left), history_words.minutes(total.right)
    return words.format(left=left, right=right)
