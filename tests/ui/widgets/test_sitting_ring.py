from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from hipstretch.core.breaks_view import BreaksView
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.sitting_ring import SittingLook, draw_sitting_ring, sitting_look
from tests.ui.break_views import ALL, DUE, GONE, LATER, OFF, ON_FEET, OUTSIDE, PAUSED, view

TRANSPARENT = 0


def picture(theme: Theme, look: SittingLook) -> QImage:
    """The ring on nothing, 56 px wide."""
    image = QImage(56, 56, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(TRANSPARENT)
    painter = QPainter(image)
    draw_sitting_ring(painter, QRectF(0, 0, 56, 56), 6, look, theme)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("shown", "look"),
    [
        (view(), SittingLook(0.6, "primary", "primary", "seated")),
        (view(minutes=18.9), SittingLook(0.6, "primary", "primary", "seated")),
        (DUE, SittingLook(1.0, "primary", "primary", "breaks")),
        (LATER, SittingLook(1.0, "primary", "primary", "snooze")),
        (ON_FEET, SittingLook(0.0, "primary", "primary", "standing")),
        (GONE, SittingLook(0.0, "pmid", "ink3", "clock")),
        (PAUSED, SittingLook(0.6, "ctrl", "ink3", "pause")),
        (OUTSIDE, SittingLook(0.6, "ctrl", "ink3", "moon")),
        (OFF, SittingLook(0.0, "ctrl", "ink3", "bell")),
    ],
)
def test_every_state_has_its_look(shown: BreaksView, look: SittingLook) -> None:
    """The share goes by whole minutes, as the words do."""
    assert sitting_look(shown) == look


def test_it_fills_clockwise_from_the_top(theme: Theme) -> None:
    """Half of the interval is its right half; the rest is the track."""
    image = picture(theme, SittingLook(0.5, "primary", "primary", "seated"))
    assert image.pixelColor(53, 27).name() == LIGHT.primary.name()
    assert image.pixelColor(2, 27).name() == LIGHT.sunken.name()


def test_an_empty_ring_is_all_track(theme: Theme) -> None:
    """Not even a dot at the top."""
    image = picture(theme, SittingLook(0.0, "primary", "primary", "standing"))
    assert image.pixelColor(27, 2).name() == LIGHT.sunken.name()


@pytest.mark.parametrize("shown", ALL)
def test_every_state_can_be_painted(theme: Theme, shown: BreaksView) -> None:
    """Its sign is there, in the middle."""
    image = picture(theme, sitting_look(shown))
    middle = [image.pixelColor(x, y).alpha() for x in range(16, 40) for y in range(16, 40)]
    assert max(middle) > 200
