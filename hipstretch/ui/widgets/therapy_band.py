"""Today's ice and heat on a band of hours, with the rest of the chosen place hatched."""

from __future__ import annotations

import math
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import DayPart, TherapyView
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width

_HEIGHT, _RADIUS, _HOUR_GAP, _HOUR_HEIGHT = 30, 10, 6, 18
_LEAST_WIDTH, _HATCH = 6.0, 9.0
_USUAL_START, _USUAL_END, _DAY = 7, 22, 24
_STEPS = (2, 3, 4, 6)
_LEAST_PITCH = 56
_HOUR = 3600.0


class Hours(NamedTuple):
    """The hours of the day that the band shows."""

    first: int
    last: int

    def share(self, hour: float) -> float:
        """Where an hour lies on the band: 0 at its left end, 1 at its right."""
        return min(1.0, max(0.0, (hour - self.first) / (self.last - self.first)))


def hour_of(moment: datetime, day: datetime) -> float:
    """A moment in hours of the wall's clock on a day, 0 to 24."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    hours = (moment.replace(tzinfo=None) - midnight).total_seconds() / _HOUR
    return min(float(_DAY), max(0.0, hours))


def band_hours(view: TherapyView) -> Hours:
    """The usual hours of being awake, more where something was earlier or goes on later."""
    ends = [part.ended_at for part in view.parts]
    ends += [view.resting.end] if view.resting is not None else []
    begins = [hour_of(part.began_at, view.now) for part in view.parts]
    lasts = [hour_of(end, view.now) for end in ends]
    first = math.floor(min(begins, default=_USUAL_START))
    last = math.ceil(max(lasts, default=_USUAL_END))
    return Hours(min(_USUAL_START, first), max(_USUAL_END, last))


class TherapyBand(QWidget):
    """A quiet band; ice and heat are bars in their colours, the list beside it has the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: TherapyView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_view(self, view: TherapyView) -> None:
        """Show another day."""
        self._view = view
        self.update()

    def sizeHint(self) -> QSize:
        """The band and the hours under it."""
        return QSize(420, self._theme.px(_HEIGHT) + _HOUR_GAP + self._theme.px(_HOUR_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow, with fewer hours."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band, the rest, the bars and the hours."""
        if self._view is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        hours, band = band_hours(self._view), QRectF(self.rect())
        band.setHeight(self._theme.px(_HEIGHT))
        draw_frame(painter, band, _RADIUS, self._theme.palette.sunken)
        clip = QPainterPath()
        clip.addRoundedRect(band, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        self._draw_rest(painter, band, hours, self._view)
        for part in self._view.parts:
            self._draw_part(painter, band, hours, part, self._view.now)
        painter.setClipping(False)
        self._draw_hours(painter, band, hours)

    def _draw_rest(self, painter: QPainter, band: QRectF, hours: Hours, view: TherapyView) -> None:
        """Hatch the time in which the chosen place rests."""
        if view.resting is None:
            return
        start, end = (_x(band, hours, hour_of(at, view.now)) for at in view.resting)
        rect = QRectF(start, band.top(), end - start, band.height())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.palette.line)
        painter.setPen(QPen(self._theme.palette.sunken, 3))
        x = rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += _HATCH
        painter.restore()

    def _draw_part(
        self, painter: QPainter, band: QRectF, hours: Hours, part: DayPart, now: datetime
    ) -> None:
        """Draw a treatment; of one that runs, what is to come is pale."""
        palette, is_ice = self._theme.palette, part.kind is Kind.ICE
        fill = palette.ice_fill if is_ice else palette.heat_fill
        soft = palette.ice_soft if is_ice else palette.heat_soft
        start = _x(band, hours, hour_of(part.began_at, now))
        end = _x(band, hours, hour_of(part.ended_at, now))
        if part.is_running:
            _draw_bar(painter, band, start, end, soft)
            end = _x(band, hours, hour_of(now, now))
        _draw_bar(painter, band, start, end, fill)

    def _draw_hours(self, painter: QPainter, band: QRectF, hours: Hours) -> None:
        """Write as many hours under the band as have room."""
        font = make_font(self._theme.px(12.5), 400)
        span = hours.last - hours.first
        pitch = band.width() / span
        fits = (step for step in _STEPS if step * pitch >= self._theme.px(_LEAST_PITCH))
        step = next(fits, _STEPS[-1])
        top = band.bottom() + _HOUR_GAP
        for hour in range(hours.first + 1, hours.last):
            if hour % step:
                continue
            words = f"{hour}:00"
            width = text_width(words, font) + 2
            rect = QRectF(0, top, width, self._theme.px(_HOUR_HEIGHT))
            rect.moveLeft(_x(band, hours, hour) - width / 2)
            if band.left() <= rect.left() and rect.right() <= band.right():
                draw_text(painter, rect, words, font, self._theme.palette.ink2)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def _x(band: QRectF, hours: Hours, hour: float) -> float:
    """Where an hour lies in px."""
    return band.left() + hours.share(hour) * band.width()


def _draw_bar(painter: QPainter, band: QRectF, start: float, end: float, color: QColor) -> None:
    """Draw a bar with round ends, wide enough to be seen."""
    rect = QRectF(start, band.top(), max(_LEAST_WIDTH, end - start), band.height())
    draw_frame(painter, rect, min(6.0, rect.width() / 2), color)
