"""The connection against a real dbus-daemon, with real services on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    MatchRule,
    Message,
    new_method_call,
    new_method_return,
    new_signal,
)
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch.services.bus import Bus, BusUnavailable
from tests.system.session_bus import SessionBus, require_bus
from tests.system.stillness import Stillness

pytestmark = pytest.mark.system

NAME = "org.example.Kettle"
KETTLE = DBusAddress("/kettle", bus_name=NAME, interface=NAME)
MOCK = DBusAddress("/kettle", bus_name=NAME, interface="org.freedesktop.DBus.Mock")
LONGEST_GAP = 0.05
"""Seconds for which the window may stand still."""


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """A bus that is running."""
    require_bus(mock=True)
    with SessionBus.running(tmp_path) as server:
        server.lend(monkeypatch)
        yield server


@pytest.fixture
def bus(qapp: QCoreApplication, session_bus: SessionBus) -> Iterator[Bus]:
    """A connection to it."""
    del qapp, session_bus
    connection = Bus.open("SESSION")
    yield connection
    connection.close()


def _got(qtbot: QtBot, ask: Callable[[Callable[[Message | None], None]], None]) -> Message | None:
    """What comes back."""
    replies: list[Message | None] = []
    ask(replies.append)
    qtbot.waitUntil(lambda: bool(replies), timeout=5000)
    return replies[0]


def test_a_service_answers_or_fails(bus: Bus, session_bus: SessionBus, qtbot: QtBot) -> None:
    """A reply with its values, and None for an unknown member or a service that is not there."""
    session_bus.start_mock(NAME, "/kettle", NAME)
    session_bus.ask(MOCK, "AddMethod", "sssss", ("", "Boil", "ut", "us", "ret = (args[0], 'hot')"))
    absent = DBusAddress("/", bus_name="org.example.Absent", interface=NAME)

    def ask(to: DBusAddress, member: str, body: tuple[object, ...]) -> Message | None:
        call = new_method_call(to, member, "ut", body)
        return _got(qtbot, lambda on_reply: bus.call(call, on_reply))

    reply = ask(KETTLE, "Boil", (2**32 - 1, 2**64 - 1))

    assert reply is not None
    assert reply.body == (2**32 - 1, "hot")
    assert ask(KETTLE, "Cool", (1, 1)) is None
    assert ask(absent, "Boil", (1, 1)) is None


def test_signals_are_heard_by_the_services_name(
    bus: Bus, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """The bus knows whose number it is; nobody else's signal comes."""
    session_bus.start_mock(NAME, "/kettle", NAME)
    heard: list[tuple[object, ...]] = []
    rule = MatchRule(type="signal", sender=NAME, interface=NAME, member="Boiled")
    bus.watch(rule, lambda signal: heard.append(signal.body))
    other = Bus.open("SESSION")
    other.emit_signal(new_signal(KETTLE, "Boiled", "s", ("somebody else",)))
    _got(qtbot, lambda on_reply: other.request_name("org.example.Other", on_reply))

    session_bus.ask(MOCK, "EmitSignal", "sssav", ("", "Boiled", "s", [("s", "the kettle")]))
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    other.close()

    assert heard == [("the kettle",)]


def test_it_is_told_when_a_service_comes_and_goes(
    bus: Bus, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """By the bus's own signal, for the one name that is asked for."""
    owners: list[bool] = []
    rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    rule.add_arg_condition(0, NAME)
    bus.watch(rule, lambda signal: owners.append(bool(signal.body[2])))
    _got(qtbot, lambda on_reply: bus.request_name("org.example.Other", on_reply))

    mock = session_bus.start_mock(NAME, "/kettle", NAME)
    qtbot.waitUntil(lambda: owners == [True], timeout=5000)
    mock.kill()

    qtbot.waitUntil(lambda: owners == [True, False], timeout=5000)


def test_a_name_is_ours_until_it_is_given_back(
    bus: Bus, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """A second wish is refused, and taken up after the release."""
    other = Bus.open("SYSTEM")

    def ask(connection: Bus) -> object:
        return _got(qtbot, lambda on_reply: connection.request_name(NAME, on_reply))

    assert ask(bus) is True
    assert ask(bus) is True
    assert ask(other) is False
    bus.release_name(NAME)
    qtbot.waitUntil(lambda: not session_bus.has(NAME), timeout=5000)
    assert ask(other) is True
    other.close()

    qtbot.waitUntil(lambda: not session_bus.has(NAME), timeout=5000)


def test_others_call_an_object_and_read_what_it_is(
    bus: Bus, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """A method with an answer, one that is not there, and the description."""
    bus.serve(
        "/kettle",
        f"<interface name='{NAME}'><method name='Boil'/></interface>",
        lambda call: new_method_return(call, "d", (100.0,)) if "Boil" in str(call) else None,
    )
    _got(qtbot, lambda on_reply: bus.request_name(NAME, on_reply))

    def ask(member: str, interface: str = NAME) -> Message | None:
        address = DBusAddress("/kettle", bus_name=NAME, interface=interface)
        client = Bus.open("SESSION")
        call = new_method_call(address, member)
        reply = _got(qtbot, lambda on_reply: client.call(call, on_reply))
        client.close()
        return reply

    boiled, described = ask("Boil"), ask("Introspect", "org.freedesktop.DBus.Introspectable")

    assert boiled is not None
    assert boiled.body == (100.0,)
    assert described is not None
    assert "<method name='Boil'/>" in described.body[0]
    assert ask("Cool") is None
    assert ask("Ping", "org.freedesktop.DBus.Peer") is not None
    del session_bus


def test_megabytes_go_both_ways(bus: Bus, session_bus: SessionBus, qtbot: QtBot) -> None:
    """What no socket takes at once arrives whole."""
    session_bus.start_mock(NAME, "/kettle", NAME)
    session_bus.ask(MOCK, "AddMethod", "sssss", ("", "Echo", "s", "s", "ret = args[0] * 2"))
    text = "hips" * 500_000

    call = new_method_call(KETTLE, "Echo", "s", (text,))
    reply = _got(qtbot, lambda on_reply: bus.call(call, on_reply))

    assert reply is not None
    assert reply.body == (text * 2,)


def test_a_bus_that_is_killed_is_lost_and_a_new_one_can_be_joined(
    bus: Bus, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """It is told once, and what was asked is answered with nothing."""
    _got(qtbot, lambda on_reply: bus.request_name(NAME, on_reply))
    replies: list[Message | None] = []
    session_bus.daemon.freeze()
    bus.call(new_method_call(KETTLE, "Boil"), replies.append)

    with qtbot.waitSignal(bus.lost, timeout=5000):
        session_bus.daemon.kill()
    assert replies == [None]
    with pytest.raises(BusUnavailable):
        Bus.open("SESSION")
    session_bus.start()
    again = Bus.open("SESSION")

    assert _got(qtbot, lambda on_reply: again.request_name(NAME, on_reply)) is True
    again.close()


def test_a_bus_that_hangs_holds_nobody_up(bus: Bus, session_bus: SessionBus, qtbot: QtBot) -> None:
    """Neither joining it nor sending it megabytes; what waited goes out when it wakes up."""
    _got(qtbot, lambda on_reply: bus.request_name(NAME, on_reply))
    owned: list[bool] = []
    stillness = Stillness()
    session_bus.daemon.freeze()

    late = Bus.open("SESSION")
    for _ in range(40):
        bus.emit_signal(new_signal(KETTLE, "Boiled", "s", ("hips" * 25_000,)))
    bus.request_name("org.example.Last", owned.append)
    late.request_name("org.example.Late", owned.append)
    qtbot.wait(200)

    assert owned == []
    assert stillness.longest < LONGEST_GAP
    session_bus.daemon.thaw()
    qtbot.waitUntil(lambda: owned == [True, True], timeout=5000)
    late.close()


def test_a_service_that_hangs_is_given_up(
    qapp: QCoreApplication, session_bus: SessionBus, qtbot: QtBot
) -> None:
    """Its reply does not come; other calls go on."""
    del qapp
    impatient = Bus.open("SESSION", patience=0.2)
    session_bus.start_mock(NAME, "/kettle", NAME).freeze()
    call = new_method_call(KETTLE, "Boil")

    assert _got(qtbot, lambda on_reply: impatient.call(call, on_reply)) is None
    assert _got(qtbot, lambda on_reply: impatient.request_name("org.example.X", on_reply)) is True
    impatient.close()


def test_the_stand_ins_raise_as_real_services_do(session_bus: SessionBus) -> None:
    """So that a test that asks for what is not there cannot pass."""
    session_bus.start_mock(NAME, "/kettle", NAME)

    with pytest.raises(DBusErrorResponse):
        session_bus.ask(KETTLE, "Boil")
