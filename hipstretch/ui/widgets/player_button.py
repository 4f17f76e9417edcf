"""The player's large buttons: an icon, words or both, at the player's scale."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.button import ButtonKind, button_colors, disabled_colors
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_frame,
    draw_text,
    inner_rect,
    text_width,
)

_ICON, _GAP, _PAD = 26, 11, 12
_LEAST_FONT = 12.0


class PlayerButton(PaintedButton):
    """A button that the player places by its visible part.

    `size` is that of the words in px at 1280x800. Only Tab gives it the focus, so that after a
    click the space bar still pauses; keys that are not its own it leaves to the player.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        words: str = "",
        icon: str | None = None,
        size: float = 22,
        kind: ButtonKind = ButtonKind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._size = size
        self._kind = kind
        self._scale = 1.0
        self._radius = 28.0
        super().__init__(theme, words, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str, tooltip: str = "") -> None:
        """Say what it does to a screen reader, and in the tooltip which key does the same."""
        self.setAccessibleName(name)
        self.setToolTip(tooltip or name)

    def set_words(self, words: str, icon: str | None) -> None:
        """Show other words and another icon."""
        self._icon = icon
        self.set_label(words)
        self.update()

    def place(self, visible: QRect, scale: float, radius: float) -> None:
        """Stand with the visible part at `visible`, drawn at `scale`."""
        self._scale, self._radius = scale, radius
        self.setGeometry(inner_rect(visible, -FOCUS_MARGIN).toRect())
        self.update()

    def visible_size(self) -> QSize:
        """As large as it was placed."""
        return self.visible_rect().size().toSize()

    def corner_radius(self) -> float:
        """As it was placed, never more than half its height."""
        return min(self._radius, self.visible_rect().height() / 2)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field, and icon and words together in its middle."""
        fill, color, border = self._colors()
        draw_frame(painter, rect, self.corner_radius(), fill, border=border)
        icon = self._icon_size()
        font = self._fitting_font(rect.width() - self._lead(icon) - 2 * _PAD * self._scale)
        words = text_width(self._label, font) + 1 if self._label else 0.0
        left = rect.center().x() - (self._lead(icon) + words) / 2
        if self._icon is not None:
            box = QRectF(round(left), round(rect.center().y() - icon / 2), icon, icon)
            self._theme.icons.draw(painter, self._icon, box, color)
        if self._label:
            place = QRectF(left + self._lead(icon), rect.top(), words, rect.height())
            draw_text(painter, place, self._label, font, color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press it; the player has the arrows and all other keys."""
        own = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in own:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _colors(self) -> tuple[QColor | None, QColor, QColor | None]:
        """Fill, text and border of the state it is in."""
        palette = player_palette(self._theme.palette)
        hover = 1.0 if self.isDown() else self.hover_share
        colors = button_colors(self._kind, palette, hover)
        if not self.isEnabled():
            colors = disabled_colors(self._kind, palette)
        return colors.fill, colors.text, colors.border

    def _icon_size(self) -> int:
        """The icon's edge in px; a little smaller before words."""
        if self._icon is None:
            return 0
        text_scale = self._theme.text_scale if self._label else 1.0
        share = self._size / 22 if self._label else self._size / _ICON
        return max(14, round(_ICON * self._scale * min(1.15, text_scale) * share))

    def _lead(self, icon: int) -> float:
        """What the icon and the gap after it take."""
        return icon + (_GAP * self._scale * self._size / 22 if self._label and icon else 0.0)

    def _fitting_font(self, room: float) -> QFont:
        """The font of the words; smaller where the room is short."""
        wanted = max(_LEAST_FONT, self._size * self._scale) * self._theme.text_scale
        font = make_font(wanted, 600, display=True)
        width = text_width(self._label, font)
        if width > room > 0:
            font = make_font(int(wanted * room / width), 600, display=True)
        return font
