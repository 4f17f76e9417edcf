"""Wayland (KDE, Sway, Hyprland, labwc ...): the compositor tells when the hands rest and move.

It cannot be asked. One watch stands all the time and fires after ten seconds of stillness, so that
working hands wake nobody more than twice in ten seconds. Being asked sets up a second, quick one
that goes with the next movement: who asks again soon hears of a short pause, too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from hipstretch.services.idle.wayland_wire import (
    Message,
    WaylandWire,
    after_text,
    text_at,
    word_at,
)

_log = logging.getLogger(__name__)

STANDING = 10.0
"""Seconds of stillness after which the watch that stands fires."""
QUICK = 1.0
"""The same for the one that is set up for who asks."""
_DISPLAY, _GET_REGISTRY, _SYNC = 1, 1, 0
_BIND, _GLOBAL = 0, 0
_GET_IDLE, _GET_INPUT_IDLE = 1, 2
_DESTROY = 0
_IDLED, _RESUMED = 0, 1
_SEAT, _NOTIFIER = "wl_seat", "ext_idle_notifier_v1"
_WITHOUT_INHIBITORS = 2
"""The version of the protocol from which a film does not count as moving hands."""


class _Watch:
    """Something of the compositor that fires after some seconds of stillness."""

    def __init__(self, number: int, seconds: float) -> None:
        self.number, self.seconds = number, seconds
        self.fired_at: float | None = None

    def still(self, now: float) -> float:
        """Seconds for which the hands are known to be still."""
        return 0.0 if self.fired_at is None else now - self.fired_at + self.seconds


class WaylandIdle:
    """Knows from the compositor's events how long the hands are still.

    `now` is a clock in seconds that goes on while the machine sleeps.
    """

    name = "Wayland"

    def __init__(self, wire: WaylandWire, now: Callable[[], float]) -> None:
        self._wire, self._now = wire, now
        self._seat = self._notifier = self._version = 0
        self._standing: _Watch | None = None
        self._quick: _Watch | None = None
        self._on_active: Callable[[], None] | None = None
        self._registry = wire.new_id(self._hear_registry)
        wire.send(_DISPLAY, _GET_REGISTRY, self._registry)
        wire.send(_DISPLAY, _SYNC, wire.new_id(self._hear_all_is_told))

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell at once what is known: hands of which nothing is known may just have moved."""
        if self._standing is None or not self._wire.is_open:
            on_idle(None)
            return
        watches = [watch for watch in (self._standing, self._quick) if watch is not None]
        on_idle(max(watch.still(self._now()) for watch in watches))
        self._look_closely()

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Tell of the next movement; who moves all the time must first rest for a second."""
        if self._standing is None or not self._wire.is_open:
            return False
        self._on_active = on_active
        self._look_closely()
        return True

    def close(self) -> None:
        """Hang up."""
        self._on_active = None
        self._wire.close()

    def _hear_registry(self, message: Message) -> None:
        """The compositor tells what it has."""
        if message.opcode != _GLOBAL:
            return
        interface, place = text_at(message.body, 4), after_text(message.body, 4)
        if interface == _SEAT and not self._seat:
            self._seat = self._bind(word_at(message.body, 0), interface, 1)
        elif interface == _NOTIFIER and not self._notifier:
            self._version = min(word_at(message.body, place), _WITHOUT_INHIBITORS)
            self._notifier = self._bind(word_at(message.body, 0), interface, self._version)

    def _bind(self, name: int, interface: str, version: int) -> int:
        """Make one of the compositor's things known to us; what it tells us is not of interest."""
        number = self._wire.new_id(_pass_over)
        self._wire.send(self._registry, _BIND, name, interface, version, number)
        return number

    def _hear_all_is_told(self, message: Message) -> None:
        """The compositor has told what it has: begin, or hang up where it cannot tell of hands."""
        del message
        if self._seat and self._notifier:
            self._standing = self._watch(STANDING)
        else:
            _log.info("this compositor does not tell of hands")
            self._wire.close()

    def _watch(self, seconds: float) -> _Watch:
        """Have the compositor tell of so much stillness, and of the movement after it."""
        number = self._wire.new_id(self._hear_watch)
        opcode = _GET_INPUT_IDLE if self._version >= _WITHOUT_INHIBITORS else _GET_IDLE
        self._wire.send(self._notifier, opcode, number, round(seconds * 1000), self._seat)
        return _Watch(number, seconds)

    def _look_closely(self) -> None:
        """Set up the quick watch, unless it is there or the hands are known to be still."""
        is_still = self._standing is not None and self._standing.fired_at is not None
        if self._quick is None and not is_still:
            self._quick = self._watch(QUICK)

    def _hear_watch(self, message: Message) -> None:
        """The hands are still, or have moved again."""
        for watch in (self._standing, self._quick):
            if watch is not None and watch.number == message.object_id:
                watch.fired_at = self._now() if message.opcode == _IDLED else None
        if message.opcode == _RESUMED:
            self._take_movement()

    def _take_movement(self) -> None:
        """The hands have moved: the quick watch has done its work."""
        if self._quick is not None and self._quick.fired_at is None:
            self._wire.send(self._quick.number, _DESTROY)
            self._quick = None
        on_active, self._on_active = self._on_active, None
        if on_active is not None:
            on_active()


def _pass_over(message: Message) -> None:
    """Nothing of interest."""
    del message
