"""Starting with the person's login, in the tray."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import Autostart

HIDDEN = "--hidden"
"""The command line's word for a start without a window."""


def create() -> Autostart:
    """The way of this system."""
    command = start_command(sys.executable, sys.argv[0], is_frozen=hasattr(sys, "frozen"))
    if sys.platform == "win32":
        from hipstretch.services.autostart.windows import RunKey

        return RunKey(command)
    if sys.platform == "darwin":
        from hipstretch.services.autostart.macos import LaunchAgent

        return LaunchAgent(command, Path.home() / "Library/LaunchAgents")
    from hipstretch.services.autostart.xdg import AutostartEntry, autostart_folder

    return AutostartEntry(command, autostart_folder())


def start_command(executable: str, script: str, *, is_frozen: bool) -> tuple[str, ...]:
    """The words that start this very program hidden: its script, or Python with the package."""
    if is_frozen:
        return (executable, HIDDEN)
    path = Path(script)
    if path.stem == "hipstretch" and path.is_file():
        return (str(path.absolute()), HIDDEN)
    return (executable, "-m", "hipstretch", HIDDEN)
