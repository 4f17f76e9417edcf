"""The body: how it lies, sits or stands, where that is, and the parts of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.person import Side


class Position(StrEnum):
    """How the body lies, sits or stands."""

    LYING_ON_BACK = "lying-on-back"
    LYING_FACE_DOWN = "lying-face-down"
    SIDE_LYING = "side-lying"
    KNEELING = "kneeling"
    ALL_FOURS = "all-fours"
    SITTING_ON_FLOOR = "sitting-on-floor"
    SITTING_ON_CHAIR = "sitting-on-chair"
    RECLINING = "reclining"
    STANDING = "standing"

    @property
    def place(self) -> Place:
        """Where that is, as the filters on Home group it."""
        return _PLACES.get(self, Place.FLOOR)


class Place(StrEnum):
    """The three places that people choose between."""

    FLOOR = "floor"
    SEATED = "seated"
    STANDING = "standing"


_PLACES = {
    Position.SITTING_ON_CHAIR: Place.SEATED,
    Position.RECLINING: Place.SEATED,
    Position.STANDING: Place.STANDING,
}


class Area(StrEnum):
    """The part of the body that an exercise works on."""

    HIP = "hip"
    GLUTES = "glutes"
    PIRIFORMIS = "piriformis"
    HIP_FLEXORS = "hip-flexors"
    HAMSTRINGS = "hamstrings"
    LOWER_BACK = "lower-back"
    CORE = "core"
    SHOULDERS = "shoulders"
    NECK = "neck"
    WHOLE_BODY = "whole-body"


class Picture(NamedTuple):
    """What shows an exercise: its figure on a side, and the position's sign where it has none.

    `figure` is an id, or the figure itself where an exercise's file writes it out.
    """

    position: Position
    figure: str = ""
    side: Side = Side.RIGHT
