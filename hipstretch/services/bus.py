"""A D-Bus connection on Qt's event loop: calls, signals and objects of one's own; never blocks.

jeepney writes and reads the messages, because QtDBus cannot send every type from Python.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

from jeepney import (
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_log = logging.getLogger(__name__)
_CHUNK = 65536

OnReply = Callable[[Message | None], None]
"""Gets the reply, or None where the call failed."""
OnSignal = Callable[[Message], None]
Handler = Callable[[Message], Message | None]
"""Answers a call to an object; None where there is no such member."""


class BusUnavailable(Exception):  # noqa: N818 -- the field's word
    """There is no bus to talk to; its text says why."""


class Bus(QObject):
    """One connection; everything on it is asynchronous.

    Signals:
        lost: the bus has gone; nothing more will come.
    """

    lost = Signal()

    def __init__(self, connection: DBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = connection
        self._replies: dict[int, OnReply] = {}
        self._watches: list[tuple[MatchRule, OnSignal]] = []
        self._objects: dict[str, Handler] = {}
        self._notifier = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    @classmethod
    def open(cls, kind: Literal["SESSION", "SYSTEM"], parent: QObject | None = None) -> Bus:
        """Connect to the person's bus or the machine's; raises BusUnavailable."""
        try:
            return cls(open_dbus_connection(bus=kind), parent)
        except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse) as error:
            raise BusUnavailable(f"no D-Bus {kind.lower()} bus: {error}") from error

    @property
    def is_open(self) -> bool:
        """Whether messages can still go out."""
        return self._notifier.isEnabled()

    def call(self, message: Message, on_reply: OnReply | None = None) -> None:
        """Send a call; the reply comes to `on_reply`, None where it failed."""
        if on_reply is None:
            message.header.flags |= MessageFlag.no_reply_expected
            self._send(message)
            return
        serial = next(self._connection.outgoing_serial)
        self._replies[serial] = on_reply
        if not self._send(message, serial):
            del self._replies[serial]
            on_reply(None)

    def watch(self, rule: MatchRule, on_signal: OnSignal) -> None:
        """Have every signal that fits `rule` handed to `on_signal`."""
        self._watches.append((rule, on_signal))
        self.call(message_bus.AddMatch(rule))

    def serve(self, path: str, handler: Handler) -> None:
        """Answer calls to the object at `path`."""
        self._objects[path] = handler

    def emit_signal(self, message: Message) -> None:
        """Send a signal of one's own."""
        self._send(message)

    def close(self) -> None:
        """Leave the bus; what it held for us is let go."""
        if self.is_open:
            self._notifier.setEnabled(False)
            self._connection.close()

    def _send(self, message: Message, serial: int | None = None) -> bool:
        """Write a message; False where the bus has gone."""
        if not self.is_open:
            return False
        try:
            self._connection.send(message, serial)
        except OSError as error:
            self._lose(str(error))
            return False
        return True

    def _lose(self, reason: str) -> None:
        """The bus has gone: nothing that was asked is answered any more."""
        _log.warning("the bus has gone: %s", reason)
        self.close()
        waiting, self._replies = self._replies, {}
        for on_reply in waiting.values():
            on_reply(None)
        self.lost.emit()

    @Slot()
    def _on_activated(self) -> None:
        """Read what there is and hand it on."""
        try:
            data = self._connection.sock.recv(_CHUNK)
        except OSError as error:
            self._lose(str(error))
            return
        if not data:
            self._lose("the connection was closed")
            return
        for message in self._connection.parser.feed(data):
            self._take(message)

    def _take(self, message: Message) -> None:
        """Hand a message to whom it is for."""
        kind = message.header.message_type
        if kind is MessageType.signal:
            for rule, on_signal in self._watches:
                if rule.matches(message):
                    on_signal(message)
        elif kind is MessageType.method_call:
            self._answer(message)
        else:
            serial = message.header.fields.get(HeaderFields.reply_serial, -1)
            on_reply = self._replies.pop(serial, None)
            if on_reply is not None:
                on_reply(message if kind is MessageType.method_return else None)

    def _answer(self, message: Message) -> None:
        """Let an object answer a call."""
        handler = self._objects.get(message.header.fields.get(HeaderFields.path, ""))
        reply = handler(message) if handler is not None else None
        if message.header.flags & MessageFlag.no_reply_expected:
            return
        unknown = "org.freedesktop.DBus.Error.UnknownMethod"
        self._send(reply or new_error(message, unknown, "s", ("there is no such member",)))
