"""The machine's clocks: awake time, time slept, and the wall clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import Clock


def create() -> Clock:
    """The clock of this system; one without a sleep counter where the system has none."""
    if sys.platform == "linux":
        from hipstretch.services.clock.linux import LinuxClock

        return LinuxClock()
    if sys.platform == "darwin":
        from hipstretch.services.clock.macos import MacClock

        return MacClock()
    if sys.platform == "win32":
        from hipstretch.services.clock.windows import WindowsClock

        return WindowsClock()
    from hipstretch.services.clock.plain import PlainClock

    return PlainClock()
