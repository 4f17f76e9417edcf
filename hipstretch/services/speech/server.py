"""Where the person's speech-dispatcher listens, and how it is started."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QDir, QObject

from hipstretch.services.speech.program import ProgramRun

PROGRAM = "speech-dispatcher"


def socket_path(environment: Mapping[str, str]) -> Path:
    """Where the person's server listens; the rules are the server's own."""
    kind, _, address = environment.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and address:
        return Path(address)
    cache = environment.get("XDG_CACHE_HOME") or f"{QDir.homePath()}/.cache"
    folder = environment.get("XDG_RUNTIME_DIR") or cache
    return Path(folder) / PROGRAM / "speechd.sock"


def starting(program: str, path: Path, parent: QObject) -> ProgramRun:
    """What starts the server for its socket, unless the server's settings forbid it.

    It puts itself into the background; the run is over when the server is ready or cannot be.
    """
    where = ["--communication-method", "unix_socket", "--socket-path", str(path)]
    return ProgramRun(program, ["--spawn", *where], parent)
