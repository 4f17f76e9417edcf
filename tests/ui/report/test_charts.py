from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hipstretch.core.pain import Feeling
from hipstretch.core.report import DAYS, Material, Report
from hipstretch.ui.report.charts import draw_pain, draw_weeks
from hipstretch.ui.report.pen import BLACK, GREY, SOFT, Pen
from tests.core.report_days import FIRST, TODAY, session

PLACE = QRectF(0, 0, 840, 430)
DAY = timedelta(days=1)
_LABELS = 50


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""
    assert qapp is not None


def _drawn(report: Report, *, pain: bool) -> QImage:
    """One of the two pictures, a dot for each tenth of a millimetre."""
    image = QImage(PLACE.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    (draw_pain if pain else draw_weeks)(Pen(painter), PLACE, report)
    painter.end()
    return image


def _height(image: QImage, x: float, color: QColor) -> int:
    """How many dots of a column have exactly that colour; the labels under it do not count."""
    return sum(image.pixel(round(x), y) == color.rgb() for y in range(image.height() - _LABELS))


def _weeks(*minutes: float) -> Report:
    """A report with one session of that length in each week."""
    days = [FIRST + 7 * week * DAY for week in range(4)]
    lengths = zip(days, minutes, strict=True)
    return Report.of(Material([session(day, seconds=60 * one) for day, one in lengths]), TODAY)


def test_bars_are_as_high_as_their_minutes() -> None:
    """The most of them is the whole height."""
    image = _drawn(_weeks(20, 40, 10, 80), pain=False)
    bars = [_height(image, PLACE.width() * (week + 0.3) / 4, GREY) for week in range(4)]
    assert bars[3] > 200
    shares = [bar / bars[3] for bar in bars]
    assert shares == pytest.approx([0.25, 0.5, 0.125, 1.0], abs=0.02)


def test_a_week_without_a_session_has_no_bar() -> None:
    """And a page of them divides nothing by nothing."""
    assert _height(_drawn(_weeks(0, 0, 0, 0), pain=False), PLACE.width() / 8, GREY) == 0


def _pain_x(report: Report, day_number: float) -> float:
    """Where a day lies in the picture of pain; the scale stands before it."""
    assert report.first == FIRST
    left = 54.0
    return left + (PLACE.width() - left) * (day_number + 0.5) / DAYS


def _with_pain(
    *values: tuple[int, int | None, int | None], flare_ups: set[int] | None = None
) -> Report:
    """A report with pain before and after on days by their numbers."""
    done = [
        session(FIRST + day * DAY, before=Feeling(before), after=Feeling(after))
        for day, before, after in values
    ]
    days = frozenset(FIRST + day * DAY for day in flare_ups or ())
    return Report.of(Material(done, flare_ups=days), TODAY)


def test_pain_lies_at_its_day_and_height() -> None:
    """Before is an open point, after a full one; ten is up, nothing down."""
    report = _with_pain((5, 10, 0))
    image = _drawn(report, pain=True)
    x = round(_pain_x(report, 5))
    column = [image.pixelColor(x, y) for y in range(62, image.height() - 44)]
    dark = [at for at, color in enumerate(column) if color == BLACK]
    assert column[dark[0] + 8] == QColor("white")
    full = dark[-10]
    assert column[full : full + 8] == [BLACK] * 8
    assert dark[-1] - dark[0] > 200


@pytest.mark.parametrize("days", [{0}, {27}, {3, 4}])
def test_flare_up_days_are_grey(days: set[int]) -> None:
    """Those, and no others."""
    report = _with_pain((10, 5, 5), flare_ups=days)
    image = _drawn(report, pain=True)
    grey = {day for day in range(DAYS) if _height(image, _pain_x(report, day), SOFT) > 200}
    assert grey == days


def test_without_pain_a_line_says_so() -> None:
    """And there is no empty scale."""
    image = _drawn(_with_pain((3, None, None), flare_ups={3}), pain=True)
    assert _height(image, _pain_x(_with_pain(), 3), SOFT) == 0
    high = image.height() - _LABELS
    assert any(_height(image, x, QColor("white")) < high for x in range(300, 400))


def test_pain_that_was_told_only_before_is_drawn() -> None:
    """One curve may be missing, or be a single point."""
    image = _drawn(_with_pain((2, 4, None), (9, 6, None)), pain=True)
    points = [QPointF(_pain_x(_with_pain(), day), 0).x() for day in (2, 9)]
    assert all(_height(image, x, BLACK) > 2 for x in points)
