"""Media keys, headset buttons and the desktop's media widget: on Linux by MPRIS."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.now_playing import MediaCommand
    from hipstretch.core.ports import MediaKeys

_log = logging.getLogger(__name__)


def create(on_command: Callable[[MediaCommand], None], position: Callable[[], float]) -> MediaKeys:
    """The media keys of this system; `position` tells at any time how far the routine is."""
    if sys.platform == "linux":
        from hipstretch.services.bus import Bus, BusUnavailable
        from hipstretch.services.media.mpris import MprisPlayer

        try:
            return MprisPlayer(Bus.open("SESSION"), on_command, position, time.monotonic)
        except BusUnavailable as error:
            _log.warning("no media keys but those that reach the window: %s", error)
    from hipstretch.services.media.absent import AbsentMediaKeys

    return AbsentMediaKeys()
