"""What the parts of a picture are painted with: one painter, one view, the palette's materials."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QPainter

from hipstretch.core.figure.flesh import Cover
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.ui.figure.colours import DARK_FIGURE, LIGHT_FIGURE, FigurePalette
from hipstretch.ui.figure.shading import Ramp
from hipstretch.ui.figure.view import View

_BODY_HAZE = {False: 0.16, True: 0.24}
_WORKING_HAZE = 0.10
_THING_HAZE = 0.10
_REACH = 1.1
"""How far from the middle of the scene the haze of distance goes, in metres."""
_ROLES = {
    "seat": "wood",
    "leg": "wood",
    "back": "wood",
    "step": "stone",
    "pillow": "cushion",
    "ball": "rubber",
    "roller": "rubber",
    "couch": "cloth",
    "couch-back": "cloth",
    "bed": "cloth",
}


class Materials:
    """The ramps of a palette: what the body wears, and what things are made of."""

    def __init__(self, palette: FigurePalette) -> None:
        haze = _BODY_HAZE[palette.dark]
        self.cover = {
            Cover.SKIN: Ramp(palette.skin, haze),
            Cover.TOP: Ramp(palette.top, haze),
            Cover.LEGGINGS: Ramp(palette.leggings, haze),
        }
        self.working = Ramp(palette.working, _WORKING_HAZE)
        self.hair = Ramp(palette.hair, haze)
        names = sorted(set(_ROLES.values()))
        self._things = {name: Ramp(getattr(palette, name), _THING_HAZE) for name in names}

    def of(self, role: str) -> Ramp:
        """The ramp of a block that plays a role in its prop."""
        return self._things[_ROLES[role]]


@lru_cache(maxsize=2)
def materials(dark: bool) -> Materials:
    """The materials of a theme, made once."""
    return Materials(DARK_FIGURE if dark else LIGHT_FIGURE)


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture in the making; `rows` is device pixels a logical one, None without pixels."""

    painter: QPainter
    view: View
    frame: FigureFrame
    palette: FigurePalette
    materials: Materials
    rows: float | None = None


def farness(near: float) -> float:
    """The haze of distance, 0 near to 1 far, of what is so near in metres."""
    return max(0.0, min(1.0, 0.5 - near / (2.0 * _REACH)))
