from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.break_ring import BreakRing
from tests.ui.break_views import ALL, DUE, GONE, OFF, ON_FEET, OUTSIDE, PAUSED, view


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme) -> BreakRing:
    """A ring that shows a sitting person."""
    ring = BreakRing(theme)
    qtbot.addWidget(ring)
    ring.show_view(view())
    ring.resize(ring.sizeHint())
    return ring


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (view(), ("18", "of 30 min")),
        (DUE, ("47", "of 30 min")),
        (ON_FEET, ("", "up")),
        (GONE, ("", "away")),
        (PAUSED, ("", "paused")),
        (OUTSIDE, ("", "free time")),
        (OFF, ("", "off")),
    ],
)
def test_minutes_stand_in_it_where_they_count(
    ring: BreakRing, shown: BreaksView, words: tuple[str, str]
) -> None:
    """Else a sign, with a word."""
    ring.show_view(shown)
    assert ring.words == words


def test_it_is_filled_as_far_as_the_sitting(ring: BreakRing) -> None:
    """The middle of its right half at 18 of 30 minutes."""
    image = ring.grab().toImage()
    assert image.pixelColor(224 - 8, 112).name() == LIGHT.primary.name()
    assert image.pixelColor(8, 100).name() == LIGHT.sunken.name()


@pytest.mark.parametrize("shown", ALL)
def test_every_state_can_be_painted(ring: BreakRing, shown: BreaksView) -> None:
    """Something stands in the middle."""
    ring.show_view(shown)
    image = ring.grab().toImage()
    ground = image.pixelColor(60, 112)
    inside = [image.pixelColor(x, y) for x in range(80, 144, 2) for y in range(70, 130, 2)]
    assert any(color != ground for color in inside)
    assert ring.accessibleName()


def test_it_is_smaller_in_narrow_windows_and_grows_with_the_text(
    ring: BreakRing, theme: Theme
) -> None:
    """A square always."""
    ring.set_low(True)
    assert (ring.sizeHint().width(), ring.sizeHint().height()) == (168, 168)
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert ring.minimumSizeHint().width() == 218
