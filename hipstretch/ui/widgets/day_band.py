"""The day as a band: sitting lies low, being up stands high, away is striped; marks for asks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.reminder import Answer
from hipstretch.core.sitting import Presence
from hipstretch.core.sitting_day import DayReminder, DaySpan
from hipstretch.core.sitting_totals import of_day
from hipstretch.ui import day_words
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.day_scale import DayScale
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width

_MARKS, _BAND, _LABELS = 22, 44, 26
_RADIUS = 8
_LOW_SHARE = 0.42
_MARK = 5.0
_LEAST, _NEAR = 2.0, 4.0
"""The least px that a span takes, and how near the pointer must come to a mark."""
_STRIPE = 6


class DayBand(QWidget):
    """Today from the first hour to the last; the pointer has every time told."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: tuple[DaySpan, ...] = ()
        self._asks: tuple[DayReminder, ...] = ()
        self._asked_at: datetime | None = None
        self._scale: DayScale | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def show_view(self, view: BreaksView) -> None:
        """Show the day of a view."""
        self._spans, self._asks = of_day(view.spans, view.now), view.reminders
        self._asked_at = view.asked_at
        self._scale = DayScale.of(self._spans, view.now)
        self.update()

    def sizeHint(self) -> QSize:
        """Marks, band and hours under each other."""
        px = self._theme.px
        return QSize(px(420), px(_MARKS) + px(_BAND) + px(_LABELS))

    def minimumSizeHint(self) -> QSize:
        """The smallest window's card."""
        return QSize(200, self.sizeHint().height())

    def words_at(self, x: float) -> str:
        """What happened at a px of the width; empty where nothing is known."""
        if self._scale is None:
            return ""
        for ask in self._asks:
            if abs(self._scale.x_of(ask.asked_at, self.width()) - x) <= _NEAR:
                return day_words.ask_line(ask.asked_at, ask.answer)
        found = [span for span in self._spans if self._rect(span).left() <= x]
        return day_words.span_line(found[-1]) if found and x <= self._end() else ""

    def event(self, event: QEvent) -> bool:
        """Tell what the pointer is on."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the spans, the marks and the hours."""
        if self._scale is None:
            return
        painter = QPainter(self)
        start_painting(painter)
        palette, band = self._theme.palette, self._band()
        draw_frame(painter, band, self._theme.px(_RADIUS), palette.sunken)
        painter.save()
        painter.setClipPath(_rounded(band, self._theme.px(_RADIUS)))
        for span in self._spans:
            draw_span(painter, self._rect(span), band, span.presence, palette)
        painter.restore()
        self._draw_marks(painter, self._scale, palette)
        self._draw_hours(painter, self._scale, palette)

    def _draw_marks(self, painter: QPainter, scale: DayScale, palette: Palette) -> None:
        """Draw a mark where the person was asked."""
        middle = self._theme.px(_MARKS) / 2 - 1
        for ask in self._asks:
            place = QPointF(scale.x_of(ask.asked_at, self.width()), middle)
            draw_mark(painter, place, palette, is_done=is_done(ask.answer))
        if self._asked_at is not None:
            place = QPointF(scale.x_of(self._asked_at, self.width()), middle)
            draw_mark(painter, place, palette, is_done=False)

    def _draw_hours(self, painter: QPainter, scale: DayScale, palette: Palette) -> None:
        """Draw the hours under the band, as many as have room, and a thin line at each."""
        font, band = make_font(12.5 * self._theme.text_scale, 400), self._band()
        room = 1.5 * text_width("00:00", font) + self._theme.px(12)
        for hour in scale.hours(self.width(), room):
            x = scale.x_of_hour(hour, self.width())
            painter.fillRect(QRectF(round(x), band.bottom(), 1, self._theme.px(5)), palette.ctrl)
            width = text_width("00:00", font)
            left = min(max(0.0, x - width / 2), self.width() - width)
            words = QRectF(left, band.bottom() + self._theme.px(7), width, self._theme.px(18))
            draw_text(painter, words, f"{hour % 24}:00", font, palette.ink3)

    def _band(self) -> QRectF:
        """Where the band lies."""
        return QRectF(0, self._theme.px(_MARKS), self.width(), self._theme.px(_BAND))

    def _rect(self, span: DaySpan) -> QRectF:
        """The full height of the band over the time of a span."""
        band = self._band()
        if self._scale is None:
            return QRectF()
        left = self._scale.x_of(span.began_at, self.width())
        right = max(left + _LEAST, self._scale.x_of(span.ended_at, self.width()))
        return QRectF(left, band.top(), right - left, band.height())

    def _end(self) -> float:
        """The px at which the known part of the day ends."""
        return max((self._rect(span).right() for span in self._spans), default=0.0)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def is_done(answer: Answer) -> bool:
    """Whether the person got up after they were asked."""
    return answer in {Answer.STRETCH, Answer.UP, Answer.LEFT}


def draw_span(
    painter: QPainter, rect: QRectF, band: QRectF, presence: Presence, palette: Palette
) -> None:
    """Draw a time: sitting low, up and stretching high, away striped."""
    if presence is Presence.SITTING:
        low = QRectF(rect)
        low.setTop(band.bottom() - band.height() * _LOW_SHARE)
        draw_frame(painter, low, _corner(low), palette.ctrl)
    elif presence is Presence.AWAY:
        _draw_stripes(painter, rect, palette)
    else:
        is_up = presence is Presence.UP
        draw_frame(painter, rect, _corner(rect), palette.pmid if is_up else palette.primary)


def draw_mark(painter: QPainter, middle: QPointF, palette: Palette, *, is_done: bool) -> None:
    """Draw a dot that is filled where the person got up, and hollow where not."""
    painter.setPen(QPen(palette.primary if is_done else palette.ctrl, 2))
    painter.setBrush(palette.primary if is_done else palette.surface)
    painter.drawEllipse(middle, _MARK, _MARK)


def _draw_stripes(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw slanting lines over a rectangle."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(palette.track, 2))
    height = rect.height()
    left = rect.left() - height - rect.left() % _STRIPE
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.bottom()), QPointF(left + height, rect.top()))
        left += _STRIPE
    painter.restore()


def _corner(rect: QRectF) -> float:
    """How round a span is: a little, and thin ones less."""
    return min(3.0, rect.width() / 2)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
