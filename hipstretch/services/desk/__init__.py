"""What reminders need to know of the machine: lock, sleep, films and calls, full screen, quiet."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.breaks import Happening
    from hipstretch.core.ports import Desk


def create(on_happening: Callable[[Happening], None]) -> Desk:
    """The way of this system; what is so already is told as soon as it is known."""
    if sys.platform == "win32":
        from hipstretch.services.desk import windows

        return windows.create(on_happening)
    if sys.platform == "darwin":
        from hipstretch.services.desk.absent import AbsentDesk

        return AbsentDesk()
    from hipstretch.services.desk.linux import LinuxDesk

    return LinuxDesk(on_happening, os.environ)
