"""The other end of a bus connection, in the same thread: a bus that does what a test says."""

from __future__ import annotations

import socket
from itertools import count

from jeepney import HeaderFields, Message, MessageType, Parser, new_method_return
from PySide6.QtCore import QCoreApplication

from hipstretch.services.bus import Bus

_TURNS = 8
"""Turns of the event loop after which nothing moves any more."""


def settle() -> None:
    """Let all that is on the way arrive."""
    for _ in range(_TURNS):
        QCoreApplication.processEvents()


def member(message: Message) -> str:
    """The name of a call or a signal."""
    name: str = message.header.fields[HeaderFields.member]
    return name


class BusPeer:
    """Stands in for the bus and everybody on it."""

    def __init__(self, patience: float = 25.0) -> None:
        ours, self._socket = socket.socketpair()
        self._socket.setblocking(False)
        self._parser = Parser()
        self._serials = count(1000)
        self.bus = Bus(ours, patience=patience)

    def let_in(self) -> None:
        """Go through the greeting."""
        settle()
        self.read_bytes()
        self.write(b"OK 0123456789abcdef\r\n")
        settle()
        assert self.read_bytes(len(b"BEGIN\r\n")) == b"BEGIN\r\n"
        (hello,) = self.read()
        self.answer(hello, "s", (":1.7",))

    def read_bytes(self, most: int = 1 << 20) -> bytes:
        """What came in, as it is."""
        try:
            return self._socket.recv(most)
        except BlockingIOError:
            return b""

    def read(self) -> list[Message]:
        """The messages that came in since the last look."""
        settle()
        found: list[Message] = []
        while data := self.read_bytes():
            found += self._parser.feed(data)
            settle()
        return found

    def read_one(self) -> Message:
        """The one message that came in."""
        (message,) = self.read()
        return message

    def write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def send(self, message: Message) -> None:
        """Send a message and let it arrive."""
        self.write(self.serialise(message))
        settle()

    def serialise(self, message: Message) -> bytes:
        """The bytes of a message."""
        data: bytes = message.serialise(next(self._serials))
        return data

    def answer(
        self, call: Message, signature: str | None = None, body: tuple[object, ...] = ()
    ) -> None:
        """Answer a call."""
        self.send(new_method_return(call, signature, body))

    def ask(self, call: Message) -> Message:
        """Send a call and read what is answered to it."""
        self.send(call)
        kinds = {MessageType.method_return, MessageType.error}
        (reply,) = [m for m in self.read() if m.header.message_type in kinds]
        return reply

    def hang_up(self) -> None:
        """Be gone, as a bus that was ended."""
        self._socket.close()
        settle()

    def close(self) -> None:
        """Put both ends away."""
        self.bus.close()
        self._socket.close()
