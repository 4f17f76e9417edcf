"""Ice and heat under way, on disk, so that nothing that happens to the program moves a deadline.

Instants are kept with the id of the machine's start. In the same start they hold as they are,
whatever was done to the clock on the wall; after another start the wall's clock tells how much
time went by.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import (
    MINUTES_BOUNDS,
    Kind,
    Means,
    Place,
    Rest,
    Therapy,
    Treatment,
)
from hipstretch.storage.files import set_aside, write_atomically

_VERSION = 1
_LARGEST = 1e12
"""More seconds than any clock shows."""


class TherapyFile:
    """Loads and saves what is under way; `boot` tells this start of the machine from others."""

    def __init__(self, path: Path, boot: str) -> None:
        self._path = path
        self._boot = boot

    def save(self, therapy: Therapy, now: Now) -> None:
        """Write it so that even a power cut loses nothing; raises OSError."""
        values = {
            "version": _VERSION,
            "boot": self._boot,
            "at": now.at,
            "wall": now.wall.isoformat(),
            "treatments": [_plain(one) for one in therapy.treatments],
            "missed": [_plain(one) for one in therapy.missed],
            "rests": [rest._asdict() for rest in therapy.rests],
            "awaited": sorted(therapy.awaited),
        }
        write_atomically(self._path, json.dumps(values, indent=2) + "\n")

    def load(self, rest: float, now: Now) -> Therapy:
        """What is under way, on the clock of `now`; nothing where there is no file.

        `rest` are the seconds that a place rests. A file that cannot be read is set aside. Raises
        OSError where even that fails.
        """
        try:
            return self._therapy(json.loads(self._path.read_text(encoding="utf-8")), rest, now)
        except FileNotFoundError:
            return Therapy(rest)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            set_aside(self._path)
            return Therapy(rest)

    def _therapy(self, values: dict[str, Any], rest: float, now: Now) -> Therapy:
        """What a file says; raises ValueError, KeyError or TypeError for a damaged one."""
        if values["version"] != _VERSION:
            raise ValueError("written by another version")
        saved = Therapy(
            rest,
            tuple(_treatment(one) for one in values["treatments"]),
            tuple(_treatment(one) for one in values["missed"]),
            tuple(
                Rest(Place(one["place"]), Kind(one["kind"]), _number(one["since"]))
                for one in values["rests"]
            ),
            frozenset(Place(place) for place in values["awaited"]),
        )
        at, wall = _number(values["at"]), datetime.fromisoformat(values["wall"])
        if self._boot and values["boot"] == self._boot and at <= now.at:
            return saved
        return saved.shifted(now.at - at - max(0.0, (now.wall - wall).total_seconds()))


def _plain(one: Treatment) -> dict[str, object]:
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


def _treatment(values: dict[str, Any]) -> Treatment:
    """A treatment of plain values; raises ValueError for one longer than allowed."""
    kind, seconds = Kind(values["kind"]), _number(values["seconds"])
    low, high = MINUTES_BOUNDS[kind]
    if not low * 60 <= seconds <= high * 60:
        raise ValueError(f"{kind} lasts {low} to {high} minutes")
    rung_at = values["rung_at"]
    return Treatment(
        str(values["id"]),
        kind,
        Place(values["place"]),
        Means(values["means"]),
        seconds,
        _number(values["began_at"]),
        int(_number(values["checks"])),
        int(_number(values["fine"])),
        None if rung_at is None else _number(rung_at),
    )


def _number(value: object) -> float:
    """A number from the file; raises ValueError for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < _LARGEST:
        raise ValueError(f"expected a number, not {value!r}")
    return float(value)
