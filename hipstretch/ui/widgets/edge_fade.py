"""The soft lower edge of what scrolls, which says that there is more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painting import with_alpha


class EdgeFade(QWidget):
    """A fade into the ground, named by its palette token; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget, *, ground: str = "bg") -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, from nothing to full."""
        ground = getattr(self._theme.palette, self._ground)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, with_alpha(ground, 0.0))
        gradient.setColorAt(1, ground)
        QPainter(self).fillRect(self.rect(), gradient)
