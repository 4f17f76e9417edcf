"""Pain before and after sessions, week by week: before dotted, after in plum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from hipstretch.core.history import WEEK
from hipstretch.core.history_sums import WEEKS_SHOWN, PainPoint, monday_of
from hipstretch.core.pain import WORST
from hipstretch.ui import history_words
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.chart_axis import Axis, Tick, draw_lines, draw_ticks, plot_rect
from hipstretch.ui.widgets.chart_bubble import draw_bubble
from hipstretch.ui.widgets.painting import draw_text, start_painting, text_width
from hipstretch.ui.widgets.week_chart import WeekChart

_AXIS = Axis(WORST // 2, WORST)
_TICK_EVERY = 4
_LABEL_GAP, _LABEL_LINE, _LABEL_SIZE = 13, 20, 13
_DOT, _END, _AFTER_WIDTH, _BEFORE_WIDTH = 3.5, 5.0, 3.0, 2.2
_DOTS = (0.1, 2.4)
_LEFT = Qt.AlignmentFlag.AlignLeft


class PainLines(WeekChart):
    """The weeks that have a number, at their place among the last twelve."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._today = today
        self._points: tuple[PainPoint, ...] = ()

    def show_points(self, points: Sequence[PainPoint], today: date) -> None:
        """Show the means of the weeks up to today's, oldest first."""
        self._points, self._today = tuple(points), today
        self._pointed = -1
        self.update()

    def words_of(self, number: int) -> str:
        """What is told of a week."""
        point = self._points[number]
        week = history_words.week_line(point.day, self._today)
        return f"{week}: {history_words.pain_line(point)}"

    def week_at(self, x: float) -> int:
        """The nearest week, none where that is far."""
        near = [(abs(self._x(point) - x), number) for number, point in enumerate(self._points)]
        far, number = min(near, default=(0.0, -1))
        return number if far <= self._pitch() else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines of the field, what lies between, the two lines, and the words."""
        if not self._points:
            return
        painter = QPainter(self)
        start_painting(painter)
        palette, bounds = self._theme.palette, QRectF(self.rect())
        draw_lines(painter, self._plot(), _AXIS, self._theme, palette)
        self._draw_between(painter, palette.pain_soft)
        before, after = self.before(), self.after()
        self._draw_before(painter, before)
        self._draw_after(painter, after)
        self._draw_labels(painter, before, after)
        draw_ticks(painter, self._plot(), self._ticks(), bounds, self._theme)
        if self._pointed >= 0:
            draw_bubble(painter, self._spot(), self.words_of(self._pointed), bounds, self._theme)

    def before(self) -> list[QPointF]:
        """The points of the pain before."""
        told = [(point, point.before) for point in self._points]
        return [self._place(point, value) for point, value in told if value is not None]

    def after(self) -> list[QPointF]:
        """The points of the pain after."""
        told = [(point, point.after) for point in self._points]
        return [self._place(point, value) for point, value in told if value is not None]

    def _draw_between(self, painter: QPainter, color: QColor) -> None:
        """Fill between the lines, over the weeks that have both."""
        both = [p for p in self._points if p.before is not None and p.after is not None]
        upper = [self._place(point, point.before or 0.0) for point in both]
        lower = [self._place(point, point.after or 0.0) for point in both]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_before(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """Draw a dotted line with a hollow end."""
        palette = self._theme.palette
        pen = QPen(palette.ink3, _BEFORE_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(list(points)))
        painter.setPen(QPen(palette.ink3, _BEFORE_WIDTH))
        painter.setBrush(palette.surface)
        for point in points[-1:]:
            painter.drawEllipse(point, _END, _END)

    def _draw_after(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """Draw a full line with a dot for each week."""
        pen = QPen(self._theme.palette.pain, _AFTER_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(list(points)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.pain)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        for point in points[-1:]:
            painter.setPen(QPen(self._theme.palette.surface, 2))
            painter.drawEllipse(point, _END + 1, _END + 1)

    def _draw_labels(
        self, painter: QPainter, before: Sequence[QPointF], after: Sequence[QPointF]
    ) -> None:
        """Draw the last numbers at the right, not over each other."""
        palette, line = self._theme.palette, self._theme.px(_LABEL_LINE)
        tops = [points[-1].y() if points else 0.0 for points in (before, after)]
        if before and after and abs(tops[0] - tops[1]) < line:
            middle, sign = sum(tops) / 2, 1 if tops[0] <= tops[1] else -1
            tops = [middle - sign * line / 2, middle + sign * line / 2]
        left = self._plot().right() + self._theme.px(_LABEL_GAP)
        words = self._labels()
        for top, text, ink in zip(tops, words, (palette.ink2, palette.pain), strict=True):
            place = QRectF(left, top - line / 2, self.width() - left, line)
            draw_text(painter, place, text, self._label_font(), ink, align=_LEFT)

    def _labels(self) -> tuple[str, str]:
        """The last number before and after; empty where none was told."""
        before = [point.before for point in self._points if point.before is not None]
        after = [point.after for point in self._points if point.after is not None]
        first = history_words.before_word(before[-1]) if before else ""
        return first, history_words.after_word(after[-1]) if after else ""

    def _label_font(self) -> QFont:
        """The font of the words at the right."""
        return make_font(_LABEL_SIZE * self._theme.text_scale, 600)

    def _ticks(self) -> list[Tick]:
        """Every fourth week's day, and now."""
        first = monday_of(self._today) - timedelta(weeks=WEEKS_SHOWN - 1)
        mondays = [first + timedelta(weeks=n) for n in range(0, WEEKS_SHOWN - 1, _TICK_EVERY)]
        ticks = [Tick(self._x_of(day), history_words.short_day(day)) for day in mondays]
        return [*ticks, Tick(self._plot().right(), self.tr("Now"), is_now=True)]

    def _spot(self) -> QRectF:
        """What the bubble points at."""
        point = self._points[self._pointed]
        values = [value for value in (point.before, point.after) if value is not None]
        middle = self._place(point, max(values))
        return QRectF(middle.x() - _END, middle.y() - _END, 2 * _END, 2 * _END)

    def _place(self, point: PainPoint, value: float) -> QPointF:
        """Where a number of a week stands."""
        plot = self._plot()
        return QPointF(self._x(point), plot.bottom() - plot.height() * value / WORST)

    def _x(self, point: PainPoint) -> float:
        """The px of a week."""
        return self._x_of(point.day)

    def _x_of(self, monday: date) -> float:
        """The px of a Monday: this week's at the right edge."""
        weeks = (monday_of(self._today) - monday).days / WEEK
        return self._plot().right() - weeks * self._pitch()

    def _pitch(self) -> float:
        """The px from week to week."""
        return self._plot().width() / (WEEKS_SHOWN - 1)

    def _plot(self) -> QRectF:
        """The field of the lines; the words at the right have their own room."""
        widest = max(text_width(words, self._label_font()) for words in self._labels())
        room = widest + self._theme.px(_LABEL_GAP) + 4
        plot = plot_rect(QRectF(self.rect()), self._theme, room)
        return plot.adjusted(self._theme.px(6), 0, 0, 0)
