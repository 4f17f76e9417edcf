"""The grip by which a row is dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import draw_frame, inner_rect, start_painting

_ICON = 22


class RowGrip(QWidget):
    """Six dots; the keyboard moves a row without them.

    Signals:
        grabbed: pressed; carries how far down in the row, in px.
        pulled: moved while pressed; carries the pointer's height on the screen, in px.
        let_go: released.
    """

    grabbed = Signal(int)
    pulled = Signal(int)
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hot = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to move, or press Alt and an arrow key"))
        self.setAccessibleName(self.tr("Move"))
        theme.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        """The dots and a little room."""
        return QSize(self._theme.px(26), self._theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, on a soft ground under the pointer."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        if self._hot:
            draw_frame(painter, inner_rect(self.rect(), 1), self._theme.px(8), palette.sunken)
        box = QRectF(0, 0, self._theme.px(_ICON), self._theme.px(_ICON))
        box.moveCenter(QRectF(self.rect()).center())
        self._theme.icons.draw(painter, "grip", box, palette.ink3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabbed.emit(round(event.position().y()) + self.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the row along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.pulled.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.let_go.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be taken."""
        self._hot = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hot = False
        self.update()
        super().leaveEvent(event)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.update()
