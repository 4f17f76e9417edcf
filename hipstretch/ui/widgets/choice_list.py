"""The list that a choice opens: a card over the window that goes with the next click or key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.choice_rows import ROW, ChoiceRows
from hipstretch.ui.widgets.painting import (
    Shadow,
    draw_card,
    draw_soft_shadow,
    start_painting,
)

_RADIUS = 16
_AROUND, _EDGE, _GAP = 6, 8, 7
_MOST_ROWS = 7.5
_ENOUGH = 0.6
"""The share of the list that is enough to see at once."""


def list_rect(field: QRect, wanted: QSize, window: QRect) -> QRect:
    """Where the list stands, all on view: under its field, or over it where that is much better."""
    room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    width = min(max(wanted.width(), field.width()), room.width())
    left = max(room.left(), min(field.left(), room.right() + 1 - width))
    below = room.bottom() - field.bottom() - _GAP
    above = field.top() - _GAP - room.top()
    if below >= min(_ENOUGH * wanted.height(), above):
        return QRect(left, field.bottom() + 1 + _GAP, width, min(wanted.height(), below))
    height = min(wanted.height(), above)
    return QRect(left, field.top() - _GAP - height, width, height)


class ChoiceList(QWidget):
    """Lies over the whole window, so that the click that closes it does nothing else.

    Signals:
        chosen: `int`, the index of the option that the person took.
        closed: it is gone, with a choice or without.
    """

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, choice: QComboBox) -> None:
        super().__init__(choice.window())
        self._theme = theme
        self._choice = choice
        self._open = True
        self._card = QRect()
        self._rows = ChoiceRows(theme, choice, self)
        self._rows.taken.connect(self._on_taken)
        self._rows.given_up.connect(self._on_given_up)

    def present(self, field: QRect) -> None:
        """Come up at the visible part of the field, and take the focus."""
        window = self._choice.window()
        self.setGeometry(window.rect())
        at = QRect(self._choice.mapTo(window, field.topLeft()), field.size())
        self._card = list_rect(at, self._wanted_size(), self.rect())
        self._rows.setGeometry(self._card.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND))
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self._rows.begin(self._choice.currentIndex())

    @property
    def card(self) -> QRect:
        """The visible part, in the window's px."""
        return self._card

    @Slot()
    def close_list(self) -> None:
        """Go, and give the focus back."""
        if not self._open:
            return
        self._open = False
        window = self._choice.window()
        window.removeEventFilter(self)
        if window.focusWidget() is self._rows:
            self._choice.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and its shadow."""
        painter = QPainter(self)
        start_painting(painter)
        card, radius = QRectF(self._card), self._theme.px(_RADIUS)
        draw_soft_shadow(painter, card, radius, self._theme.palette, Shadow.WINDOW)
        draw_card(painter, card, radius, self._theme.palette)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        event.accept()
        if not self._card.contains(event.position().toPoint()):
            self.close_list()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What lies behind does not scroll away from under the list."""
        event.accept()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go when the window takes another size."""
        if event.type() is QEvent.Type.Resize:
            self.close_list()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Go with the window."""
        super().hideEvent(event)
        self.close_list()

    def _wanted_size(self) -> QSize:
        """All options in their width, and as many rows as can be looked over."""
        rows = min(_MOST_ROWS, float(self._choice.count()))
        height = round(rows * self._theme.px(ROW))
        return QSize(self._rows.widest(), height) + QSize(2 * _AROUND, 2 * _AROUND)

    @Slot(int)
    def _on_taken(self, index: int) -> None:
        """Go, and tell what was chosen."""
        self.close_list()
        self.chosen.emit(index)

    @Slot()
    def _on_given_up(self) -> None:
        """Go without a choice."""
        self.close_list()
