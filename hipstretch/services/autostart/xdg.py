"""Linux: an entry in the desktop's autostart folder, as freedesktop.org describes it."""

from __future__ import annotations

import os
from pathlib import Path

_SPECIAL = '"`$\\'
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=HipStretch
Comment=Reminds you to get up
Exec={command}
Icon=hipstretch
Terminal=false
X-GNOME-Autostart-enabled=true
X-KDE-autostart-after=panel
X-LXQt-Need-Tray=true
"""


def autostart_folder() -> Path:
    """Where the desktop looks."""
    own = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(own) if own and Path(own).is_absolute() else Path.home() / ".config"
    return folder / "autostart"


class AutostartEntry:
    """The entry of this program."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self._command = command
        self._path = folder / "hipstretch.desktop"

    @property
    def is_on(self) -> bool:
        """Whether the program starts with the login; no where the entry cannot be read."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return False
        return "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines

    def switch(self, *, is_on: bool) -> None:
        """Start with the login from now on, or no longer; raises OSError."""
        if not is_on:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        command = " ".join(_quoted(word) for word in self._command)
        self._path.write_text(_ENTRY.format(command=command), encoding="utf-8")


def _quoted(word: str) -> str:
    """A word of a command as an entry has it: in quotes, with what is special escaped."""
    escaped = "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in word)
    quoted = f'"{escaped}"' if not word.replace("/", "a").replace("-", "a").isalnum() else word
    return quoted.replace("\\", "\\\\").replace("%", "%%")
