"""The stretches of a session as it went: for each side a bar and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.dialogs.session_parts import (
    SidePart,
    StepPart,
    outcome_words,
    side_name,
    time_words,
)
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    WrappedText,
    draw_frame,
    draw_text,
    start_painting,
    text_width,
)

_SIDE_ROW, _ABOVE, _BAR, _BAR_WIDTH, _GAP = 26, 12, 8, 84, 14
_BAR_FROM = 420
"""The px of width from which there is room for bars."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SessionStep(QWidget):
    """One stretch: its name, and a line for each side."""

    def __init__(self, theme: Theme, part: StepPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = part
        sides = [f"{side_name(side)}: {outcome_words(side)}" for side in part.sides]
        self.setAccessibleName(f"{part.stretch}. {'. '.join(sides)}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    def hasHeightForWidth(self) -> bool:
        """Long names take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The name and the sides."""
        rows = self._theme.px(_SIDE_ROW) * len(self._part.sides)
        return round(self._name(width).height) + rows + self._theme.px(_ABOVE)

    def sizeHint(self) -> QSize:
        """A readable width."""
        width = self._theme.px(440)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow."""
        return QSize(160, self._theme.px(_SIDE_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name and the sides."""
        painter = QPainter(self)
        start_painting(painter)
        name = self._name(self.width())
        above = self._theme.px(_ABOVE)
        name.draw(painter, QPointF(0, above), self._theme.palette.ink)
        top, height = above + name.height, self._theme.px(_SIDE_ROW)
        for part in self._part.sides:
            self._draw_side(painter, QRectF(0, top, self.width(), height), part)
            top += height

    def _name(self, width: int) -> WrappedText:
        """The name in its lines."""
        role = Role.BODY_STRONG
        font, line = self._theme.font(role), self._theme.line_height(role)
        return WrappedText.lay_out(self._part.stretch, width, font, line)

    def _draw_side(self, painter: QPainter, row: QRectF, part: SidePart) -> None:
        """Draw the side, its bar where there is room, the outcome and the time."""
        palette, px = self._theme.palette, self._theme.px
        font = self._theme.font(Role.META)
        sides = [text_width(side_name(one), font) for one in self._part.sides]
        side = QRectF(row.left(), row.top(), max(sides) + 1, row.height())
        draw_text(painter, side, side_name(part), font, palette.ink2, align=_LEFT)
        times = time_words(part)
        draw_text(painter, row, times, font, palette.ink2, align=_RIGHT)
        left = side.right() + px(_GAP)
        if self.width() >= px(_BAR_FROM):
            left += self._draw_bar(painter, left, row, part) + px(_GAP)
        words = QRectF(left, row.top(), row.right() - left - text_width(times, font) - 8, 0)
        words.setBottom(row.bottom())
        draw_text(painter, words, outcome_words(part), font, palette.ink, align=_LEFT)

    def _draw_bar(self, painter: QPainter, left: float, row: QRectF, part: SidePart) -> float:
        """Draw how much was held; returns the px that the bar takes."""
        palette, px = self._theme.palette, self._theme.px
        bar = QRectF(left, round(row.center().y() - px(_BAR) / 2), px(_BAR_WIDTH), px(_BAR))
        draw_frame(painter, bar, bar.height() / 2, palette.track)
        if part.share > 0:
            done = QRectF(bar)
            done.setWidth(max(bar.height(), bar.width() * part.share))
            draw_frame(painter, done, bar.height() / 2, palette.primary)
        return bar.width()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
