"""Where everything of the report stands, so that it is one page whatever there is to tell."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

MARGIN = 160.0
_HEADER, _FIGURES, _CHARTS, _FOOTER = 330.0, 206.0, 430.0, 44.0
_GAP, _LIST_GAP = 56.0, 44.0
GUTTER = 90.0
"""Between what stands side by side."""
SECTION_HEAD = 62.0
"""The line of a section's title."""
TABLE_HEAD = 46.0
ROW = 47.0
LINE = 46.0
FEWEST_LINES = 5
"""The lines that each list may have however long the table is."""


class Wanted(NamedTuple):
    """How many rows the table and how many lines each row of lists would fill."""

    rows: int
    upper: int
    lower: int


class Layout(NamedTuple):
    """The places on the page; the lists are what hurt, routines, besides, and notes."""

    header: QRectF
    figures: QRectF
    weeks: QRectF
    pain: QRectF
    table: QRectF
    lists: tuple[QRectF, QRectF, QRectF, QRectF]
    footer: QRectF


def lay_out(paper: QSizeF, wanted: Wanted) -> Layout:
    """The places on a sheet of that size; the table gives way to the lists, and they to it."""
    page = QRectF(0, 0, paper.width(), paper.height()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    footer = QRectF(page.left(), page.bottom() - _FOOTER, page.width(), _FOOTER)
    header = QRectF(page.left(), page.top(), page.width(), _HEADER)
    figures = QRectF(page.left(), header.bottom(), page.width(), _FIGURES)
    charts = QRectF(page.left(), figures.bottom() + _GAP, page.width(), _CHARTS)
    below = QRectF(page.left(), charts.bottom() + _GAP, page.width(), 0)
    below.setBottom(footer.top() - _GAP)
    rows, upper, lower = share_out(below.height(), wanted)
    table = QRectF(below.topLeft(), QSizeF(below.width(), _table_height(rows)))
    first = QRectF(below.left(), table.bottom() + _GAP, below.width(), _list_height(upper))
    second = QRectF(below.left(), first.bottom() + _LIST_GAP, below.width(), _list_height(lower))
    lists = (*halves(first), *halves(second))
    return Layout(header, figures, *halves(charts), table, lists, footer)


def share_out(height: float, wanted: Wanted) -> Wanted:
    """How many rows and lines there is room for.

    The lists have a few lines for sure, the table what is left, and what it does not need goes to
    the lists again.
    """
    upper, lower = min(wanted.upper, FEWEST_LINES), min(wanted.lower, FEWEST_LINES)
    spare = height - _GAP - _LIST_GAP - _list_height(upper) - _list_height(lower)
    rows = max(0, min(wanted.rows, int((spare - _table_height(0)) / ROW)))
    lines = int((spare - _table_height(rows)) / LINE)
    more_upper = max(0, min(wanted.upper - upper, lines))
    more_lower = max(0, min(wanted.lower - lower, lines - more_upper))
    return Wanted(rows, upper + more_upper, lower + more_lower)


def halves(place: QRectF) -> tuple[QRectF, QRectF]:
    """Two places of the same width side by side."""
    wide = (place.width() - GUTTER) / 2
    left = QRectF(place.topLeft(), QSizeF(wide, place.height()))
    return left, left.translated(wide + GUTTER, 0)


def rows_in(table: QRectF) -> int:
    """How many rows a table has room for."""
    return round((table.height() - _table_height(0)) / ROW)


def lines_in(place: QRectF) -> int:
    """How many lines a list has room for."""
    return round((place.height() - SECTION_HEAD) / LINE)


def _table_height(rows: int) -> float:
    """The height of a table with so many rows."""
    return SECTION_HEAD + TABLE_HEAD + rows * ROW


def _list_height(lines: int) -> float:
    """The height of a list with so many lines."""
    return SECTION_HEAD + lines * LINE
