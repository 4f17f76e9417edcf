"""What a Linux desktop tells of itself, by the buses and the X server that are there."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from hipstretch.core.breaks import Happening
from hipstretch.services.bus import Bus, BusUnavailable
from hipstretch.services.desk.bus_facts import BusFacts
from hipstretch.services.desk.dconf import user_file
from hipstretch.services.desk.facts import Facts
from hipstretch.services.desk.full_screen import FullScreen
from hipstretch.services.desk.gnome_banners import GnomeBanners
from hipstretch.services.desk.logind import Logind
from hipstretch.services.desk.sources import SOURCES
from hipstretch.services.x_server import XServer, XUnavailable

_log = logging.getLogger(__name__)


class LinuxDesk:
    """The person's bus, the machine's bus and the X server; each may be missing or go."""

    def __init__(
        self, on_happening: Callable[[Happening], None], environment: Mapping[str, str]
    ) -> None:
        facts = Facts(on_happening)
        self._buses: list[Bus] = []
        self._bus_facts: list[BusFacts] = []
        self._banners: GnomeBanners | None = None
        self._screen = _screen(facts, environment)
        if (bus := self._open("SYSTEM")) is not None:
            Logind(bus, self._keep(bus, facts), on_happening, environment)
        if (bus := self._open("SESSION")) is not None:
            kept = self._keep(bus, facts)
            for source in SOURCES:
                kept.add(source)
            self._banners = GnomeBanners(bus, facts, user_file(environment, Path.home()))

    @property
    def names(self) -> tuple[str, ...]:
        """What answers."""
        names = [name for facts in self._bus_facts for name in facts.names]
        if self._banners is not None and self._banners.is_there:
            names.append(self._banners.name)
        if self._screen is not None and self._screen.is_open:
            names.append(self._screen.name)
        return tuple(names)

    def look(self) -> None:
        """Look whether something fills the screen."""
        if self._screen is not None:
            self._screen.look()

    def close(self) -> None:
        """Leave the buses and the screen."""
        for bus in self._buses:
            bus.close()
        if self._screen is not None:
            self._screen.close()

    def _open(self, kind: Literal["SESSION", "SYSTEM"]) -> Bus | None:
        """A bus; None where there is none."""
        try:
            bus = Bus.open(kind)
        except BusUnavailable as error:
            _log.warning("less is known of the desktop: %s", error)
            return None
        self._buses.append(bus)
        return bus

    def _keep(self, bus: Bus, facts: Facts) -> BusFacts:
        """The sources of a bus."""
        kept = BusFacts(bus, facts)
        self._bus_facts.append(kept)
        return kept


def _screen(facts: Facts, environment: Mapping[str, str]) -> FullScreen | None:
    """The X server; under Wayland it knows nothing of most windows."""
    is_wayland = (
        environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    )
    if is_wayland or not environment.get("DISPLAY"):
        return None
    try:
        return FullScreen(XServer.open(), facts, os.getpid())
    except XUnavailable as error:
        _log.warning("windows that fill the screen are not seen: %s", error)
        return None
