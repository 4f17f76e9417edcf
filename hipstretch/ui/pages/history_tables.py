"""The charts as tables: their columns and rows in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hipstretch.ui import history_words
from hipstretch.ui.dialogs.chart_table import Table
from hipstretch.ui.pages.history_view import Chart, HistoryCharts
from hipstretch.ui.widgets.side_bars import side_length, side_rows

translate = QCoreApplication.translate


def table_of(chart: Chart, charts: HistoryCharts) -> Table:
    """A chart's table, the newest on top."""
    tables = {
        Chart.YEAR: year_table,
        Chart.WEEKS: weeks_table,
        Chart.PAIN: pain_table,
        Chart.SIDES: sides_table,
    }
    return tables[chart](charts)


def year_table(charts: HistoryCharts) -> Table:
    """Every day with a session or a flare-up."""
    done = {day.day: day for day in charts.days}
    flare_up = translate("History", "flare-up day")
    rows = []
    for day in sorted({*done, *charts.flare_ups}, reverse=True):
        name = history_words.full_day(day, charts.today)
        name += f", {flare_up}" if day in charts.flare_ups else ""
        length = history_words.minutes(done[day].seconds) if day in done else "–"
        count = str(done[day].sessions) if day in done else "–"
        rows.append((name, length, count))
    heads = (
        translate("History", "Day"),
        translate("History", "Time"),
        translate("History", "Sessions"),
    )
    return Table(translate("History", "Your year"), heads, tuple(rows))


def weeks_table(charts: HistoryCharts) -> Table:
    """The weeks of the bars."""
    heads = (
        translate("History", "Week"),
        translate("History", "Time"),
        translate("History", "Sessions"),
    )
    rows = tuple(
        (
            history_words.week_line(week.monday, charts.today),
            history_words.minutes(week.seconds),
            str(week.sessions),
        )
        for week in reversed(charts.weeks)
    )
    return Table(translate("History", "Minutes a week"), heads, rows)


def pain_table(charts: HistoryCharts) -> Table:
    """The weeks of the lines."""
    heads = (
        translate("History", "Week"),
        translate("History", "Before"),
        translate("History", "After"),
    )
    rows = tuple(
        (
            history_words.week_line(point.day, charts.today),
            _number(point.before),
            _number(point.after),
        )
        for point in reversed(charts.pain)
    )
    return Table(translate("History", "Pain before and after, 0 to 10"), heads, rows)


def sides_table(charts: HistoryCharts) -> Table:
    """Every one-sided stretch, and the total."""
    heads = (
        translate("History", "Stretch"),
        translate("History", "Left"),
        translate("History", "Right"),
    )
    rows = side_rows(charts.sides, translate("History", "All together"))
    return Table(
        translate("History", "Left and right, last 12 weeks"),
        heads,
        tuple((row.name, side_length(row.left), side_length(row.right)) for row in rows),
    )


def _number(value: float | None) -> str:
    """A mean of pain; a dash where there is none."""
    return "–" if value is None else history_words.pain_number(value)
