from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.breaks import Now
from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.therapy_band import Hours, TherapyBand, band_hours, hour_of
from tests.core.therapy_moments import NOW, WALL, ice, record, rested, shown, therapy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def band(qtbot: QtBot, theme: Theme) -> TherapyBand:
    """A band of 40 px for each of 15 hours."""
    band = TherapyBand(theme)
    qtbot.addWidget(band)
    band.resize(600, band.sizeHint().height())
    return band


def color_at(band: TherapyBand, hour: float) -> str:
    """The colour in the middle of the band at an hour."""
    return band.grab().toImage().pixelColor(round((hour - 7) * 40), 15).name()


def test_the_usual_hours_are_those_of_being_awake() -> None:
    """More only where something was earlier or goes on later."""
    assert band_hours(shown(therapy())) == Hours(7, 22)
    assert band_hours(shown(therapy(), record(5))) == Hours(5, 22)
    late = Now(NOW.at, WALL.replace(hour=22, minute=30))
    assert band_hours(shown(rested(60), now=late)) == Hours(7, 24)


def test_an_hour_of_another_day_is_at_the_edge() -> None:
    """What began yesterday begins at midnight."""
    assert hour_of(WALL - timedelta(days=1), WALL) == 0
    assert hour_of(WALL + timedelta(days=1), WALL) == 24


def test_ice_and_heat_stand_at_their_time(band: TherapyBand) -> None:
    """In their colours, and nothing elsewhere."""
    band.set_view(shown(therapy(), record(8), record(10, Kind.HEAT, 1800)))
    assert color_at(band, 8.17) == LIGHT.ice_fill.name()
    assert color_at(band, 10.25) == LIGHT.heat_fill.name()
    assert color_at(band, 12) == LIGHT.sunken.name()


def test_what_runs_is_pale_where_it_is_still_to_come(band: TherapyBand) -> None:
    """From now to the deadline."""
    band.set_view(shown(therapy(ice(439))))
    assert color_at(band, 14.05) == LIGHT.ice_fill.name()
    assert color_at(band, 14.3) == LIGHT.ice_soft.name()


def test_the_rest_is_hatched(band: TherapyBand) -> None:
    """Two tones where the place rests."""
    band.set_view(shown(rested(0)))
    tones = {color_at(band, 14.5 + step / 40) for step in range(20)}
    assert {LIGHT.line.name(), LIGHT.sunken.name()} <= tones


def test_larger_text_has_fewer_hours_and_nothing_cut(band: TherapyBand, theme: Theme) -> None:
    """In a narrow band too."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    band.set_view(shown(therapy(), record(8)))
    band.resize(200, band.sizeHint().height())
    assert not band.grab().isNull()
    assert band.minimumSizeHint().height() == band.sizeHint().height()


def test_before_the_first_view_it_is_empty(band: TherapyBand) -> None:
    """Nothing is painted."""
    assert not band.grab().isNull()
