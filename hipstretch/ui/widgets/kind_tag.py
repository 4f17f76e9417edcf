"""The tag that names a kind: its icon and its word on its soft colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.ui import therapy_words
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_frame, draw_text, start_painting, text_width
from hipstretch.ui.widgets.therapy_ring import kind_colors

_HEIGHT, _PAD, _ICON, _GAP = 32, 12, 18, 8


class KindTag(QWidget):
    """Ice or heat, in a word."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setAccessibleName(therapy_words.kind_word(kind))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """The icon and the word."""
        words = text_width(therapy_words.kind_word(self._kind), self._font())
        px = self._theme.px
        return QSize(round(words + 0.5) + px(_ICON + _GAP + 2 * _PAD + 2), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the icon and the word."""
        painter = QPainter(self)
        start_painting(painter)
        palette, px, rect = self._theme.palette, self._theme.px, QRectF(self.rect())
        ink: QColor = getattr(palette, self._kind.value)
        draw_frame(painter, rect, rect.height() / 2, kind_colors(self._kind, palette)[1])
        box = QRectF(px(_PAD), round(rect.center().y() - px(_ICON) / 2), px(_ICON), px(_ICON))
        self._theme.icons.draw(painter, self._kind.value, box, ink)
        words = rect.adjusted(px(_PAD + _ICON + _GAP), 0, 0, 0)
        text = therapy_words.kind_word(self._kind)
        draw_text(painter, words, text, self._font(), ink, align=Qt.AlignmentFlag.AlignLeft)

    def _font(self) -> QFont:
        """The font of the word."""
        return make_font(15 * self._theme.text_scale, 600)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
