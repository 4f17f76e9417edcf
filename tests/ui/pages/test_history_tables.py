from __future__ import annotations

from datetime import date

import pytest

from hipstretch.core.history_sums import DaySum, PainPoint, SideSum, WeekSum
from hipstretch.ui.pages.history_tables import table_of
from hipstretch.ui.pages.history_view import Chart, HistoryCharts
from tests.ui.history_fakes import TODAY

CHARTS = HistoryCharts(
    TODAY,
    days=(DaySum(date(2025, 12, 31), 720, 1), DaySum(TODAY, 1500, 2)),
    flare_ups=frozenset({TODAY, date(2026, 5, 2)}),
    weeks=(WeekSum(date(2026, 5, 4), 0, 0), WeekSum(date(2026, 5, 11), 3960, 5)),
    pain=(PainPoint(date(2026, 5, 4), 5, None), PainPoint(date(2026, 5, 11), 4.5, 3)),
    sides=(SideSum("a", "Figure-four stretch", 300, 4200, 0),),
)


def test_the_year_has_its_days() -> None:
    """The newest on top, flare-up days without a session as well."""
    table = table_of(Chart.YEAR, CHARTS)
    assert table.heads == ("Day", "Time", "Sessions")
    assert table.rows == (
        ("Fri 15 May, flare-up day", "25 min", "2"),
        ("Sat 2 May, flare-up day", "–", "–"),
        ("Wed 31 Dec 2025", "12 min", "1"),
    )


def test_the_bars_have_their_weeks() -> None:
    """Those of rest, too."""
    rows = table_of(Chart.WEEKS, CHARTS).rows
    assert rows == (("This week", "66 min", "5"), ("Week of 4 May", "0 min", "0"))


def test_the_lines_have_their_numbers() -> None:
    """A dash where there is none."""
    rows = table_of(Chart.PAIN, CHARTS).rows
    assert rows == (("This week", "4.5", "3"), ("Week of 4 May", "5", "–"))


def test_the_sides_have_every_stretch() -> None:
    """Not only those that the card shows."""
    rows = table_of(Chart.SIDES, CHARTS).rows
    assert rows == (
        ("All together", "5 min", "1 h 10 min"),
        ("Figure-four stretch", "5 min", "1 h 10 min"),
    )
    sums = tuple(SideSum(str(n), str(n), 60, 60, 0) for n in range(20))
    assert len(table_of(Chart.SIDES, CHARTS._replace(sides=sums)).rows) == 21


@pytest.mark.parametrize("chart", list(Chart))
def test_every_chart_has_a_table(chart: Chart) -> None:
    """With a name, and as many cells as heads."""
    table = table_of(chart, CHARTS)
    assert table.title
    assert all(len(row) == len(table.heads) for row in table.rows)
