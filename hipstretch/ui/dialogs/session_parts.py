"""What became of a session's plan, stretch by stretch and side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.ui.words import clock, side_word

translate = QCoreApplication.translate


class SidePart(NamedTuple):
    """The reps of a stretch on one side; `planned` is None where the person set the pace."""

    side: Side
    done: int
    shortened: int
    skipped: int
    held: float
    planned: float | None

    @property
    def share(self) -> float:
        """How much of the plan was held: 0 to 1; by reps where there is no length."""
        if self.planned:
            return min(1.0, self.held / self.planned)
        count = self.done + self.shortened + self.skipped
        return (self.done + self.shortened) / count if count else 0.0


class StepPart(NamedTuple):
    """A stretch of the session, and its sides in the order in which they came."""

    stretch: str
    sides: tuple[SidePart, ...]


def step_parts(reps: Iterable[RepRecord]) -> tuple[StepPart, ...]:
    """The stretches in the order of the plan."""
    steps: dict[tuple[int, str], dict[Side, list[RepRecord]]] = {}
    for one in reps:
        steps.setdefault((one.step, one.stretch), {}).setdefault(one.side, []).append(one)
    return tuple(
        StepPart(stretch, tuple(_side_part(side, found) for side, found in sides.items()))
        for (_, stretch), sides in steps.items()
    )


def reps_words(reps: Sequence[RepRecord]) -> str:
    """How many were held in full: "10 of 12 holds in full"."""
    done = sum(one.outcome is Outcome.DONE for one in reps)
    words = translate("SessionDialog", "{done} of {all} holds in full")
    return words.format(done=done, all=len(reps))


def outcome_words(part: SidePart) -> str:
    """What became of the reps: "2 done, 1 shortened"."""
    parts = (
        (part.done, translate("SessionDialog", "{n} done")),
        (part.shortened, translate("SessionDialog", "{n} shortened")),
        (part.skipped, translate("SessionDialog", "{n} skipped")),
    )
    return ", ".join(words.format(n=count) for count, words in parts if count)


def time_words(part: SidePart) -> str:
    """The time held of the time planned: "0:50 of 1:00"; the held alone without a plan."""
    if part.planned is None:
        return clock(part.held)
    words = translate("SessionDialog", "{held} of {planned}")
    return words.format(held=clock(part.held), planned=clock(part.planned))


def side_name(part: SidePart) -> str:
    """A side in a row: "Left"; "Both sides"."""
    return side_word(part.side)


def _side_part(side: Side, reps: list[RepRecord]) -> SidePart:
    """The reps of one side added up."""
    lengths = [one.planned for one in reps if one.planned is not None]
    outcomes = [one.outcome for one in reps]
    return SidePart(
        side,
        outcomes.count(Outcome.DONE),
        outcomes.count(Outcome.SHORTENED),
        outcomes.count(Outcome.SKIPPED),
        sum(one.held for one in reps),
        sum(lengths) if len(lengths) == len(reps) else None,
    )
