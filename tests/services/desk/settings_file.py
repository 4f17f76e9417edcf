"""Settings files as GNOME writes them."""

from __future__ import annotations

import struct

TRUE, FALSE, TEXT = b"\1\0b", b"\0\0b", b"hips\0\0s"
_NO_PARENT = 0xFFFFFFFF
_HEAD, _ENTRY = 24, 24


def settings_file(values: dict[str, bytes], bloom_words: int = 1, buckets: int = 3) -> bytes:
    """A file with these keys: each folder is an entry, and so is each value."""
    entries: list[tuple[int, bytes, bytes, bytes]] = []
    places: dict[str, int] = {}
    for key, value in values.items():
        folder, _, name = key.rpartition("/")
        parent = _place_of(f"{folder}/", entries, places)
        entries.append((parent, name.encode(), b"v", value))
    head = struct.pack("<II", bloom_words, buckets) + bytes(4 * (bloom_words + buckets))
    end = _HEAD + len(head) + _ENTRY * len(entries)
    table, heap = b"", b""
    for parent, name_part, kind, value in entries:
        start = end + len(heap)
        heap += name_part + value
        ends = (start + len(name_part), start + len(name_part) + len(value))
        table += struct.pack("<IIIHcxII", 0, parent, start, len(name_part), kind, *ends)
    return b"GVariant" + struct.pack("<IIII", 0, 0, _HEAD, end) + head + table + heap


def _place_of(
    folder: str, entries: list[tuple[int, bytes, bytes, bytes]], places: dict[str, int]
) -> int:
    """Where a folder is among the entries; it is added if it is not there."""
    if folder not in places:
        above, _, name = folder.rstrip("/").rpartition("/")
        parent = _NO_PARENT if folder == "/" else _place_of(f"{above}/", entries, places)
        entries.append((parent, f"{name}/".encode(), b"L", b""))
        places[folder] = len(entries) - 1
    return places[folder]
