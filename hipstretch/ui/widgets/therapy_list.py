"""Today's ice and heat, one under the other: what, where, when and for how long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy_view import DayPart
from hipstretch.ui import therapy_words
from hipstretch.ui.break_words import clock_word
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.widgets.therapy_ring import kind_colors

_ROW, _TILE, _TILE_ICON, _TILE_RADIUS, _LEAD, _GAP = 50, 36, 20, 10, 14, 12
_BETWEEN = 28
_KIND, _PLACE_FROM = 66, 360
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class TherapyList(QWidget):
    """The latest first; where it is narrow the place stands under the kind."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[DayPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_parts(self, parts: tuple[DayPart, ...]) -> None:
        """Show another day."""
        if parts == self._parts:
            return
        self._parts = parts
        self.setAccessibleName(". ".join(_sentence(part) for part in parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row for each."""
        return QSize(420, len(self._parts) * self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but with all rows."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows and the lines between them."""
        painter = QPainter(self)
        start_painting(painter)
        height = self._theme.px(_ROW)
        for number, part in enumerate(self._parts):
            row = QRectF(0, number * height, self.width(), height)
            if number:
                painter.fillRect(QRectF(0, row.top(), row.width(), 1), self._theme.palette.line)
            self._draw_part(painter, row, part)

    def _draw_part(self, painter: QPainter, row: QRectF, part: DayPart) -> None:
        """Draw the kind's sign, the words and, at the right, the time and the length."""
        palette, px = self._theme.palette, self._theme.px
        ink: QColor = getattr(palette, part.kind.value)
        tile = QRectF(row.left(), round(row.center().y() - px(_TILE) / 2), px(_TILE), px(_TILE))
        draw_frame(painter, tile, _TILE_RADIUS, kind_colors(part.kind, palette)[1])
        box = QRectF(0, 0, px(_TILE_ICON), px(_TILE_ICON))
        box.moveCenter(tile.center())
        self._theme.icons.draw(painter, part.kind.value, box, ink)
        strong, meta = self._theme.font(Role.BODY_STRONG), self._theme.font(Role.BODY)
        length = therapy_words.part_length(part)
        color = ink if part.is_running else palette.ink
        draw_text(painter, row, length, strong, color, align=_RIGHT)
        lengths = max(text_width(therapy_words.part_length(one), strong) for one in self._parts)
        time = row.adjusted(0, 0, -lengths - px(_BETWEEN), 0)
        clock = clock_word(part.began_at)
        draw_text(painter, time, clock, meta, palette.ink2, align=_RIGHT)
        words = time.adjusted(px(_TILE + _LEAD), 0, -text_width("00:00", meta) - px(_GAP), 0)
        self._draw_words(painter, words, part)

    def _draw_words(self, painter: QPainter, rect: QRectF, part: DayPart) -> None:
        """Draw the kind and the place, beside or under each other."""
        palette = self._theme.palette
        strong, meta = self._theme.font(Role.BODY_STRONG), self._theme.font(Role.META)
        kind, place = therapy_words.kind_word(part.kind), therapy_words.place_word(part.place)
        if self.width() >= self._theme.px(_PLACE_FROM):
            draw_text(painter, rect, kind, strong, palette.ink, align=_LEFT)
            beside = rect.adjusted(self._theme.px(_KIND), 0, 0, 0)
            font = self._theme.font(Role.BODY)
            draw_text(painter, beside, place, font, palette.ink2, align=_LEFT)
            return
        half = self._theme.px(10)
        draw_text(painter, rect.translated(0, -half), kind, strong, palette.ink, align=_LEFT)
        draw_text(painter, rect.translated(0, half), place, meta, palette.ink2, align=_LEFT)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


def _sentence(part: DayPart) -> str:
    """A row as a screen reader says it."""
    kind, place = therapy_words.kind_word(part.kind), therapy_words.place_word(part.place)
    return f"{kind}, {place}, {clock_word(part.began_at)}, {therapy_words.part_length(part)}"
