"""X11: the SYNC extension counts how long the hands are still, and tells when they move."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterator
from ctypes import c_char_p, c_uint8, c_uint32

from hipstretch.services.x_server import XServer, XUnavailable
from hipstretch.services.xcb import HEAD, SYNC, Request

_INITIALIZE = Request("xcb_sync_initialize", (c_uint8, c_uint8), SYNC)
_COUNTERS = Request("xcb_sync_list_system_counters", (), SYNC)
_QUERY = Request("xcb_sync_query_counter", (c_uint32,), SYNC)
_CREATE_ALARM = Request("xcb_sync_create_alarm", (c_uint32, c_uint32, c_char_p), SYNC)
_DESTROY_ALARM = Request("xcb_sync_destroy_alarm", (c_uint32,), SYNC)
_COUNTER = struct.Struct("=IiIH")
"""Number, resolution in two halves, length of the name that follows."""
_VALUE = struct.Struct("=iI")
_ALARM = struct.Struct("=IIiIIiII")
"""Counter, kind of value, value, kind of test, step, whether an event is wanted."""
_ALL_OF_ALARM = 0x3F
_ABSOLUTE, _IT_FALLS = 0, 1
_ALARM_NOTIFY = 1
_STILL = 500
"""Milliseconds that the hands must have been still before their movement can be told."""


class X11Idle:
    """Asks the server's counter; nothing comes from the server unless it is wanted."""

    name = "X11"

    def __init__(self, server: XServer) -> None:
        first_event = server.first_event("xcb_sync_id", SYNC)
        server.ask(_INITIALIZE, 3, 1)
        counter = dict(system_counters(server.ask(_COUNTERS) or b"")).get("IDLETIME")
        if first_event is None or counter is None:
            raise XUnavailable("the X server does not count how long the hands are still")
        self._server, self._counter = server, counter
        self._event = first_event + _ALARM_NOTIFY
        self._alarm = 0
        self._on_active: Callable[[], None] | None = None
        server.hear(self._hear)

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell the seconds since the hands moved, at once."""
        still = self._still()
        on_idle(None if still is None else still / 1000)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Have the server tell when its counter falls; who moves all the time must first rest."""
        still = self._still()
        if still is None:
            return False
        self._on_active = on_active
        self._let_go()
        self._alarm = self._server.new_id()
        self._server.send(_CREATE_ALARM, self._alarm, _ALL_OF_ALARM, alarm(self._counter, still))
        return True

    def close(self) -> None:
        """Hang up."""
        self._on_active = None
        self._server.close()

    def _still(self) -> int | None:
        """Milliseconds since the hands moved; None where the server has gone."""
        answer = self._server.ask(_QUERY, self._counter)
        return None if answer is None else _joined(*_VALUE.unpack_from(answer, 8))

    def _let_go(self) -> None:
        """Wait no longer."""
        if self._alarm:
            self._server.send(_DESTROY_ALARM, self._alarm)
            self._alarm = 0

    def _hear(self, event: bytes) -> None:
        """The hands have moved, where the alarm says so."""
        alarm_number = int.from_bytes(event[4:8], sys.byteorder)
        if event[0] & 0x7F != self._event or alarm_number != self._alarm:
            return
        self._let_go()
        on_active, self._on_active = self._on_active, None
        if on_active is not None:
            on_active()


def system_counters(answer: bytes) -> Iterator[tuple[str, int]]:
    """Names and numbers of the counters in the server's answer."""
    place = HEAD
    while place + _COUNTER.size <= len(answer):
        number, _, _, length = _COUNTER.unpack_from(answer, place)
        start = place + _COUNTER.size
        yield answer[start : start + length].decode("latin-1"), number
        place += (_COUNTER.size + length + 3) // 4 * 4


def alarm(counter: int, still: int) -> bytes:
    """An alarm that goes off once, when hands that are `still` for some milliseconds move.

    The counter need only fall by half, so that no delay of the server hides a movement.
    """
    high, low = divmod(max(still // 2, _STILL), 1 << 32)
    return _ALARM.pack(counter, _ABSOLUTE, high, low, _IT_FALLS, 0, 0, True)


def _joined(high: int, low: int) -> int:
    """A number from its halves."""
    return (high << 32) + low
