"""Where everything in the player stands: two columns from 900 px on, one column below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

ONE_COLUMN_UNDER = 900
"""The width in px under which everything stands in one column."""
_BASE_WIDTH, _BASE_HEIGHT = 1280, 800
_WIDEST, _HIGHEST = 1520, 1120
_LEAST_SCALE, _LARGEST_SCALE = 0.6, 2.4
_RING, _LARGEST_RING = 424, 448
_ROOMY_WIDTH, _ROOMY_HEIGHT = 640, 700
_USUAL_NARROW_WIDTH = 480
_RING_SHARE, _RING_EDGES = 0.36, 80


@dataclass(frozen=True, slots=True)
class ControlPlaces:
    """The visible parts of the buttons; `caps` is the row of key hints, None for no hints."""

    hurts: QRect
    back: QRect
    main: QRect
    skip: QRect
    more: QRect
    caps: QRect | None

    @property
    def all(self) -> tuple[QRect, ...]:
        """The five buttons from left to right as they are at 1280x800."""
        return (self.hurts, self.back, self.main, self.skip, self.more)


@dataclass(frozen=True, slots=True)
class PlayerLayout:
    """The places in px; `scale` is 1 at 1280x800. Nothing here depends on the phase.

    `title` is the row of the name and `figure` the box for the figure, both on the stage.
    `compact` says that it is one column; `beside` that the instruction stands beside the ring.
    """

    scale: float
    compact: bool
    beside: bool
    header: QRect
    stage: QRect
    title: QRect
    figure: QRect
    instruction: QRect
    badge: QRect
    ring: QRect
    controls: ControlPlaces
    upcoming: QRect


def scale_of(width: int, height: int) -> float:
    """How large everything is drawn in a window of that size."""
    fitting = min(width / _BASE_WIDTH, height / _BASE_HEIGHT)
    return min(_LARGEST_SCALE, max(_LEAST_SCALE, fitting))


def lay_out(width: int, height: int, text_scale: float = 1.0) -> PlayerLayout:
    """The places for a window of that size."""
    if width < ONE_COLUMN_UNDER:
        return _one_column(width, height, text_scale)
    return _two_columns(width, height)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The design's px, and how they become those of the window."""

    scale: float
    left: float
    top: float

    def rect(self, left: float, top: float, width: float, height: float) -> QRect:
        """A rectangle of the design with its edges on whole px."""
        start, end = self._across(left), self._across(left + width)
        above, below = self._down(top), self._down(top + height)
        return QRect(start, above, end - start, below - above)

    def square(self, left: float, top: float, side: float) -> QRect:
        """A square of the design, which stays one."""
        rect = self.rect(left, top, side, side)
        least = min(rect.width(), rect.height())
        return QRect(rect.left(), rect.top(), least, least)

    def _across(self, place: float) -> int:
        """A place from the left in the window's px."""
        return round(self.left + place * self.scale)

    def _down(self, place: float) -> int:
        """A place from the top in the window's px."""
        return round(self.top + place * self.scale)


def _two_columns(width: int, height: int) -> PlayerLayout:
    """The design's places; in another shape of window the stage takes what is left over."""
    scale = scale_of(width, height)
    wide = min(width / scale, _WIDEST)
    high = min(height / scale, _HIGHEST)
    grid = _Grid(scale, (width - wide * scale) / 2, (height - high * scale) / 2)
    more_width, more_height = wide - _BASE_WIDTH, high - _BASE_HEIGHT
    stage_width, foot = 724 + more_width, 664 + more_height
    column = 792 + more_width
    ring = min(_LARGEST_RING, _RING + more_height)
    ring_top = 220 + (_RING + more_height - ring) / 2
    return PlayerLayout(
        scale,
        compact=False,
        beside=False,
        header=grid.rect(40, 24, wide - 80, 52),
        stage=grid.rect(40, 96, stage_width, 548 + more_height),
        title=grid.rect(76, 126, stage_width - 72, 44),
        figure=grid.rect(62, 194, stage_width - 44, 290 + more_height / 2),
        instruction=grid.rect(76, 490 + more_height / 2, stage_width - 72, 134 + more_height / 2),
        badge=grid.rect(column, 96, 448, 100),
        ring=grid.square(column + (448 - ring) / 2, ring_top, ring),
        controls=_control_row(grid, foot, more_width),
        upcoming=grid.rect(column, foot, 448, 112),
    )


def _control_row(grid: _Grid, top: float, more_width: float) -> ControlPlaces:
    """The buttons under the stage; in a wider window the main one and the first gap grow."""
    shift = more_width / 2
    return ControlPlaces(
        hurts=grid.rect(40, top, 188, 80),
        back=grid.rect(256 + shift, top, 88, 80),
        main=grid.rect(356 + shift, top, 188 + shift, 80),
        skip=grid.rect(556 + more_width, top, 88, 80),
        more=grid.rect(656 + more_width, top, 108, 80),
        caps=grid.rect(40, top + 83, 724 + more_width, 26),
    )


@dataclass(frozen=True, slots=True)
class _Column:
    """The measures of the one column in px, larger where the window is roomy."""

    width: int
    height: int
    text_scale: float

    @property
    def roomy(self) -> bool:
        """Whether there is height to spare."""
        return self.height >= _ROOMY_HEIGHT

    @property
    def beside(self) -> bool:
        """Whether the instruction stands beside the ring and not under it."""
        return self.width >= _ROOMY_WIDTH or not self.roomy

    @property
    def edge(self) -> int:
        """The margin at the sides."""
        if self.width >= _ROOMY_WIDTH:
            return 28
        return 20 if self.width >= _USUAL_NARROW_WIDTH else 16

    @property
    def gap(self) -> int:
        """The distance between two things."""
        return 14 if self.roomy else 10

    def row(self, top: int, height: int) -> QRect:
        """A rectangle from edge to edge."""
        return QRect(self.edge, top, self.width - 2 * self.edge, height)

    def text_height(self, base: int) -> int:
        """The height of something with words in it, at the chosen text size."""
        return round(base * (1 + (self.text_scale - 1) * 0.6))


def _one_column(width: int, height: int, text_scale: float) -> PlayerLayout:
    """Header, badge, stage, ring and instruction, buttons, what comes next."""
    column = _Column(width, height, text_scale)
    gap = column.gap
    header = column.row(gap, 44)
    badge = column.row(header.bottom() + 1 + gap, 60 if column.roomy else 48)
    foot = column.row(height - gap - column.text_height(46), column.text_height(46))
    buttons_height = column.text_height(56 if column.roomy else 52)
    buttons = column.row(foot.top() - 10 - buttons_height, buttons_height)
    top = badge.bottom() + 1 + gap
    middle = column.row(top, buttons.top() - gap - top)
    stage, ring, instruction = (_beside if column.beside else _below)(column, middle)
    controls, upcoming = _compact_controls(column, buttons, foot)
    scale = scale_of(width, height)
    pad = 20 if column.roomy else 16
    title = QRect(stage.left() + pad, stage.top() + 10, stage.width() - 2 * pad, 30)
    return PlayerLayout(
        scale,
        compact=True,
        beside=column.beside,
        header=header,
        stage=stage,
        title=title,
        figure=stage.adjusted(10, 40, -10, -8),
        instruction=instruction,
        badge=badge,
        ring=ring,
        controls=controls,
        upcoming=upcoming,
    )


def _beside(column: _Column, room: QRect) -> tuple[QRect, QRect, QRect]:
    """Stage above; under it the ring with the instruction at its right."""
    wanted = min(column.width - _RING_EDGES, _RING_SHARE * column.height)
    side = round(min(wanted, (room.height() - column.gap) * 0.55, room.width() * 0.46))
    stage = QRect(room.left(), room.top(), room.width(), room.height() - column.gap - side)
    ring = QRect(room.left(), stage.bottom() + 1 + column.gap, side, side)
    left = ring.right() + 1 + column.gap + 4
    words = QRect(left, ring.top(), room.right() + 1 - left, side)
    return stage, ring, words


def _below(column: _Column, room: QRect) -> tuple[QRect, QRect, QRect]:
    """Stage, ring and instruction under each other."""
    words_height = column.text_height(104)
    free = room.height() - words_height - 2 * column.gap
    wanted = min(column.width - _RING_EDGES, _RING_SHARE * column.height)
    side = round(min(wanted, free * 0.54))
    stage = QRect(room.left(), room.top(), room.width(), free - side)
    ring_top = stage.bottom() + 1 + column.gap
    ring = QRect(room.center().x() - side // 2, ring_top, side, side)
    top = ring.bottom() + 1 + column.gap
    words = QRect(room.left(), top, room.width(), room.bottom() + 1 - top)
    return stage, ring, words


def _compact_controls(column: _Column, buttons: QRect, foot: QRect) -> tuple[ControlPlaces, QRect]:
    """Four buttons in a row; "This hurts" under them, beside what comes next."""
    gap = 10
    narrow = round(buttons.width() * 0.17)
    main = buttons.width() - 2 * narrow - (narrow + 8) - 3 * gap
    lefts = [buttons.left()]
    for width in (narrow, main, narrow):
        lefts.append(lefts[-1] + width + gap)
    back, middle, skip, more = (
        QRect(left, buttons.top(), width, buttons.height())
        for left, width in zip(lefts, (narrow, main, narrow, narrow + 8), strict=True)
    )
    hurts = QRect(foot.left(), foot.top(), column.text_height(138), foot.height())
    left = hurts.right() + 1 + 16
    upcoming = QRect(left, foot.top(), foot.right() + 1 - left, foot.height())
    return ControlPlaces(hurts, back, middle, skip, more, None), upcoming
