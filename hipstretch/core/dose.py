"""How much of an exercise: holds, reps, sets, sides and pauses, as it is prescribed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from hipstretch.core.person import Affected, Person, Side

HOLD_BOUNDS = (1.0, 1800.0)
"""Seconds of one hold: 1 s to 30 min."""
PAUSE_BOUNDS = (0.0, 1800.0)
"""Seconds of one pause: none to 30 min."""
REPS_BOUNDS = (1, 100)
SETS_BOUNDS = (1, 20)
USUAL_BREATH = 6.0
"""Seconds of one calm breath in and out, unless the person chose another."""


class Unit(StrEnum):
    """What a duration counts."""

    SECONDS = "s"
    BREATHS = "breaths"


@dataclass(frozen=True, slots=True)
class Duration:
    """A time or a range of times; without a low end it is not prescribed yet."""

    low: float | None
    high: float | None = None
    unit: Unit = Unit.SECONDS

    @property
    def is_set(self) -> bool:
        """Whether somebody has prescribed it."""
        return self.low is not None

    @property
    def is_range(self) -> bool:
        """Whether there is a higher end to choose."""
        return self.high is not None and self.high != self.low

    def seconds(self, breath: float = USUAL_BREATH) -> float | None:
        """The low end in seconds; None where it is not prescribed yet."""
        if self.low is None:
            return None
        return self.low * breath if self.unit is Unit.BREATHS else self.low


UNSET = Duration(None)
"""A duration that is named but not prescribed yet."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of reps or sets or a range of them; without a low end not prescribed yet."""

    low: int | None
    high: int | None = None

    @property
    def is_set(self) -> bool:
        """Whether somebody has prescribed it."""
        return self.low is not None

    @property
    def is_range(self) -> bool:
        """Whether there is a higher end to choose."""
        return self.high is not None and self.high != self.low


class SideRule(StrEnum):
    """Which sides work, and in which order."""

    BOTH = "both"
    EACH = "each"
    ALTERNATE = "alternate"
    LEFT = "left"
    RIGHT = "right"
    AFFECTED = "affected"
    OTHER = "other"


Sides = SideRule | tuple[Side, ...]
"""A rule, or one round written out, such as left, right, both."""


class Mode(StrEnum):
    """The four ways a rep goes."""

    HOLD = "hold"
    TEMPO = "tempo"
    FOR = "for"
    SELF_PACED = "self_paced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What is prescribed; None means that this dose says nothing about it.

    `lasting` is the format's `for`; `tempo` is out, stay, back; `left`, `right` and `affected`
    hold what is different on that side.
    """

    sides: Sides | None = None
    hold: Duration | None = None
    tempo: tuple[Duration, Duration, Duration] | None = None
    lasting: Duration | None = None
    self_paced: bool = False
    reps: Count | None = None
    sets: Count | None = None
    relax: Duration | None = None
    rest: Duration | None = None
    left: Dose | None = None
    right: Dose | None = None
    affected: Dose | None = None

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The ways of doing a rep that this dose names; a whole dose names exactly one."""
        named = {
            Mode.HOLD: self.hold is not None,
            Mode.TEMPO: self.tempo is not None,
            Mode.FOR: self.lasting is not None,
            Mode.SELF_PACED: self.self_paced,
        }
        return tuple(mode for mode, is_named in named.items() if is_named)

    @property
    def mode(self) -> Mode:
        """The way a rep goes; raises ValueError where there is none or more than one."""
        (mode,) = self.modes
        return mode

    def over(self, base: Dose) -> Dose:
        """`base` with what this dose says put in its place, key by key."""
        if self.modes:
            reps = None if self.lasting is not None and base.lasting is None else base.reps
            base = replace(base, hold=None, tempo=None, lasting=None, self_paced=False, reps=reps)
        said = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        return replace(base, **said)

    def on_side(self, side: Side, affected: Affected) -> Dose:
        """The dose of one side, its own differences put in; the affected side's come last."""
        dose = self
        own = {Side.LEFT: self.left, Side.RIGHT: self.right}.get(side)
        if own is not None:
            dose = own.over(dose)
        if self.affected is not None and affected.includes(side):
            dose = self.affected.over(dose)
        return dose

    def rep_seconds(self, breath: float) -> float | None:
        """How long one rep lasts; None where the person sets the pace or nobody has said yet."""
        if self.self_paced:
            return None
        if self.tempo is None:
            duration = self.hold if self.hold is not None else self.lasting
            return duration.seconds(breath) if duration is not None else None
        parts = [part.seconds(breath) for part in self.tempo]
        return None if None in parts else sum(part for part in parts if part is not None)

    @property
    def unset_keys(self) -> tuple[str, ...]:
        """The keys that are named but not prescribed yet, which the app asks before the start."""
        durations = {"hold": self.hold, "for": self.lasting, "relax": self.relax, "rest": self.rest}
        open_keys = [
            key for key, value in durations.items() if value is not None and not value.is_set
        ]
        counts = {"reps": self.reps, "sets": self.sets}
        open_keys += [
            key for key, value in counts.items() if value is not None and not value.is_set
        ]
        if self.tempo is not None and not all(part.is_set for part in self.tempo):
            open_keys.append("tempo")
        return tuple(open_keys)


def rep_order(dose: Dose, person: Person) -> list[Side]:
    """The sides of all reps of one set, in order."""
    sides = _round_of(dose.sides or SideRule.BOTH, person)
    left_over = {side: _reps_on(dose, side, sides, person) for side in set(sides)}
    if dose.sides in {SideRule.EACH, SideRule.AFFECTED, SideRule.OTHER}:
        return [side for side in sides for _ in range(left_over[side])]
    order: list[Side] = []
    while any(left_over.values()):
        for side in sides:
            if left_over[side]:
                order.append(side)
                left_over[side] -= 1
    return order


def _round_of(sides: Sides, person: Person) -> tuple[Side, ...]:
    """One round of sides; `affected` and `other` become both sides in turn where none is sore."""
    if isinstance(sides, tuple):
        return sides
    in_turn = (person.first_side, person.first_side.opposite)
    if sides in {SideRule.EACH, SideRule.ALTERNATE}:
        return in_turn
    if sides in {SideRule.AFFECTED, SideRule.OTHER}:
        if person.sore_side is None:
            return in_turn
        sore = person.sore_side
        return (sore if sides is SideRule.AFFECTED else sore.opposite,)
    return (Side(sides.value),)


def _reps_on(dose: Dose, side: Side, sides: tuple[Side, ...], person: Person) -> int:
    """How many reps a side has in one set, with the extra one on the sore side where wished."""
    own = dose.on_side(side, person.affected)
    reps = own.reps.low if own.reps is not None and own.reps.low is not None else 1
    extra = person.extra_rep and side is person.sore_side and own.lasting is None
    return reps * sides.count(side) + extra
