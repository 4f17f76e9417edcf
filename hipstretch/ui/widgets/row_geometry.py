"""Where the parts of an editor row stand: in one line, or, where it is narrow, in several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect

Px = Callable[[float], int]
"""Turns px at 100 % text into px at the chosen text size."""

ROW_HEIGHT = 75
_THUMB_WIDTH, _THUMB_HEIGHT, THUMB_GAP = 76, 56, 12
_GRIP_LEFT, _GRIP_WIDTH, _TITLE_LEFT = 10, 26, 48
HOLD_WIDTH = 116
_TIMES, _SIDES, _TOGGLE = 104, 85, 44
_CONTROL_HEIGHT, _TOGGLE_HEIGHT = 40, 26
_GAP, _LEAST_GAP, _RIGHT, _LEAST_LEFT = 12, 7, 18, 16
_LEAST_NAME = 112
_LINE_GAP, _FOOT = 10, 14
_TITLE_ROOM = 8


class Part(Enum):
    """A control of a row."""

    HOLD = auto()
    TIMES = auto()
    SIDES = auto()


_WIDTHS = {Part.TIMES: _TIMES, Part.SIDES: _SIDES}


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The visible rectangles of a row's parts, and its height."""

    grip: QRect
    title: QRect
    parts: dict[Part, QRect]
    toggle: QRect
    height: int


def thumb_size(px: Px) -> tuple[int, int]:
    """Width and height of the small picture."""
    return px(_THUMB_WIDTH), px(_THUMB_HEIGHT)


@dataclass(frozen=True, slots=True)
class RowGeometry:
    """A row that is `width` px wide with a first stepper of `hold` px."""

    width: int
    px: Px
    hold: int

    @property
    def is_one_line(self) -> bool:
        """Whether there is room for everything side by side."""
        px = self.px
        return self._title_beside() >= px(_THUMB_WIDTH) + px(THUMB_GAP) + px(_LEAST_NAME)

    @property
    def title_left(self) -> int:
        """Where picture and name begin."""
        return self.px(_TITLE_LEFT)

    @property
    def title_width(self) -> int:
        """The room for picture and name."""
        if self.is_one_line:
            return self._title_beside()
        return self.toggle_span[0] - self.px(_GAP) - self.title_left

    @property
    def toggle_span(self) -> tuple[int, int]:
        """Left edge and width of the toggle."""
        return self.width - self.px(_RIGHT) - self.px(_TOGGLE), self.px(_TOGGLE)

    @property
    def spans(self) -> dict[Part, tuple[int, int]]:
        """Left edge and width of the controls of a row in one line."""
        spans = {}
        right = self.toggle_span[0] - self.px(_GAP)
        for part in reversed(Part):
            spans[part] = (right - self._part_width(part), self._part_width(part))
            right = spans[part][0] - self.px(_GAP)
        return spans

    def places(self, title_height: int, parts: frozenset[Part]) -> RowPlaces:
        """Where everything stands in a row whose name takes `title_height`."""
        px = self.px
        first = max(px(ROW_HEIGHT), title_height + 2 * px(_TITLE_ROOM))
        title = QRect(self.title_left, 0, self.title_width, title_height)
        title.moveTop((first - 1 - title_height) // 2)
        middle = (first - 1) / 2
        grip = _centred(px(_GRIP_LEFT), px(_GRIP_WIDTH), px(_THUMB_HEIGHT), middle)
        toggle = _centred(*self.toggle_span, px(_TOGGLE_HEIGHT), middle)
        if self.is_one_line:
            rects = {
                part: _centred(*span, px(_CONTROL_HEIGHT), middle)
                for part, span in self.spans.items()
                if part in parts
            }
            return RowPlaces(grip, title, rects, toggle, first)
        rects, height = self._flow(title.bottom() + 1, parts)
        return RowPlaces(grip, title, rects, toggle, max(first, height))

    def _part_width(self, part: Part) -> int:
        """The width of a control."""
        return self.hold if part is Part.HOLD else self.px(_WIDTHS[part])

    def _title_beside(self) -> int:
        """The room for picture and name with all controls beside them."""
        return self.spans[Part.HOLD][0] - self.px(_GAP) - self.title_left

    def _flow(self, below: int, parts: frozenset[Part]) -> tuple[dict[Part, QRect], int]:
        """The controls under the name, in as many lines as they need; and the row's height."""
        px = self.px
        shown = [part for part in Part if part in parts]
        (start, gap), right = self._flow_start(), self.width - px(_RIGHT)
        rects: dict[Part, QRect] = {}
        left, top = start, below + px(_LINE_GAP)
        for part in shown:
            across = self._part_width(part)
            if left > start and left + across > right:
                left, top = start, top + px(_CONTROL_HEIGHT) + px(_LINE_GAP)
            rects[part] = QRect(left, top, across, px(_CONTROL_HEIGHT))
            left += across + gap
        return rects, (top + px(_CONTROL_HEIGHT) if rects else below) + px(_FOOT)

    def _flow_start(self) -> tuple[int, int]:
        """Where the lines of controls begin, and their gap: below the name if there is room."""
        px, room = self.px, self.width - self.px(_RIGHT)
        controls = sum(self._part_width(part) for part in Part)
        text_left = self.title_left + px(_THUMB_WIDTH) + px(THUMB_GAP)
        for left in (text_left, self.title_left, px(_LEAST_LEFT)):
            for gap in (px(_GAP), px(_LEAST_GAP)):
                if left + controls + gap * (len(Part) - 1) <= room:
                    return left, gap
        return px(_LEAST_LEFT), px(_GAP)


def _centred(left: int, width: int, height: int, middle: float) -> QRect:
    """A rectangle around the height `middle`."""
    return QRect(left, round(middle - height / 2), width, height)
