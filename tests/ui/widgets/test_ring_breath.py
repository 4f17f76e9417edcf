from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor

from hipstretch.ui.palette import DARK, LIGHT, Palette, player_palette
from hipstretch.ui.widgets.ring_breath import breath_color, breath_damage, breath_radius
from hipstretch.ui.widgets.ring_painting import RingGeometry

GEOMETRY = RingGeometry.within(QRectF(0, 0, 424, 424))
fullness = st.floats(min_value=0, max_value=1)


def luminance(color: QColor) -> float:
    """The relative luminance of WCAG."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@given(fullness, fullness)
def test_a_fuller_breath_is_never_smaller(one: float, other: float) -> None:
    """And the disc and its rim stay within the ring, whose inner edge is at 190."""
    small, large = sorted((one, other))
    assert breath_radius(small) <= breath_radius(large) <= 190 - 8


def test_the_breath_can_be_seen_from_the_mat() -> None:
    """The disc grows by a third."""
    assert breath_radius(1.0) / breath_radius(0.0) > 1.33


@given(fullness, fullness, st.integers(0, 423), st.integers(0, 423))
def test_all_that_changes_is_painted_again(one: float, other: float, x: int, y: int) -> None:
    """Every place between the two edges, and their rims."""
    before, after = breath_radius(one), breath_radius(other)
    away = ((x + 0.5 - 212) ** 2 + (y + 0.5 - 212) ** 2) ** 0.5
    changes = before != after and min(before, after) <= away <= max(before, after) + 8
    if changes:
        assert breath_damage(GEOMETRY, before, after).contains(QPoint(x, y))


def test_the_middle_is_not_painted_again() -> None:
    """There the digits stand on nothing but disc; where there was no disc, everything is new."""
    assert not breath_damage(GEOMETRY, 150, 151).contains(QPoint(212, 212))
    assert breath_damage(GEOMETRY, 0, 151).contains(QPoint(212, 212))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_on_the_disc_can_be_read(palette: Palette) -> None:
    """7 to 1, as everything in the player; the last seconds' large digits 4.5."""
    colors = player_palette(palette)
    disc = breath_color(colors)
    assert contrast(disc, colors.ink2) >= 7
    assert contrast(disc, colors.ink) >= 7
    assert contrast(disc, colors.primary) >= 4.5
    assert contrast(disc, colors.bg) >= 1.2
