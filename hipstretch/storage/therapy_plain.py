"""Treatments, rests and records as the plain values of a file, and back with every value checked.

What cannot be true, whoever wrote it, raises ValueError, KeyError or TypeError.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hipstretch.core.therapy import Kind, Means, Outcome, Place, Rest, Treatment
from hipstretch.core.therapy_day import TherapyRecord

_LARGEST = 1e10
"""Seconds of some three hundred years: more than any clock shows, less than a date can bear."""
_MOST_CHECKS = 5
_LONGEST_ID = 64
_ROUNDING = 1.0
"""Seconds by which a past instant may lie ahead, by rounding."""

Plain = Mapping[str, Any]


def plain_treatment(one: Treatment) -> dict[str, object]:
    """A treatment as plain values."""
    return {
        "id": one.id,
        "kind": one.kind,
        "place": one.place,
        "means": one.means,
        "seconds": one.seconds,
        "began_at": one.began_at,
        "checks": one.checks,
        "fine": one.fine,
        "rung_at": one.rung_at,
    }


def treatment_of(values: Plain, at: float) -> Treatment:
    """A treatment that was saved at an instant."""
    rung_at = values["rung_at"]
    checks = _count(values["checks"])
    return Treatment(
        _id(values["id"]),
        Kind(values["kind"]),
        Place(values["place"]),
        Means(values["means"]),
        number(values["seconds"]),
        _past(values["began_at"], at),
        checks,
        _count(values["fine"], checks),
        None if rung_at is None else _past(rung_at, at),
    )


def rest_of(values: Plain, at: float) -> Rest:
    """A rest that was saved at an instant."""
    return Rest(Place(values["place"]), Kind(values["kind"]), _past(values["since"], at))


def plain_record(record: TherapyRecord) -> dict[str, object]:
    """A record as plain values."""
    began_at, ended_at = record.began_at.isoformat(), record.ended_at.isoformat()
    return record._asdict() | {"began_at": began_at, "ended_at": ended_at}


def record_of(values: Plain) -> TherapyRecord:
    """A record that the history has not taken yet."""
    checks = _count(values["checks"])
    return TherapyRecord(
        _id(values["id"]),
        Kind(values["kind"]),
        Place(values["place"]),
        Means(values["means"]),
        moment(values["began_at"]),
        moment(values["ended_at"]),
        number(values["planned"]),
        number(values["seconds"]),
        Outcome(values["outcome"]),
        checks,
        _count(values["fine"], checks),
    )


def number(value: object) -> float:
    """A number of seconds."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < _LARGEST:
        raise ValueError(f"expected a number, not {value!r}")
    return float(value)


def moment(value: object) -> datetime:
    """A time with its offset."""
    time = datetime.fromisoformat(str(value))
    if time.tzinfo is None:
        raise ValueError("the time has no offset from UTC")
    return time


def _past(value: object, at: float) -> float:
    """An instant that is not later than another."""
    instant = number(value)
    if instant > at + _ROUNDING:
        raise ValueError("it lies in the future")
    return instant


def _count(value: object, most: int = _MOST_CHECKS) -> int:
    """How many skin checks."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError(f"expected 0 to {most}, not {value!r}")
    return value


def _id(value: object) -> str:
    """The id of a treatment."""
    if isinstance(value, str) and value.isascii() and 0 < len(value) <= _LONGEST_ID:
        return value
    raise ValueError(f"expected an id, not {value!r}")
