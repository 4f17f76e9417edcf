"""A Wayland connection on Qt's event loop; it speaks the few messages that watching hands takes.

The wire format is simple enough to do without a library that would need a compiler.
"""

from __future__ import annotations

import logging
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_log = logging.getLogger(__name__)
_CHUNK = 65536
_HEAD = struct.Struct("=IHH")
_WORD = struct.Struct("=I")
_DISPLAY = 1
_ERROR, _DELETE_ID = 0, 1
_FIRST_OWN_ID = 2


class Message(NamedTuple):
    """A request or an event: whose it is, which one, and what it says."""

    object_id: int
    opcode: int
    body: bytes


OnMessage = Callable[[Message], None]


class WaylandUnavailable(Exception):  # noqa: N818 -- the field's word
    """There is no compositor to talk to; its text says why."""


class WaylandWire(QObject):
    """One connection to a compositor; numbers of things that are no more are used again.

    Signals:
        lost: the compositor has gone, or wants nothing to do with us.
    """

    lost = Signal()

    def __init__(self, connection: socket.socket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        connection.setblocking(False)
        self._socket = connection
        self._unread = b""
        self._hearers: dict[int, OnMessage] = {}
        self._next_id = _FIRST_OWN_ID
        self._free_ids: list[int] = []
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    @classmethod
    def open(cls, environment: Mapping[str, str], parent: QObject | None = None) -> WaylandWire:
        """Connect to the compositor of this session; raises WaylandUnavailable."""
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.setblocking(False)
            connection.connect(str(socket_path(environment)))
        except OSError as error:
            connection.close()
            raise WaylandUnavailable(f"the compositor does not answer: {error}") from error
        return cls(connection, parent)

    @property
    def is_open(self) -> bool:
        """Whether messages can still go out."""
        return self._notifier.isEnabled()

    def new_id(self, on_message: OnMessage) -> int:
        """A number for something new, whose events go to `on_message`."""
        if self._free_ids:
            number = self._free_ids.pop()
        else:
            number, self._next_id = self._next_id, self._next_id + 1
        self._hearers[number] = on_message
        return number

    def send(self, object_id: int, opcode: int, *arguments: int | str) -> None:
        """Send a request."""
        if not self.is_open:
            return
        body = b"".join(map(packed, arguments))
        try:
            self._socket.sendall(_HEAD.pack(object_id, opcode, _HEAD.size + len(body)) + body)
        except OSError as error:
            self._lose(str(error))

    def close(self) -> None:
        """Hang up."""
        if self.is_open:
            self._notifier.setEnabled(False)
            self._socket.close()

    def _lose(self, reason: str) -> None:
        """Nothing will come any more."""
        _log.warning("the Wayland connection is gone: %s", reason)
        self.close()
        self.lost.emit()

    @Slot()
    def _on_activated(self) -> None:
        """Read what there is and hand it on."""
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self._lose(str(error))
            return
        if not data:
            self._lose("the compositor closed it")
            return
        self._unread += data
        for message in self._whole():
            self._hand_on(message)

    def _whole(self) -> Iterator[Message]:
        """The messages that are complete now."""
        while self.is_open and len(self._unread) >= _HEAD.size:
            object_id, opcode, size = _HEAD.unpack_from(self._unread)
            if size < _HEAD.size:
                self._lose("it sends what is no message")
            if len(self._unread) < size or not self.is_open:
                return
            body, self._unread = self._unread[_HEAD.size : size], self._unread[size:]
            yield Message(object_id, opcode, body)

    def _hand_on(self, message: Message) -> None:
        """Give a message to whom it is for; what is meant for things that are gone is dropped."""
        if message.object_id == _DISPLAY:
            self._hear_display(message)
        elif message.object_id in self._hearers:
            self._hearers[message.object_id](message)

    def _hear_display(self, message: Message) -> None:
        """The compositor finds fault with us, or has let go of a thing."""
        if message.opcode == _ERROR:
            self._lose(text_at(message.body, 8))
        elif message.opcode == _DELETE_ID:
            number = word_at(message.body, 0)
            self._hearers.pop(number, None)
            self._free_ids.append(number)


def socket_path(environment: Mapping[str, str]) -> Path:
    """Where the compositor of a session listens."""
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return Path(environment.get("XDG_RUNTIME_DIR", "/")) / name


def packed(argument: int | str) -> bytes:
    """An argument as it goes over the wire: a number, or a text with its length and its end."""
    if isinstance(argument, int):
        return _WORD.pack(argument)
    text = argument.encode() + b"\0"
    return _WORD.pack(len(text)) + text.ljust((len(text) + 3) // 4 * 4, b"\0")


def word_at(body: bytes, place: int) -> int:
    """The number that lies at a place."""
    number: int = _WORD.unpack_from(body, place)[0]
    return number


def text_at(body: bytes, place: int) -> str:
    """The text that lies at a place."""
    start = place + _WORD.size
    return body[start : start + word_at(body, place)].rstrip(b"\0").decode(errors="replace")


def after_text(body: bytes, place: int) -> int:
    """The place behind the text that lies at a place."""
    return place + _WORD.size + (word_at(body, place) + 3) // 4 * 4
