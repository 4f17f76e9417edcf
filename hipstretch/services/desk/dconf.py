"""Reads a switch from GNOME's settings, without its libraries and without a process.

The file is a table of names, each with its parent's name before it and a value; GNOME replaces it
as a whole at every change.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_SIGNATURE = b"GVariant"
_TABLE_POINTER = struct.Struct("<II")
_TABLE_AT = 16
_TABLE_HEAD = struct.Struct("<II")
_BLOOM_WORDS = (1 << 27) - 1
_ENTRY = struct.Struct("<IIIHcxII")
_WORD = 4
_VALUE = b"v"
_SWITCH_END = b"\0b"
"""How a value ends that is true or false."""


class _Entry(NamedTuple):
    """A name's own part, where its parent is, and where its value lies."""

    parent: int
    name: bytes
    kind: bytes
    start: int
    end: int


def user_file(environment: Mapping[str, str], home: Path) -> Path:
    """Where the settings of a person are."""
    folder = environment.get("XDG_CONFIG_HOME") or home / ".config"
    return Path(folder) / "dconf" / "user"


def read_switch(path: Path, key: str, *, default: bool) -> bool:
    """A setting that is true or false; raises OSError, and ValueError for what is no such file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return default
    if not data:
        return default
    value = find(data, key.encode())
    return value[0] == 1 if value is not None and value.endswith(_SWITCH_END) else default


def find(data: bytes, key: bytes) -> bytes | None:
    """The value of a key as it is stored; raises ValueError for what is no such file."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("this is no settings file")
    try:
        entries = _entries(data)
        for entry in entries:
            if entry.kind == _VALUE and key.endswith(entry.name) and _whole(entries, entry) == key:
                return data[entry.start : entry.end]
    except (struct.error, IndexError) as error:
        raise ValueError("the settings file is cut off") from error
    return None


def _entries(data: bytes) -> list[_Entry]:
    """All entries of the file's table."""
    start, end = _TABLE_POINTER.unpack_from(data, _TABLE_AT)
    bloom_words, buckets = _TABLE_HEAD.unpack_from(data, start)
    first = start + _TABLE_HEAD.size + _WORD * ((bloom_words & _BLOOM_WORDS) + buckets)
    table = data[first : first + (end - first) // _ENTRY.size * _ENTRY.size]
    return [
        _Entry(parent, data[name : name + length], kind, value_start, value_end)
        for _, parent, name, length, kind, value_start, value_end in _ENTRY.iter_unpack(table)
    ]


def _whole(entries: list[_Entry], entry: _Entry) -> bytes:
    """The name of an entry with those of its parents; a ring of parents is cut."""
    name = entry.name
    for _ in range(len(entries)):
        if entry.parent >= len(entries):
            return name
        entry = entries[entry.parent]
        name = entry.name + name
    return name
