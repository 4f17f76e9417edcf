"""One quiet line that says something for a few seconds and moves nothing."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.fitted_text import balanced
from hipstretch.ui.widgets.painting import WrappedText, draw_frame, start_painting

_SIZE, _LEAST_SIZE, _SMALLER, _LINE = 20.0, 14.0, 0.92, 1.3
_ICON, _ICON_GAP = 1.15, 0.5
_SIDE, _ABOVE = 0.8, 0.45
_IN_MS, _OUT_MS, _FADE_MS = 200, 140, 100


class Notice(QLabel):
    """An icon and a line on a quiet ground, which come, stay and go by themselves.

    Where the room is too narrow for one line, it becomes a little smaller, or takes more lines.
    Clicks are its parent's.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self._room = QRect()
        self._scale = 1.0
        self._fills = False
        self._size = _SIZE
        self._leaving = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._stay = QTimer(self, singleShot=True)
        self._stay.timeout.connect(self._on_stay_over)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_fade_finished)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def stay(self) -> int:
        """How many ms the line stays."""
        return self._stay.interval()

    def show_line(self, text: str, icon: str, stay: int) -> None:
        """Show a line for `stay` ms, in place of the one before."""
        self._icon = icon
        self.setText(text)
        self._take_size()
        self.show()
        self._fade_to(1.0)
        self._stay.start(stay)

    def place(self, room: QRect, scale: float, *, fills: bool = False) -> None:
        """Stand at the upper left of `room`, no wider; `fills` covers all of it at least."""
        self._room, self._scale, self._fills = room, scale, fills
        self._take_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the icon beside the first line, and the words."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(self._share())
        palette, size = player_palette(self._theme.palette), self._size
        ground = QRectF(self.rect())
        radius = min(ground.height() / 2, size)
        draw_frame(painter, ground, radius, palette.surface, border=palette.line)
        words = self._words(size)
        left, top = size * _SIDE, (ground.height() - words.height) / 2
        icon = round(size * _ICON)
        box = QRectF(left, round(top + (words.line_height - icon) / 2), icon, icon)
        self._theme.icons.draw(painter, self._icon, box, palette.ink2)
        words.draw(painter, QPointF(left + _lead(size), top), palette.ink)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said is not said again when the page comes back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stay.stop()
            self._fade.stop()
            self.hide()

    def _fade_to(self, share: float) -> None:
        """Come or go from where it is now."""
        self._leaving = share == 0.0
        start = self._share()
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(share)
        length = _OUT_MS if self._leaving else _IN_MS
        self._fade.setDuration(_FADE_MS if self._theme.reduced_motion else length)
        self._fade.start()

    def _share(self) -> float:
        """How far it has come: 0 to 1."""
        return float(self._fade.currentValue() or 0.0)

    def _fitting_size(self) -> float:
        """The size of the words in px: a little smaller where that holds them on one line."""
        usual = max(_LEAST_SIZE, _SIZE * self._scale) * self._theme.text_scale
        sizes = (usual, usual * _SMALLER)
        return next((size for size in sizes if len(self._words(size).lines) == 1), usual)

    def _words(self, size: float) -> WrappedText:
        """The words in their lines, which are of nearly equal length."""
        width = max(1.0, self._room.width() - _lead(size) - 2 * size * _SIDE)
        font, line = make_font(size, 500), round(size * _LINE)
        laid = WrappedText.lay_out(self.text(), width, font, line)
        return balanced(self.text(), laid, width)

    def _take_size(self) -> None:
        """Be as large as the words ask for."""
        self._size = size = self._fitting_size()
        words = self._words(size)
        width = math.ceil(words.width + _lead(size) + 2 * size * _SIDE) + 1
        wanted = QSize(width, math.ceil(words.height + 2 * size * _ABOVE))
        if self._fills:
            wanted = wanted.expandedTo(self._room.size())
        self.setGeometry(QRect(self._room.topLeft(), wanted))
        self.update()

    @Slot()
    def _on_stay_over(self) -> None:
        """Go."""
        self._fade_to(0.0)

    @Slot()
    def _on_faded(self) -> None:
        """Paint the next step of coming or going."""
        self.update()

    @Slot()
    def _on_fade_finished(self) -> None:
        """Hide when it has gone."""
        if self._leaving:
            self.hide()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._take_size()


def _lead(size: float) -> float:
    """The px that the icon takes before words of that size."""
    return round(size * _ICON) + size * _ICON_GAP
