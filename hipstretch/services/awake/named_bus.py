"""Lets the desktop say who keeps it awake, where wakepy would only name itself."""

from __future__ import annotations

from wakepy.core import DBusMethodCall
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

_WORDS = {"wakepy": "HipStretch", "wakelock active": "A session is under way"}


class NamedBus(JeepneyDBusAdapter):
    """wakepy's connection with other words, closed as soon as a call fails.

    The desktop lets go of what a connection held when that is closed: so a failure leaves nothing
    behind.
    """

    def process(self, call: DBusMethodCall) -> object:
        """Make a call."""
        words = tuple(_WORDS.get(argument, argument) for argument in call.args)
        try:
            return super().process(DBusMethodCall(call.method, words))
        except Exception:
            self.close_connections()
            raise

    def close_connections(self) -> None:
        """Close them, without wakepy's search for garbage, which the window would feel."""
        while self._connections:
            _, connection = self._connections.popitem()
            self.close_connection(connection)
