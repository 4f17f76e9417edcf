"""A screen saver for python-dbusmock: who keeps it away, until they let it come or are gone.

Run by the system's Python.
"""

from __future__ import annotations

from typing import Any

import dbus.service  # type: ignore[import-not-found] # the system's

BUS_NAME = "org.freedesktop.ScreenSaver"
MAIN_OBJ = "/org/freedesktop/ScreenSaver"
MAIN_IFACE = "org.freedesktop.ScreenSaver"
SYSTEM_BUS = False


def load(mock: Any, _parameters: object) -> None:  # noqa: ANN401 -- dbus-python has no types
    """Begin with nobody."""
    mock.holders = {}
    mock.watchers = []


@dbus.service.method(  # type: ignore[untyped-decorator]
    MAIN_IFACE, in_signature="ss", out_signature="u", sender_keyword="sender"
)
def Inhibit(self: Any, application: str, reason: str, sender: str) -> int:  # noqa: ANN401, N802
    """Keep it away."""
    cookie = 100 + len(self.watchers)
    self.holders[cookie] = f"{application}: {reason}"

    def on_owner_changed(owner: str) -> None:
        if not owner:
            self.holders.pop(cookie, None)

    self.watchers.append(self.connection.watch_name_owner(sender, on_owner_changed))
    return cookie


@dbus.service.method(MAIN_IFACE, in_signature="u")  # type: ignore[untyped-decorator]
def UnInhibit(self: Any, cookie: int) -> None:  # noqa: ANN401, N802
    """Let it come."""
    del self.holders[cookie]


@dbus.service.method(MAIN_IFACE, out_signature="as")  # type: ignore[untyped-decorator]
def Holders(self: Any) -> list[str]:  # noqa: ANN401, N802
    """Who keeps it away, and why."""
    return list(self.holders.values())
