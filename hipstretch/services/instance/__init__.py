"""The running program of a person: where it listens, and how another start asks it something."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path


def address(own_folder: Path) -> str:
    """Where the program of that folder listens: a socket's path, on Windows a pipe's name.

    The socket lies where only this person can reach it: in the folder of their session or in
    their own folder. The sum that stands for the folder costs a start next to nothing.
    """
    name = f"hipstretch-{zlib.crc32(str(own_folder.resolve()).encode()):08x}"
    if sys.platform == "win32":
        return name
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    if session and Path(session).is_dir():
        return str(Path(session) / f"{name}.socket")
    return str(own_folder / "running.socket")
