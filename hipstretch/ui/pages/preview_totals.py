"""How long a draft takes and how much there is in it, added up row by row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hipstretch.core.draft import Draft
from hipstretch.core.person import Affected, Person
from hipstretch.core.routine import MAX_PHASES, MAX_SECONDS, Rest, Routine, Step
from hipstretch.core.timeline import lay_out


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a routine; `is_open` where a part of it has no length by plan."""

    seconds: float = 0.0
    stretches: int = 0
    holds: int = 0
    phases: int = 0
    is_open: bool = False

    @property
    def is_too_long(self) -> bool:
        """Whether a routine may not be that long."""
        return self.seconds > MAX_SECONDS or self.phases > MAX_PHASES


_ANYONE = tuple(Person(affected, extra_rep=affected is not Affected.NONE) for affected in Affected)
"""Everyone who may play a routine: it has to be short enough for all of them."""


class Adder:
    """Adds up drafts of one routine for one person; steps that stay the same are laid out once."""

    def __init__(self, routine: Routine, person: Person) -> None:
        self._routine = routine
        self._person = person
        self._known: dict[int, tuple[Step | Rest, Totals]] = {}

    def totals(self, draft: Draft) -> Totals:
        """The sums of the rows that are on."""
        parts = [self._of_step(row.step) for row in draft.rows if row.is_on]
        return Totals(
            sum(part.seconds for part in parts),
            sum(part.stretches for part in parts),
            sum(part.holds for part in parts),
            sum(part.phases for part in parts),
            any(part.is_open for part in parts),
        )

    def _of_step(self, step: Step | Rest) -> Totals:
        """The sums of one step; no step changes the time of another one."""
        found = self._known.get(id(step))
        if found is None:
            found = step, totals_of(replace(self._routine, steps=(step,)), self._person)
            self._known[id(step)] = found
        return found[1]


class LengthRule:
    """Whether drafts of one routine are short enough to be kept, whichever side is sore."""

    def __init__(self, routine: Routine) -> None:
        self._adders = [Adder(routine, person) for person in _ANYONE]

    def allows(self, draft: Draft) -> bool:
        """Whether the routine would be readable again from its file."""
        return not any(adder.totals(draft).is_too_long for adder in self._adders)


def totals_of(routine: Routine, person: Person) -> Totals:
    """The sums of a routine."""
    phases = list(lay_out(routine, person))
    return Totals(
        sum(phase.seconds or 0.0 for phase in phases),
        sum(1 for step in routine.steps if isinstance(step, Step)),
        sum(1 for phase in phases if phase.kind.is_rep),
        len(phases),
        any(phase.seconds is None for phase in phases),
    )
