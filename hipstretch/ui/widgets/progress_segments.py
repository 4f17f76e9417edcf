"""The progress of a session: one segment for each stretch, the current one wider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import start_painting

_HEIGHT, _GAP = 12, 7
_CURRENT_SHARE = 1.6
_MOST_SEGMENTS = 16


def segment_rects(rect: QRectF, count: int, current: int, gap: float) -> list[QRectF]:
    """Lay `count` segments in a row; the current one is 1.6 times as wide as the others."""
    shares = [_CURRENT_SHARE if index == current else 1.0 for index in range(count)]
    unit = (rect.width() - gap * (count - 1)) / sum(shares)
    rects = []
    left = rect.left()
    for share in shares:
        right = left + unit * share
        rects.append(QRectF(round(left), rect.top(), round(right) - round(left), rect.height()))
        left = right + gap
    return rects


def draw_bar(painter: QPainter, rect: QRectF, share: float, track: QColor, fill: QColor) -> None:
    """Draw one round-ended bar, filled from the left by `share`; a begun one shows a dot."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(track)
    painter.drawRoundedRect(rect, radius, radius)
    if share <= 0:
        return
    filled = QRectF(rect)
    filled.setWidth(max(rect.height(), rect.width() * min(1.0, share)))
    painter.setBrush(fill)
    painter.drawRoundedRect(filled, radius, radius)


class ProgressSegments(QWidget):
    """How far the session is; more than 16 stretches become one plain bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._parts: tuple[float, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def parts(self) -> tuple[float, ...]:
        """The share that is done of each stretch."""
        return self._parts

    def set_progress(self, parts: Sequence[float], current: int) -> None:
        """Show the share done (0 to 1) of each stretch; `current` counts from 0."""
        shown = tuple(round(part, 3) for part in parts)
        if (shown, current) == (self._parts, self._current):
            return
        self._parts, self._current = shown, current
        self._tell_name(current + 1, len(shown))
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw at `scale` times the size at 1280x800."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the top row of the player."""
        return QSize(round(400 * self._scale), self._bar_height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few dots."""
        return QSize(round(80 * self._scale), self._bar_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the segments, or the plain bar."""
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        height = self._bar_height()
        row = QRectF(0, (self.height() - height) // 2, self.width(), height)
        for rect, share in self._bars(row):
            draw_bar(painter, rect, share, palette.track, palette.primary)

    def _tell_name(self, number: int, count: int) -> None:
        """Say which stretch it is, once and not with every step of the bar."""
        words = self.tr("Stretch {number} of {count}").format(number=number, count=count)
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def _bar_height(self) -> int:
        """The height of a segment in px."""
        return max(6, round(_HEIGHT * self._scale))

    def _bars(self, row: QRectF) -> list[tuple[QRectF, float]]:
        """Each bar with the share that is filled."""
        count = len(self._parts)
        if count == 0:
            return [(row, 0.0)]
        if count > _MOST_SEGMENTS:
            return [(row, sum(self._parts) / count)]
        rects = segment_rects(row, count, self._current, _GAP * self._scale)
        return list(zip(rects, self._parts, strict=True))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
