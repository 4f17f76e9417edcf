from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hipstretch.core.report import Report
from hipstretch.ui.report.layout import MARGIN, lines_in, rows_in
from hipstretch.ui.report.page import layout_of, paint_report
from hipstretch.ui.report.pen import LEFT, RIGHT, Hand, Pen
from tests.ui.report.reports import EMPTY, EVERY, FULL, QUIET, USUAL

A4, LETTER = QSizeF(2100, 2970), QSizeF(2159, 2794)
_WHITE = QColor("white").rgb()
_SCALE = 0.4


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""
    assert qapp is not None


def _blank(size: QSizeF) -> QImage:
    """White paper, in dots of a quarter of a millimetre."""
    dots = (size * _SCALE).toSize()
    image = QImage(dots, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    return image


def _painted(report: Report, paper: QSizeF = A4) -> QImage:
    """A report on paper."""
    image = _blank(paper)
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    paint_report(painter, paper, report)
    painter.end()
    return image


def _ink(image: QImage) -> QRect:
    """What was painted, in dots; the smallest box around it."""
    dots = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixel(x, y) != _WHITE
    ]
    left, right = min(x for x, _ in dots), max(x for x, _ in dots)
    return QRect(left, dots[0][1], right - left + 1, dots[-1][1] - dots[0][1] + 1)


def _is_blank(image: QImage, place: QRectF) -> bool:
    """Whether nothing was painted in a place of the page."""
    box = QRectF(place.topLeft() * _SCALE, place.size() * _SCALE).toAlignedRect() & image.rect()
    part = image.copy(box)
    blank = QImage(part.size(), part.format())
    blank.fill(_WHITE)
    return part == blank


def _strips(paper: QSizeF) -> Iterator[QRectF]:
    """The margins, but for a hair in which a letter may lean out."""
    edge = MARGIN - 12
    wide, high = paper.width(), paper.height()
    yield QRectF(0, 0, wide, edge)
    yield QRectF(0, high - edge, wide, edge)
    yield QRectF(0, 0, edge, high)
    yield QRectF(wide - edge, 0, edge, high)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("report", EVERY.values(), ids=EVERY)
def test_the_margins_stay_free(report: Report, paper: QSizeF) -> None:
    """However long the names and however much there is."""
    image = _painted(report, paper)
    assert all(_is_blank(image, strip) for strip in _strips(paper))


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("report", [QUIET, USUAL, FULL], ids=["quiet", "usual", "full"])
def test_nothing_stands_between_the_parts(report: Report, paper: QSizeF) -> None:
    """What is too long is shortened within its own place."""
    image, place = _painted(report, paper), layout_of(paper, report)
    gutter = QRectF(place.weeks.right() + 4, place.weeks.top(), 0, place.weeks.height())
    gutter.setRight(place.pain.left() - 4)
    assert _is_blank(image, gutter)
    (first, second, _, last) = place.lists
    between = QRectF(first.right() + 4, first.top(), second.left() - first.right() - 8, 0)
    between.setBottom(last.bottom())
    assert _is_blank(image, between)
    gap = QRectF(place.table.left(), place.table.bottom() + 4, place.table.width(), 40)
    assert _is_blank(image, gap)
    above = QRectF(place.footer.left(), place.footer.top() - 44, place.footer.width(), 40)
    assert _is_blank(image, above)


@pytest.mark.parametrize("report", [QUIET, USUAL, FULL], ids=["quiet", "usual", "full"])
def test_every_part_is_painted(report: Report) -> None:
    """None of them is empty, even where there is little to tell."""
    image, place = _painted(report), layout_of(A4, report)
    single = (place.header, place.figures, place.weeks, place.pain, place.table, place.footer)
    assert not any(_is_blank(image, one) for one in (*single, *place.lists))


def test_an_empty_report_is_two_kind_lines() -> None:
    """Under the lines for name and date of birth; no empty charts and tables."""
    image, place = _painted(EMPTY), layout_of(A4, EMPTY)
    assert not _is_blank(image, place.header)
    assert not _is_blank(image, place.figures)
    assert not _is_blank(image, place.footer)
    assert all(_is_blank(image, one) for one in (place.weeks, place.pain, place.table))


def test_what_has_no_room_is_counted() -> None:
    """The table and the lists have fewer lines than there are things to tell."""
    place = layout_of(A4, FULL)
    assert rows_in(place.table) < len(FULL.exercises)
    assert max(lines_in(one) for one in place.lists) < len(FULL.notes)
    last_row = QRectF(place.table.left(), place.table.bottom() - 40, place.table.width(), 36)
    image = _painted(FULL)
    assert not _is_blank(image, last_row)
    last_row.setLeft(last_row.center().x())
    assert _is_blank(image, last_row)


@pytest.mark.parametrize("hand", Hand)
@pytest.mark.parametrize("at", [LEFT, RIGHT], ids=["left", "right"])
def test_no_text_leaves_its_place(hand: Hand, at: object) -> None:
    """One that is too long ends with an ellipsis."""
    image = _blank(QSizeF(1000, 300))
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    place = QRectF(300, 100, 400, 100)
    Pen(painter).write(place, "Wide words " * 20, hand, at)  # type: ignore[arg-type]
    painter.end()
    ink = _ink(image)
    assert ink.left() >= place.left() * _SCALE - 2
    assert ink.right() <= place.right() * _SCALE + 2
    assert ink.width() > place.width() * _SCALE * 0.8
