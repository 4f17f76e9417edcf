"""The person who stretches: what changes the plan of a routine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Side(StrEnum):
    """The person's own left or right; `BOTH` for both at once or no side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def opposite(self) -> Side:
        """The other side; `BOTH` stays."""
        return _OPPOSITE[self]


_OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}


class Affected(StrEnum):
    """Which side is sore."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    def includes(self, side: Side) -> bool:
        """Whether `side` (left or right) is a sore one."""
        return side is not Side.BOTH and self.value in {side.value, "both"}


@dataclass(frozen=True, slots=True)
class Person:
    """What a timeline depends on besides the routine.

    A breath is in seconds, in and out; with `breathe_along` every hold is breathed through.
    """

    affected: Affected = Affected.NONE
    first_side: Side = Side.RIGHT
    extra_rep: bool = False
    breath: float = 6.0
    breathe_along: bool = False

    @property
    def sore_side(self) -> Side | None:
        """The one sore side; None where there is none or both are."""
        return Side(self.affected) if self.affected in {"left", "right"} else None

    def with_sore(self, affected: Affected) -> Person:
        """The person with another sore side, which then comes first."""
        changed = replace(self, affected=affected)
        return replace(changed, first_side=changed.sore_side or self.first_side)
