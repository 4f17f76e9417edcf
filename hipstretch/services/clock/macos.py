"""macOS: the monotonic clock goes on in sleep, the raw uptime stops."""

from __future__ import annotations

import sys
import time

from hipstretch.services.clock.plain import PlainClock

if sys.platform == "darwin":

    class MacClock(PlainClock):
        """Awake time is the raw uptime; sleep is what the monotonic clock has over it."""

        def awake(self) -> float:
            """Seconds awake since the machine was started."""
            return time.clock_gettime(time.CLOCK_UPTIME_RAW)

        def slept(self) -> float:
            """Seconds slept since the machine was started."""
            return max(0.0, time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - self.awake())
