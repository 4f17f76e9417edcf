"""The word at the right of a toast, on its ground of ink."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.palette import DARK, LIGHT, Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_text,
    start_painting,
    text_width,
    with_alpha,
)


class ToastButton(PaintedButton):
    """A word and a little room; `share` is how far the toast has faded in."""

    share = 1.0

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)

    def visible_size(self) -> QSize:
        """The word and a little room."""
        font = self._theme.font(Role.BUTTON)
        return QSize(round(text_width(self.label, font)) + self._theme.px(20), self._theme.px(36))

    def corner_radius(self) -> float:
        """As other small fields."""
        return 12.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the other theme's colours, because the toast's ground is ink."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(self.share)
        rect, colors = self.visible_rect(), _inverse(self._theme)
        ground = with_alpha(colors.primary, 0.24 if self.isDown() else 0.16 * self.hover_share)
        draw_frame(painter, rect, self.corner_radius(), ground)
        draw_text(painter, rect, self.label, self._theme.font(Role.BUTTON), colors.primary)
        if self.focus_shown:
            draw_focus_ring(painter, rect, self.corner_radius(), colors)


def _inverse(theme: Theme) -> Palette:
    """The palette that fits a ground of ink."""
    return LIGHT if theme.palette.dark else DARK
