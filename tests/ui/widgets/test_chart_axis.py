from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chart_axis import Axis, Tick, round_axis, shown_ticks


@pytest.mark.parametrize(
    ("most", "axis"),
    [
        (0, Axis(1, 3)),
        (3, Axis(1, 3)),
        (4, Axis(2, 6)),
        (66, Axis(25, 75)),
        (75, Axis(25, 75)),
        (76, Axis(30, 90)),
        (1500, Axis(500, 1500)),
        (1501, Axis(600, 1800)),
        (1900, Axis(1200, 3600)),
    ],
)
def test_the_steps_are_round(most: int, axis: Axis) -> None:
    """And as small as they can be."""
    assert round_axis(most) == axis


@given(st.integers(0, 100_000))
def test_the_axis_reaches_up_to_the_most(most: int) -> None:
    """In three even steps from nought."""
    axis = round_axis(most)
    assert axis.top >= most
    assert axis.numbers == (0, axis.step, 2 * axis.step, axis.top)


def test_days_that_would_touch_are_left_out(theme: Theme) -> None:
    """The last one stays in any case, within the chart."""
    ticks = [Tick(x, "27 Apr") for x in (0, 30, 100, 180)]
    bounds = QRectF(0, 0, 200, 30)
    shown = shown_ticks([*ticks, Tick(195, "This week", is_now=True)], bounds, theme)
    assert shown[0][1].words == "This week"
    assert shown[0][0].right() <= 200
    assert [tick.x for _, tick in shown] == [195, 100, 30]
    assert shown[-1][0].left() >= 0
