"""A slim scroll bar that keeps out of the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import blend, start_painting

_WIDTH, _SLIM, _THICK = 12, 6, 8
_END, _SHORTEST = 3, 40


def handle_span(height: int, page: int, value: int, maximum: int) -> tuple[float, float]:
    """Top and length of the handle of a bar that is `height` px high."""
    room = height - 2 * _END
    length = min(float(room), max(_SHORTEST, room * page / max(1, page + maximum)))
    return _END + (room - length) * value / max(1, maximum), length


class SlimScrollBar(QScrollBar):
    """An upright scroll bar that is a round handle without a track; thicker under the pointer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._near = False
        self._grip: float | None = None
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Room for the thicker handle."""
        return QSize(_WIDTH, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle over the page."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        if self.maximum() <= 0:
            return
        active = self._near or self._grip is not None
        width = _THICK if active else _SLIM
        top, length = self._span()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.ctrl if active else blend(palette.track, palette.ctrl, 0.35))
        left = (self.width() - width) / 2
        painter.drawRoundedRect(QRectF(left, top, width, length), width / 2, width / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or turn a page towards the pointer."""
        top, length = self._span()
        along = event.position().y()
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif top <= along <= top + length:
            self._grip = along - top
            self.update()
        else:
            self.setValue(self.value() + (self.pageStep() if along > top else -self.pageStep()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the page follow the handle."""
        if self._grip is None:
            return
        _, length = self._span()
        free = self.height() - 2 * _END - length
        share = (event.position().y() - self._grip - _END) / max(1.0, free)
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the handle go."""
        self._grip = None
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Become easier to catch."""
        self._near = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Become slim again."""
        self._near = False
        self.update()
        super().leaveEvent(event)

    def _span(self) -> tuple[float, float]:
        """Top and length of the handle now."""
        return handle_span(self.height(), self.pageStep(), self.value(), self.maximum())

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
