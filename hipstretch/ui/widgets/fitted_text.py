"""Words that become smaller until they fit their place; they are never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from hipstretch.ui.theme import make_font
from hipstretch.ui.widgets.painting import WrappedText, text_width

SIZES = ((44.0, 52.0), (38.0, 46.0), (34.0, 41.0), (30.0, 37.0), (26.0, 32.0))
"""The instruction's sizes and line heights at 1280x800, the largest that fits being taken."""
_LEAST_SIZE = 11.0
_SMALLER = 0.92
_LINE_SHARE = 1.22
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NOTE_SIZES = (20.0, 19.0, 17.5)
_LEAST_NOTE, _NOTE_GAP = 13.0, 4.0


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text and a quiet note under it, broken into lines for a place."""

    text: WrappedText
    note: WrappedText | None
    note_gap: float

    @property
    def height(self) -> float:
        """The px from the top of the first line to the foot of the last."""
        return self.text.height + (self.note.height + self.note_gap if self.note else 0.0)

    def draw(
        self,
        painter: QPainter,
        top_left: QPointF,
        room: float,
        colors: tuple[QColor, QColor],
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Paint the lines below `top_left`, `room` px wide, in the text's and the note's colour."""
        self.text.draw(painter, top_left, colors[0], align=align, room=room)
        if self.note is not None:
            below = QPointF(0, self.text.height + self.note_gap)
            self.note.draw(painter, top_left + below, colors[1], align=align, room=room)


def fit(text: str, note: str, width: float, height: float, scale: float) -> FittedText:
    """The largest size in which both fit; each sentence on its own line where that fits too."""
    laid_note = _note(note, width, scale)
    gap = _NOTE_GAP * scale
    free = height - (laid_note.height + gap if laid_note else 0.0)
    return FittedText(_largest(text, width, free, scale), laid_note, gap)


def _note(note: str, width: float, scale: float) -> WrappedText | None:
    """The note on one line if it can be, else on more."""
    if not note:
        return None
    laid = None
    for size in _NOTE_SIZES:
        px = max(_LEAST_NOTE, size * scale)
        laid = WrappedText.lay_out(note, width, make_font(px, 500), round(px * 1.25))
        if len(laid.lines) == 1:
            break
    return laid


def _largest(text: str, width: float, height: float, scale: float) -> WrappedText:
    """The text in the first size that fits; in the smallest one where none does."""
    by_sentence = _SENTENCE_END.sub("\n", text)
    laid = None
    for size, line in _sizes(scale):
        font = make_font(size, 600, -0.012 * size, display=True)
        for words in (by_sentence, text):
            laid = WrappedText.lay_out(words, width, font, line)
            if laid.height <= height and _is_whole(words, laid, width):
                return balanced(words, laid, width)
    return laid or WrappedText.lay_out(text, width, make_font(_LEAST_SIZE, 600), 14)


def balanced(text: str, laid: WrappedText, width: float) -> WrappedText:
    """The same number of lines, but of nearly equal length, so that no word stands alone."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines.extend(_narrowest(part, laid, width).lines)
    widest = max((text_width(line, laid.font) for line in lines), default=0.0)
    return WrappedText(tuple(lines), laid.font, laid.line_height, widest)


def _narrowest(text: str, laid: WrappedText, width: float) -> WrappedText:
    """One paragraph at the least width that needs no more lines."""
    best = WrappedText.lay_out(text, width, laid.font, laid.line_height)
    least = max((text_width(word, laid.font) for word in text.split()), default=0.0) + 1
    most = width
    while len(best.lines) > 1 and most - least > 1:
        middle = (least + most) / 2
        tried = WrappedText.lay_out(text, middle, laid.font, laid.line_height)
        if len(tried.lines) > len(best.lines):
            least = middle
        else:
            best, most = tried, middle
    return best


def _is_whole(text: str, laid: WrappedText, width: float) -> bool:
    """Whether no word is broken."""
    return all(text_width(word, laid.font) <= width for word in text.split())


def _sizes(scale: float) -> Iterator[tuple[float, float]]:
    """The design's sizes, and after them smaller and smaller ones."""
    for size, line in SIZES:
        yield size * scale, round(line * scale)
    size = SIZES[-1][0] * scale * _SMALLER
    while size >= _LEAST_SIZE:
        yield size, round(size * _LINE_SHARE)
        size *= _SMALLER
