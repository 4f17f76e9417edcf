"""What Home showed last, so that a start need not read every routine again.

The index holds for one state of the routine folders, one person and one version of the program;
where anything of that is different, the files are read.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hipstretch import __version__
from hipstretch.core.body import Area, Place, Position
from hipstretch.core.catalogue import Facts, FaultItem, HomeItem, RoutineItem
from hipstretch.core.fault import Fault
from hipstretch.core.person import Person
from hipstretch.storage.files import write_atomically


class CatalogueIndex:
    """The index file; damaged or missing it is as if there were none."""

    def __init__(self, path: Path, folders: Sequence[Path]) -> None:
        self._path = path
        self._folders = folders

    def load(self, person: Person) -> tuple[HomeItem, ...] | None:
        """What Home showed, if nothing has changed since; else None."""
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
            if stored["stamp"] != self._stamp(person):
                return None
            return tuple(_item(row) for row in stored["items"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, person: Person, items: Sequence[HomeItem]) -> None:
        """Keep what Home shows; raises OSError."""
        rows = [_row(item) for item in items]
        text = json.dumps({"stamp": self._stamp(person), "items": rows}, ensure_ascii=False)
        write_atomically(self._path, text, durable=False)

    def _stamp(self, person: Person) -> list[object]:
        """What the items depend on: version, fields, person, and every file's size and time."""
        files = list(self._files())
        told = repr((__version__, Facts._fields, person, files)).encode()
        return [len(files), zlib.crc32(told), zlib.adler32(told)]

    def _files(self) -> Iterator[tuple[str, int, int]]:
        """Name, time and size of the files of all folders, in order."""
        for folder in self._folders:
            try:
                found = sorted(os.scandir(folder), key=_name)
            except OSError:
                continue
            for entry in found:
                if entry.name.endswith(".yaml"):
                    status = entry.stat()
                    yield entry.path, status.st_mtime_ns, status.st_size


def _name(entry: os.DirEntry[str]) -> str:
    """What a folder's entries are sorted by."""
    return entry.name


def _row(item: HomeItem) -> dict[str, Any]:
    """The values of an item to store."""
    if isinstance(item, RoutineItem):
        return {"facts": item.facts._asdict()}
    return item._asdict()


def _item(row: dict[str, Any]) -> HomeItem:
    """An item of its stored values; raises KeyError, ValueError or TypeError for other ones."""
    if "facts" not in row:
        faults = tuple(Fault(*fault) for fault in row["faults"])
        return FaultItem(row["key"], row["file_name"], faults)
    facts = row["facts"]
    facts["position"] = Position(facts["position"])
    facts["places"] = tuple(Place(place) for place in facts["places"])
    facts["areas"] = tuple(Area(area) for area in facts["areas"])
    for name in ("equipment", "days", "ask_first"):
        facts[name] = tuple(facts[name])
    facts["positions"] = tuple(Position(position) for position in facts["positions"])
    return RoutineItem(Facts(**facts))
