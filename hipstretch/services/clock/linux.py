"""Linux: the monotonic clock stops in sleep, the boot clock goes on."""

from __future__ import annotations

import sys
import time

from hipstretch.services.clock.plain import PlainClock

if sys.platform == "linux":

    class LinuxClock(PlainClock):
        """Sleep is what the boot clock has over the monotonic one; no clock change moves either."""

        def slept(self) -> float:
            """Seconds slept since the machine was started."""
            return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - time.monotonic())
