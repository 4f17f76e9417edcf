"""The faults of a file under each other: where each is, and what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    draw_focus_ring,
    draw_frame,
    inner_rect,
    keyboard_focus,
    start_painting,
)
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

_WIDTH, _RADIUS, _SIDE, _EDGE = 440, 16, 16, 12
_FRAME = FOCUS_MARGIN + 2
"""The px around text and scroll bar: for the ring and the corners of the painted field."""
_GAP, _MOST_HEIGHT, _LEAST_HEIGHT = 12, 280, 96


class FaultLine(Protocol):
    """One fault; line and column count from 1."""

    @property
    def line(self) -> int:
        """The line in the file."""

    @property
    def column(self) -> int:
        """The column in the line."""

    @property
    def message(self) -> str:
        """What is wrong and what was expected."""


class FaultList(QScrollArea):
    """A quiet field with the faults, which scrolls by wheel and keys where there are many."""

    def __init__(
        self, theme: Theme, faults: Sequence[FaultLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring_shown = False
        self._rows = FaultRows(theme, faults)
        bar = SlimScrollBar(theme)
        self.setFrameStyle(QFrame.Shape.Box)
        self.setLineWidth(_FRAME)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(bar)
        self.setWidgetResizable(True)
        self.setWidget(self._rows)
        self.viewport().setAutoFillBackground(False)
        self._rows.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Faults"))
        self.setAccessibleDescription(self._rows.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._on_look_changed)

    @property
    def words(self) -> str:
        """All faults, one in a line."""
        return self._rows.words

    def sizeHint(self) -> QSize:
        """As high as the faults, as far as a card has room for them."""
        width = self._theme.px(_WIDTH)
        height = self._rows.heightForWidth(width) + 2 * _FRAME
        return QSize(width, min(height, self._theme.px(_MOST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Room for one fault."""
        return QSize(200, min(self.sizeHint().height(), _LEAST_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Paint the field behind the faults."""
        if event.type() is QEvent.Type.Paint:
            self._paint_field()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._ring_shown = keyboard_focus(event.reason(), before=self._ring_shown)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll while there is more that way; else leave the key to the dialog."""
        bar = self.verticalScrollBar()
        ends: dict[int, int] = {Qt.Key.Key_Up: bar.minimum(), Qt.Key.Key_Down: bar.maximum()}
        if ends.get(event.key()) == bar.value():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _paint_field(self) -> None:
        """Paint the field, and the ring of the keyboard focus."""
        painter = QPainter(self)
        start_painting(painter)
        rect, radius = inner_rect(self.rect()), self._theme.px(_RADIUS)
        draw_frame(painter, rect, radius, self._theme.palette.sunken)
        if self._ring_shown and self.hasFocus():
            draw_focus_ring(painter, rect, radius, self._theme.palette)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


class FaultRows(QWidget):
    """The faults in full, as high as they are."""

    def __init__(
        self, theme: Theme, faults: Sequence[FaultLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faults = [(self._place_words(fault), fault.message) for fault in faults]
        self._laid_out: tuple[int, list[tuple[str, WrappedText]]] = (-1, [])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def words(self) -> str:
        """All faults, one in a line."""
        return "\n".join(f"{place}: {message}" for place, message in self._faults)

    def hasHeightForWidth(self) -> bool:
        """Messages are wrapped."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all faults."""
        place = self._theme.line_height(Role.CAPTION_STRONG)
        heights = [place + message.height for _, message in self._lines(width)]
        return round(sum(heights) + _GAP * (len(heights) - 1) + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        """A readable width."""
        width = self._theme.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As high as they are at this width."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the messages for the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the faults that can be seen."""
        painter = QPainter(self)
        start_painting(painter)
        palette, top = self._theme.palette, float(_EDGE)
        height = self._theme.line_height(Role.CAPTION_STRONG)
        font = self._theme.font(Role.CAPTION_STRONG)
        for place, message in self._lines(self.width()):
            row = QRectF(0, top, self.width(), height + message.height)
            if row.intersects(QRectF(event.rect())):
                where = WrappedText((place,), font, height, row.width())
                where.draw(painter, QPointF(_SIDE, top), palette.ink2)
                message.draw(painter, QPointF(_SIDE, top + height), palette.ink)
            top = row.bottom() + _GAP

    def _lines(self, width: int) -> list[tuple[str, WrappedText]]:
        """Place and broken message of each fault; kept until the width is another one."""
        if self._laid_out[0] != width:
            font, height = self._theme.font(Role.BODY), self._theme.line_height(Role.BODY)
            room = width - 2 * _SIDE
            lines = [
                (place, WrappedText.lay_out(message, room, font, height))
                for place, message in self._faults
            ]
            self._laid_out = (width, lines)
        return self._laid_out[1]

    def _place_words(self, fault: FaultLine) -> str:
        """Where a fault is."""
        words = self.tr("Line {line}, column {column}")
        return words.format(line=fault.line, column=fault.column)

    @Slot()
    def _on_look_changed(self) -> None:
        """Break the messages for the new text size."""
        self._laid_out = (-1, [])
        self.updateGeometry()
        self.update()
