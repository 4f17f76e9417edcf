from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.figure_place import FigurePlace

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> FigurePlace:
    """A place of the size in a card."""
    place = FigurePlace(theme, radius=20)
    place.resize(320, 142)
    qtbot.addWidget(place)
    return place


def picture(place: FigurePlace) -> QImage:
    """What it shows."""
    return place.grab().toImage()


def test_each_position_has_its_own_sign(place: FigurePlace) -> None:
    """A person tells lying from standing at a glance."""
    place.set_picture(Picture(Position.LYING_ON_BACK))
    lying = picture(place)
    place.set_picture(Picture(Position.STANDING))
    assert picture(place) != lying


def test_it_stands_on_the_stage(place: FigurePlace, theme: Theme) -> None:
    """The ground is the stage's colour, in both themes."""
    assert picture(place).pixelColor(160, 4) == theme.palette.stage
    theme.set_look(Appearance.DARK)
    assert picture(place).pixelColor(160, 4) == theme.palette.stage


def test_the_players_stage_is_a_gradient(qtbot: QtBot, theme: Theme) -> None:
    """It is lighter at the top."""
    place = FigurePlace(theme, player=True)
    place.resize(724, 548)
    qtbot.addWidget(place)
    image = picture(place)
    assert image.pixelColor(40, 60).lightness() > image.pixelColor(40, 500).lightness()


def test_the_sign_stays_in_its_box(place: FigurePlace, theme: Theme) -> None:
    """Words on the stage keep their room."""
    place.resize(724, 548)
    place.set_figure_box(QRectF(22, 98, 680, 290))
    image = picture(place)
    below = {image.pixelColor(x, 420).rgb() for x in range(30, 690)}
    assert below == {theme.palette.stage.rgb()}
