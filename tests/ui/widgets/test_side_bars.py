from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.history_sums import SideSum
from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.side_bars import MOST_ROWS, SideBars, SideRow, side_length, side_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

SUMS = (
    SideSum("a", "Figure-four stretch", 300, 600, 0),
    SideSum("b", "Hamstring stretch", 420, 600, 0),
    SideSum("c", "Glute bridge", 0, 0, 900),
)


@pytest.fixture
def sides(qtbot: QtBot, theme: Theme) -> SideBars:
    """Two one-sided stretches; the right side is sore."""
    sides = SideBars(theme)
    qtbot.addWidget(sides)
    sides.show_sums(SUMS, Affected.RIGHT)
    sides.resize(900, sides.heightForWidth(900))
    return sides


def test_the_total_comes_first(sides: SideBars) -> None:
    """Then the stretches with the most time; one for both sides is none of them."""
    assert sides.rows == (
        SideRow("All together", 720, 1200, is_total=True),
        SideRow("Hamstring stretch", 420, 600),
        SideRow("Figure-four stretch", 300, 600),
    )


def test_only_some_stretches_are_shown() -> None:
    """The table has all; the total is of all in any case."""
    sums = [SideSum(str(n), f"Stretch {n}", 60, 60, 0) for n in range(9)]
    assert len(side_rows(sums, "All")) == 10
    shown = side_rows(sums, "All", MOST_ROWS)
    assert len(shown) == MOST_ROWS + 1
    assert shown[0].left == 540


def test_without_one_sided_stretches_there_is_nothing(sides: SideBars) -> None:
    """Not even a total."""
    assert side_rows(SUMS[2:], "All") == []
    sides.show_sums((), Affected.NONE)
    assert sides.rows == ()
    assert not sides.grab().isNull()


def test_left_is_on_the_left(sides: SideBars) -> None:
    """Both bars begin in the middle, and the longer one tells more time."""
    total, middle = sides.rows[0], sides.field().center().x()
    left, right = sides.bar(total, Side.LEFT), sides.bar(total, Side.RIGHT)
    assert left.right() < middle < right.left()
    assert right.width() > left.width()
    assert right.width() / left.width() == pytest.approx(1200 / 720)
    image = sides.grab().toImage()
    assert image.pixelColor(round(left.center().x()), 53).name() == LIGHT.primary.name()
    assert image.pixelColor(round(left.center().x()), 95).name() == LIGHT.pmid.name()


def test_the_sore_side_says_so(sides: SideBars) -> None:
    """In words over its bars."""
    assert (sides.head(Side.LEFT), sides.head(Side.RIGHT)) == ("Left", "Right, sore")
    sides.show_sums(SUMS, Affected.NONE)
    assert sides.head(Side.RIGHT) == "Right"


def test_a_side_without_time_has_a_mark_all_the_same(sides: SideBars) -> None:
    """A grey one."""
    sides.show_sums([SideSum("a", "Figure-four stretch", 0, 600, 0)], Affected.NONE)
    assert sides.bar(sides.rows[1], Side.LEFT).width() == 4


def test_lengths_can_be_compared() -> None:
    """All of them in hours and minutes."""
    assert side_length(4200) == "1 h 10 min"
    assert side_length(700) == "12 min"


def test_names_stand_above_their_bars_in_narrow_windows(sides: SideBars, theme: Theme) -> None:
    """And the bars keep some room, also with large text."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert sides.heightForWidth(380) > sides.heightForWidth(900)
    sides.resize(380, sides.heightForWidth(380))
    assert sides.field().left() < 190
    assert sides.field().width() > 80
    assert not sides.grab().isNull()
