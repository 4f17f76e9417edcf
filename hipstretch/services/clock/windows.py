"""Windows: the unbiased interrupt time stops in sleep, the tick count goes on."""

from __future__ import annotations

import ctypes
import sys

from hipstretch.services.clock.plain import PlainClock

_HUNDRED_NANOSECONDS = 1e-7
_MILLISECONDS = 1e-3

if sys.platform == "win32":

    class WindowsClock(PlainClock):
        """Awake time is the unbiased interrupt time; sleep is what the tick count has over it."""

        def awake(self) -> float:
            """Seconds awake since the machine was started."""
            ticks = ctypes.c_ulonglong()
            ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
            return ticks.value * _HUNDRED_NANOSECONDS

        def slept(self) -> float:
            """Seconds slept since the machine was started."""
            count = ctypes.windll.kernel32.GetTickCount64
            count.restype = ctypes.c_ulonglong
            return max(0.0, count() * _MILLISECONDS - self.awake())
