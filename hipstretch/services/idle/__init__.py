"""When the hands last moved: asked of the system, which is never listened to key by key."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import IdleMonitor


def create() -> IdleMonitor:
    """The way of this system; one that knows nothing where there is none."""
    if sys.platform == "win32":
        from hipstretch.services.idle import windows

        return windows.create()
    if sys.platform == "darwin":
        from hipstretch.services.idle import macos

        return macos.create()
    from hipstretch.services.idle.linux import choose

    return choose(os.environ)
