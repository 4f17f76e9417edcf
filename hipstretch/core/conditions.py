"""What of a person's body matters for exercises: conditions to ask about first, and positions.

The conditions are those that the exercises' files name under `ask_first`; which exercise asks about
which comes from published leaflets and is told in its file.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from hipstretch.core.body import Place, Position

if TYPE_CHECKING:  # the settings ask for conditions before any exercise is read
    from hipstretch.core.exercise import Exercise


class Condition(StrEnum):
    """What makes it wise to ask first, in the order in which it is asked."""

    HIP_REPLACEMENT = "hip-replacement"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY = "pregnancy"
    RECENT_SURGERY = "recent-surgery"
    ACUTE_SCIATICA = "acute-sciatica"
    HERNIATED_DISC = "herniated-disc"
    SPINAL_STENOSIS = "spinal-stenosis"
    GROIN_PINCH = "groin-pinch"
    KNEE_PAIN = "knee-pain"
    KNEE_REPLACEMENT = "knee-replacement"
    WRIST_PAIN = "wrist-pain"
    NUMB_SKIN = "numb-skin"
    BROKEN_SKIN = "broken-skin"
    HIGH_BLOOD_PRESSURE = "high-blood-pressure"
    BLOOD_CLOT = "blood-clot"
    BLOOD_THINNERS = "blood-thinners"
    HERNIA = "hernia"
    BALANCE_PROBLEMS = "balance-problems"


class Avoided(StrEnum):
    """A way of being that the person cannot or does not want to take."""

    FLOOR = "floor"
    KNEELING = "kneeling"
    FACE_DOWN = "face-down"
    STANDING = "standing"

    def covers(self, position: Position) -> bool:
        """Whether an exercise in `position` would need it."""
        if self is Avoided.FLOOR:
            return position.place is Place.FLOOR
        return position in _POSITIONS[self]


_POSITIONS = {
    Avoided.KNEELING: {Position.KNEELING, Position.ALL_FOURS},
    Avoided.FACE_DOWN: {Position.LYING_FACE_DOWN},
    Avoided.STANDING: {Position.STANDING},
}


def to_ask_about(exercise: Exercise, conditions: Collection[str]) -> tuple[str, ...]:
    """The person's conditions that an exercise says to ask about, in the exercise's order."""
    return tuple(one for one in exercise.ask_first if one in conditions)


def avoided_in(exercise: Exercise, avoided: Collection[str]) -> Avoided | None:
    """The first of the avoided positions that an exercise would need; None where it needs none."""
    wanted = (one for one in Avoided if one in avoided and one.covers(exercise.position))
    return next(wanted, None)
