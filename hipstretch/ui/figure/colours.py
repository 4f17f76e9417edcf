"""The colours of the figure and of the things around it, in both themes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class FigurePalette:
    """One colour for each material; each is that of a surface in full light."""

    top: QColor
    leggings: QColor
    working: QColor
    skin: QColor
    hair: QColor
    glow: QColor
    mat: QColor
    mat_edge: QColor
    wood: QColor
    cushion: QColor
    cloth: QColor
    stone: QColor
    rubber: QColor
    wall: QColor
    strap: QColor
    shadow: QColor
    dark: bool


def _palette(dark: bool, **colours: str) -> FigurePalette:
    """Build a palette from `#rrggbb` or `#aarrggbb` values."""
    return FigurePalette(dark=dark, **{name: QColor(value) for name, value in colours.items()})


LIGHT_FIGURE = _palette(
    dark=False,
    top="#3F8F8A",
    leggings="#2F4858",
    working="#F0803C",
    skin="#E8B088",
    hair="#4A3428",
    glow="#FFB069",
    mat="#BFDAD2",
    mat_edge="#A9C9C0",
    wood="#C79A62",
    cushion="#F1E6CF",
    cloth="#C9CFC4",
    stone="#CDB69B",
    rubber="#7FA8B8",
    wall="#D5E3DE",
    strap="#8A5A3C",
    shadow="#24143232",
)

DARK_FIGURE = _palette(
    dark=True,
    top="#4FA9A2",
    leggings="#5B7F95",
    working="#F0803C",
    skin="#E2AA84",
    hair="#6B4D3C",
    glow="#FFB069",
    mat="#22433F",
    mat_edge="#1B3734",
    wood="#B0854F",
    cushion="#E4D8BF",
    cloth="#5E6F6B",
    stone="#A18A70",
    rubber="#5F8898",
    wall="#1F3733",
    strap="#B98A62",
    shadow="#5A000A0C",
)
