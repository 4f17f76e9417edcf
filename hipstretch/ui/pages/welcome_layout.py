"""Where the parts of the welcome stand: beside each other, or in one column where it is narrow."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from hipstretch.ui.pages.welcome_step import CONTENT_WIDTH
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.scroll_page import side_padding

BESIDE_FROM = 900
"""The width in px from which the stage stands beside the steps."""
BUTTON_HEIGHT = 52
_HEAD, _FOOT_GAP = 44, 12
_MARGIN, _NARROW_MARGIN, _NARROW_TOP = 32, 20, 12
_MOST = QSize(1320, 880)
_STAGE_SHARE = 0.38
_BANNER_SHARE, _BANNER_LEAST, _BANNER_MOST, _BELOW_BANNER = 0.26, 120, 260, 350


class Places(NamedTuple):
    """Where the stage, the head, the step and the buttons stand; None hides the stage."""

    stage: QRect | None
    head: QRect
    body: QRect
    foot: QRect


def places(window: QSize, scale: float, *, has_banner: bool) -> Places:
    """The places in a window; `scale` is the size of the text, 1 as usual."""
    if window.width() >= BESIDE_FROM:
        return _beside(window, scale)
    return _one_column(window, scale, has_banner=has_banner)


def _beside(window: QSize, scale: float) -> Places:
    """The stage at the left, and the rest at its right."""
    size = QSize(window.width() - 2 * _MARGIN, window.height() - 2 * _MARGIN).boundedTo(_MOST)
    left, top = (window.width() - size.width()) // 2, (window.height() - size.height()) // 2
    stage = QRect(left, top, round(size.width() * _STAGE_SHARE), size.height())
    right = QRect(stage.right() + 1, top, size.width() - stage.width(), size.height())
    side = side_padding(window.width(), right.width(), CONTENT_WIDTH)
    return _stacked(right, side, scale, stage)


def _one_column(window: QSize, scale: float, *, has_banner: bool) -> Places:
    """The stage as a banner, where the step still has room below it."""
    area = QRect(0, _NARROW_TOP, window.width(), window.height() - 2 * _NARROW_TOP)
    side = side_padding(window.width(), window.width(), CONTENT_WIDTH)
    plain = _stacked(area, side, scale, None)
    wanted = min(round(window.height() * _BANNER_SHARE), _BANNER_MOST)
    height = min(wanted, plain.body.height() - round(_BELOW_BANNER * scale))
    if not has_banner or height < _BANNER_LEAST:
        return plain
    top = plain.head.bottom() + 1 + _NARROW_TOP // 2
    banner = QRect(side, top, window.width() - 2 * side, height)
    body = QRect(plain.body)
    body.setTop(banner.bottom() + 1)
    return plain._replace(stage=banner, body=body)


def _stacked(area: QRect, side: int, scale: float, stage: QRect | None) -> Places:
    """Head, step and buttons under each other; the step brings its own room at the sides."""
    outer = side - FOCUS_MARGIN
    head_height = round(_HEAD * scale) + 2 * FOCUS_MARGIN
    foot_height = round(BUTTON_HEIGHT * scale) + 2 * FOCUS_MARGIN
    width = area.width() - 2 * outer
    head = QRect(area.left() + outer, area.top(), width, head_height)
    foot = QRect(area.left() + outer, area.bottom() + 1 - foot_height, width, foot_height)
    body = QRect(area.left(), head.bottom() + 1, area.width(), 0)
    body.setBottom(foot.top() - _FOOT_GAP)
    return Places(stage, head, body, foot)
