from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from hipstretch.ui.pages.player_layout import lay_out, scale_of

if TYPE_CHECKING:
    from hipstretch.ui.pages.player_layout import PlayerLayout

SIZES = [
    (1280, 800),
    (1920, 1080),
    (2560, 1080),
    (3840, 2160),
    (1000, 700),
    (900, 600),
    (900, 1400),
    (899, 700),
    (800, 700),
    (640, 699),
    (480, 800),
    (420, 600),
    (420, 1200),
]


def parts_of(layout: PlayerLayout) -> list[QRect]:
    """The places that must not meet."""
    parts = [layout.header, layout.stage, layout.badge, layout.ring, *layout.controls.all]
    return [*parts, layout.upcoming, *([layout.instruction] if layout.compact else [])]


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 800), 1.0), ((2560, 1600), 2.0), ((420, 600), 0.6), ((5120, 3200), 2.4)],
)
def test_the_scale_stays_within_bounds(size: tuple[int, int], scale: float) -> None:
    """Never under 0.6, never over 2.4."""
    assert scale_of(*size) == scale


def test_the_design_s_own_window_has_the_design_s_places() -> None:
    """To the px."""
    layout = lay_out(1280, 800)
    assert layout.stage == QRect(40, 96, 724, 548)
    assert layout.badge == QRect(792, 96, 448, 100)
    assert layout.ring == QRect(804, 220, 424, 424)
    assert layout.upcoming == QRect(792, 664, 448, 112)
    assert layout.figure == QRect(62, 194, 680, 290)
    assert [(rect.x(), rect.width()) for rect in layout.controls.all] == [
        (40, 188),
        (256, 88),
        (356, 188),
        (556, 88),
        (656, 108),
    ]
    assert {(rect.y(), rect.height()) for rect in layout.controls.all} == {(664, 80)}


@pytest.mark.parametrize("text_scale", [1.0, 1.3])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_leaves_the_window(size: tuple[int, int], text_scale: float) -> None:
    """In any window."""
    parts = parts_of(lay_out(*size, text_scale))
    window = QRect(0, 0, *size)
    assert all(window.contains(part) for part in parts)
    assert all(part.width() > 0 and part.height() > 0 for part in parts)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))


@pytest.mark.parametrize("text_scale", [1.0, 1.3])
@pytest.mark.parametrize("size", SIZES)
def test_the_figure_stands_on_the_stage_clear_of_the_words(
    size: tuple[int, int], text_scale: float
) -> None:
    """Title, figure and, in two columns, the instruction share it."""
    layout = lay_out(*size, text_scale)
    assert layout.stage.contains(layout.figure)
    assert layout.stage.contains(layout.title)
    assert not layout.figure.intersects(layout.title)
    assert layout.stage.contains(layout.instruction) is not layout.compact
    assert not layout.figure.intersects(layout.instruction)


@pytest.mark.parametrize("size", SIZES)
def test_the_ring_is_a_circle_that_can_be_read(size: tuple[int, int]) -> None:
    """At least 130 px even in the smallest window."""
    ring = lay_out(*size).ring
    assert ring.width() == ring.height() >= 130


@pytest.mark.parametrize("size", SIZES)
def test_buttons_can_be_hit(size: tuple[int, int]) -> None:
    """At least 44 px each way."""
    for rect in lay_out(*size).controls.all:
        assert min(rect.width(), rect.height()) >= 44


def test_key_hints_stand_in_two_columns_only() -> None:
    """In one column there is no room; the tooltips have them."""
    assert lay_out(900, 600).controls.caps is not None
    assert lay_out(899, 600).controls.caps is None


def test_the_instruction_stands_beside_the_ring_where_it_is_wide_or_low() -> None:
    """In a tall narrow window it stands under it."""
    assert lay_out(800, 700).beside
    assert lay_out(420, 600).beside
    tall = lay_out(480, 800)
    assert not tall.beside
    assert tall.instruction.top() > tall.ring.bottom()
