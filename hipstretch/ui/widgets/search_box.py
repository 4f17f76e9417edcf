"""The search of a page: Escape clears it, Enter and Down go on to what was found.

The first text field of a program takes as long to build as the rest of Home, so the box paints
itself at first and puts the field in after the first paint, or when it gets the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import baseline, start_painting
from hipstretch.ui.widgets.text_field import (
    SearchField,
    draw_search_ground,
    search_height,
    search_text_left,
)


class _Field(SearchField):
    """A search field with the keys of a page.

    Signals:
        results_requested: Enter or Down was pressed.
    """

    results_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape, where there is something; go on with Enter and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.results_requested.emit()
        else:
            super().keyPressEvent(event)


class SearchBox(QWidget):
    """A search field, made when it is needed.

    Signals:
        text_changed: something else is searched for.
        results_requested: Enter or Down was pressed.
    """

    text_changed = Signal()
    results_requested = Signal()

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._placeholder = placeholder
        self._field: _Field | None = None
        self._is_awaited = False
        self.setAccessibleName(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    @property
    def field(self) -> SearchField:
        """The field; it is made now if it was not."""
        if self._field is None:
            self._field = self._make()
        return self._field

    def text(self) -> str:
        """What is searched for."""
        return self._field.text() if self._field is not None else ""

    def clear(self) -> None:
        """Search for nothing."""
        if self._field is not None:
            self._field.clear()

    def select_all(self) -> None:
        """Let the next key write over what is there."""
        self.field.selectAll()

    def sizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(self._theme.px(280), search_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """Room for one word."""
        return QSize(self._theme.px(160), search_height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what the field will look like, and have it made after this."""
        if self._field is not None:
            return
        painter = QPainter(self)
        start_painting(painter)
        theme, rect = self._theme, QRectF(self.rect())
        draw_search_ground(painter, self.rect(), theme, focused=False)
        font = theme.font(Role.BODY)
        painter.setFont(font)
        painter.setPen(theme.palette.ink3)
        left = search_text_left(theme)
        painter.drawText(QPointF(left, baseline(rect.center().y(), font)), self._placeholder)
        if not self._is_awaited:
            self._is_awaited = True
            QTimer.singleShot(0, self._on_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the field fill it."""
        super().resizeEvent(event)
        if self._field is not None:
            self._field.setGeometry(self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the field."""
        self.field.setFocus(event.reason())

    def _make(self) -> _Field:
        """Make the field; from now on the focus is its own."""
        field = _Field(self._theme, self._placeholder, self)
        field.textChanged.connect(self._on_text_changed)
        field.results_requested.connect(self.results_requested)
        field.setGeometry(self.rect())
        QWidget.setTabOrder(self, field)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(field)
        field.show()
        return field

    @Slot()
    def _on_painted(self) -> None:
        """Put the field in."""
        if self._field is None:
            self._field = self._make()

    @Slot()
    def _on_text_changed(self) -> None:
        """Pass it on."""
        self.text_changed.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
