from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from hipstretch.ui.widgets.year_map_layout import LEAST_PITCH, YearGrid
from tests.ui.history_fakes import TODAY

grids = st.builds(
    YearGrid.fit,
    st.dates(date(2001, 1, 1), date(2099, 12, 31)),
    st.floats(120, 2000),
    st.just(36.0),
    st.just(22.0),
    st.sampled_from([1.0, 1.15, 1.3]),
)


def test_a_wide_map_has_a_year() -> None:
    """53 weeks, from a Monday to today."""
    grid = YearGrid.fit(TODAY, 950, 36, 22, 1.0)
    assert grid.weeks == 53
    assert grid.first == date(2025, 5, 12)
    assert list(grid.days())[-1] == TODAY


def test_a_narrow_map_has_fewer_weeks() -> None:
    """Days do not become smaller than can be hit."""
    grid = YearGrid.fit(TODAY, 400, 36, 22, 1.0)
    assert grid.weeks == 26
    assert grid.pitch >= LEAST_PITCH


@given(grids)
def test_every_day_has_its_own_place(grid: YearGrid) -> None:
    """Which leads back to it, whatever the width."""
    for day in grid.days():
        assert grid.day_at(grid.rect(day).center()) == day


@given(grids, st.sampled_from([-7, 7, -1, 1]))
def test_the_arrows_stay_on_the_map(grid: YearGrid, days: int) -> None:
    """They stop at its ends."""
    for day in (grid.first, grid.today):
        there = grid.moved(day, days)
        assert grid.first <= there <= grid.today
        assert abs((there - day).days) in {0, abs(days)}


def test_beside_the_days_is_none() -> None:
    """Nor after today."""
    grid = YearGrid.fit(TODAY, 950, 36, 22, 1.0)
    assert grid.day_at(QPointF(10, 50)) is None
    assert grid.day_at(QPointF(100, 5)) is None
    assert grid.day_at(QPointF(100, 500)) is None
    tomorrow = grid.rect(TODAY).center() + QPointF(0, grid.row)
    assert grid.day_at(tomorrow) is None


def test_months_begin_with_their_first_day() -> None:
    """Those that begin on the map."""
    months = list(YearGrid.fit(TODAY, 950, 36, 22, 1.0).months())
    assert months[0] == date(2025, 6, 1)
    assert months[-1] == date(2026, 5, 1)
    assert len(months) == 12
    assert all(later - earlier > timedelta(days=27) for earlier, later in pairwise(months))
