"""Chips to answer with: each stays on until it is pressed again, and they flow in rows."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    blend,
    draw_frame,
    draw_text,
    layout_gap,
    text_width,
)

_HEIGHT, _FONT_SIZE = 40, 15
_LEAD, _TRAIL, _ICON, _ICON_GAP = 12, 18, 18, 7
_GAP = 8


class AnswerChip(PaintedButton):
    """An answer that is on or off; `value` is what it stands for.

    A plus becomes a check, so that the colour is not the only sign and nothing moves. With
    `leaves_enter`, Enter is the page's, which goes on with it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        value: str = "",
        *,
        leaves_enter: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self.value = value
        self._leaves_enter = leaves_enter
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def visible_size(self) -> QSize:
        """Wide enough for the words in either weight."""
        words = max(text_width(self._label, self._words_font(chosen)) for chosen in (False, True))
        px = self._theme.px
        width = px(_LEAD) + px(_ICON) + px(_ICON_GAP) + words + px(_TRAIL)
        return QSize(math.ceil(width), px(_HEIGHT))

    def corner_radius(self) -> float:
        """Half its height."""
        return self._theme.px(_HEIGHT) / 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the space bar, and with Enter where that is not the page's."""
        if self._leaves_enter and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field, the sign and the words."""
        fill, text, border = self._colors()
        draw_frame(painter, rect, rect.height() / 2, fill, border=border)
        px = self._theme.px
        size = px(_ICON)
        box = QRectF(rect.left() + px(_LEAD), round(rect.center().y() - size / 2), size, size)
        icon = "check" if self.isChecked() else "plus"
        self._theme.icons.draw(painter, icon, box, text)
        words = rect.adjusted(px(_LEAD) + size + px(_ICON_GAP), 0, -px(_TRAIL) / 2, 0)
        font = self._words_font(self.isChecked())
        draw_text(painter, words, self._label, font, text, align=Qt.AlignmentFlag.AlignLeft)

    def _colors(self) -> tuple[QColor, QColor, QColor | None]:
        """Fill, text and border of the state it is in."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if self.isChecked():
            return blend(palette.primary, palette.primary_hover, hover), palette.on_primary, None
        return blend(palette.surface, palette.sunken, hover), palette.ink, palette.line

    def _words_font(self, chosen: bool) -> QFont:
        """The font of the words; chosen ones are heavier."""
        return make_font(_FONT_SIZE * self._theme.text_scale, 600 if chosen else 400)


class ChipFlow(QWidget):
    """Chips beside each other, in as many rows as the width asks for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[AnswerChip] = []
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[AnswerChip, ...]:
        """The chips in their order."""
        return tuple(self._chips)

    def add_chip(self, chip: AnswerChip) -> None:
        """Put a chip after those that are there."""
        chip.setParent(self)
        self._chips.append(chip)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrow flows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The foot of the last row."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one row; narrower where the page is."""
        gaps = layout_gap(_GAP) * max(0, len(self._chips) - 1)
        width = sum(chip.sizeHint().width() for chip in self._chips) + gaps
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest chip alone."""
        return QSize(max((chip.sizeHint().width() for chip in self._chips), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips in their places."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when chips want another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        """Put the chips in their places."""
        for chip, place in zip(self._chips, self._places(self.width()), strict=True):
            chip.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Where the chips stand in that width."""
        places: list[QRect] = []
        at = QPoint(0, 0)
        for chip in self._chips:
            size = chip.sizeHint()
            size.setWidth(min(size.width(), width))
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + layout_gap(_GAP))
            places.append(QRect(at, size))
            at += QPoint(size.width() + layout_gap(_GAP), 0)
        return places
