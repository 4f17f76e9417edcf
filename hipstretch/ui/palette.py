"""The colours of the two themes, and their player overrides; every pair is at least 4.5 to 1."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Palette:
    """One colour for each use; the names are the design language's tokens."""

    bg: QColor
    surface: QColor
    sunken: QColor
    stage: QColor
    stage_top: QColor
    stage_bottom: QColor
    line: QColor
    ctrl: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    primary: QColor
    primary_hover: QColor
    on_primary: QColor
    psoft: QColor
    pmid: QColor
    active: QColor
    on_active: QColor
    asoft: QColor
    atext: QColor
    ice: QColor
    ice_fill: QColor
    ice_soft: QColor
    heat: QColor
    heat_fill: QColor
    heat_soft: QColor
    pain: QColor
    pain_fill: QColor
    pain_soft: QColor
    danger: QColor
    track: QColor
    focus: QColor
    featured_start: QColor
    featured_end: QColor
    shadow: QColor
    scrim: QColor
    dark: bool


def _palette(dark: bool, **tokens: str) -> Palette:
    """Build a palette from token names and `#rrggbb` or `#aarrggbb` values."""
    return Palette(dark=dark, **{name: QColor(value) for name, value in tokens.items()})


LIGHT = _palette(
    dark=False,
    bg="#F3F6F4",
    surface="#FFFFFF",
    sunken="#E8EFEC",
    stage="#E4EEEA",
    stage_top="#E9F1EE",
    stage_bottom="#DDEAE6",
    line="#DAE4E0",
    ctrl="#748C86",
    ink="#10302D",
    ink2="#435D58",
    ink3="#58706B",
    primary="#0F6B66",
    primary_hover="#0B5752",
    on_primary="#FFFFFF",
    psoft="#D9ECE7",
    pmid="#8CC3BA",
    active="#F58A45",
    on_active="#2B1103",
    asoft="#FDE7D8",
    atext="#9A3F08",
    ice="#1D5FA5",
    ice_fill="#4A90D9",
    ice_soft="#DFEBF8",
    heat="#7D5200",
    heat_fill="#E3A72B",
    heat_soft="#FBF0D6",
    pain="#74408A",
    pain_fill="#A56BBD",
    pain_soft="#F1E6F5",
    danger="#B3261E",
    track="#CFDDD8",
    focus="#0F6B66",
    featured_start="#CFE6E0",
    featured_end="#E1EFEB",
    shadow="#1A10302D",
    scrim="#73081816",
)

DARK = _palette(
    dark=True,
    bg="#0E1B1A",
    surface="#162624",
    sunken="#1F3330",
    stage="#13221F",
    stage_top="#14231F",
    stage_bottom="#182B28",
    line="#29403C",
    ctrl="#6F8A83",
    ink="#EAF3F0",
    ink2="#B1C6C0",
    ink3="#93ABA4",
    primary="#63C7BB",
    primary_hover="#7DD6CB",
    on_primary="#04201D",
    psoft="#1B3F3B",
    pmid="#3F8F86",
    active="#FF9A57",
    on_active="#2B1103",
    asoft="#40281A",
    atext="#FFB380",
    ice="#8ABEF5",
    ice_fill="#5A9FE3",
    ice_soft="#1B3148",
    heat="#F2C466",
    heat_fill="#E3A72B",
    heat_soft="#3A2F17",
    pain="#D9AAEA",
    pain_fill="#B57FCB",
    pain_soft="#35243D",
    danger="#FFA196",
    track="#2B4440",
    focus="#9BE9DE",
    featured_start="#1B3F3B",
    featured_end="#172B28",
    shadow="#00000000",
    scrim="#73081816",
)


def player_palette(palette: Palette) -> Palette:
    """The same palette with the player's stronger light tones (7 to 1 from two metres away)."""
    if palette.dark:
        return palette
    return replace(palette, ink2=QColor("#2F4944"), primary=QColor("#0B5A55"))
