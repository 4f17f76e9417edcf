"""A lock that only one running program can hold; the system opens it when the program ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        """Lock the file's first byte; raises OSError where it is locked."""
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        """Lock the file; raises OSError where it is locked."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """The right to be the one program of a person."""

    def __init__(self, own_folder: Path) -> None:
        self._path = own_folder / "running.lock"
        self._file: BinaryIO | None = None

    def take(self) -> bool:
        """Whether this program is the one now; raises OSError where the folder cannot be used."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Leave the place to another."""
        if self._file is not None:
            self._file.close()
            self._file = None
