"""The year as a map of days: the more was done, the stronger the colour."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.history_sums import DaySum, level_of
from hipstretch.ui import history_words
from hipstretch.ui.announce import announce
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.chart_axis import chart_font
from hipstretch.ui.widgets.chart_bubble import draw_bubble
from hipstretch.ui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_text,
    keyboard_focus,
    start_painting,
    text_width,
)
from hipstretch.ui.widgets.year_map_layout import YearGrid

LIGHT_LEVELS = tuple(map(QColor, ("#E3EBE8", "#BFDFD8", "#7FBFB4", "#3B9389", "#0F6B66")))
DARK_LEVELS = tuple(map(QColor, ("#1F3330", "#1F4D48", "#2C746C", "#43A196", "#7BDCCF")))
_WEEKDAYS, _MONTHS, _MONTH_GAP, _FOOT = 36, 22, 8, 6
_RADIUS, _ROUND = 4.0, 0.32
_LEFT = Qt.AlignmentFlag.AlignLeft
_STEPS = {Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


def level_color(level: int, *, dark: bool) -> QColor:
    """The colour of a day: 0 for a rest to 4 for twenty minutes and more."""
    return (DARK_LEVELS if dark else LIGHT_LEVELS)[level]


class YearMap(QWidget):
    """A day for each cell; the pointer and the arrow keys have every day told.

    Signals:
        day_chosen: `date`, a day with sessions was clicked, or Enter was pressed on it.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._done: dict[date, DaySum] = {}
        self._flare_ups: frozenset[date] = frozenset()
        self._current = today
        self._pointed: date | None = None
        self._ring_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def current(self) -> date:
        """The day that the arrow keys have come to."""
        return self._current

    @property
    def grid(self) -> YearGrid:
        """Where the days stand at present."""
        return self._grid_at(self.width())

    def show_days(
        self, done: Iterable[DaySum], today: date, flare_ups: Collection[date] = ()
    ) -> None:
        """Show what was done up to today."""
        if today != self._today:
            self._current = today
        self._today = today
        self._done = {day.day: day for day in done}
        self._flare_ups = frozenset(flare_ups)
        self._pointed = None
        self.update()

    def words_of(self, day: date) -> str:
        """What is told of a day."""
        is_flare_up = day in self._flare_ups
        done = self._done.get(day)
        return history_words.day_line(day, done, self._today, is_flare_up=is_flare_up)

    def hasHeightForWidth(self) -> bool:
        """Wider cells are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Months and seven rows."""
        return round(self._grid_at(width).bottom) + self._theme.px(_FOOT)

    def sizeHint(self) -> QSize:
        """A year in a wide window."""
        width = self._theme.px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Some weeks."""
        return QSize(200, self._theme.px(_MONTHS) + 7 * 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint months, weekdays and days, and what is told of one of them."""
        painter = QPainter(self)
        start_painting(painter)
        grid = self.grid
        self._draw_words(painter, grid)
        self._draw_days(painter, grid)
        if (told := self._told()) is not None and told >= grid.first:
            bounds = QRectF(self.rect())
            draw_bubble(painter, grid.rect(told), self.words_of(told), bounds, self._theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the day under the pointer."""
        self._point_at(self.grid.day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        self._point_at(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the day that was clicked."""
        day = self.grid.day_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self._current = day
            self._choose(day)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go over the days with the arrows, choose one with Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go_to(self.grid.moved(self._current, _STEPS[key]))
        elif key == Qt.Key.Key_Home:
            self._go_to(self.grid.first)
        elif key == Qt.Key.Key_End:
            self._go_to(self._today)
        elif key in _CHOOSING:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the current day where the keyboard comes here."""
        self._ring_shown = keyboard_focus(event.reason(), before=self._ring_shown)
        self._current = max(self._current, self.grid.first)
        super().focusInEvent(event)
        if self._ring_shown:
            announce(self, self.words_of(self._current))

    def _grid_at(self, width: float) -> YearGrid:
        """Where the days stand at a width."""
        px, scale = self._theme.px, self._theme.text_scale
        return YearGrid.fit(self._today, width - 2, px(_WEEKDAYS), px(_MONTHS), scale)

    def _told(self) -> date | None:
        """The day whose words are shown: the one under the pointer, else the keyboard's."""
        if self._pointed is not None:
            return self._pointed
        return self._current if self._ring_shown and self.hasFocus() else None

    def _point_at(self, day: date | None) -> None:
        """Have a day told, or none."""
        if day != self._pointed:
            self._pointed = day
            has_sessions = day is not None and day in self._done
            shape = (
                Qt.CursorShape.PointingHandCursor if has_sessions else Qt.CursorShape.ArrowCursor
            )
            self.setCursor(shape)
            self.update()

    def _go_to(self, day: date) -> None:
        """Make a day the current one and have it told."""
        self._ring_shown = True
        self._pointed = None
        self._current = day
        announce(self, self.words_of(day))
        self.update()

    def _choose(self, day: date) -> None:
        """Tell a day with sessions."""
        if day in self._done:
            self.day_chosen.emit(day)

    def _draw_words(self, painter: QPainter, grid: YearGrid) -> None:
        """Draw the months above and three weekdays at the left."""
        font, ink = chart_font(self._theme), self._theme.palette.ink3
        end = -1.0
        for first in grid.months():
            words, left = history_words.month_word(first), grid.rect(first).left()
            width = text_width(words, font) + 1
            if left >= end and left + width <= self.width():
                place = QRectF(left, 0, width, self._theme.px(_MONTHS) - 5)
                draw_text(painter, place, words, font, ink, align=_LEFT)
                end = left + width + self._theme.px(_MONTH_GAP)
        for row in (0, 2, 4):
            place = QRectF(0, grid.top + row * grid.row, grid.left, grid.edge)
            words = history_words.weekday_word(grid.first + timedelta(days=row))
            draw_text(painter, place, words, font, ink, align=_LEFT)

    def _draw_days(self, painter: QPainter, grid: YearGrid) -> None:
        """Draw every day, today outlined, and the ring of the keyboard."""
        palette, radius = self._theme.palette, max(_RADIUS, grid.edge * _ROUND)
        for day in grid.days():
            done = self._done.get(day)
            level = level_of(done.seconds) if done is not None else 0
            draw_frame(painter, grid.rect(day), radius, level_color(level, dark=palette.dark))
        today = grid.rect(self._today).adjusted(-2.5, -2.5, 2.5, 2.5)
        draw_frame(painter, today, radius + 2.5, None, border=palette.ink, width=1.5)
        if self._ring_shown and self.hasFocus() and self._current >= grid.first:
            draw_focus_ring(painter, grid.rect(self._current), radius, palette)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
