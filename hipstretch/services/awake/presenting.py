"""wakepy's mode that keeps the screen on, in the name of this program."""

from __future__ import annotations

import logging
import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import ActivationResult, DBusAdapter

_log = logging.getLogger(__name__)


def presenting() -> AbstractContextManager[object]:
    """A mode to enter and to leave, both in the thread that asked for it."""
    from wakepy import keep

    return keep.presenting(on_fail=_note_failure, dbus_adapter=_adapter())


def _adapter() -> type[DBusAdapter] | None:
    """On Linux the bus that bears this program's name; elsewhere there is none."""
    if sys.platform != "linux":
        return None
    from hipstretch.services.awake.named_bus import NamedBus

    return NamedBus


def _note_failure(result: ActivationResult) -> None:
    """A machine that cannot be kept awake is no reason to disturb a session."""
    _log.info("the screen may go dark: %s", result.get_failure_text(style="inline"))
