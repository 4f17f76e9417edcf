"""The small hint under a player button: the key that does the same, and a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import Palette, player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import baseline, draw_text, start_painting, text_width

_HEIGHT, _LEAST_WIDTH, _PAD, _GAP, _RADIUS = 20, 24, 7, 6, 5


def draw_key(painter: QPainter, rect: QRectF, text: str, font: QFont, palette: Palette) -> None:
    """Draw a key as seen from above: a frame with a thicker lower edge, and its sign."""
    radius = _RADIUS * rect.height() / _HEIGHT
    whole = QPainterPath()
    whole.addRoundedRect(rect, radius, radius)
    top = QPainterPath()
    top.addRoundedRect(rect.adjusted(1, 1, -1, -2), radius - 1, radius - 1)
    painter.fillPath(whole.subtracted(top), palette.ctrl)
    painter.fillPath(top, palette.surface)
    draw_text(painter, rect.adjusted(0, 0, 0, -1), text, font, palette.ink2)


class KeyCap(QWidget):
    """A key and, where the button has no word of its own, what it does."""

    def __init__(
        self, theme: Theme, key: str, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._word = word
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{word} {key}".strip())
        theme.changed.connect(self._on_theme_changed)

    def set_scale(self, scale: float) -> None:
        """Draw at `scale` times the size at 1280x800."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The key and its word side by side."""
        width = self._key_width()
        if self._word:
            width += self._px(_GAP) + text_width(self._word, self._word_font()) + 1
        return QSize(round(width), self._px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key and the word in the middle of the widget."""
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        hint = self.sizeHint()
        left, top = (self.width() - hint.width()) // 2, (self.height() - hint.height()) // 2
        key = QRectF(left, top, round(self._key_width()), hint.height())
        draw_key(painter, key, self._key, self._key_font(), palette)
        font = self._word_font()
        painter.setFont(font)
        painter.setPen(palette.ink2)
        start = QPointF(key.right() + self._px(_GAP), baseline(key.center().y(), font))
        painter.drawText(start, self._word)

    def _px(self, base: float) -> int:
        """`base` px at the player's scale and the chosen text size."""
        return round(base * self._scale * self._theme.text_scale)

    def _key_font(self) -> QFont:
        """The font on the key."""
        return make_font(self._px(11.5), 600)

    def _word_font(self) -> QFont:
        """The font of the word."""
        return make_font(self._px(13), 500)

    def _key_width(self) -> float:
        """The width of the key: a square for a letter, wider for a word."""
        return max(
            self._px(_LEAST_WIDTH), text_width(self._key, self._key_font()) + 2 * self._px(_PAD)
        )

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self.updateGeometry()
        self.update()
