from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.history import days_in_a_row
from hipstretch.core.history_sums import HistoryFilter
from hipstretch.core.person import Affected, Side
from hipstretch.ui.flow.history_reading import HistoryReading
from tests.ui.history_fakes import TODAY, FakeHistory, session


def reading(history: FakeHistory) -> HistoryReading:
    """What the page reads."""
    return HistoryReading(history, history)


def test_without_sessions_nothing_else_is_read() -> None:
    """One question is enough."""
    history = FakeHistory()
    assert reading(history).view(TODAY, Affected.NONE) is None
    assert history.asked == ["count"]


def test_the_page_has_everything() -> None:
    """Numbers, charts and what to filter by."""
    history = FakeHistory([session(1, 8), session(2, 1), session(3)], flares=frozenset({TODAY}))
    view = reading(history).view(TODAY, Affected.LEFT)
    assert view is not None
    assert view.totals == (2, 2 * 720, 3)
    assert [day.sessions for day in view.charts.days] == [1, 1, 1]
    assert view.charts.flare_ups == {TODAY}
    assert view.charts.sore is Affected.LEFT
    assert len(view.charts.weeks) == 12
    assert len(view.exercises) == 3


@given(st.sets(st.integers(0, 900), max_size=40), st.sets(st.integers(0, 900), max_size=40))
def test_a_row_is_counted_as_the_core_counts_it(done: set[int], forgiven: set[int]) -> None:
    """Over however many years."""
    done |= set(range(380))
    details = [session(n, n) for n in done]
    flares = frozenset(TODAY - timedelta(days=n) for n in forgiven)
    view = reading(FakeHistory(details, flares=flares)).view(TODAY, Affected.NONE)
    days = {TODAY - timedelta(days=n) for n in done}
    assert view is not None
    assert view.totals.days_in_a_row == days_in_a_row(days, TODAY, flares)


def test_a_short_row_reads_one_year_only() -> None:
    """What lies before it cannot matter."""
    history = FakeHistory([session(1, 3), session(2, 800)])
    reading(history).view(TODAY, Affected.NONE)
    assert history.asked.count("day_sums") == 1


def test_a_row_that_began_with_the_map_ends_there() -> None:
    """Where nothing is older."""
    history = FakeHistory([session(n, n) for n in range(400)][:370])
    view = reading(history).view(TODAY, Affected.NONE)
    assert view is not None
    assert view.totals.days_in_a_row == 370


def test_a_filter_counts_on_the_map_and_in_the_bars() -> None:
    """The pain stays that of all."""
    history = FakeHistory([session(1), session(2, 3, reps=())])
    read = reading(history)
    view = read.view(TODAY, Affected.NONE)
    assert view is not None
    charts = read.filtered(view.charts, HistoryFilter("figure-four-stretch", Side.RIGHT))
    assert [(day.day, day.seconds) for day in charts.days] == [(TODAY, 60.0)]
    assert charts.weeks[-1].seconds == 60.0
    assert charts.pain == view.charts.pain


@pytest.mark.parametrize("days_ago", [0, 2, 260])
def test_the_sessions_of_a_day_are_found(days_ago: int) -> None:
    """However far back; reading ends where it is passed."""
    history = FakeHistory([session(1000 - n, n // 2) for n in range(800)])
    rows = reading(history).sessions_on(TODAY - timedelta(days=days_ago), HistoryFilter())
    assert [row.id for row in rows] == [1000 - 2 * days_ago, 999 - 2 * days_ago]
    assert history.asked.count("sessions") <= days_ago * 2 // 200 + 2


def test_a_day_without_sessions_has_none() -> None:
    """Also before all others."""
    history = FakeHistory([session(1), session(2, 5)])
    assert reading(history).sessions_on(TODAY - timedelta(days=3), HistoryFilter()) == ()
    assert reading(history).sessions_on(TODAY - timedelta(days=9), HistoryFilter()) == ()
