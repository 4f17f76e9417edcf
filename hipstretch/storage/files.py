"""Files that are whole at every moment: written beside the old one, then put in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, text: str | bytes, *, durable: bool = True) -> None:
    """Replace the file at `path` by `text` in UTF-8; raises OSError with the old file untouched.

    `durable` also waits until the disk has it, so that a power cut loses nothing either.
    """
    with replacing(path, durable=durable) as file:
        file.write(text.encode() if isinstance(text, str) else text)


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` once it is written; as `write_atomically`."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the disk keep the new name; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_file(path: Path) -> bool:
    """Whether there is a plain file; no where the system does not even tell."""
    try:
        return path.is_file()
    except OSError:
        return False


def free_path(path: Path) -> Path:
    """`path`, or the first of `name-2`, `name-3`, ... that no file has yet."""
    if not path.exists():
        return path
    number = 2
    while (other := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return other


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be read, so that a new one can be written; tells its new name."""
    aside = free_path(path.with_name(f"{path.stem}.unreadable{path.suffix}"))
    path.rename(aside)
    return aside
