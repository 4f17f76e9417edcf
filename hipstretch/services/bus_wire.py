"""The wire to a D-Bus bus: a socket on Qt's event loop that never makes anybody wait."""

from __future__ import annotations

import logging
import socket

from jeepney import Message, Parser
from jeepney.auth import BEGIN, Authenticator
from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_log = logging.getLogger(__name__)
_CHUNK = 65536


class BusWire(QObject):
    """Says who we are, then carries messages; what the bus does not take at once waits here.

    Signals:
        received: `Message`, one came in.
        broken: `str`, nothing more will come, and why.
    """

    received = Signal(object)
    broken = Signal(str)

    def __init__(self, connection: socket.socket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        connection.setblocking(False)
        self._socket = connection
        self._greeter: Authenticator | None = Authenticator()
        self._parser = Parser()
        self._held = bytearray(BEGIN)
        self._unsent = bytearray()
        descriptor, kinds = connection.fileno(), QSocketNotifier.Type
        self._reader = QSocketNotifier(descriptor, kinds.Read, self)
        self._reader.activated.connect(self._on_readable)
        self._writer = QSocketNotifier(descriptor, kinds.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(self._on_writable)
        self._write(self._greeter.data_to_send())

    @property
    def is_open(self) -> bool:
        """Whether messages can still go out."""
        return self._reader.isEnabled()

    def send(self, data: bytes) -> None:
        """Write a message, once the bus has let us in; nothing where the wire is broken."""
        if self._greeter is not None:
            self._held += data
        else:
            self._write(data)

    def close(self) -> None:
        """Hang up."""
        if self.is_open:
            self._reader.setEnabled(False)
            self._writer.setEnabled(False)
            self._socket.close()

    def _write(self, data: bytes | bytearray) -> None:
        """Write what the socket takes now; the rest follows when it takes more."""
        if not self.is_open:
            return
        self._unsent += data
        try:
            del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            _log.debug("the bus takes no more for now")
        except OSError as error:
            # The same wakes the reader, and there the wire breaks, out of its caller's way.
            _log.debug("nothing can be sent: %s", error)
            self._unsent.clear()
        self._writer.setEnabled(bool(self._unsent))

    @Slot()
    def _on_writable(self) -> None:
        """Go on writing."""
        self._write(b"")

    @Slot()
    def _on_readable(self) -> None:
        """Read what there is and hand it on."""
        try:
            messages = self._read()
        except BlockingIOError:
            return
        except Exception as error:  # noqa: BLE001 -- of what it cannot read, jeepney raises any
            self.close()
            self.broken.emit(str(error))
            return
        for message in messages:
            if self.is_open:
                self.received.emit(message)

    def _read(self) -> list[Message]:
        """The messages that are complete now."""
        data = self._socket.recv(_CHUNK)
        if not data:
            raise ConnectionResetError("it closed the connection")
        if self._greeter is None:
            messages: list[Message] = self._parser.feed(data)
            return messages
        self._greeter.feed(data)
        if self._greeter.authenticated:
            self._greeter = None
            self._write(self._held)
        return []
