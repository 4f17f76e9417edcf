"""What the person chooses and wants of ice and heat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from hipstretch.core.therapy import MEANS, USUAL_MINUTES, Kind, Means, Place


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person chose for the next treatment: where, how many minutes of each, what for heat.

    The means of ice is its pack.
    """

    place: Place = Place.RIGHT_HIP
    ice: int = USUAL_MINUTES[Kind.ICE]
    heat: int = USUAL_MINUTES[Kind.HEAT]
    heat_means: Means = MEANS[Kind.HEAT][0]

    def minutes(self, kind: Kind) -> int:
        """How long a treatment of a kind shall be."""
        return self.ice if kind is Kind.ICE else self.heat

    def means(self, kind: Kind) -> Means:
        """With what a treatment of a kind shall be done."""
        return MEANS[kind][0] if kind is Kind.ICE else self.heat_means

    def with_minutes(self, kind: Kind, minutes: int) -> Chosen:
        """The same with another length for a kind."""
        return replace(self, ice=minutes) if kind is Kind.ICE else replace(self, heat=minutes)


class BeginWish(NamedTuple):
    """A treatment that the person wants to begin; `anyway` is during the rest of its place."""

    kind: Kind
    place: Place
    means: Means
    minutes: int
    anyway: bool = False


class AwaitWish(NamedTuple):
    """Whether the person wants to be told when a place is ready again."""

    place: Place
    is_on: bool
