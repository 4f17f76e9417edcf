"""Writes and draws on paper: black and greys, our type, sizes in tenths of a millimetre."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from hipstretch.ui.theme import make_font

BLACK = QColor("#000000")
GREY = QColor("#4D4D4D")
"""Quieter words; 8.4 to 1 on white."""
HAIR = QColor("#B5B5B5")
SOFT = QColor("#E6E6E6")
WHITE = QColor("#FFFFFF")
HAIRLINE, LINE = 2.0, 5.0
"""The width of a rule and of a curve."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_ELLIPSIS = Qt.TextElideMode.ElideRight


class Type(NamedTuple):
    """Size, weight and colour of a text, and whether it is a title."""

    size: float
    weight: int = 400
    color: QColor = BLACK
    display: bool = False


class Hand(Enum):
    """The kinds of text on the page; 32 tenths of a millimetre are 9 point."""

    TITLE = Type(84, 700, display=True)
    PERIOD = Type(38)
    BRAND = Type(36, 600, GREY, display=True)
    FIGURE = Type(68, 700, display=True)
    SECTION = Type(38, 600, display=True)
    BODY = Type(32)
    STRONG = Type(32, 600)
    QUIET = Type(32, 400, GREY)
    CAPTION = Type(27, 400, GREY)
    CAPTION_STRONG = Type(27, 600)


class Pen:
    """Writes on one page; every text stays within its place."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(self, place: QRectF, words: str, hand: Hand, at: Qt.AlignmentFlag = LEFT) -> None:
        """Write one line, shortened with an ellipsis where it is too long."""
        self.painter.setFont(font_of(hand))
        self.painter.setPen(hand.value.color)
        shown = QFontMetricsF(font_of(hand)).elidedText(words, _ELLIPSIS, place.width())
        self.painter.drawText(place, at | Qt.TextFlag.TextDontClip, shown)

    def rule(
        self, begin: QPointF, end: QPointF, color: QColor = HAIR, width: float = HAIRLINE
    ) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(color, width))
        self.painter.drawLine(QLineF(begin, end))

    def under(self, place: QRectF, color: QColor = HAIR) -> None:
        """Draw a line under a place."""
        self.rule(place.bottomLeft(), place.bottomRight(), color)

    def fill(self, place: QRectF, color: QColor, radius: float = 0.0) -> None:
        """Fill a place."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        self.painter.drawRoundedRect(place, radius, radius)

    def dot(self, at: QPointF, radius: float, *, is_open: bool) -> None:
        """Draw a point of a curve."""
        self.painter.setPen(QPen(BLACK, LINE * 0.8))
        self.painter.setBrush(WHITE if is_open else BLACK)
        self.painter.drawEllipse(at, radius, radius)

    def curve(self, points: list[QPointF], style: Qt.PenStyle) -> None:
        """Draw a line from point to point."""
        pen = QPen(BLACK, LINE, style)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(points)


def font_of(hand: Hand) -> QFont:
    """The font of a kind of text; unhinted, for paper has more dots than a screen.

    Shapes that a font puts in for others are off: a PDF has no letters for them to be copied.
    """
    kind = hand.value
    font = make_font(kind.size, kind.weight, display=kind.display)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("tnum", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def width_of(words: str, hand: Hand) -> float:
    """How wide a text is."""
    return QFontMetricsF(font_of(hand)).horizontalAdvance(words)
