"""The seven days of this week as dots with letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.history import WEEK, DayMark
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting

_SIZE, _GAP, _LETTER = 32, 7, 14
_LEAST_SIZE = 22


def dot_rects(width: float, size: float, gap: float, *, at_right: bool) -> list[QRectF]:
    """Seven dots at one end of `width` px, closer and smaller where that is narrow."""
    share = min(1.0, width / (WEEK * size + (WEEK - 1) * gap))
    size, gap = size * share, gap * share
    left = width - WEEK * size - (WEEK - 1) * gap if at_right else 0.0
    return [QRectF(left + day * (size + gap), 0, size, size) for day in range(WEEK)]


class WeekDots(QWidget):
    """A dot for each day, Monday first: filled when done, outlined today, quiet else."""

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
        names = [
            self.locale().dayName(number)
            for number, mark in enumerate(week, start=1)
            if mark is DayMark.DONE
        ]
        words = self.tr("Done this week: {days}").format(days=", ".join(names)) if names else ""
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
        palette = self._theme.palette
        fill, ink = _colors(mark, palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawEllipse(dot)
        if mark is DayMark.TODAY:
            painter.setPen(QPen(palette.primary, 2))
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
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
    return palette.sunken, palette.ink3
