"""Services that python-dbusmock plays and that know their methods from the first call on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import DBusAddress

from tests.system.session_bus import Server, SessionBus

_MOCK = "org.freedesktop.DBus.Mock"
_TEMPLATE = """\
import dbus
BUS_NAME, MAIN_OBJ, MAIN_IFACE, SYSTEM_BUS = {name!r}, {path!r}, {interface!r}, False

def load(mock, parameters):
    mock.AddMethods(MAIN_IFACE, {methods!r})
    mock.AddProperties(MAIN_IFACE, {properties!r})
"""


@dataclass(frozen=True)
class StandIn:
    """A service: its name, where its object is, what it can (name, in, out, code) and knows."""

    name: str
    path: str
    interface: str
    methods: tuple[tuple[str, str, str, str], ...] = ()
    properties: dict[str, object] = field(default_factory=dict)

    def start(self, bus: SessionBus) -> Server:
        """Start it, once more or for the first time."""
        template: Path = bus.folder / f"{self.name}.py"
        text = _TEMPLATE.format(
            name=self.name,
            path=self.path,
            interface=self.interface,
            methods=list(self.methods),
            properties=self.properties,
        )
        template.write_text(text, encoding="utf-8")
        return bus.start_template(template, self.name)

    def set(self, bus: SessionBus, name: str, signature: str, value: object) -> None:
        """Change a property; who listens is told."""
        changes = {name: (signature, value)}
        bus.ask(self._mock, "UpdateProperties", "sa{sv}", (self.interface, changes))

    def say(self, bus: SessionBus, signal: str, signature: str, *values: object) -> None:
        """Send a signal."""
        arguments = [*zip(signature, values, strict=True)]
        bus.ask(self._mock, "EmitSignal", "sssav", (self.interface, signal, signature, arguments))

    def calls(self, bus: SessionBus, method: str) -> list[tuple[int, list[tuple[str, Any]]]]:
        """How a method was called so far: when, and with what."""
        (calls,) = bus.ask(self._mock, "GetMethodCalls", "s", (method,))
        assert isinstance(calls, list)
        return calls

    @property
    def _mock(self) -> DBusAddress:
        """Where the test tells it what to do."""
        return DBusAddress(self.path, bus_name=self.name, interface=_MOCK)
