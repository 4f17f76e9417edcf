from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from hipstretch.ui.report.layout import (
    FEWEST_LINES,
    MARGIN,
    Layout,
    Wanted,
    halves,
    lay_out,
    lines_in,
    rows_in,
)

A4, LETTER = QSizeF(2100, 2970), QSizeF(2159, 2794)

papers = st.sampled_from([A4, LETTER])
wishes = st.builds(Wanted, *[st.integers(0, 80)] * 3)


def _places(layout: Layout) -> list[QRectF]:
    """All places of a page."""
    single = (layout.header, layout.figures, layout.weeks, layout.pain, layout.table)
    return [*single, *layout.lists, layout.footer]


def _shared(layout: Layout) -> Wanted:
    """How many rows and lines there is room for."""
    upper, _, lower, _ = layout.lists
    return Wanted(rows_in(layout.table), lines_in(upper), lines_in(lower))


@given(papers, wishes)
def test_everything_has_its_own_place_on_the_page(paper: QSizeF, wanted: Wanted) -> None:
    """Whatever there is to tell: within the margins, and nothing over anything else."""
    page = QRectF(0, 0, paper.width(), paper.height())
    page.adjust(MARGIN - 0.1, MARGIN - 0.1, 0.1 - MARGIN, 0.1 - MARGIN)
    places = _places(lay_out(paper, wanted))
    assert all(page.contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


@given(papers, wishes)
def test_nobody_gets_more_than_they_need(paper: QSizeF, wanted: Wanted) -> None:
    """The lists a few lines at least, where they have as many."""
    shared = _shared(lay_out(paper, wanted))
    assert all(given <= wish for given, wish in zip(shared, wanted, strict=True))
    assert shared.upper >= min(wanted.upper, FEWEST_LINES)
    assert shared.lower >= min(wanted.lower, FEWEST_LINES)
    assert shared.rows >= min(wanted.rows, 10)


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_a_usual_month_is_told_whole(paper: QSizeF) -> None:
    """Ten exercises, and five lines of each list."""
    wanted = Wanted(10, 5, 5)
    assert _shared(lay_out(paper, wanted)) == wanted


@pytest.mark.parametrize(
    ("wanted", "grown"), [(Wanted(3, 30, 4), "upper"), (Wanted(3, 2, 30), "lower")]
)
def test_what_the_table_does_not_need_goes_to_the_lists(wanted: Wanted, grown: str) -> None:
    """To the one that has more to tell."""
    shared = _shared(lay_out(A4, wanted))
    assert shared.rows == 3
    assert getattr(shared, grown) > 2 * FEWEST_LINES


def test_two_halves_are_alike() -> None:
    """Side by side with room between them, from one end to the other."""
    left, right = halves(QRectF(10, 20, 500, 60))
    assert left.size() == right.size()
    assert (left.left(), right.right(), left.top()) == (10, 510, right.top())
    assert left.right() < right.left()
