from __future__ import annotations

from PySide6.QtGui import QColor

from hipstretch.ui.figure.outline import ball_spot
from hipstretch.ui.figure.shading import LIGHT, Ramp, brightness, face_brightness, tube_gradient
from hipstretch.ui.figure.view import looking

_VIEW = looking(0.0, 20.0, (0.0, 0.0, 0.0))
_RAMP = Ramp(QColor("#3F8F8A"), 0.2)


def test_what_faces_the_light_is_brighter_than_what_looks_away() -> None:
    """What faces the light is brighter than what looks away."""
    away = (-LIGHT[0], -LIGHT[1], -LIGHT[2])
    assert brightness(LIGHT) > 0.85
    assert brightness(away) < 0.2


def test_a_floor_is_brighter_than_a_ceiling() -> None:
    """A floor is brighter than a ceiling."""
    assert face_brightness(_VIEW, (0.0, 0.0, 1.0)) > face_brightness(_VIEW, (0.0, 0.0, -1.0))


def test_a_material_has_its_own_colour_in_plain_light_and_goes_both_ways_from_there() -> None:
    """A material has its own colour in plain light and goes both ways from there."""
    own = QColor("#3F8F8A")
    assert abs(_RAMP.at(0.70).green() - own.green()) < 4
    assert _RAMP.at(0.0).lightness() < own.lightness() < _RAMP.at(1.0).lightness()
    assert _RAMP.at(0.7, 1.0).lightness() < _RAMP.at(0.7, 0.0).lightness()


def test_a_colour_is_made_once() -> None:
    """A colour is made once."""
    assert _RAMP.at(0.5) is _RAMP.at(0.5)


def test_a_tube_is_brightest_on_the_side_of_the_light() -> None:
    """A tube is brightest on the side of the light."""
    spots = (ball_spot(_VIEW, (-0.2, 0.0, 0.0), 0.1), ball_spot(_VIEW, (0.2, 0.0, 0.0), 0.1))
    gradient = tube_gradient(_VIEW, _RAMP, spots, (1.0, 0.0, 0.0), 0.0)
    assert gradient.finalStop().y() < gradient.start().y()
    stops = [colour.lightness() for _, colour in gradient.stops()]
    assert stops[0] < stops[-2]


def test_a_tube_seen_from_its_end_is_lit_like_a_ball() -> None:
    """A tube seen from its end is lit like a ball."""
    spots = (ball_spot(_VIEW, (0.0, 0.0, 0.0), 0.1),)
    gradient = tube_gradient(_VIEW, _RAMP, spots, _VIEW.to_eye, 0.0)
    assert gradient.finalStop().x() < gradient.start().x()
