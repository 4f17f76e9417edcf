"""Paint helpers that every widget shares: focus ring, card, soft shadow and text."""

from __future__ import annotations

import math
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
)

from hipstretch.ui.palette import Palette

FOCUS_GAP = 2
FOCUS_WIDTH = 3
FOCUS_MARGIN = FOCUS_GAP + FOCUS_WIDTH
"""Free px on every side of a control, inside its own geometry, for the focus ring."""


class Shadow(Enum):
    """The shadows of the design language: px down, px of blur, opacity."""

    CARD = (4, 14, 0.06)
    PANEL = (10, 28, 0.10)
    WINDOW = (20, 56, 0.18)
    KNOB = (1, 4, 0.14)

    @property
    def extent(self) -> int:
        """How many px the shadow reaches beyond its card, at most."""
        down, blur, _ = self.value
        return down + blur


def inner_rect(rect: QRect | QRectF, margin: float = FOCUS_MARGIN) -> QRectF:
    """`rect` without the margin that is kept free for the focus ring."""
    return QRectF(rect).adjusted(margin, margin, -margin, -margin)


def layout_gap(visible: int) -> int:
    """The layout spacing between two controls that shall stand `visible` px apart."""
    return max(0, visible - 2 * FOCUS_MARGIN)


def keyboard_focus(reason: Qt.FocusReason, *, before: bool) -> bool:
    """Whether focus gained for `reason` is to be shown; `before` is kept over window switches."""
    if reason in {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }:
        return True
    kept = {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
    return before and reason in kept


def start_painting(painter: QPainter) -> None:
    """Switch smooth edges on."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )


def draw_focus_ring(painter: QPainter, rect: QRectF, radius: float, palette: Palette) -> None:
    """Paint the ring around `rect`, whose corners are round by `radius`; it reaches 5 px out."""
    out = FOCUS_GAP + FOCUS_WIDTH / 2
    painter.setPen(QPen(palette.focus, FOCUS_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)


def draw_frame(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    *,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a round-cornered field, with its border (if any) inside `rect`."""
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, radius, radius)
    if border is not None:
        half = width / 2
        painter.setPen(QPen(border, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, max(0.0, radius - half), max(0.0, radius - half))


def draw_card(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    palette: Palette,
    fill: QColor | None = None,
) -> None:
    """Paint a card's surface; in the dark it has a quiet border in place of a shadow."""
    border = palette.line if palette.dark else None
    draw_frame(painter, rect, radius, fill or palette.surface, border=border)


def draw_soft_shadow(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    palette: Palette,
    shadow: Shadow = Shadow.CARD,
) -> None:
    """Paint the shadow of a card at `rect` from nine slices of a cached image; none in the dark."""
    if palette.dark:
        return
    down, blur, opacity = shadow.value
    width, height = round(rect.width()), round(rect.height())
    enough = 2 * (round(radius) + blur) + 2
    image = _shadow_image(
        min(width, enough),
        min(height, enough),
        round(radius),
        blur,
        rgb=palette.shadow.rgb(),
        ratio=painter.device().devicePixelRatioF(),
    )
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    _draw_slices(painter, rect.adjusted(-blur, down - blur, blur, down + blur), image)
    painter.restore()


def _draw_slices(painter: QPainter, target: QRectF, image: QImage) -> None:
    """Paint an image with its four corners as they are and its middle stretched."""
    ratio = image.devicePixelRatio()
    columns = _spans(target.left(), target.width(), image.width(), ratio)
    rows = _spans(target.top(), target.height(), image.height(), ratio)
    for x, width, from_x, from_width in columns:
        for y, height, from_y, from_height in rows:
            painter.drawImage(
                QRectF(x, y, width, height),
                image,
                QRectF(from_x, from_y, from_width, from_height),
            )


def _spans(
    start: float, length: float, pixels: int, ratio: float
) -> list[tuple[float, float, float, float]]:
    """Start and length of the three slices of one axis, on the target and in the image."""
    edge = (pixels - 2) // 2
    logical = edge / ratio
    middle = length - 2 * logical
    return [
        (start, logical, 0, edge),
        (start + logical, middle, edge, pixels - 2 * edge),
        (start + length - logical, logical, pixels - edge, edge),
    ]


@lru_cache(maxsize=64)
def _shadow_image(
    width: int, height: int, radius: int, blur: int, *, rgb: int, ratio: float
) -> QImage:
    """A full-strength blurred card with `blur` px around it, as many thin layers added up."""
    image = QImage(
        round((width + 2 * blur) * ratio),
        round((height + 2 * blur) * ratio),
        QImage.Format.Format_RGBA64_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    start_painting(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.setPen(Qt.PenStyle.NoPen)
    card = QRectF(blur, blur, width, height)
    for grow, weight in _layers(blur):
        color = QColor.fromRgb(rgb)
        color.setAlphaF(weight)
        painter.setBrush(color)
        corner = max(radius + grow, 1.0)
        painter.drawRoundedRect(card.adjusted(-grow, -grow, grow, grow), corner, corner)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _layers(blur: int) -> list[tuple[float, float]]:
    """How far each layer reaches out, and its weight on a bell curve; the weights add up to 1."""
    steps = max(8, blur)
    places = [blur * (2 * (step + 0.5) / steps - 1) for step in range(steps)]
    weights = [math.exp(-2 * (place / blur) ** 2) for place in places]
    total = sum(weights)
    return [(place, weight / total) for place, weight in zip(places, weights, strict=True)]


def blend(start: QColor, end: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `start` to `end`."""
    keep = 1 - share
    return QColor.fromRgbF(
        start.redF() * keep + end.redF() * share,
        start.greenF() * keep + end.greenF() * share,
        start.blueF() * keep + end.blueF() * share,
        start.alphaF() * keep + end.alphaF() * share,
    )


def with_alpha(color: QColor, alpha: float) -> QColor:
    """`color` with its opacity multiplied by `alpha` (0 to 1)."""
    faded = QColor(color)
    faded.setAlphaF(color.alphaF() * alpha)
    return faded


@lru_cache(maxsize=2048)
def text_width(text: str, font: QFont) -> float:
    """The px that a line of text takes."""
    return QFontMetricsF(font).horizontalAdvance(text)


def baseline(middle: float, font: QFont) -> float:
    """Where letters stand so that capitals and digits are centred on the height `middle`."""
    return round(middle + QFontMetricsF(font).capHeight() / 2)


def elided(text: str, font: QFont, width: float) -> str:
    """`text`, or its beginning and an ellipsis where it is wider than `width`."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    """Paint one line, its capitals centred on the height of `rect`, elided to its width."""
    shown = elided(text, font, rect.width())
    left = _aligned(rect.left(), rect.width(), text_width(shown, font), align)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(left, baseline(rect.center().y(), font)), shown)


def _aligned(left: float, room: float, width: float, align: Qt.AlignmentFlag) -> float:
    """The left edge of something `width` wide in `room` px from `left`."""
    if align & Qt.AlignmentFlag.AlignRight:
        return left + room - width
    if align & Qt.AlignmentFlag.AlignHCenter:
        return left + (room - width) / 2
    return left


class WrappedText(NamedTuple):
    """Text broken into lines; `width` is that of the longest line, in px."""

    lines: tuple[str, ...]
    font: QFont
    line_height: float
    width: float

    @classmethod
    def lay_out(
        cls,
        text: str,
        width: float,
        font: QFont,
        line_height: float,
        *,
        max_lines: int | None = None,
    ) -> WrappedText:
        """Break `text` at `width` px; lines after `max_lines` are cut with an ellipsis."""
        lines = [line for part in text.split("\n") for line in _break(part, width, font)]
        if max_lines is not None and len(lines) > max_lines:
            rest = " ".join(lines[max_lines - 1 :])
            lines = [*lines[: max_lines - 1], elided(rest, font, width)]
        widest = max((text_width(line, font) for line in lines), default=0.0)
        return cls(tuple(lines), font, line_height, widest)

    @property
    def height(self) -> float:
        """The px from the top of the first line to the foot of the last."""
        return self.line_height * len(self.lines)

    def draw(
        self,
        painter: QPainter,
        top_left: QPointF,
        color: QColor,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        room: float | None = None,
    ) -> None:
        """Paint the lines below `top_left`; `room` is the width to align them in."""
        space = self.width if room is None else room
        metrics = QFontMetricsF(self.font)
        lead = (self.line_height - metrics.ascent() - metrics.descent()) / 2
        painter.setFont(self.font)
        painter.setPen(color)
        for number, line in enumerate(self.lines):
            left = _aligned(top_left.x(), space, text_width(line, self.font), align)
            foot = top_left.y() + number * self.line_height + lead + metrics.ascent()
            painter.drawText(QPointF(left, round(foot)), line)


def _break(text: str, width: float, font: QFont) -> list[str]:
    """The lines of one paragraph; Qt counts in UTF-16 units, so does the slicing."""
    if text.isprintable() and text_width(text, font) <= width:
        return [text.rstrip()]
    from PySide6.QtGui import QTextLayout, QTextOption

    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return lines
