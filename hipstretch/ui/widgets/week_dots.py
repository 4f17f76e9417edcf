"""The seven days of this week as dots with letters, and the words for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.history import WEEK, DayMark
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting

_SIZE, _GAP, _LETTER = 32, 7, 14
_LEAST_SIZE = 22
_DASH, _DASH_AT, _RING = 0.28, 0.79, 0.06
"""Shares of a dot's size: the dash of a day of rest, where it stands, and the ring's width."""


def dot_rects(width: float, size: float, gap: float, *, at_right: bool) -> list[QRectF]:
    """Seven dots at one end of `width` px, closer and smaller where that is narrow."""
    share = min(1.0, width / (WEEK * size + (WEEK - 1) * gap))
    size, gap = size * share, gap * share
    left = width - WEEK * size - (WEEK - 1) * gap if at_right else 0.0
    return [QRectF(left + day * (size + gap), 0, size, size) for day in range(WEEK)]


def week_words(week: Sequence[DayMark], locale: QLocale) -> str:
    """Which days are done and which were days of rest, in words; nothing for an open week."""
    tr = QCoreApplication.translate
    done, rested = (_names(week, mark, locale) for mark in (DayMark.DONE, DayMark.RESTED))
    parts = [
        tr("Week", "Done this week: {days}").format(days=done) if done else "",
        tr("Week", "Rested: {days}").format(days=rested) if rested else "",
    ]
    return ". ".join(part for part in parts if part)


def _names(week: Sequence[DayMark], mark: DayMark, locale: QLocale) -> str:
    """The names of the days with a mark."""
    days = (number for number, other in enumerate(week, start=1) if other is mark)
    return ", ".join(locale.dayName(number) for number in days)


def draw_day(painter: QPainter, dot: QRectF, mark: DayMark, palette: Palette) -> QColor:
    """Draw the ground of a day; returns the colour of its letter.

    Done is filled, today outlined, a day of rest has a soft ring and a dash, the rest is quiet.
    """
    fill, ink = _colors(mark, palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(dot)
    if mark is DayMark.TODAY:
        painter.setPen(QPen(palette.primary, 2))
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
    elif mark is DayMark.RESTED:
        _draw_rest(painter, dot, palette)
    return ink


def _draw_rest(painter: QPainter, dot: QRectF, palette: Palette) -> None:
    """Draw the soft ring and the dash under the letter."""
    width = max(1.5, dot.width() * _RING)
    painter.setPen(QPen(palette.pmid, width))
    half = width / 2
    painter.drawEllipse(dot.adjusted(half, half, -half, -half))
    pen = QPen(palette.primary, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = QPointF(dot.center().x(), dot.top() + dot.height() * _DASH_AT)
    reach = QPointF(dot.width() * _DASH / 2, 0)
    painter.drawLine(middle - reach, middle + reach)


class WeekDots(QWidget):
    """A dot for each day, Monday first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._week: tuple[DayMark, ...] = ()
        self._at_right = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def set_week(self, week: Sequence[DayMark]) -> None:
        """Show the days of a week."""
        self._week = tuple(week)
        words = week_words(week, self.locale())
        self.setAccessibleName(words or self.tr("This week is open"))
        self.setToolTip(words)
        self.update()

    def set_right(self, at_right: bool) -> None:
        """Stand at the right end of the room, or at the left."""
        self._at_right = at_right
        self.update()

    def sizeHint(self) -> QSize:
        """All dots at their own size."""
        width = WEEK * self._theme.px(_SIZE) + (WEEK - 1) * _GAP
        return QSize(width, self._theme.px(_SIZE))

    def minimumSizeHint(self) -> QSize:
        """Dots that still hold their letters."""
        return QSize(WEEK * _LEAST_SIZE + (WEEK - 1) * _GAP, self._theme.px(_SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days."""
        painter = QPainter(self)
        start_painting(painter)
        rects = dot_rects(self.width(), self._theme.px(_SIZE), _GAP, at_right=self._at_right)
        for number, (rect, mark) in enumerate(zip(rects, self._week, strict=False), start=1):
            top = (self.height() - rect.height()) / 2
            self._draw_day(painter, rect.translated(0, top), mark, number)

    def _draw_day(self, painter: QPainter, dot: QRectF, mark: DayMark, number: int) -> None:
        """Paint one day with its letter."""
        ink = draw_day(painter, dot, mark, self._theme.palette)
        size = self._theme.px(_LETTER) * dot.height() / self._theme.px(_SIZE)
        draw_text(painter, dot, self._letter(number), make_font(size, 600), ink)

    def _letter(self, number: int) -> str:
        """The first letter of a day, Monday being 1; some languages have digits instead."""
        letter = self.locale().dayName(number, QLocale.FormatType.NarrowFormat)
        return self.locale().dayName(number)[:1] if letter.isdigit() else letter

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def _colors(mark: DayMark, palette: Palette) -> tuple[QColor, QColor]:
    """The fill and the letter of a day."""
    if mark is DayMark.DONE:
        return palette.primary, palette.on_primary
    if mark is DayMark.TODAY:
        return palette.surface, palette.primary
    if mark is DayMark.RESTED:
        return palette.psoft, palette.ink2
    return palette.sunken, palette.ink3
