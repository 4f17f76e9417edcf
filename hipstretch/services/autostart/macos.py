"""macOS: a launch agent of the person."""

from __future__ import annotations

import plistlib
from pathlib import Path

_LABEL = "org.hipstretch.HipStretch"


class LaunchAgent:
    """The agent of this program."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self._command = command
        self._path = folder / f"{_LABEL}.plist"

    @property
    def is_on(self) -> bool:
        """Whether the program starts with the login."""
        return self._path.is_file()

    def switch(self, *, is_on: bool) -> None:
        """Start with the login from now on, or no longer; raises OSError."""
        if not is_on:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        agent = {"Label": _LABEL, "ProgramArguments": [*self._command], "RunAtLoad": True}
        self._path.write_bytes(plistlib.dumps(agent))
