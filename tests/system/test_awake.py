"""The screen saver kept away during a session, as a desktop's own service sees it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch.services import awake
from tests.system.conftest import wait_until
from tests.system.player_process import PlayerProcess
from tests.system.session_bus import Server, SessionBus, require_bus
from tests.system.stillness import Stillness

pytestmark = pytest.mark.system

NAME = "org.freedesktop.ScreenSaver"
SAVER = DBusAddress("/org/freedesktop/ScreenSaver", bus_name=NAME, interface=NAME)
TEMPLATE = Path(__file__).with_name("screen_saver.py")
HELD = ["HipStretch: A session is under way"]
LONGEST_GAP = 0.05
"""Seconds for which the window may stand still."""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SessionBus]:
    """A bus that is running."""
    require_bus(mock=True)
    with SessionBus.running(tmp_path) as server:
        yield server


@pytest.fixture
def saver(bus: SessionBus) -> Server:
    """A screen saver on it."""
    return bus.start_template(TEMPLATE, NAME)


@pytest.fixture
def start(bus: SessionBus, tmp_path: Path) -> Iterator[Callable[[float], PlayerProcess]]:
    """Starts a session with so many seconds of a long pause, and ends it after the test."""
    players: list[PlayerProcess] = []

    def start_player(pause: float) -> PlayerProcess:
        players.append(PlayerProcess(bus, tmp_path, pause))
        players[-1].tell("begin")
        return players[-1]

    yield start_player
    for player in players:
        player.kill()


def _wait_for(bus: SessionBus, holders: list[str]) -> None:
    """Wait until just these keep the screen saver away."""

    def is_so() -> bool:
        return bus.ask(SAVER, "Holders") == (holders,)

    wait_until(is_so, f"{holders}")


def test_a_session_keeps_the_screen_saver_away_until_it_is_left(
    bus: SessionBus, saver: Server, start: Callable[[float], PlayerProcess]
) -> None:
    """In the program's name; a short pause changes nothing, and the next session holds again."""
    del saver
    player = start(300.0)
    _wait_for(bus, HELD)
    player.tell("pause")
    time.sleep(0.3)
    assert bus.ask(SAVER, "Holders") == (HELD,)

    player.tell("close")
    _wait_for(bus, [])
    player.tell("begin")

    _wait_for(bus, HELD)


def test_the_end_of_a_session_lets_it_come(
    bus: SessionBus, saver: Server, start: Callable[[float], PlayerProcess]
) -> None:
    """Finished to the last phase, with the program still there."""
    del saver
    player = start(300.0)
    _wait_for(bus, HELD)

    for _ in range(6):
        player.tell("skip")

    _wait_for(bus, [])
    assert player.end() == 0


def test_a_long_pause_lets_it_come_and_going_on_keeps_it_away_again(
    bus: SessionBus, saver: Server, start: Callable[[float], PlayerProcess]
) -> None:
    """A tenth of a second stands for the five minutes."""
    del saver
    player = start(0.1)
    _wait_for(bus, HELD)

    player.tell("pause")
    _wait_for(bus, [])
    player.tell("resume")

    _wait_for(bus, HELD)


def test_a_crash_lets_it_come(
    bus: SessionBus, saver: Server, start: Callable[[float], PlayerProcess]
) -> None:
    """Killed in the middle: the desktop sees that its holder is gone."""
    del saver
    player = start(300.0)
    _wait_for(bus, HELD)

    player.process.kill()

    _wait_for(bus, [])


def test_the_program_ends_at_once_while_the_desktop_hangs(
    bus: SessionBus, saver: Server, start: Callable[[float], PlayerProcess]
) -> None:
    """It does not wait for an answer, and nothing stays held."""
    player = start(300.0)
    _wait_for(bus, HELD)
    saver.freeze()
    began = time.monotonic()

    assert player.end() == 0
    assert time.monotonic() - began < 1.0
    saver.thaw()

    _wait_for(bus, [])


@pytest.mark.parametrize("desktop", ["absent", "answers", "hangs", "no bus"])
def test_the_window_does_not_stand_still(
    desktop: str,
    bus: SessionBus,
    qapp: QCoreApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever the desktop does with what it is asked for: holding, releasing, holding again."""
    del qapp
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    if desktop == "no bus":
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    if desktop in {"answers", "hangs"}:
        saver = bus.start_template(TEMPLATE, NAME)
        if desktop == "hangs":
            saver.freeze()
    stillness = Stillness()

    keeper = awake.create()
    for ask in (keeper.hold, keeper.release, keeper.hold):
        ask()
        qtbot.wait(200)

    if desktop == "answers":
        assert bus.ask(SAVER, "Holders") == (HELD,)
        keeper.release()
        _wait_for(bus, [])
    assert stillness.longest < LONGEST_GAP


def test_a_screen_saver_that_comes_late_is_asked_the_next_time(
    bus: SessionBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure spoils nothing for later."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    keeper = awake.create()
    keeper.hold()
    keeper.release()
    bus.start_template(TEMPLATE, NAME)

    keeper.hold()
    _wait_for(bus, HELD)

    keeper.release()
    _wait_for(bus, [])
