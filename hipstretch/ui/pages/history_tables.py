"""The charts as tables: their columns and rows in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.history_sums import DaySum, WeekSum
from hipstretch.ui import history_words
from hipstretch.ui.dialogs.chart_table import Table
from hipstretch.ui.pages.history_view import Chart, HistoryCharts
from hipstretch.ui.widgets.side_bars import side_length, side_rows

_CONTEXT, _NOTHING = "History", "–"
_TITLES = {
    Chart.YEAR: QT_TRANSLATE_NOOP("History", "Your year"),
    Chart.WEEKS: QT_TRANSLATE_NOOP("History", "Minutes a week"),
    Chart.PAIN: QT_TRANSLATE_NOOP("History", "Pain before and after, 0 to 10"),
    Chart.SIDES: QT_TRANSLATE_NOOP("History", "Left and right, last 12 weeks"),
}
_WEEK = QT_TRANSLATE_NOOP("History", "Week")
_AMOUNT = (QT_TRANSLATE_NOOP("History", "Time"), QT_TRANSLATE_NOOP("History", "Sessions"))
_HEADS = {
    Chart.YEAR: (QT_TRANSLATE_NOOP("History", "Day"), *_AMOUNT),
    Chart.WEEKS: (_WEEK, *_AMOUNT),
    Chart.PAIN: (
        _WEEK,
        QT_TRANSLATE_NOOP("History", "Before"),
        QT_TRANSLATE_NOOP("History", "After"),
    ),
    Chart.SIDES: (
        QT_TRANSLATE_NOOP("History", "Stretch"),
        QT_TRANSLATE_NOOP("History", "Left"),
        QT_TRANSLATE_NOOP("History", "Right"),
    ),
}
_Row = tuple[str, str, str]


def table_of(chart: Chart, charts: HistoryCharts) -> Table:
    """A chart's table, the newest on top."""
    rows: dict[Chart, Callable[[HistoryCharts], Iterable[_Row]]] = {
        Chart.YEAR: _days,
        Chart.WEEKS: _weeks,
        Chart.PAIN: _pain,
        Chart.SIDES: _sides,
    }
    heads = tuple(_translate(head) for head in _HEADS[chart])
    return Table(_translate(_TITLES[chart]), heads, tuple(rows[chart](charts)))


def _days(charts: HistoryCharts) -> Iterable[_Row]:
    """Every day with a session or a flare-up."""
    done = {day.day: day for day in charts.days}
    flare_up = QCoreApplication.translate("History", "flare-up day")
    for day in sorted({*done, *charts.flare_ups}, reverse=True):
        name = history_words.full_day(day, charts.today)
        name += f", {flare_up}" if day in charts.flare_ups else ""
        yield name, *_amount(done.get(day))


def _weeks(charts: HistoryCharts) -> Iterable[_Row]:
    """The weeks of the bars."""
    for week in reversed(charts.weeks):
        yield history_words.week_line(week.monday, charts.today), *_amount(week)


def _pain(charts: HistoryCharts) -> Iterable[_Row]:
    """The weeks of the lines."""
    for point in reversed(charts.pain):
        week = history_words.week_line(point.day, charts.today)
        yield week, _number(point.before), _number(point.after)


def _sides(charts: HistoryCharts) -> Iterable[_Row]:
    """Every one-sided stretch, and the total."""
    total = QCoreApplication.translate("History", "All together")
    for row in side_rows(charts.sides, total):
        yield row.name, side_length(row.left), side_length(row.right)


def _amount(done: DaySum | WeekSum | None) -> tuple[str, str]:
    """How long and how often; dashes where nothing was done."""
    if done is None:
        return _NOTHING, _NOTHING
    return history_words.minutes(done.seconds), str(done.sessions)


def _number(value: float | None) -> str:
    """A mean of pain; a dash where there is none."""
    return _NOTHING if value is None else history_words.pain_number(value)


def _translate(words: object) -> str:
    """A title or a head in the person's language."""
    return QCoreApplication.translate(_CONTEXT, str(words))
