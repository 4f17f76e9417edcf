"""A calm breath: where in it one is, so many seconds into a hold."""

from __future__ import annotations

from math import cos, pi
from typing import NamedTuple


class Breath(NamedTuple):
    """A moment of a breath; `fullness` of the lungs goes from 0 to 1 and back, softly."""

    is_in: bool
    fullness: float


def breath_at(offset: float, length: float) -> Breath:
    """The breath `offset` seconds into a hold, each `length` seconds long, half of it in."""
    share = offset % length / length
    return Breath(share < 1 / 2, (1 - cos(2 * pi * share)) / 2)
