from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from hipstretch.ui.palette import player_palette
from hipstretch.ui.widgets.progress_segments import ProgressSegments, segment_rects

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def segments(qtbot: QtBot, theme: Theme) -> ProgressSegments:
    """Segments of the width at 1280x800."""
    segments = ProgressSegments(theme)
    segments.resize(786, 12)
    qtbot.addWidget(segments)
    return segments


def filled(segments: ProgressSegments, theme: Theme) -> float:
    """The share of the row that has the colour of progress."""
    image = segments.grab().toImage()
    colors = [image.pixelColor(x, 6) for x in range(image.width())]
    return colors.count(player_palette(theme.palette).primary) / len(colors)


def test_the_current_stretch_is_wider() -> None:
    """1.6 times as wide as the others, with 7 px between all of them."""
    rects = segment_rects(QRectF(0, 0, 786, 12), 9, 2, 7)
    assert rects[2].width() == pytest.approx(1.6 * rects[0].width(), abs=1.5)
    assert rects[-1].right() == 786
    assert all(b.left() - a.right() in {6, 7, 8} for a, b in pairwise(rects))


def test_done_stretches_are_full_and_the_current_one_in_part(
    segments: ProgressSegments, theme: Theme
) -> None:
    """More that is done is more colour."""
    segments.set_progress([1, 1, 0, 0], 2)
    before = filled(segments, theme)
    segments.set_progress([1, 1, 0.5, 0], 2)
    assert before < filled(segments, theme) < 0.8


def test_more_than_16_stretches_are_one_plain_bar(segments: ProgressSegments, theme: Theme) -> None:
    """Seventeen segments would be crumbs."""
    segments.set_progress([1] * 10 + [0] * 10, 10)
    assert filled(segments, theme) == pytest.approx(0.5, abs=0.02)


def test_nothing_to_do_is_an_empty_bar(segments: ProgressSegments, theme: Theme) -> None:
    """No stretch is no error."""
    assert filled(segments, theme) == 0


def test_it_says_where_the_session_is(segments: ProgressSegments) -> None:
    """Counting begins with 1 for people."""
    segments.set_progress([1, 1, 0.4, 0, 0, 0, 0, 0, 0], 2)
    assert segments.accessibleName() == "Stretch 3 of 9"


def test_it_scales(segments: ProgressSegments) -> None:
    """It never gets thinner than 6 px."""
    segments.set_scale(2)
    assert segments.sizeHint().height() == 24
    segments.set_scale(0.2)
    assert segments.sizeHint().height() == 6
