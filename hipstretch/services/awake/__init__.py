"""Keeps the screen on and the machine from falling asleep: wakepy, on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import KeepAwake


def create() -> KeepAwake:
    """What keeps this machine awake; where nothing can, it says so in the log and does nothing."""
    from hipstretch.services.awake.presenting import presenting
    from hipstretch.services.awake.waking_thread import WakingThread

    return WakingThread(presenting)
