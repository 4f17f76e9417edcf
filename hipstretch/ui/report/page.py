"""Paints the report on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hipstretch.core.report import Report
from hipstretch.ui import report_words as words
from hipstretch.ui.report.charts import draw_pain, draw_weeks
from hipstretch.ui.report.layout import (
    GUTTER,
    LINE,
    ROW,
    SECTION_HEAD,
    TABLE_HEAD,
    Layout,
    Wanted,
    lay_out,
    lines_in,
    rows_in,
)
from hipstretch.ui.report.pen import BLACK, GREY, LEFT, RIGHT, Hand, Pen, width_of

translate = QCoreApplication.translate
_TITLE, _PERIOD, _FIELD = 104.0, 56.0, 60.0
_NAME_SHARE = 0.6
"""How much of the line the name has; the date of birth has the rest."""
_CELL = 152.0
"""The width of a column of numbers."""
_PAD = 26.0
_FIRST_FIGURE = 0.13
"""The share of the first number, which is a short one."""
_COUNT_SHARE = 0.76
"""The most of a list's line that its count may take."""


def paint_report(painter: QPainter, paper: QSizeF, report: Report) -> None:
    """Paint a report on paper of that size, in tenths of a millimetre."""
    pen = Pen(painter)
    place = layout_of(paper, report)
    _draw_header(pen, place.header, report)
    pen.write(place.footer, words.footer(), Hand.CAPTION)
    if report.is_empty:
        _draw_nothing(pen, place)
        return
    pen.write(place.footer, words.table_note(), Hand.CAPTION, RIGHT)
    _draw_figures(pen, place.figures, words.figures(report))
    draw_weeks(pen, place.weeks, report)
    draw_pain(pen, place.pain, report)
    _draw_table(pen, place.table, report)
    for area, (title, items) in zip(place.lists, _lists(report), strict=True):
        _draw_list(pen, area, title, items)


def layout_of(paper: QSizeF, report: Report) -> Layout:
    """Where everything of a report stands."""
    (_, hurting), (_, routines), (_, besides), (_, notes) = _lists(report)
    return lay_out(
        paper,
        Wanted(
            len(report.exercises),
            max(len(hurting), len(routines)),
            max(len(besides), len(notes)),
        ),
    )


def _lists(report: Report) -> tuple[tuple[str, Sequence[words.Item]], ...]:
    """The four lists under the table, with their titles."""
    return (
        (translate("Report", "What hurt, 0 to 10"), words.hurting(report)),
        (translate("Report", "Routines"), words.routines(report)),
        (translate("Report", "Also"), words.besides(report)),
        (translate("Report", "Notes"), words.notes(report)),
    )


def _draw_header(pen: Pen, place: QRectF, report: Report) -> None:
    """Title and days, and the lines on which to write a name and a date of birth."""
    title = QRectF(place.left(), place.top(), place.width(), _TITLE)
    brand = width_of("HipStretch", Hand.BRAND) + 2
    pen.write(title.adjusted(0, 0, -brand - GUTTER, 0), words.title(), Hand.TITLE)
    pen.write(title, "HipStretch", Hand.BRAND, RIGHT)
    period = QRectF(place.left(), title.bottom(), place.width(), _PERIOD)
    pen.write(period, words.period(report), Hand.PERIOD)
    line = QRectF(place.left(), period.bottom() + _FIELD * 0.6, place.width(), _FIELD)
    wide = (line.width() - GUTTER) * _NAME_SHARE
    name, birth = words.fields()
    _draw_field(pen, QRectF(line.left(), line.top(), wide, _FIELD), name)
    _draw_field(pen, line.adjusted(wide + GUTTER, 0, 0, 0), birth)


def _draw_field(pen: Pen, place: QRectF, name: str) -> None:
    """A line to write on, with its name before it."""
    pen.write(place, name, Hand.QUIET)
    begin = place.left() + width_of(name, Hand.QUIET) + _PAD
    bottom = place.center().y() + 14
    pen.rule(QPointF(begin, bottom), QPointF(place.right(), bottom), GREY)


def _draw_figures(pen: Pen, place: QRectF, figures: Sequence[words.Figure]) -> None:
    """The numbers at the head, side by side, with a line between them."""
    pen.rule(place.topLeft(), place.topRight(), BLACK)
    pen.under(place, BLACK)
    first = place.width() * _FIRST_FIGURE
    wide = (place.width() - first) / (len(figures) - 1)
    cell = QRectF(place.left(), place.top() + _PAD, first, place.height() - 2 * _PAD)
    for at, figure in enumerate(figures):
        _draw_figure(pen, cell.adjusted(_PAD if at else 0, 0, -_PAD / 2, 0), figure)
        cell = QRectF(cell.right(), cell.top(), wide, cell.height())
        if at < len(figures) - 1:
            pen.rule(cell.topLeft(), cell.bottomLeft())


def _draw_figure(pen: Pen, cell: QRectF, figure: words.Figure) -> None:
    """One number with what it counts under it."""
    line = QRectF(cell.topLeft(), QSizeF(cell.width(), cell.height() * 0.5))
    pen.write(line, figure.number, Hand.FIGURE)
    line = QRectF(line.bottomLeft(), QSizeF(cell.width(), cell.height() * 0.25))
    pen.write(line, figure.caption, Hand.CAPTION_STRONG)
    pen.write(line.translated(0, line.height()), figure.more, Hand.CAPTION)


def _draw_table(pen: Pen, place: QRectF, report: Report) -> None:
    """The exercises, as many as there is room for."""
    head = QRectF(place.left(), place.top(), place.width(), SECTION_HEAD)
    pen.write(head, translate("Report", "Exercises"), Hand.SECTION)
    heads = QRectF(place.left(), head.bottom(), place.width(), TABLE_HEAD)
    _draw_row(pen, heads, "", words.columns(), Hand.CAPTION)
    pen.under(heads, BLACK)
    room, rows = rows_in(place), report.exercises
    shown = rows if len(rows) <= room else rows[: max(0, room - 1)]
    line = QRectF(place.left(), heads.bottom(), place.width(), ROW)
    for exercise in shown:
        _draw_row(pen, line, exercise.stretch, words.cells(exercise), Hand.BODY)
        pen.under(line)
        line.translate(0, ROW)
    if len(shown) < len(rows):
        pen.write(line, words.and_more(len(rows) - len(shown)), Hand.QUIET)


def _draw_row(pen: Pen, line: QRectF, name: str, cells: Sequence[str], hand: Hand) -> None:
    """A name and numbers under each other at the right."""
    numbers = len(cells) * _CELL
    pen.write(line.adjusted(0, 0, -numbers - _PAD, 0), name, hand, LEFT)
    for at, cell in enumerate(cells):
        left = line.right() - numbers + at * _CELL
        pen.write(QRectF(left, line.top(), _CELL, line.height()), cell, hand, RIGHT)


def _draw_list(pen: Pen, place: QRectF, title: str, items: Sequence[words.Item]) -> None:
    """A title and lines under it."""
    head = QRectF(place.left(), place.top(), place.width(), SECTION_HEAD)
    pen.write(head, title, Hand.SECTION)
    pen.under(head, BLACK)
    line = QRectF(place.left(), head.bottom(), place.width(), LINE)
    for item in words.capped(items, lines_in(place)):
        count = min(width_of(item.amount, Hand.QUIET) + 2, line.width() * _COUNT_SHARE)
        taken = count + _PAD if item.amount else 0.0
        pen.write(line.adjusted(0, 0, -taken, 0), item.words, Hand.BODY)
        pen.write(line.adjusted(line.width() - count, 0, 0, 0), item.amount, Hand.QUIET, RIGHT)
        line.translate(0, LINE)


def _draw_nothing(pen: Pen, place: Layout) -> None:
    """Two kind lines where there is nothing to tell."""
    line = QRectF(place.figures.left(), place.figures.top() + ROW, place.figures.width(), ROW)
    for text, hand in zip(words.nothing_yet(), (Hand.SECTION, Hand.PERIOD), strict=True):
        pen.write(line, text, hand)
        line.translate(0, ROW + _PAD / 2)
