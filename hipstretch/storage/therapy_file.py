"""Ice and heat under way, on disk, so that nothing that happens to the program moves a deadline.

Instants are kept with the id of the machine's start. In the same start they hold as they are,
whatever was done to the clock on the wall; after another start the wall's clock tells how much
time went by. Where that clock was set back nobody can tell, and what runs is over at once.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Place, Therapy
from hipstretch.core.therapy_day import Kept
from hipstretch.storage.files import set_aside, write_atomically
from hipstretch.storage.therapy_plain import (
    moment,
    number,
    plain_record,
    plain_treatment,
    record_of,
    rest_of,
    treatment_of,
)

_VERSION = 1
_LONGEST_AWAY = 1e9
"""Most seconds that went by between two starts: thirty years."""
_CORRECTION = 60.0
"""Seconds by which a clock may set itself right; more than that is a clock that was set."""


class TherapyFile:
    """Loads and saves what is under way; `boot` tells this start of the machine from others."""

    def __init__(self, path: Path, boot: str) -> None:
        self._path = path
        self._boot = boot

    def save(self, kept: Kept, now: Now) -> None:
        """Write it so that even a power cut loses nothing; raises OSError."""
        therapy = kept.therapy
        values = {
            "version": _VERSION,
            "boot": self._boot,
            "at": now.at,
            "wall": now.wall.isoformat(),
            "treatments": [plain_treatment(one) for one in therapy.treatments],
            "missed": [plain_treatment(one) for one in therapy.missed],
            "rests": [rest._asdict() for rest in therapy.rests],
            "awaited": sorted(therapy.awaited),
            "unlogged": [plain_record(record) for record in kept.unlogged],
        }
        write_atomically(self._path, json.dumps(values, indent=2) + "\n")

    def load(self, rest: float, now: Now) -> Kept:
        """What is under way, on the clock of `now`; nothing where there is no file.

        `rest` are the seconds that a place rests. A file that cannot be read is set aside. Raises
        OSError where even that fails.
        """
        try:
            return self._kept(json.loads(self._path.read_text(encoding="utf-8")), rest, now)
        except FileNotFoundError:
            return Kept(Therapy(rest))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            set_aside(self._path)
            return Kept(Therapy(rest))

    def _kept(self, values: dict[str, Any], rest: float, now: Now) -> Kept:
        """What a file says; raises ValueError, KeyError or TypeError for a damaged one."""
        if values["version"] != _VERSION:
            raise ValueError("written by another version")
        at = number(values["at"])
        saved = Now(at, moment(values["wall"]))
        is_same_start = bool(self._boot) and values["boot"] == self._boot and at <= now.at
        therapy = _therapy(values, rest, at)
        if not is_same_start:
            therapy = _after_another_start(therapy, saved, now)
        return Kept(therapy, tuple(record_of(one) for one in values["unlogged"]))


def _therapy(values: dict[str, Any], rest: float, at: float) -> Therapy:
    """What was under way at an instant; refused like anything that may not begin."""
    therapy = Therapy(rest)
    for one in values["treatments"]:
        therapy = therapy.begin(treatment_of(one, at))
    return replace(
        therapy,
        missed=tuple(treatment_of(one, at) for one in values["missed"]),
        rests=tuple(rest_of(one, at) for one in values["rests"]),
        awaited=frozenset(Place(place) for place in values["awaited"]),
    )


def _after_another_start(therapy: Therapy, saved: Now, now: Now) -> Therapy:
    """The same on the clock of another start of the machine."""
    passed = min((now.wall - saved.wall).total_seconds(), _LONGEST_AWAY)
    moved = therapy.shifted(now.at - saved.at - max(0.0, passed))
    return moved if passed >= -_CORRECTION else moved.cut_short(now.at)
