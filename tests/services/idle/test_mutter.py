from __future__ import annotations

from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, Message, message_bus, new_error, new_signal
from PySide6.QtCore import QCoreApplication

from hipstretch.services.idle.mutter import NAME, MutterIdle
from tests.services.bus_peer import BusPeer, member

CORE = DBusAddress("/org/gnome/Mutter/IdleMonitor/Core", bus_name=NAME, interface=NAME)


@pytest.fixture
def shell(qapp: QCoreApplication) -> Iterator[BusPeer]:
    """A bus that has let us in."""
    del qapp
    peer = BusPeer()
    peer.let_in()
    yield peer
    peer.close()


def _begin(shell: BusPeer) -> MutterIdle:
    """Watch by a shell that is there."""
    idle = MutterIdle(shell.bus)
    owner = [call for call in shell.read() if member(call) == "NameHasOwner"]
    shell.answer(owner[0], "b", (True,))
    return idle


def _say_owner(shell: BusPeer, before: str, after: str) -> None:
    """The shell came or went."""
    bus = DBusAddress(message_bus.object_path, interface=message_bus.interface)
    shell.send(new_signal(bus, "NameOwnerChanged", "sss", (NAME, before, after)))


def _fire(shell: BusPeer, number: int) -> None:
    """The shell's sign."""
    shell.send(new_signal(CORE, "WatchFired", "u", (number,)))


def _sign(shell: BusPeer) -> Message:
    """The call that asks for a sign."""
    call = shell.read_one()
    assert member(call) == "AddUserActiveWatch"
    return call


def test_milliseconds_are_told_as_seconds(shell: BusPeer) -> None:
    """And an error as nothing."""
    idle = _begin(shell)
    answers: list[float | None] = []
    idle.ask(answers.append)
    shell.answer(shell.read_one(), "t", (61_500,))
    idle.ask(answers.append)
    shell.send(new_error(shell.read_one(), "org.example.Failed"))
    assert answers == [61.5, None]


def test_only_ones_own_sign_counts(shell: BusPeer) -> None:
    """Everybody on the bus sees everybody's; it fires once."""
    idle = _begin(shell)
    told: list[str] = []
    assert idle.tell_when_active(lambda: told.append("first"))
    assert idle.tell_when_active(lambda: told.append("second"))
    shell.answer(_sign(shell), "u", (7,))
    _fire(shell, 6)
    assert told == []
    _fire(shell, 7)
    _fire(shell, 7)
    assert told == ["second"]


def test_a_shell_that_comes_again_is_asked_again(shell: BusPeer) -> None:
    """It numbers its signs anew."""
    idle = _begin(shell)
    told: list[str] = []
    idle.tell_when_active(lambda: told.append("back"))
    shell.answer(_sign(shell), "u", (7,))
    _say_owner(shell, ":1.2", "")
    assert not idle.tell_when_active(pytest.fail)
    _say_owner(shell, "", ":1.9")
    shell.answer(_sign(shell), "u", (1,))
    _fire(shell, 7)
    assert told == []
    _fire(shell, 1)
    assert told == ["back"]


def test_closing_leaves_the_bus(shell: BusPeer) -> None:
    """Nobody is told any more, and nobody knows."""
    idle = _begin(shell)
    idle.tell_when_active(pytest.fail)
    idle.close()
    answers: list[float | None] = []
    idle.ask(answers.append)
    assert answers == [None]
    assert not idle.tell_when_active(pytest.fail)
