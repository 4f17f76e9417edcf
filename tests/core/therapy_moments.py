"""Moments of ice and heat that the tests of what is shown share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Outcome, Place, Rest, Therapy, Treatment
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.core.therapy_view import TherapyView, view_of
from hipstretch.core.therapy_wishes import Chosen

REST = 7200.0
WALL = datetime(2026, 11, 21, 14, 7, 19, tzinfo=UTC)
NOW = Now(100_000.0, WALL)
HIP, BACK = Place.RIGHT_HIP, Place.LOWER_BACK


def ice(ago: float, **more: float) -> Treatment:
    """Twenty minutes of ice on the right hip, begun so many seconds ago."""
    began = NOW.at - ago
    return Treatment("i", Kind.ICE, HIP, Means.PACK, 1200.0, began, **more)  # type: ignore[arg-type]  # counts are whole


def heat(ago: float, place: Place = BACK, means: Means = Means.PAD) -> Treatment:
    """Thirty minutes of heat, begun so many seconds ago."""
    return Treatment("h", Kind.HEAT, place, means, 1800.0, NOW.at - ago)


def therapy(*treatments: Treatment) -> Therapy:
    """These under way and nothing else."""
    return Therapy(REST, treatments)


def rested(ago: float, kind: Kind = Kind.ICE, place: Place = HIP) -> Therapy:
    """A place that rests since so many seconds."""
    return Therapy(REST, rests=(Rest(place, kind, NOW.at - ago),))


def missed(ago: float) -> Therapy:
    """Ice whose alarm nobody answered, over since so many seconds."""
    return Therapy(REST, missed=(ice(1200.0 + ago, rung_at=NOW.at),))


def record(hour: int, kind: Kind = Kind.ICE, seconds: float = 1200.0) -> TherapyRecord:
    """A treatment of today that is over."""
    means = Means.PACK if kind is Kind.ICE else Means.PAD
    began = WALL.replace(hour=hour, minute=0, second=0)
    ended = began + timedelta(seconds=seconds)
    return TherapyRecord(
        str(hour), kind, HIP, means, began, ended, seconds, seconds, Outcome.FINISHED, 3, 3
    )


def shown(
    of: Therapy, *records: TherapyRecord, now: Now = NOW, chosen: Chosen | None = None
) -> TherapyView:
    """What is shown of it."""
    return view_of(of, now, chosen or Chosen(), records)
