"""A quiet line of facts: icons and words with small dots between them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import baseline, elided, text_width

_ICON, _ICON_GAP, _DOT, _DOT_GAP = 17, 6, 3, 9
_LEAST_WORD = 30
_SEPARATOR = " · "


class MetaPart(NamedTuple):
    """One fact; `icon` is a file name of the icons, or empty."""

    icon: str
    text: str


MetaLine = tuple[MetaPart, ...]
INDENT = " "
"""In place of an icon: only its room."""


def parts_of(icon: str, text: str) -> MetaLine:
    """The facts of a text such as "10 min · 7 stretches"; the icon stands before the first."""
    texts = [part for part in text.split(_SEPARATOR) if part]
    return tuple(MetaPart("" if number else icon, part) for number, part in enumerate(texts))


def wrapped(line: MetaLine, room: float, theme: Theme, role: Role = Role.META) -> list[MetaLine]:
    """Break a line between its facts where it is wider than `room`; words stay below words."""
    pen = MetaPen(theme, theme.palette.ink2, role)
    indent = INDENT if line and line[0].icon else ""
    lines: list[MetaLine] = []
    for part in line:
        if lines and pen.width((*lines[-1], part)) <= room:
            lines[-1] = (*lines[-1], part)
        else:
            lines.append((MetaPart(part.icon or (indent if lines else ""), part.text),))
    return lines


def plain_text(line: MetaLine) -> str:
    """The words of the line, as a screen reader says them."""
    return ", ".join(part.text for part in line)


def meta_width(line: MetaLine, theme: Theme, role: Role = Role.META) -> float:
    """The px that the whole line takes."""
    return MetaPen(theme, theme.palette.ink2, role).width(line)


def draw_meta_line(
    painter: QPainter, rect: QRectF, line: MetaLine, theme: Theme, role: Role = Role.META
) -> None:
    """Draw the facts from the left of `rect`; a fact that is too wide ends with an ellipsis."""
    MetaPen(theme, theme.palette.ink2, role).draw(painter, rect, line)


class MetaPen:
    """What a line is drawn with: the measures, the font and the colour."""

    def __init__(self, theme: Theme, color: QColor, role: Role) -> None:
        self._theme = theme
        self._color = color
        self._font: QFont = theme.font(role)
        self._dot_room = 2 * theme.px(_DOT_GAP) + theme.px(_DOT)

    def width(self, line: MetaLine) -> float:
        """The px that the whole line takes."""
        dots = self._dot_room * max(0, len(line) - 1)
        return dots + sum(self._lead(part) + text_width(part.text, self._font) for part in line)

    def draw(self, painter: QPainter, rect: QRectF, line: MetaLine) -> None:
        """Draw the facts that fit into `rect`."""
        place = QRectF(rect)
        for number, part in enumerate(line):
            if number:
                if self._ends_before(part, place.width()):
                    return
                self._draw_dot(painter, place)
                place.setLeft(place.left() + self._dot_room)
            place.setLeft(self._draw_part(painter, place, part))

    def _ends_before(self, part: MetaPart, room: float) -> bool:
        """Whether there is too little room for a dot and the beginning of a fact."""
        wanted = text_width(part.text, self._font)
        least = min(self._theme.px(_LEAST_WORD), wanted)
        return room < self._dot_room + self._lead(part) + least

    def _draw_part(self, painter: QPainter, place: QRectF, part: MetaPart) -> float:
        """Draw one fact; returns where it ends."""
        if part.icon.strip():
            size = self._theme.px(_ICON)
            top = round(place.center().y() - size / 2)
            box = QRectF(round(place.left()), top, size, size)
            self._theme.icons.draw(painter, part.icon, box, self._color)
        words = place.adjusted(self._lead(part), 0, 0, 0)
        shown = elided(part.text, self._font, max(0.0, words.width()))
        self._draw_words(painter, words, shown)
        return words.left() + text_width(shown, self._font)

    def _draw_words(self, painter: QPainter, place: QRectF, text: str) -> None:
        """Draw words at the left of `place`."""
        painter.setFont(self._font)
        painter.setPen(self._color)
        painter.drawText(QPointF(place.left(), baseline(place.center().y(), self._font)), text)

    def _draw_dot(self, painter: QPainter, place: QRectF) -> None:
        """Draw the dot between two facts."""
        radius = self._theme.px(_DOT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        middle = QPointF(place.left() + self._dot_room / 2, place.center().y() + 0.5)
        painter.drawEllipse(middle, radius, radius)

    def _lead(self, part: MetaPart) -> int:
        """The px before the words of a fact."""
        return self._theme.px(_ICON) + self._theme.px(_ICON_GAP) if part.icon else 0
