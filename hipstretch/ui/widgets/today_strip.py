"""The strip at the top of Home: what today is about, on one card."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting
from hipstretch.ui.widgets.strip_content import StripContent
from hipstretch.ui.widgets.strip_parts import DaysPart, PainPart, StripPart

_RADIUS = 20
_HEIGHT, _LOW_HEIGHT = 92, 52
_SIDE, _LOW_SIDE = 22, 16


class TodayStrip(QWidget):
    """A card with its parts side by side and thin lines between them.

    In the low form, for narrow windows, they share one line. The visible card stands 5 px
    inside; the page paints its shadow.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_low = False
        self.days = DaysPart(theme, self)
        self.pain = PainPart(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def set_content(self, content: StripContent) -> None:
        """Tell something else."""
        self.days.set_days(content.days_in_a_row, content.week)
        self.pain.set_pain(content.pain)
        self.days.set_alone(not content.pain)
        self._place()
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Take one line, or the whole height."""
        if is_low != self._is_low:
            self._is_low = is_low
            for part in (self.days, self.pain):
                part.set_low(is_low)
            self.updateGeometry()
            self._place()

    def sizeHint(self) -> QSize:
        """The height of the form."""
        height = self._theme.px(_LOW_HEIGHT if self._is_low else _HEIGHT)
        return QSize(self._theme.px(600), height + 2 * FOCUS_MARGIN)

    def minimumSizeHint(self) -> QSize:
        """The smallest window."""
        return QSize(300, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the lines between the parts."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        card = inner_rect(self.rect())
        draw_card(painter, card, _RADIUS, palette)
        if self._is_low:
            return
        for part in self._shown()[1:]:
            line = QRectF(part.x() - self._side() - 1, card.top() + 16, 1, card.height() - 32)
            painter.fillRect(line, palette.line)

    def _shown(self) -> list[StripPart]:
        """The parts that have something to tell."""
        return [part for part in (self.days, self.pain) if not part.isHidden()]

    def _side(self) -> int:
        """The px free at both sides of a part."""
        return _LOW_SIDE if self._is_low else _SIDE

    def _place(self) -> None:
        """Move the parts to their places."""
        card = inner_rect(self.rect()).toRect()
        parts = self._shown()
        for part, (left, width) in zip(parts, self._spans(card, parts), strict=True):
            part.setGeometry(left, card.top(), width, card.height())

    def _spans(self, card: QRect, parts: list[StripPart]) -> list[tuple[int, int]]:
        """Left edge and width of each part: equal shares, or in one line what each needs."""
        side = self._side()
        if self._is_low:
            last = parts[-1].low_width() if len(parts) > 1 else 0
            whole = card.width() - 2 * side
            spans = [(card.left() + side, whole - last)]
            return [*spans, (card.left() + side + whole - last, last)][: len(parts)]
        share = card.width() / len(parts)
        edges = [card.left() + round(number * share) for number in range(len(parts) + 1)]
        return [(left + side, right - left - 2 * side) for left, right in pairwise(edges)]

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._place()
        self.updateGeometry()
        self.update()
