"""Where things lie: the bundled data (wheel, editable or checkout) and the person's own folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """The bundled folder `routines` or `assets`.

    A wheel carries it inside the package; a checkout or an editable install beside it. Raises
    FileNotFoundError where neither is there.
    """
    inside = _PACKAGE / "_data" / name
    if inside.is_dir():
        return inside
    beside = _PACKAGE.parent / name
    if beside.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return beside
    raise FileNotFoundError(f"HipStretch is not installed whole: {name} is missing")


def own_folder() -> Path:
    """The person's own folder, which need not exist yet; HIPSTRETCH_HOME puts it elsewhere."""
    chosen = os.environ.get("HIPSTRETCH_HOME")
    if chosen:
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "HipStretch"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "HipStretch"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "hipstretch"
