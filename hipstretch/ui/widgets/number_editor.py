"""The number inside a stepper: plain text until somebody types, then an editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import blend, with_alpha

LEFT_OUT = 0.45
"""How opaque the parts of a left-out row are."""


class NumberEditor(QLineEdit):
    """A line without ground or frame, which shows neither caret nor selection until it is edited.

    Signals:
        clicked: the pointer was pressed and let go on it.
    """

    clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop()

    @property
    def is_editing(self) -> bool:
        """Whether it takes keys."""
        return not self.isReadOnly()

    def start(self) -> None:
        """Take keys; the first one replaces what is there."""
        if not self.is_editing:
            self.setReadOnly(False)
            self.selectAll()

    def stop(self) -> None:
        """Be plain text."""
        self.setReadOnly(True)
        self.deselect()
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def dress(self, *, enabled: bool) -> None:
        """Take the look's font and colours, faded where its row is left out."""
        palette = self._theme.palette
        ink = palette.ink if enabled else with_alpha(palette.ink, LEFT_OUT)
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        colors.setColor(QPalette.ColorRole.Text, ink)
        colors.setColor(QPalette.ColorRole.Highlight, blend(palette.sunken, palette.primary, 0.3))
        colors.setColor(QPalette.ColorRole.HighlightedText, palette.ink)
        self.setPalette(colors)
        self.setFont(self._theme.font(Role.BODY_STRONG))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
