"""Windows: asked whether a notification would be welcome, and whether the screen is kept on."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from enum import IntEnum

from hipstretch.core.breaks import Happening
from hipstretch.services.desk.facts import Fact, Facts


class Welcome(IntEnum):
    """Windows' QUERY_USER_NOTIFICATION_STATE."""

    NOT_PRESENT = 1
    BUSY = 2
    GAME = 3
    PRESENTING = 4
    WELCOME = 5
    QUIET_TIME = 6
    STORE_APP = 7


_FULL_SCREEN = {Welcome.BUSY, Welcome.GAME}
_DO_NOT_DISTURB = {Welcome.NOT_PRESENT, Welcome.PRESENTING, Welcome.QUIET_TIME}
"""A locked screen is told as not to be disturbed: its end is only seen by looking again, which is
done while something holds a reminder back, but not while nobody is there."""


class WindowsDesk:
    """Looks when it is told to; None where Windows does not say."""

    names = ("Windows",)

    def __init__(
        self,
        on_happening: Callable[[Happening], None],
        welcome: Callable[[], int | None],
        keeps_screen_on: Callable[[], bool],
    ) -> None:
        self._facts = Facts(on_happening)
        self._welcome, self._keeps_screen_on = welcome, keeps_screen_on

    def look(self) -> None:
        """Look now."""
        welcome = self._welcome()
        self._put(Fact.FULL_SCREEN, is_so=welcome in _FULL_SCREEN)
        self._put(Fact.DO_NOT_DISTURB, is_so=welcome in _DO_NOT_DISTURB)
        self._put(Fact.CALL_OR_FILM, is_so=self._keeps_screen_on())

    def close(self) -> None:
        """There is nothing to close."""

    def _put(self, fact: Fact, *, is_so: bool) -> None:
        """Windows says so, or not."""
        self._facts.put(fact, self.names[0], is_so=is_so)


if sys.platform == "win32":
    _EXECUTION_STATE, _DISPLAY_REQUIRED = 16, 2

    def welcome() -> int | None:
        """Whether a notification would be welcome."""
        state = ctypes.c_int()
        failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return None if failed else state.value

    def keeps_screen_on() -> bool:
        """Whether a program keeps the screen on, as films and calls do."""
        state = ctypes.c_ulong()
        failed = ctypes.windll.powrprof.CallNtPowerInformation(
            _EXECUTION_STATE, None, 0, ctypes.byref(state), ctypes.sizeof(state)
        )
        return not failed and bool(state.value & _DISPLAY_REQUIRED)

    def create(on_happening: Callable[[Happening], None]) -> WindowsDesk:
        """The way of Windows."""
        return WindowsDesk(on_happening, welcome, keeps_screen_on)
