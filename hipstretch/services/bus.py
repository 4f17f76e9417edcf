"""A D-Bus connection on Qt's event loop: calls, signals and objects of one's own; never blocks.

jeepney writes and reads the messages, because QtDBus cannot send every type from Python.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from copy import copy
from itertools import count
from typing import Literal, NamedTuple

from jeepney import (
    DBusErrorResponse,
    DBusNameFlags,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
)
from jeepney.bus import get_bus
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.services.bus_wire import BusWire

_log = logging.getLogger(__name__)
PATIENCE = 25.0
"""Seconds that a reply may take; the usual time of D-Bus."""
_OWNED = {1, 4}
"""The answers to a wish for a name that mean: it is yours."""
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"
_PING = ("org.freedesktop.DBus.Peer", "Ping")
_INTROSPECT = ("org.freedesktop.DBus.Introspectable", "Introspect")

OnReply = Callable[[Message | None], None]
"""Gets the reply, or None where the call failed."""
OnSignal = Callable[[Message], None]
Handler = Callable[[Message], Message | None]
"""Answers a call to an object; None where there is no such member."""


class BusUnavailable(Exception):  # noqa: N818 -- the field's word
    """There is no bus to talk to; its text says why."""


class _Object(NamedTuple):
    """Something that others may call; `interfaces` describes it as XML."""

    interfaces: str
    handler: Handler


class Bus(QObject):
    """One connection; everything on it is asynchronous.

    A call that is not answered within `patience` seconds has failed; this is looked at no more
    often than that, so it may take twice as long.

    Signals:
        lost: the bus has gone; nothing more will come.
    """

    lost = Signal()

    def __init__(
        self, connection: socket.socket, parent: QObject | None = None, patience: float = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._serials = count(1)
        self._replies: dict[int, OnReply] = {}
        self._late: set[int] = set()
        self._watches: list[tuple[MatchRule, OnSignal]] = []
        self._objects: dict[str, _Object] = {}
        self._patience = QTimer(self)
        self._patience.setInterval(round(patience * 1000))
        self._patience.timeout.connect(self._on_waited)
        self._wire = BusWire(connection, self)
        self._wire.received.connect(self._on_received)
        self._wire.broken.connect(self._on_broken)
        self.call(message_bus.Hello(), self._on_greeted)

    @classmethod
    def open(
        cls,
        kind: Literal["SESSION", "SYSTEM"],
        parent: QObject | None = None,
        patience: float = PATIENCE,
    ) -> Bus:
        """Connect to the person's bus or the machine's; raises BusUnavailable.

        Where the bus does not let us in after all, `lost` tells.
        """
        try:
            address = get_bus(kind)
        except (KeyError, ValueError, RuntimeError) as error:
            raise BusUnavailable(f"no D-Bus {kind.lower()} bus: {error!r}") from error
        connection = socket.socket(socket.AF_UNIX)
        connection.setblocking(False)
        try:
            connection.connect(address)
        except OSError as error:
            connection.close()
            raise BusUnavailable(f"no D-Bus {kind.lower()} bus: {error}") from error
        return cls(connection, parent, patience)

    @property
    def is_open(self) -> bool:
        """Whether messages can still go out."""
        return self._wire.is_open

    def call(self, message: Message, on_reply: OnReply | None = None) -> None:
        """Send a call; the reply comes to `on_reply`, None where it failed."""
        if on_reply is None:
            message.header.flags |= MessageFlag.no_reply_expected
            self._send(message)
        elif self.is_open:
            self._replies[self._send(message)] = on_reply
            if not self._patience.isActive():
                self._patience.start()
        else:
            on_reply(None)

    def watch(self, rule: MatchRule, on_signal: OnSignal) -> None:
        """Have every signal that fits `rule` handed to `on_signal`."""
        here = copy(rule)
        # The bus looks at the sender: a signal bears its number where the rule has its name.
        here.header_fields = {k: v for k, v in rule.header_fields.items() if k != "sender"}
        self._watches.append((here, on_signal))
        self.call(message_bus.AddMatch(rule))

    def serve(self, path: str, interfaces: str, handler: Handler) -> None:
        """Let `handler` answer calls to the object at `path`, which `interfaces` describes."""
        self._objects[path] = _Object(interfaces, handler)

    def emit_signal(self, message: Message) -> None:
        """Send a signal of one's own."""
        self._send(message)

    def request_name(self, name: str, on_known: Callable[[bool], None]) -> None:
        """Ask to be known by a name; `on_known` hears whether it is ours."""

        def on_reply(reply: Message | None) -> None:
            on_known(reply is not None and reply.body[0] in _OWNED)

        self.call(message_bus.RequestName(name, DBusNameFlags.do_not_queue), on_reply)

    def release_name(self, name: str) -> None:
        """Be known by a name no longer."""
        self.call(message_bus.ReleaseName(name))

    def close(self) -> None:
        """Leave the bus; what it held for us is let go, and no call is answered any more."""
        self._patience.stop()
        self._wire.close()

    def _send(self, message: Message) -> int:
        """Send a message; returns its number."""
        serial = next(self._serials)
        self._wire.send(message.serialise(serial))
        return serial

    def _lose(self, reason: str) -> None:
        """The bus has gone: nothing that was asked is answered any more."""
        _log.warning("the bus has gone: %s", reason)
        self.close()
        for on_reply in self._replies.values():
            on_reply(None)
        self.lost.emit()

    def _on_greeted(self, reply: Message | None) -> None:
        """The bus has let us in, or keeps silent: then it is of no use."""
        if reply is None and self.is_open:
            self._lose("it does not answer")

    @Slot(str)
    def _on_broken(self, reason: str) -> None:
        """The wire is broken."""
        self._lose(reason)

    @Slot(object)
    def _on_received(self, message: Message) -> None:
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
            self._reply(serial, message)

    def _reply(self, serial: int, message: Message) -> None:
        """Hand over a reply."""
        is_error = message.header.message_type is MessageType.error
        if is_error:
            _log.debug("a call failed: %s", DBusErrorResponse(message))
        self._hand_over(serial, None if is_error else message)

    def _hand_over(self, serial: int, reply: Message | None) -> None:
        """Give a reply to whom it was promised, if they still wait."""
        on_reply = self._replies.pop(serial, None)
        if on_reply is not None:
            on_reply(reply)

    @Slot()
    def _on_waited(self) -> None:
        """Give up on the calls that waited the last time already."""
        for serial in self._late & self._replies.keys():
            self._hand_over(serial, None)
        self._late = set(self._replies)
        if not self._late:
            self._patience.stop()

    def _answer(self, call: Message) -> None:
        """Answer a call, where the caller wants to hear."""
        reply = self._answer_to(call) or new_error(
            call, _UNKNOWN, "s", ("There is no such member",)
        )
        if not call.header.flags & MessageFlag.no_reply_expected:
            self._send(reply)

    def _answer_to(self, call: Message) -> Message | None:
        """What an object says to a call; None where there is no such object or member."""
        fields = call.header.fields
        asked = (fields.get(HeaderFields.interface), fields.get(HeaderFields.member))
        if asked == _PING:
            return new_method_return(call)
        found = self._objects.get(fields.get(HeaderFields.path, ""))
        if found is None:
            return None
        if asked == _INTROSPECT:
            return new_method_return(call, "s", (f"<node>{found.interfaces}</node>",))
        return found.handler(call)
