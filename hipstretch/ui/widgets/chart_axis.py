"""The axes of the charts: round numbers at the left, and as many days below as have room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, text_width

ABOVE, LEFT, BELOW = 22, 34, 30
"""The px that a chart keeps for the number over a bar, the axis' numbers, and the days."""
_SIZE, _LINE, _GAP = 12.5, 18, 10
_LINES = 3
_STEPS = (1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500)
_LONGEST = 600
_RIGHT = Qt.AlignmentFlag.AlignRight


class Axis(NamedTuple):
    """Numbers from 0 up to `top`, `step` apart."""

    step: int
    top: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """What stands at the lines, from below."""
        return tuple(range(0, self.top + 1, self.step))


class Tick(NamedTuple):
    """Words under a place of the axis; `is_now` for the last one."""

    x: float
    words: str
    is_now: bool = False


def round_axis(most: float) -> Axis:
    """Three even steps of a round number that reach up to `most`."""
    longest = -(-most // (_LONGEST * _LINES)) * _LONGEST
    step = next((step for step in _STEPS if step * _LINES >= most), int(longest))
    return Axis(step, step * _LINES)


def chart_font(theme: Theme, *, strong: bool = False) -> QFont:
    """The smallest font there is, for the words in charts."""
    return make_font(_SIZE * theme.text_scale, 600 if strong else 400)


def plot_rect(rect: QRectF, theme: Theme, right: float = 0.0) -> QRectF:
    """The field of a chart without its axes; `right` px are kept free for words."""
    px = theme.px
    return rect.adjusted(px(LEFT), px(ABOVE), -right, -px(BELOW))


def draw_lines(painter: QPainter, plot: QRectF, axis: Axis, theme: Theme, palette: Palette) -> None:
    """Draw the even lines and their numbers."""
    font, height = chart_font(theme), theme.px(_LINE)
    for number in axis.numbers:
        y = round(plot.bottom() - plot.height() * number / axis.top)
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), palette.line)
        place = QRectF(plot.left() - theme.px(LEFT), y - height / 2, 0, height)
        place.setRight(plot.left() - theme.px(_GAP))
        draw_text(painter, place, str(number), font, palette.ink3, align=_RIGHT)


def shown_ticks(ticks: Sequence[Tick], bounds: QRectF, theme: Theme) -> list[tuple[QRectF, Tick]]:
    """The ticks that have room in `bounds`, the last one in any case, and where their words go."""
    shown: list[tuple[QRectF, Tick]] = []
    for tick in reversed(ticks):
        width = text_width(tick.words, chart_font(theme, strong=tick.is_now)) + 1
        left = min(max(bounds.left(), tick.x - width / 2), bounds.right() - width)
        place = QRectF(left, bounds.top(), width, theme.px(_LINE))
        if not shown or place.right() + theme.px(_GAP) <= shown[-1][0].left():
            shown.append((place, tick))
    return shown


def draw_ticks(
    painter: QPainter, plot: QRectF, ticks: Sequence[Tick], bounds: QRectF, theme: Theme
) -> None:
    """Draw the days below the field."""
    palette = theme.palette
    foot = QRectF(bounds)
    foot.setTop(plot.bottom() + theme.px(8))
    for place, tick in shown_ticks(ticks, foot, theme):
        font = chart_font(theme, strong=tick.is_now)
        draw_text(painter, place, tick.words, font, palette.ink if tick.is_now else palette.ink3)
