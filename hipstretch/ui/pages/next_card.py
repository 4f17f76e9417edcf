"""The player's card of what comes next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.pages.player_content import NextContent
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.palette import Palette, player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.figure_place import draw_figure_place
from hipstretch.ui.widgets.painting import WrappedText, draw_frame, start_painting

_THUMB = (14.0, 14.0, 128.0, 84.0)
_WORDS_LEFT, _WORDS_RIGHT = 160.0, 18.0
_TITLE_SIZES = (
    *((size, 1) for size in (25.0, 23.0, 21.0)),
    *((size, 2) for size in (23.0, 21.0, 19.0, 17.0, 15.0, 13.0)),
)
"""Text sizes of the title with the number of lines that each may take, the best first."""
_LINE_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
_EMPTY = NextContent("", "", "", None)


class NextCard(QWidget):
    """What comes next: a thumb, a name and a side; in one column a line of text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = _EMPTY
        self._scale = 1.0
        self._compact = False
        theme.changed.connect(self._on_theme_changed)
        theme.figures.drawn.connect(self.update)

    @property
    def content(self) -> NextContent:
        """What is shown."""
        return self._content

    def set_content(self, content: NextContent) -> None:
        """Show what comes next."""
        if content == self._content:
            return
        self._content = content
        self.setAccessibleName(content.line)
        self.update()

    def place(self, layout: PlayerLayout) -> None:
        """Take the place of the layout."""
        self._scale, self._compact = layout.scale, layout.compact
        self.setGeometry(layout.upcoming)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card or the line."""
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        if self._compact:
            self._draw_line(painter, palette)
            return
        rect = QRectF(self.rect())
        draw_frame(painter, rect, 28 * self._scale, palette.surface, border=palette.line)
        self._draw_thumb(painter, palette)
        self._draw_words(painter, palette)

    def _draw_line(self, painter: QPainter, palette: Palette) -> None:
        """Draw everything as a line of text, broken once where it is long."""
        laid = line_within(self._content, self.width(), self.height(), self._theme.text_scale)
        top = QPointF(0, (self.height() - laid.height) / 2)
        laid.draw(painter, top, palette.ink2)

    def _draw_thumb(self, painter: QPainter, palette: Palette) -> None:
        """Draw the figure, or a leaf where nothing more is to be done."""
        left, top, width, height = (round(value * self._scale) for value in _THUMB)
        thumb = QRectF(left, top, width, height)
        radius = 16 * self._scale
        if self._content.picture is not None:
            draw_figure_place(painter, thumb, self._content.picture, self._theme, radius)
            return
        draw_frame(painter, thumb, radius, palette.psoft)
        size = round(34 * self._scale)
        box = QRectF(0, 0, size, size)
        box.moveCenter(thumb.center())
        self._theme.icons.draw(painter, "leaf", box, palette.primary)

    def _draw_words(self, painter: QPainter, palette: Palette) -> None:
        """Draw caption, title and detail under each other, in the middle of the height."""
        left = round(_WORDS_LEFT * self._scale)
        blocks = self._blocks(self.width() - left - round(_WORDS_RIGHT * self._scale), palette)
        top = (self.height() - sum(block.height for block, _ in blocks)) / 2
        for block, color in blocks:
            block.draw(painter, QPointF(left, top), color)
            top += block.height

    def _blocks(self, room: float, palette: Palette) -> list[tuple[WrappedText, QColor]]:
        """The texts that there are with their colours, so small that they fit the card."""
        content = self._content
        caption = self._small(content.caption, 16.5, 600, room)
        detail = self._small(content.detail, 18, 500, room)
        free = self.height() - 10 * self._scale - caption.height - detail.height
        blocks = (
            (caption, palette.ink2),
            (self._title(room, free), palette.ink),
            (detail, palette.ink2),
        )
        return [block for block in blocks if block[0].height]

    def _small(self, text: str, base: float, weight: int, room: float) -> WrappedText:
        """The lines of the caption or the detail; none for no text."""
        font = make_font(self._px(base, 1.15), weight)
        line = round(font.pixelSize() * 1.3)
        if not text:
            return WrappedText((), font, line, 0.0)
        return WrappedText.lay_out(text, room, font, line)

    def _title(self, room: float, height: float) -> WrappedText:
        """The title on one line if it can be, else smaller on two."""
        laid = WrappedText((), QFont(), 0.0, 0.0)
        for size, lines in _TITLE_SIZES:
            font = make_font(self._px(size, 1.3), 700, -0.2 * self._scale, display=True)
            line = round(font.pixelSize() * 1.2)
            laid = WrappedText.lay_out(self._content.title, room, font, line)
            if len(laid.lines) <= lines and laid.height <= height:
                break
        return laid

    def _px(self, base: float, largest: float) -> float:
        """A text size at the player's scale and the chosen text size."""
        return base * self._scale * min(largest, self._theme.text_scale)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()


def line_within(
    content: NextContent, width: float, height: float, text_scale: float
) -> WrappedText:
    """Everything on one line, or the detail on its own, or broken anywhere; all of it fits."""
    laid = WrappedText((), QFont(), 0.0, 0.0)
    tries = [(base, words) for base in _LINE_SIZES for words in (content.line, content.two_lines)]
    whole = len(tries)
    tries += [(base, content.line) for base in _LINE_SIZES]
    for number, (base, words) in enumerate(tries):
        font, line = make_font(base * text_scale, 500), round(base * text_scale * 1.34)
        laid = WrappedText.lay_out(words, width, font, line)
        is_whole = number >= whole or len(laid.lines) == words.count("\n") + 1
        if is_whole and laid.height <= height:
            break
    return laid
