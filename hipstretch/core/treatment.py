"""One treatment with ice or heat: what it may be, its deadline, its skin checks and its alarm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

CHECK_EVERY = 300.0
"""Seconds between two looks at the skin (Rachel Neal, cedarhealth.ca: every 5 minutes)."""
ALARM_LASTS = 600.0
"""Seconds for which the alarm at the end rings."""
RING_EVERY = 12.0
"""Seconds from one ring to the next."""
SOFTEST, LOUDEST = 0.4, 1.0
"""The alarm's volume at first and at last."""
GROWS_FOR = 120.0
"""Seconds in which it grows to the loudest."""
LOUDER_BY = 0.1
"""How much louder it begins for each skin check that was not answered."""


class Kind(StrEnum):
    """Cold or warm."""

    ICE = "ice"
    HEAT = "heat"


class Place(StrEnum):
    """Where on the body."""

    RIGHT_HIP = "right-hip"
    LEFT_HIP = "left-hip"
    LOWER_BACK = "lower-back"
    OTHER = "other"


class Means(StrEnum):
    """With what."""

    PACK = "pack"
    PAD = "pad"
    COMPRESS = "compress"
    BATH = "bath"


MEANS = {Kind.ICE: (Means.PACK,), Kind.HEAT: (Means.PAD, Means.COMPRESS, Means.BATH)}
"""What each kind can be done with, the usual one first."""
USUAL_MINUTES = {Kind.ICE: 20, Kind.HEAT: 30}
"""The articles' lengths."""
MINUTES_BOUNDS = {Kind.ICE: (5, 20), Kind.HEAT: (5, 30)}
"""No shorter ones are published, and longer ones are not safe."""
GENTLER_MINUTES = {Kind.ICE: 15, Kind.HEAT: 15}
"""What leaflets of the NHS advise at most (Midlands Partnership: 10 to 15 minutes of either)."""


class Refusal(StrEnum):
    """Why a treatment cannot begin."""

    LENGTH = "length"
    RUNNING = "running"
    PLACE = "place"
    REST = "rest"


class RefusedError(ValueError):
    """A treatment that may not begin; `until` is the instant until which its place rests."""

    def __init__(self, refusal: Refusal, until: float = 0.0) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.until = until


@dataclass(frozen=True, slots=True)
class Treatment:
    """Ice or heat on a place, `seconds` long, begun at an instant.

    `checks` is the number of the last skin check that was asked, `fine` of the last one answered:
    an answer goes for the earlier ones too. `rung_at` is when the alarm last rang, None before the
    end was told. One that is too long or too short cannot be made: it raises RefusedError, and
    ValueError for a kind that is not done with these means.
    """

    id: str
    kind: Kind
    place: Place
    means: Means
    seconds: float
    began_at: float
    checks: int = 0
    fine: int = 0
    rung_at: float | None = None

    def __post_init__(self) -> None:
        """Refuse what is not safe, wherever it comes from."""
        low, high = MINUTES_BOUNDS[self.kind]
        if not low * 60 <= self.seconds <= high * 60:
            raise RefusedError(Refusal.LENGTH)
        if self.means not in MEANS[self.kind]:
            raise ValueError(f"{self.kind} is not done with a {self.means}")

    @property
    def ends_at(self) -> float:
        """The deadline."""
        return self.began_at + self.seconds

    @property
    def is_over(self) -> bool:
        """Whether the end was told."""
        return self.rung_at is not None

    @property
    def asks(self) -> bool:
        """Whether a skin check waits for an answer."""
        return self.fine < self.checks and not self.is_over

    def remaining(self, at: float) -> float:
        """Seconds left; 0 after the deadline."""
        return max(0.0, self.ends_at - at)

    def checks_due(self, at: float) -> int:
        """How many skin checks have come by now; none comes at the end itself."""
        dues = (self._check_at(n) for n in range(1, ceil(self.seconds / CHECK_EVERY)))
        return sum(due <= at and due < self.ends_at for due in dues)

    def next_check_at(self, at: float) -> float | None:
        """The instant of the next skin check; None where the end comes first."""
        due = self._check_at(self.checks_due(at) + 1)
        return due if due < self.ends_at else None

    def next_check_in(self, at: float) -> float | None:
        """Seconds to the next skin check; None where the end comes first."""
        due = self.next_check_at(at)
        return None if due is None else due - at

    def alarm_volume(self, at: float) -> float:
        """How loud the alarm rings, 0 to 1."""
        grown = (LOUDEST - SOFTEST) * max(0.0, at - self.ends_at) / GROWS_FOR
        return min(LOUDEST, SOFTEST + grown + LOUDER_BY * (self.checks - self.fine))

    def _check_at(self, number: int) -> float:
        """The instant of a skin check, the first being number 1."""
        return self.began_at + CHECK_EVERY * number
