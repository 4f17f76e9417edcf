"""The strip at the top of Home: what today is about, on one card."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting
from hipstretch.ui.widgets.strip_content import StripContent
from hipstretch.ui.widgets.strip_parts import DaysPart, PainPart, StripPart

if TYPE_CHECKING:  # made with the first view of the reminders
    from hipstretch.core.breaks_view import BreaksView
    from hipstretch.ui.widgets.sitting_part import SittingPart

_RADIUS = 20
_HEIGHT, _LOW_HEIGHT, _SITTING_LOW_HEIGHT = 92, 52, 78
_SIDE, _LOW_SIDE = 22, 16
_SITTING_SIDE = 10
"""The px beside the sitting, which brings some of its own."""
_SITTING_WEIGHT = 4 / 3
"""How much more of the width the sitting takes than the others."""


class TodayStrip(QWidget):
    """A card with its parts side by side and thin lines between them.

    In the low form, for narrow windows, days and pain share one line, under the sitting. The
    visible card stands 5 px inside; the page paints its shadow.

    Signals:
        breaks_requested: the Breaks page is wanted.
        up_requested: the person is up.
        sitting_requested: the person sits again.
    """

    breaks_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_low = False
        self._has_content = False
        self.sitting: SittingPart | None = None
        self.days = DaysPart(theme, self)
        self.pain = PainPart(theme, self)
        self.set_content(None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self._has_content and self._sitting_part() is None

    def set_content(self, content: StripContent | None) -> None:
        """Tell of other days and pain; None while there is no history."""
        self._has_content = content is not None
        if content is not None:
            self.days.set_days(content.days_in_a_row, content.week)
        self.days.setVisible(content is not None)
        self.pain.set_pain(content.pain if content is not None else ())
        self.days.set_alone(content is not None and not content.pain)
        self._lay_out()

    def set_breaks(self, view: BreaksView | None) -> None:
        """Tell how long the person sits; None while there are no reminders."""
        was_there = self._sitting_part() is not None
        if view is not None:
            self.sitting = self.sitting or self._make_sitting()
            self.sitting.show_view(view)
        if self.sitting is not None:
            self.sitting.setVisible(view is not None)
        if was_there != (view is not None):
            self._lay_out()

    def set_low(self, is_low: bool) -> None:
        """Take little height, or the whole."""
        if is_low != self._is_low:
            self._is_low = is_low
            for part in (self.days, self.pain):
                part.set_low(is_low)
            if self.sitting is not None:
                self.sitting.set_low(is_low)
            self._lay_out()

    def sizeHint(self) -> QSize:
        """The height of the form."""
        return QSize(self._theme.px(600), self._visible_height() + 2 * FOCUS_MARGIN)

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
        for line in self._lines(card):
            painter.fillRect(line, palette.line)

    def _lines(self, card: QRectF) -> list[QRectF]:
        """The thin lines between the parts."""
        parts, sitting = self._shown(), self._sitting_part()
        if self._is_low:
            if sitting is None or not parts:
                return []
            top = card.top() + self._theme.px(_SITTING_LOW_HEIGHT)
            return [QRectF(card.left() + _LOW_SIDE, top, card.width() - 2 * _LOW_SIDE, 1)]
        after = parts if sitting is not None else parts[1:]
        high = card.height() - 32
        return [QRectF(part.x() - _SIDE - 1, card.top() + 16, 1, high) for part in after]

    def _shown(self) -> list[StripPart]:
        """The parts of the history that have something to tell."""
        return [part for part in (self.days, self.pain) if not part.isHidden()]

    def _sitting_part(self) -> SittingPart | None:
        """The sitting, where it shows."""
        return self.sitting if self.sitting is not None and not self.sitting.isHidden() else None

    def _visible_height(self) -> int:
        """The height of the card."""
        px, sitting = self._theme.px, self._sitting_part()
        if not self._is_low:
            return px(_HEIGHT)
        above = px(_SITTING_LOW_HEIGHT) if sitting is not None else 0
        return above + (px(_LOW_HEIGHT) if self._shown() or sitting is None else 0)

    def _make_sitting(self) -> SittingPart:
        """The sitting, made with the first view of it."""
        from hipstretch.ui.widgets.sitting_part import SittingPart

        sitting = SittingPart(self._theme, self)
        sitting.set_low(self._is_low)
        sitting.clicked.connect(self.breaks_requested)
        sitting.up_requested.connect(self.up_requested)
        sitting.sitting_requested.connect(self.sitting_requested)
        QWidget.setTabOrder(sitting, sitting.answer)
        return sitting

    def _lay_out(self) -> None:
        """Ask for the height that is needed now, and share it out."""
        self.updateGeometry()
        self._place()
        self.update()

    def _place(self) -> None:
        """Move the parts to their places."""
        card = inner_rect(self.rect()).toRect()
        card = self._place_sitting(card)
        parts = self._shown()
        for part, (left, width) in zip(parts, self._spans(card, parts), strict=True):
            part.setGeometry(left, card.top(), width, card.height())

    def _place_sitting(self, card: QRect) -> QRect:
        """Put the sitting at the left, or above in the low form; what is left for the others."""
        sitting = self._sitting_part()
        if sitting is None:
            return card
        place, rest = QRect(card), QRect(card)
        if self._is_low and self._shown():
            place.setHeight(self._theme.px(_SITTING_LOW_HEIGHT))
            rest.setTop(place.bottom() + 1)
        elif self._shown():
            weight = _SITTING_WEIGHT / (_SITTING_WEIGHT + len(self._shown()))
            place.setWidth(round(card.width() * weight))
            rest.setLeft(place.right() + 1)
        side = (_SITTING_SIDE if not self._is_low else _LOW_SIDE - 12) - FOCUS_MARGIN
        sitting.setGeometry(place.adjusted(side, 0, -side, 0))
        return rest

    def _spans(self, card: QRect, parts: list[StripPart]) -> list[tuple[int, int]]:
        """Left edge and width of each part: equal shares, or in one line what each needs."""
        if self._is_low:
            last = parts[-1].low_width() if len(parts) > 1 else 0
            whole = card.width() - 2 * _LOW_SIDE
            spans = [(card.left() + _LOW_SIDE, whole - last)]
            return [*spans, (card.left() + _LOW_SIDE + whole - last, last)][: len(parts)]
        share = card.width() / max(1, len(parts))
        edges = [card.left() + round(number * share) for number in range(len(parts) + 1)]
        return [(left + _SIDE, right - left - 2 * _SIDE) for left, right in pairwise(edges)]

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._lay_out()
