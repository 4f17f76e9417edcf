from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from hipstretch.ui.pages.welcome_layout import BESIDE_FROM, places

SIZES = st.builds(QSize, st.integers(420, 4000), st.integers(600, 2400))
SCALES = st.sampled_from([1.0, 1.15, 1.3])


@given(SIZES, SCALES, st.booleans())
def test_nothing_lies_over_anything_else(size: QSize, scale: float, has_banner: bool) -> None:
    """And nothing leaves the window."""
    at = places(size, scale, has_banner=has_banner)
    parts = [at.head, at.body, at.foot, *([at.stage] if at.stage is not None else [])]
    window = QRect(0, 0, size.width(), size.height())
    assert all(window.contains(part) for part in parts)
    assert not any(a.intersects(b) for a in parts for b in parts if a is not b)
    assert at.head.bottom() < at.body.top() <= at.body.bottom() < at.foot.top()


@given(SIZES, SCALES)
def test_buttons_stay_where_they_are_from_step_to_step(size: QSize, scale: float) -> None:
    """Whether a step has a banner or not."""
    with_banner, without = (places(size, scale, has_banner=one) for one in (True, False))
    assert (with_banner.head, with_banner.foot) == (without.head, without.foot)


def test_wide_windows_have_the_stage_beside_the_steps() -> None:
    """On every step; on a very wide screen all stays in the middle."""
    at = places(QSize(1280, 800), 1.0, has_banner=False)
    assert at.stage is not None
    assert at.stage.right() < at.head.left()
    wide = places(QSize(3840, 2160), 1.0, has_banner=False)
    assert wide.stage is not None
    assert abs(wide.stage.left() - (3840 - wide.body.right())) <= 2
    assert abs(wide.stage.top() - (2160 - wide.stage.bottom())) <= 2


def test_narrow_windows_have_a_banner_where_there_is_room() -> None:
    """A low window, or large text, leaves the room to the step."""
    size = QSize(BESIDE_FROM - 1, 800)
    assert places(size, 1.0, has_banner=False).stage is None
    at = places(size, 1.0, has_banner=True)
    assert at.stage is not None
    assert at.head.bottom() < at.stage.top() < at.stage.bottom() < at.body.top()
    assert places(QSize(480, 600), 1.3, has_banner=True).stage is None
