"""Windows: the time of the last input, by a clock of 32 bits."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

_TURN = 1 << 32
_HALF = 1 << 31


class WindowsIdle:
    """Compares the tick of the last input with the tick now; None where Windows does not say."""

    name = "Windows"

    def __init__(self, last_input: Callable[[], int | None], ticks: Callable[[], int]) -> None:
        self._last_input, self._ticks = last_input, ticks

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell the seconds since the last input, at once."""
        last = self._last_input()
        on_idle(None if last is None else seconds_between(last, self._ticks()))

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Windows tells only who listens to every key, which nobody should."""
        del on_active
        return False

    def close(self) -> None:
        """There is nothing to close."""


def seconds_between(earlier: int, later: int) -> float:
    """Seconds from a tick to another; the clock turns over after 49.7 days.

    An input may bear a tick that is a little ahead of the clock: that is no time at all.
    """
    ticks = (later - earlier) % _TURN
    return ticks / 1000 if ticks < _HALF else 0.0


if sys.platform == "win32":

    class _LastInput(ctypes.Structure):
        """Windows' LASTINPUTINFO."""

        _fields_ = [("cbSize", ctypes.c_uint), ("dwTime", ctypes.c_uint)]

    def last_input() -> int | None:
        """The tick of the last input in this session."""
        info = _LastInput(ctypes.sizeof(_LastInput), 0)
        return info.dwTime if ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)) else None

    def ticks() -> int:
        """The tick now."""
        count = ctypes.windll.kernel32.GetTickCount
        count.restype = ctypes.c_uint
        return int(count())

    def create() -> WindowsIdle:
        """The way of Windows."""
        return WindowsIdle(last_input, ticks)
