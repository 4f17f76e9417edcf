"""What can be the matter with the history's file, in plain words and with what helps."""

from __future__ import annotations

import errno
from enum import StrEnum, auto
from pathlib import Path


class HistoryTrouble(StrEnum):
    """Why the history cannot be used now."""

    DAMAGED = auto()
    NEWER = auto()
    READ_ONLY = auto()
    FULL = auto()
    BUSY = auto()
    REFUSED = auto()
    CLOSED = auto()


_SENTENCES = {
    HistoryTrouble.DAMAGED: "the file is damaged, or it is no history of HipStretch. It stays as "
    "it is. Put a copy from a backup in its place, or move it away to begin a new one",
    HistoryTrouble.NEWER: "a newer version of HipStretch wrote the file. It stays as it is. "
    "Install the newer version to use it",
    HistoryTrouble.READ_ONLY: "the file or its folder cannot be written. Allow writing there",
    HistoryTrouble.FULL: "the disk has no room, or does not take anything. Make some room",
    HistoryTrouble.BUSY: "another program is using the file. Close that program and try again",
    HistoryTrouble.REFUSED: "something in it cannot be kept",
    HistoryTrouble.CLOSED: "the file cannot be opened. See whether it is there and may be read",
}
_BY_ERRNO = {
    errno.ENOSPC: HistoryTrouble.FULL,
    errno.EDQUOT: HistoryTrouble.FULL,
    errno.EFBIG: HistoryTrouble.FULL,
    errno.EACCES: HistoryTrouble.READ_ONLY,
    errno.EPERM: HistoryTrouble.READ_ONLY,
    errno.EROFS: HistoryTrouble.READ_ONLY,
}


def sentence(trouble: HistoryTrouble, path: Path, detail: str = "") -> str:
    """What is the matter, what helps, and where the file lies."""
    reason = f" ({detail})" if detail else ""
    return f"{_SENTENCES[trouble]}: {path}{reason}"


def trouble_of(error: Exception) -> HistoryTrouble:
    """What an error means."""
    import sqlite3

    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, HistoryTrouble.CLOSED)
    if isinstance(error, UnicodeEncodeError):
        return HistoryTrouble.REFUSED
    if not isinstance(error, sqlite3.Error):
        return HistoryTrouble.DAMAGED  # what was read is nothing that was ever written
    # Python's own errors, as of a text that is none, come without a code.
    return _trouble_of_code(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT))


def _trouble_of_code(code: int) -> HistoryTrouble:
    """What SQLite's own number for an error means; what it adds to the number is the detail."""
    import sqlite3

    if code in {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }:
        return HistoryTrouble.FULL
    return {
        sqlite3.SQLITE_CORRUPT: HistoryTrouble.DAMAGED,
        sqlite3.SQLITE_NOTADB: HistoryTrouble.DAMAGED,
        sqlite3.SQLITE_ERROR: HistoryTrouble.DAMAGED,  # a table or column that is not there
        sqlite3.SQLITE_READONLY: HistoryTrouble.READ_ONLY,
        sqlite3.SQLITE_FULL: HistoryTrouble.FULL,
        sqlite3.SQLITE_BUSY: HistoryTrouble.BUSY,
        sqlite3.SQLITE_LOCKED: HistoryTrouble.BUSY,
        sqlite3.SQLITE_CONSTRAINT: HistoryTrouble.REFUSED,
    }.get(code & 0xFF, HistoryTrouble.CLOSED)
