"""Notifications of the desktop; on Linux they have buttons."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import Notice, Notifier

_log = logging.getLogger(__name__)


def create(icon: Path, fallback: Callable[[Notice], None] | None = None) -> Notifier:
    """The way of this system; `fallback` shows a notice without buttons where there is no other.

    On Windows and macOS that is the tray's balloon, which the system shows as its own
    notification; a click on it is heard by the tray.
    """
    from hipstretch.services.notify.fallback import FallbackNotifier

    plain = FallbackNotifier(fallback)
    if sys.platform == "linux":
        from hipstretch.services.bus import Bus, BusUnavailable
        from hipstretch.services.notify.bubbles import BubbleNotifier

        try:
            return BubbleNotifier(Bus.open("SESSION"), icon, plain)
        except BusUnavailable as error:
            _log.warning("no notifications with buttons: %s", error)
    return plain
