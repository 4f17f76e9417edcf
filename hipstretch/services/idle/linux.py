"""Which ways a Linux desktop has to know of the hands."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hipstretch.services.idle.absent import AbsentIdle
from hipstretch.services.idle.first_that_tells import FirstThatTells

if TYPE_CHECKING:
    from hipstretch.core.ports import IdleMonitor

_log = logging.getLogger(__name__)

Way = Callable[[Mapping[str, str]], "IdleMonitor | None"]


def choose(environment: Mapping[str, str]) -> IdleMonitor:
    """The ways of this session, as far as there is somebody to talk to."""
    found = tuple(idle for way in ways(environment) if (idle := way(environment)) is not None)
    if len(found) > 1:
        return FirstThatTells(found)
    return found[0] if found else AbsentIdle()


def ways(environment: Mapping[str, str]) -> tuple[Way, ...]:
    """The ways to try; under Wayland the X server sees only what is done in X windows."""
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        return open_wayland, open_mutter
    return (open_x11,) if environment.get("DISPLAY") else ()


def open_x11(environment: Mapping[str, str]) -> IdleMonitor | None:
    """The X server's own counter."""
    del environment
    from hipstretch.services.idle.x11 import X11Idle
    from hipstretch.services.x_server import XServer, XUnavailable

    server = None
    try:
        server = XServer.open()
        return X11Idle(server)
    except (OSError, XUnavailable) as error:
        _log.warning("hands cannot be seen on X11: %s", error)
        if server is not None:
            server.close()
        return None


def open_wayland(environment: Mapping[str, str]) -> IdleMonitor | None:
    """The compositor's signs, where it gives them."""
    from hipstretch.services.idle.wayland import WaylandIdle
    from hipstretch.services.idle.wayland_wire import WaylandUnavailable, WaylandWire

    try:
        return WaylandIdle(WaylandWire.open(environment), seconds_since_start)
    except WaylandUnavailable as error:
        _log.warning("hands cannot be seen on Wayland: %s", error)
        return None


def open_mutter(environment: Mapping[str, str]) -> IdleMonitor | None:
    """GNOME's shell."""
    del environment
    from hipstretch.services.bus import Bus, BusUnavailable
    from hipstretch.services.idle.mutter import MutterIdle

    try:
        return MutterIdle(Bus.open("SESSION"))
    except BusUnavailable as error:
        _log.warning("hands cannot be seen on GNOME: %s", error)
        return None


def seconds_since_start() -> float:
    """Seconds since the machine was started, those of its sleep included."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
