from __future__ import annotations

import sys

import pytest

if sys.platform != "linux":
    pytest.skip("there is no bus", allow_module_level=True)

from wakepy.core import BusType, DBusAddress, DBusMethod, DBusMethodCall
from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

from hipstretch.services.awake import named_bus
from hipstretch.services.awake.named_bus import NamedBus

INHIBIT = DBusMethod(
    name="Inhibit", signature="ss", params=("application", "reason"), output_signature="u"
).of(DBusAddress(BusType.SESSION, "org.example.Saver", "/saver", "org.example.Saver"))


class FakeConnection:
    """A connection that knows whether it is closed."""

    is_closed = False

    def close(self) -> None:
        """Close it."""
        self.is_closed = True


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The arguments of the calls that go out; those of an unknown program fail."""
    arguments: list[tuple[object, ...]] = []

    def process(bus: JeepneyDBusAdapter, call: DBusMethodCall) -> object:
        bus._get_connection(BusType.SESSION)
        arguments.append(call.args)
        if call.args[0] != "HipStretch":
            raise TimeoutError
        return (7,)

    monkeypatch.setattr(JeepneyDBusAdapter, "process", process)
    monkeypatch.setattr(
        JeepneyDBusAdapter, "_create_new_connection", lambda _self, _bus: FakeConnection()
    )
    return arguments


def test_the_desktop_reads_the_programs_name(calls: list[tuple[object, ...]]) -> None:
    """In the place of wakepy's, with a reason that a person understands; the reply comes back."""
    call = DBusMethodCall(INHIBIT, ("wakepy", "wakelock active"))

    assert NamedBus().process(call) == (7,)
    assert calls == [("HipStretch", "A session is under way")]


def test_wakepy_still_says_what_is_replaced() -> None:
    """Another version with other words would be shown as it is."""
    from wakepy.methods import freedesktop, gnome

    for module in (freedesktop, gnome):
        source = module.__loader__.get_source(module.__name__)  # type: ignore[union-attr]
        assert all(f'"{word}"' in source for word in named_bus._WORDS)


def test_a_connection_is_closed_when_it_is_let_go_or_fails(
    calls: list[tuple[object, ...]],
) -> None:
    """So that nothing is held by a call that went wrong."""
    bus = NamedBus()
    bus.process(DBusMethodCall(INHIBIT, ("wakepy", "wakelock active")))
    held = bus._get_connection(BusType.SESSION)
    assert isinstance(held, FakeConnection)
    assert not held.is_closed

    bus.close_connections()
    assert held.is_closed
    with pytest.raises(TimeoutError):
        bus.process(DBusMethodCall(INHIBIT, ("somebody else", "")))

    assert len(calls) == 2
    assert bus._connections == {}
