"""Ice and heat as they are kept and shown: in the person's own time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Outcome, Over, Place, Therapy


class TherapyRecord(NamedTuple):
    """A treatment that is over; times carry their offset, lengths are seconds."""

    id: str
    kind: Kind
    place: Place
    means: Means
    began_at: datetime
    ended_at: datetime
    planned: float
    seconds: float
    outcome: Outcome
    checks: int
    fine: int


class Kept(NamedTuple):
    """What outlives the program: what is under way, and records that the history did not take."""

    therapy: Therapy
    unlogged: tuple[TherapyRecord, ...] = ()


def therapy_record(over: Over, now: Now) -> TherapyRecord:
    """The record of a treatment that was told to be over now, however long ago that was."""
    one = over.treatment
    began = now.wall - timedelta(seconds=now.at - one.began_at)
    ended = began + timedelta(seconds=over.seconds)
    return TherapyRecord(
        one.id,
        one.kind,
        one.place,
        one.means,
        began,
        ended,
        one.seconds,
        over.seconds,
        over.outcome,
        one.checks,
        one.fine,
    )
