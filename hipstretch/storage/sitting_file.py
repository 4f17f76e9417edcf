"""The minutes sat, kept on disk so that neither a restart nor a crash loses them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from hipstretch.core.breaks import Saved
from hipstretch.core.sitting import Presence
from hipstretch.storage.files import set_aside, write_atomically

_VERSION = 1
_LONGEST = 48 * 3600.0
"""More seconds than anyone sits or pauses."""


class SittingFile:
    """Loads and saves what survives a restart."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def save(self, saved: Saved) -> None:
        """Write it; raises OSError."""
        values = {
            "version": _VERSION,
            "sat": saved.sat,
            "presence": saved.presence,
            "pause_left": saved.pause_left,
            "wall": saved.wall.isoformat(),
        }
        write_atomically(self._path, json.dumps(values), durable=False)

    def load(self) -> Saved | None:
        """What was saved; None where there is nothing or it cannot be read.

        A file that cannot be read is set aside. Raises OSError where even that fails.
        """
        try:
            return _saved(json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, RecursionError):
            set_aside(self._path)
            return None


def _saved(values: dict[str, object]) -> Saved:
    """What a file says; raises ValueError, KeyError or TypeError for a damaged one."""
    if values["version"] != _VERSION:
        raise ValueError("written by another version")
    wall = datetime.fromisoformat(str(values["wall"]))
    if wall.tzinfo is None:
        raise ValueError("the time has no offset from UTC")
    sat, pause_left = _seconds(values["sat"]), _seconds(values["pause_left"])
    return Saved(sat, Presence(str(values["presence"])), pause_left, wall)


def _seconds(value: object) -> float:
    """A number from the file; raises ValueError where it is none that time could have."""
    if not isinstance(value, int | float) or not 0 <= value <= _LONGEST:
        raise ValueError(f"expected seconds, not {value!r}")
    return float(value)
