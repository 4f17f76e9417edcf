"""Light: how bright a surface is, and the colour of a material at that brightness."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from PySide6.QtGui import QColor, QLinearGradient

from hipstretch.core.figure.vectors import Vec, dot, unit
from hipstretch.ui.figure.outline import Spot
from hipstretch.ui.figure.view import View

LIGHT: Vec = unit((-0.40, 0.72, 0.56))
"""Towards the light, as the eye sees it: right, up, and to the eye."""

_LEVELS, _FAR_LEVELS = 200, 8
_SHADE = (0.36, 0.43, 0.50)
"""What shadow leaves of red, green and blue: it is a little cooler than the light."""
_SHINE = 0.30
"""How far full light takes a colour towards white."""
_FULL = 0.70
"""The brightness at which a surface has its material's own colour."""
_ACROSS = (-1.0, -0.72, -0.3, 0.12, 0.5, 0.82, 1.0)
"""Where across a tube its colour is worked out: -1 in shadow, 1 towards the light."""
_TONES = 100
"""How finely the light across a tube is told apart, in steps of full brightness."""
_FROM_ITS_END = 1e-6
_ROUND_ON = 0.42
"""Below this a limb is seen from its end and is lit like a ball."""
_SCREEN_LIGHT = (
    LIGHT[0] / sqrt(LIGHT[0] ** 2 + LIGHT[1] ** 2),
    -LIGHT[1] / sqrt(LIGHT[0] ** 2 + LIGHT[1] ** 2),
)


def brightness(normal: Vec) -> float:
    """How bright a surface with that normal (right, up, to the eye) is, 0 to 1."""
    return _lit(dot(normal, LIGHT), normal[2])


def _lit(to_light: float, to_eye: float) -> float:
    """How bright a surface is by its shares to the light and to the eye; its rim is darker."""
    rim = 0.80 + 0.20 * max(0.0, to_eye)
    return max(0.0, min(1.0, (0.56 + 0.44 * to_light) * rim))


Stop = tuple[float, QColor]


class Ramp:
    """A material from shadow to light, dimmed by distance; its colours are kept."""

    def __init__(self, colour: QColor, haze: float) -> None:
        self._base = (colour.redF(), colour.greenF(), colour.blueF())
        self._haze = haze
        self._kept: dict[tuple[int, int], QColor] = {}
        self._tubes: dict[tuple[int, int, int, int], list[Stop]] = {}

    def at(self, bright: float, far: float = 0.0) -> QColor:
        """The colour at a brightness and a distance, both 0 to 1."""
        key = (int(bright * _LEVELS + 0.5), int(far * _FAR_LEVELS + 0.5))
        found = self._kept.get(key)
        if found is None:
            found = self._colour(key[0] / _LEVELS, key[1] / _FAR_LEVELS)
            self._kept[key] = found
        return found

    def across(self, aside: float, ahead: float, facing: float, far: float) -> list[Stop]:
        """The colours across a tube, by how far its side, its front and the eye face the light.

        `aside` and `ahead` are the shares of the light in the two, `facing` that of the eye in the
        front, each -1 to 1.
        """
        key = (
            round(aside * _TONES),
            round(ahead * _TONES),
            round(facing * _FAR_LEVELS),
            round(far * _FAR_LEVELS),
        )
        found = self._tubes.get(key)
        if found is None:
            tone = (key[0] / _TONES, key[1] / _TONES, key[2] / _FAR_LEVELS)
            found = [((u + 1.0) / 2.0, self.at(_tube(u, *tone), far)) for u in _ACROSS]
            self._tubes[key] = found
        return found

    def _colour(self, bright: float, far: float) -> QColor:
        """Mix the colour."""
        parts = []
        for own, cool in zip(self._base, _SHADE, strict=True):
            if bright < _FULL:
                value = own * (cool + (1.0 - cool) * bright / _FULL)
            else:
                value = own + (1.0 - own) * _SHINE * (bright - _FULL) / (1.0 - _FULL)
            parts.append(max(0.0, min(1.0, value * (1.0 - self._haze * far))))
        return QColor.fromRgbF(*parts)


def tube_gradient(
    view: View, ramp: Ramp, spots: Sequence[Spot], way: Vec, far: float
) -> QLinearGradient:
    """The light across a piece of limb that runs along `way` over some spots."""
    px, py, facing = _across(view, way)
    half = sum(spot.reach(px, py) for spot in spots) / len(spots)
    x, y = (spots[0].x + spots[-1].x) / 2.0, (spots[0].y + spots[-1].y) / 2.0
    gradient = QLinearGradient(x - px * half, y - py * half, x + px * half, y + py * half)
    aside = px * LIGHT[0] - py * LIGHT[1]
    gradient.setStops(ramp.across(aside, dot(facing, LIGHT), facing[2], far))
    return gradient


def _tube(u: float, aside: float, ahead: float, facing: float) -> float:
    """How bright a tube is at `u` (-1 to 1) of the way across it."""
    v = sqrt(1.0 - u * u)
    return _lit(u * aside + v * ahead, v * facing)


def _across(view: View, way: Vec) -> tuple[float, float, Vec]:
    """The way across a tube on the screen, to its lit side, and the normal that faces the eye."""
    rx, ry, rz = view.right
    ux, uy, uz = view.up
    ex, ey, ez = view.to_eye
    a, b, c = way
    x, y, z = a * rx + b * ry + c * rz, a * ux + b * uy + c * uz, a * ex + b * ey + c * ez
    seen = sqrt(x * x + y * y)
    share = min(1.0, seen / _ROUND_ON)
    lx, ly = _SCREEN_LIGHT
    if seen < _FROM_ITS_END:
        return lx, ly, (0.0, 0.0, 1.0)
    px, py = -y / seen, -x / seen
    if px * lx + py * ly < 0.0:
        px, py = -px, -py
    px, py = px * share + lx * (1.0 - share), py * share + ly * (1.0 - share)
    size = sqrt(px * px + py * py) or 1.0
    facing = unit((-z * x / seen * share, -z * y / seen * share, max(seen, 1.0 - share)))
    return px / size, py / size, facing


def face_brightness(view: View, normal: Vec) -> float:
    """How bright a flat face is whose normal in space is given."""
    return brightness(
        (
            sum(a * b for a, b in zip(normal, view.right, strict=True)),
            sum(a * b for a, b in zip(normal, view.up, strict=True)),
            sum(a * b for a, b in zip(normal, view.to_eye, strict=True)),
        )
    )
