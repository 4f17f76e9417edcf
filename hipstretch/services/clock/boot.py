"""What tells one start of the machine from another, so that a clock of it can be trusted."""

from __future__ import annotations

import sys
from pathlib import Path

_LINUX = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """The id of this start of the machine; empty where the system has none."""
    if sys.platform != "linux":
        return ""
    try:
        return _LINUX.read_text(encoding="ascii").strip()
    except OSError:
        return ""
