"""A Wayland compositor in the same thread that does what a test says."""

from __future__ import annotations

import socket
import struct
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from hipstretch.services.idle.wayland_wire import (
    WaylandWire,
    after_text,
    packed,
    text_at,
    word_at,
)

_HEAD = struct.Struct("=IHH")
_TURNS = 4


class Asked(NamedTuple):
    """A request as it came in."""

    object_id: int
    opcode: int
    body: bytes


class Watch(NamedTuple):
    """A watch that was set up: its number, its stillness, whether it looks at input alone."""

    number: int
    milliseconds: int
    is_input_alone: bool


class Compositor:
    """Has the things that a test gives it, and makes the watches that it is asked for."""

    def __init__(self, *interfaces: tuple[str, int]) -> None:
        ours, self._socket = socket.socketpair()
        self._socket.setblocking(False)
        self.wire = WaylandWire(ours)
        self.interfaces = interfaces
        self.watches: list[Watch] = []
        self.bound: dict[int, str] = {}
        self._registry = 0

    def settle(self) -> None:
        """Answer what came in until nothing moves any more."""
        for _ in range(_TURNS):
            QCoreApplication.processEvents()
            for request in self._read():
                self._answer(request)

    def say(self, number: int, opcode: int, *arguments: int | str) -> None:
        """Send an event."""
        self.write(event(number, opcode, *arguments))
        self.settle()

    def idle(self, watch: Watch) -> None:
        """The hands have been still for as long as a watch wants."""
        self.say(watch.number, 0)

    def resume(self, watch: Watch) -> None:
        """The hands move."""
        self.say(watch.number, 1)

    def write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def hang_up(self) -> None:
        """Be gone."""
        self._socket.close()
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Put both ends away."""
        self.wire.close()
        self._socket.close()

    def _read(self) -> list[Asked]:
        """The requests that came in."""
        try:
            data = self._socket.recv(1 << 16)
        except OSError:
            return []
        found = []
        while data:
            object_id, opcode, size = _HEAD.unpack_from(data)
            found.append(Asked(object_id, opcode, data[_HEAD.size : size]))
            data = data[size:]
        return found

    def _answer(self, request: Asked) -> None:
        """Do what is asked."""
        if request.object_id == 1:
            self._answer_display(request)
        elif request.object_id == self._registry:
            place = after_text(request.body, 4)
            self.bound[word_at(request.body, place + 4)] = text_at(request.body, 4)
        elif self.bound.get(request.object_id) == "ext_idle_notifier_v1":
            number, still = word_at(request.body, 0), word_at(request.body, 4)
            assert self.bound[word_at(request.body, 8)] == "wl_seat"
            self.watches.append(Watch(number, still, request.opcode == 2))
        else:
            self.watches = [w for w in self.watches if w.number != request.object_id]
            self.write(event(1, 1, request.object_id))

    def _answer_display(self, request: Asked) -> None:
        """Tell what there is, and that all is told."""
        number = word_at(request.body, 0)
        if request.opcode == 1:
            self._registry = number
            for name, (interface, version) in enumerate(self.interfaces):
                self.write(event(number, 0, name, interface, version))
        else:
            self.write(event(number, 0, 0) + event(1, 1, number))


def event(number: int, opcode: int, *arguments: int | str) -> bytes:
    """The bytes of an event."""
    body = b"".join(map(packed, arguments))
    return _HEAD.pack(number, opcode, _HEAD.size + len(body)) + body
