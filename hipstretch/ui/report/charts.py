"""The two pictures of the report: minutes a week, and pain before and after."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from hipstretch.core.history import WEEK
from hipstretch.core.pain import WORST
from hipstretch.core.report import DAYS, Report, WeekReport
from hipstretch.ui.history_words import short_day, whole_minutes
from hipstretch.ui.report.layout import SECTION_HEAD
from hipstretch.ui.report.pen import BLACK, CENTRE, GREY, LEFT, RIGHT, SOFT, Hand, Pen, width_of
from hipstretch.ui.report_words import week_label

translate = QCoreApplication.translate
_LABEL = 44.0
"""The height of a line of labels."""
_BAR, _BAR_RADIUS = 0.56, 8.0
"""The share of its week that a bar is wide, and its round corners."""
_SCALE_WIDTH = 54.0
_DOT = 9.0
_LEGEND_GAP = 34.0
_STEPS = (0, WORST // 2, WORST)


def draw_weeks(pen: Pen, place: QRectF, report: Report) -> None:
    """Minutes of each of the four weeks, as bars with their numbers."""
    head, plot = _parts(place)
    pen.write(head, translate("Report", "Minutes a week"), Hand.SECTION)
    wide = plot.width() / len(report.weeks)
    most = max([whole_minutes(week.seconds) for week in report.weeks] + [1])
    for number, week in enumerate(report.weeks):
        column = QRectF(plot.left() + number * wide, plot.top(), wide, plot.height())
        _draw_week(pen, column, week, whole_minutes(week.seconds) / most)
    pen.under(plot, BLACK)


def _draw_week(pen: Pen, column: QRectF, week: WeekReport, share: float) -> None:
    """One bar with its number and its days."""
    high = (column.height() - _LABEL) * share
    top = column.bottom() - high
    inset = column.width() * (1 - _BAR) / 2
    bar = QRectF(column.left() + inset, top, column.width() - 2 * inset, high)
    if high:
        pen.painter.save()
        pen.painter.setClipRect(bar)  # round above, straight on the line
        pen.fill(bar.adjusted(0, 0, 0, _BAR_RADIUS), GREY, _BAR_RADIUS)
        pen.painter.restore()
    number = QRectF(column.left(), top - _LABEL, column.width(), _LABEL)
    pen.write(number, str(whole_minutes(week.seconds)), Hand.STRONG, CENTRE)
    label = QRectF(column.left(), column.bottom() + 6, column.width(), _LABEL)
    last = week.first + timedelta(days=WEEK - 1)
    pen.write(label, week_label(week, last), Hand.CAPTION, CENTRE)


def draw_pain(pen: Pen, place: QRectF, report: Report) -> None:
    """Pain before and after over the 28 days; flare-up days are grey."""
    head, plot = _parts(place)
    pen.write(head, translate("Report", "Pain, 0 to 10"), Hand.SECTION)
    plot.setLeft(plot.left() + _SCALE_WIDTH)
    plot.setTop(plot.top() + _LABEL / 2)
    if not report.pain:
        words = translate("Report", "No pain was rated in these weeks.")
        pen.write(place, words, Hand.QUIET)
        return
    _draw_flare_ups(pen, plot, report)
    _draw_scale(pen, plot, report)
    _draw_legend(pen, head, has_flare_ups=bool(report.flare_ups))
    before = [_point(plot, report, p.day, p.before) for p in report.pain if p.before is not None]
    after = [_point(plot, report, p.day, p.after) for p in report.pain if p.after is not None]
    pen.curve(before, Qt.PenStyle.DotLine)
    pen.curve(after, Qt.PenStyle.SolidLine)
    for points, is_open in ((before, True), (after, False)):
        for point in points:
            pen.dot(point, _DOT, is_open=is_open)


def _parts(place: QRectF) -> tuple[QRectF, QRectF]:
    """The title's line and the plot; the labels stand under it."""
    head = QRectF(place.left(), place.top(), place.width(), SECTION_HEAD)
    return head, place.adjusted(0, SECTION_HEAD, 0, -_LABEL - 6)


def _draw_scale(pen: Pen, plot: QRectF, report: Report) -> None:
    """Lines at 0, 5 and 10, and the day on which each week begins."""
    for value in _STEPS:
        y = _height(plot, value)
        pen.rule(
            QPointF(plot.left(), y), QPointF(plot.right(), y), *((BLACK,) if not value else ())
        )
        number = QRectF(plot.left() - _SCALE_WIDTH, y - _LABEL / 2, _SCALE_WIDTH - 16, _LABEL)
        pen.write(number, str(value), Hand.CAPTION, RIGHT)
    wide = plot.width() * WEEK / DAYS
    for at, week in enumerate(report.weeks):
        label = QRectF(plot.left() + at * wide, plot.bottom() + 6, wide, _LABEL)
        pen.write(label, short_day(week.first), Hand.CAPTION, LEFT)


def _draw_flare_ups(pen: Pen, plot: QRectF, report: Report) -> None:
    """A grey column for each flare-up day."""
    wide = plot.width() / DAYS
    for day in report.flare_ups:
        left = plot.left() + (day - report.first).days * wide
        pen.fill(QRectF(left, plot.top(), wide, plot.height()), SOFT)


def _draw_legend(pen: Pen, head: QRectF, *, has_flare_ups: bool) -> None:
    """What the signs mean, at the end of the title's line."""
    right = head.right()
    if has_flare_ups:
        right = _legend_words(pen, head, right, translate("Report", "flare-up day"))
        pen.fill(QRectF(right, head.center().y() - 14, 22, 28), SOFT)
        right -= _LEGEND_GAP
    for words, is_open in (
        (translate("Report", "after"), False),
        (translate("Report", "before"), True),
    ):
        right = _legend_words(pen, head, right, words)
        pen.dot(QPointF(right + 11, head.center().y()), _DOT, is_open=is_open)
        right -= _LEGEND_GAP


def _legend_words(pen: Pen, head: QRectF, right: float, words: str) -> float:
    """Write words that end at `right`; where their sign begins."""
    wide = width_of(words, Hand.CAPTION) + 2
    pen.write(QRectF(right - wide, head.top(), wide, head.height()), words, Hand.CAPTION, LEFT)
    return right - wide - 32


def _point(plot: QRectF, report: Report, day: date, value: float) -> QPointF:
    """Where a day's pain lies."""
    wide = plot.width() / DAYS
    return QPointF(plot.left() + ((day - report.first).days + 0.5) * wide, _height(plot, value))


def _height(plot: QRectF, value: float) -> float:
    """Where a pain lies from top to bottom."""
    return plot.bottom() - plot.height() * value / WORST
