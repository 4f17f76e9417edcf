from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from hipstretch.core.breaks import Now
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.therapy_ring import TherapyRing, ring_look
from tests.core.therapy_moments import NOW, WALL, heat, ice, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

RUNNING = shown(therapy(ice(300))).ice


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme) -> TherapyRing:
    """A ring of 240 px."""
    ring = TherapyRing(theme)
    qtbot.addWidget(ring)
    ring.resize(240, 240)
    ring.show()
    return ring


def test_it_moves_once_a_second(ring: TherapyRing) -> None:
    """Within a second it looks the same; the next one is told by the deadline."""
    same = shown(therapy(ice(300)), now=Now(NOW.at + 0.9, WALL)).ice
    later = shown(therapy(ice(300)), now=Now(NOW.at + 1, WALL)).ice
    ring.set_card(RUNNING)
    look = ring.look
    ring.set_card(same)
    assert ring.look is look
    ring.set_card(later)
    assert ring.look != look


def test_the_arc_is_what_is_left() -> None:
    """Three quarters after 5 of 20 minutes."""
    assert ring_look(RUNNING).span == 270 * 16
    assert ring_look(shown(therapy()).ice).span == 0


def test_it_is_painted_in_the_kinds_colours(ring: TherapyRing) -> None:
    """What is left on the right, the soft ground where it is gone."""
    ring.set_card(RUNNING)
    image = ring.grab().toImage()
    assert image.pixelColor(QPoint(232, 120)) == LIGHT.ice_fill
    assert image.pixelColor(QPoint(41, 41)) == LIGHT.ice_soft
    ring.set_card(shown(therapy(heat(900))).heat)
    assert ring.grab().toImage().pixelColor(QPoint(232, 120)) == LIGHT.heat_fill


def test_the_alarm_is_a_full_ring(ring: TherapyRing) -> None:
    """Its digits count how long it is over."""
    ring.set_card(shown(therapy(ice(1265))).ice)
    assert ring.look is not None
    assert ring.look.is_over
    assert ring.look.digits == "+1:05"
    assert ring.grab().toImage().pixelColor(QPoint(41, 41)) == LIGHT.ice_fill


def test_a_screen_reader_is_told_the_same(ring: TherapyRing) -> None:
    """The kind, the digits and the word."""
    ring.set_card(RUNNING)
    assert ring.accessibleName() == "Ice: 15:00 left of 20 min"


def test_long_digits_stay_inside(ring: TherapyRing, theme: Theme) -> None:
    """At the largest text size in the smallest ring too."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    ring.set_card(replace(RUNNING, seconds=1800.0, left=1800.0))
    ring.set_side(140)
    ring.resize(ring.sizeHint())
    image = ring.grab().toImage()
    row = [image.pixelColor(x, 64).name() for x in range(140)]
    beside = row[12:18] + row[122:128]
    assert LIGHT.ink.name() not in beside
    assert LIGHT.ink.name() in row


def test_an_empty_ring_paints_nothing(ring: TherapyRing) -> None:
    """Before the first view."""
    assert ring.look is None
    assert not ring.grab().isNull()
