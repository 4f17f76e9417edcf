"""What a stepper counts, between which bounds, and where its steps stop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

STOPS_PER_PAGE = 5


class Unit(StrEnum):
    """What a stepper counts, as it stands after the number."""

    SECONDS = " s"
    TIMES = " \N{MULTIPLICATION SIGN}"
    BREATHS = " breaths"
    PERCENT = " %"
    MINUTES = " min"


@dataclass(frozen=True, slots=True)
class Stops:
    """The values that stepping reaches: multiples of `step`, the bounds, and the stops of a hint.

    `hint` is the prescribed range, whose two ends are stops too.
    """

    minimum: int
    maximum: int
    step: int
    hint: tuple[int, int] | None = None

    def allows(self, value: int) -> bool:
        """Whether `value` is within the bounds; it need not be a stop."""
        return self.minimum <= value <= self.maximum

    def after(self, value: int) -> int:
        """The next stop above `value`; the maximum where there is none."""
        multiple = (value // self.step + 1) * self.step
        return min(self.maximum, multiple, *(end for end in self._ends() if end > value))

    def before(self, value: int) -> int:
        """The next stop below `value`; the minimum where there is none."""
        multiple = (value - 1) // self.step * self.step
        return max(self.minimum, multiple, *(end for end in self._ends() if end < value))

    def moved(self, value: int, steps: int) -> int:
        """The stop that many `steps` above `value`, or below for a negative number."""
        for _ in range(abs(steps)):
            value = self.after(value) if steps > 0 else self.before(value)
        return value

    def first(self) -> int:
        """Where to start where nothing is prescribed yet."""
        return self.minimum if self.hint is None else self.hint[0]

    def _ends(self) -> tuple[int, ...]:
        """The ends of the hint that lie within the bounds."""
        return tuple(end for end in self.hint or () if self.allows(end))


def typed_number(text: str) -> int | None:
    """The number that a text begins with; None where there is none."""
    found = re.match(r"\s*(\d+)", text)
    return int(found[1]) if found else None


def may_be_typed(text: str, unit_words: str) -> bool:
    """Whether `text` is a number of up to four digits, with or without its unit, or nothing."""
    found = re.fullmatch(r"\s*\d{0,4}\s*(\D*)", text)
    return found is not None and unit_words.strip().startswith(found[1].strip())


def mended(text: str, unit_words: str) -> str:
    """What was meant where a digit was typed after the unit: the digits alone."""
    number, unit, rest = text.partition(unit_words.strip())
    return number.strip() + rest.strip() if unit and rest.strip().isdigit() else text
