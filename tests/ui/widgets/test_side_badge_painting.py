from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from hipstretch.ui.palette import DARK, LIGHT, Palette, player_palette
from hipstretch.ui.widgets.painting import text_width
from hipstretch.ui.widgets.side_badge_painting import fitting_font, quiet_fill, slot_rects

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

BADGE = QRectF(0, 0, 448, 100)


@pytest.mark.parametrize(("share", "left", "right"), [(1, 354, 84), (0, 84, 354), (0.5, 219, 219)])
def test_the_slots_share_the_width(share: float, left: float, right: float) -> None:
    """354 and 84 px with a gap of 10 between them."""
    first, second = slot_rects(BADGE, 1.0, share)
    assert (first.width(), second.width()) == (left, right)
    assert second.left() - first.right() == 10


@pytest.mark.usefixtures("qapp")
def test_long_words_are_smaller_and_never_cut() -> None:
    """The font shrinks until the words fit."""
    words = "RIGHT SHOULDER BLADE"
    assert text_width(words, fitting_font(words, 54, 306)) <= 306


@pytest.mark.usefixtures("qapp")
def test_short_words_keep_their_size() -> None:
    """Words that fit are not made larger."""
    assert fitting_font("LEFT LEG", 54, 306).pixelSize() == 54


def luminance(color: QColor) -> float:
    """The relative luminance that contrast is computed from."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_letter_of_the_quiet_slot_can_be_read_from_the_mat(palette: Palette) -> None:
    """At least 7 to 1, as all text of the player."""
    pair = [luminance(color) for color in (player_palette(palette).ink2, quiet_fill(palette))]
    assert (max(pair) + 0.05) / (min(pair) + 0.05) >= 7
