"""Watching the hands: on a real X server, and on a bus with a shell that python-dbusmock plays."""

from __future__ import annotations

import logging
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.ports import IdleMonitor
from hipstretch.services.idle.absent import AbsentIdle
from hipstretch.services.idle.linux import choose
from hipstretch.services.idle.mutter import MutterIdle
from hipstretch.services.idle.wayland import WaylandIdle
from hipstretch.services.idle.wayland_wire import WaylandWire
from hipstretch.services.idle.x11 import X11Idle
from hipstretch.services.x_server import XServer
from tests.system.conftest import wait_until
from tests.system.session_bus import SessionBus, require_bus
from tests.system.stand_in import StandIn
from tests.system.x_screen import Screen, require_screen

pytestmark = pytest.mark.system

PATIENCE = 30_000
"""Milliseconds after which a wait is in vain, on a machine that has much else to do."""
MUTTER = "org.gnome.Mutter.IdleMonitor"


@pytest.fixture
def screen(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A virtual screen with a keyboard."""
    del qapp
    require_screen()
    running = Screen.start()
    monkeypatch.setenv("DISPLAY", running.display)
    yield running
    running.stop()


@pytest.fixture
def x11(screen: Screen) -> Iterator[X11Idle]:
    """The hands on that screen."""
    del screen
    idle = X11Idle(XServer.open())
    yield idle
    idle.close()


@pytest.fixture
def session_bus(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SessionBus]:
    """A bus that is running."""
    del qapp
    require_bus(mock=True)
    with SessionBus.running(tmp_path) as server:
        server.lend(monkeypatch)
        yield server


def _shell(sign: int) -> StandIn:
    """GNOME's shell: the hands have been still for 61.5 s, and its sign has a number."""
    return StandIn(
        *(MUTTER, "/org/gnome/Mutter/IdleMonitor/Core", MUTTER),
        methods=(
            ("GetIdletime", "", "t", "ret = dbus.UInt64(61500)"),
            ("AddUserActiveWatch", "", "u", f"ret = dbus.UInt32({sign})"),
        ),
    )


def _asked(idle: IdleMonitor, qtbot: QtBot) -> float | None:
    """What the way says now."""
    answers: list[float | None] = []
    idle.ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    (answer,) = answers
    return answer


def _wait_still(idle: IdleMonitor, qtbot: QtBot, seconds: float) -> None:
    """Wait until the hands have been still for so long."""
    qtbot.waitUntil(lambda: (_asked(idle, qtbot) or 0.0) >= seconds, timeout=PATIENCE)


def test_stillness_grows_and_a_key_ends_it(x11: X11Idle, screen: Screen, qtbot: QtBot) -> None:
    """The seconds are those since the key, no matter how slow the machine is."""
    _wait_still(x11, qtbot, 0.5)
    before = time.monotonic()
    screen.press("a")
    still, after = _asked(x11, qtbot), time.monotonic()

    assert still is not None
    assert 0.0 <= still <= after - before
    _wait_still(x11, qtbot, still + 0.3)


def test_the_next_movement_is_told_once(x11: X11Idle, screen: Screen, qtbot: QtBot) -> None:
    """Not before it, and not again for one after it."""
    told: list[str] = []
    _wait_still(x11, qtbot, 0.5)
    assert x11.tell_when_active(lambda: told.append("first"))
    _wait_still(x11, qtbot, 1.0)
    assert told == []

    screen.press("a")
    qtbot.waitUntil(lambda: told == ["first"], timeout=PATIENCE)
    _wait_still(x11, qtbot, 1.2)
    screen.press("b")
    _wait_still(x11, qtbot, 0.2)
    assert told == ["first"]

    x11.tell_when_active(lambda: told.append("replaced"))
    x11.tell_when_active(lambda: told.append("second"))
    _wait_still(x11, qtbot, 1.2)
    screen.press("c")
    qtbot.waitUntil(lambda: told == ["first", "second"], timeout=PATIENCE)


def test_working_hands_wake_nobody(screen: Screen, qtbot: QtBot) -> None:
    """Nothing comes from the server while nothing is wanted of it."""
    server = XServer.open()
    idle = X11Idle(server)
    events: list[bytes] = []
    server.hear(events.append)
    for _ in range(5):
        _wait_still(idle, qtbot, 0.05)
        screen.run("xdotool", "mousemove_relative", "5", "5", "click", "1")
    _wait_still(idle, qtbot, 0.2)
    idle.close()

    assert events == []


def test_a_screen_that_goes_takes_nobody_along(
    x11: X11Idle, screen: Screen, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The program lives on and knows no longer."""
    _wait_still(x11, qtbot, 0.1)
    x11.tell_when_active(pytest.fail)

    with qtbot.waitSignal(x11._server.lost, timeout=PATIENCE):
        screen.stop()

    assert _asked(x11, qtbot) is None
    assert not x11.tell_when_active(pytest.fail)
    assert "the X server has gone" in caplog.text


def test_asking_a_screen_that_has_just_gone_ends_nothing(
    x11: X11Idle, screen: Screen, qtbot: QtBot
) -> None:
    """Also before the event loop has noticed."""
    screen.stop()

    assert _asked(x11, qtbot) is None
    with qtbot.waitSignal(x11._server.lost, timeout=PATIENCE):
        pass


def test_the_session_tells_which_way_to_take(
    screen: Screen, session_bus: SessionBus, tmp_path: Path
) -> None:
    """X11 by its display, GNOME where a compositor is missing, nothing where nothing is there."""
    del session_bus
    x11 = choose({"DISPLAY": screen.display})
    wayland = {"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": str(tmp_path)}
    gnome = choose({**wayland, "DISPLAY": screen.display})
    nothing = choose({})
    for idle in (x11, gnome, nothing):
        idle.close()

    assert isinstance(x11, X11Idle)
    assert isinstance(gnome, MutterIdle)
    assert isinstance(nothing, AbsentIdle)


def test_gnome_is_asked_and_tells(session_bus: SessionBus, qtbot: QtBot) -> None:
    """Nobody knows while the shell is away; one that comes again is told again what is wanted."""
    idle = choose({"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": str(session_bus.folder)})
    told: list[str] = []

    def wait() -> bool:
        return idle.tell_when_active(lambda: told.append("back"))

    assert _asked(idle, qtbot) is None
    assert not wait()
    shell = _shell(7).start(session_bus)
    qtbot.waitUntil(wait, timeout=PATIENCE)
    assert _asked(idle, qtbot) == 61.5
    shell.kill()
    qtbot.waitUntil(lambda: not wait(), timeout=PATIENCE)
    assert _asked(idle, qtbot) is None

    again = _shell(9)
    again.start(session_bus)
    qtbot.waitUntil(lambda: bool(again.calls(session_bus, "AddUserActiveWatch")), timeout=PATIENCE)
    for number in (7, 9, 9):
        again.say(session_bus, "WatchFired", "u", number)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert _asked(idle, qtbot) == 61.5
    idle.close()

    assert told == ["back"]


@pytest.fixture
def compositor(qapp: QCoreApplication, tmp_path: Path) -> Iterator[dict[str, str]]:
    """A real Wayland compositor that does not tell of hands; where a session finds it."""
    del qapp
    require_screen("weston")
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-of-the-test"}
    command = ("weston", "--backend=headless-backend.so", "--socket=wayland-of-the-test")
    log = (tmp_path / "weston.log").open("wb")
    server = subprocess.Popen(
        command, env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}, stdout=log, stderr=log
    )
    wait_until((tmp_path / "wayland-of-the-test").exists, "weston")
    yield environment
    server.kill()
    server.wait(timeout=10)
    log.close()


def test_a_compositor_that_does_not_tell_of_hands_is_left(
    compositor: dict[str, str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """It has told what it has, and that is not among it; it finds no fault with us."""
    caplog.set_level(logging.INFO)
    wire = WaylandWire.open(compositor)
    with qtbot.assertNotEmitted(wire.lost):
        idle = WaylandIdle(wire, time.monotonic)
        qtbot.waitUntil(lambda: not wire.is_open, timeout=PATIENCE)

    assert _asked(idle, qtbot) is None
    assert "this compositor does not tell of hands" in caplog.text


def test_gnome_is_asked_where_the_compositor_does_not_tell(
    compositor: dict[str, str], session_bus: SessionBus, qtbot: QtBot
) -> None:
    """As on GNOME's own compositor."""
    _shell(7).start(session_bus)
    idle = choose({**compositor, "DISPLAY": ":99999"})
    assert idle.name == "Wayland"

    qtbot.waitUntil(lambda: _asked(idle, qtbot) == 61.5, timeout=PATIENCE)
    assert idle.name == "GNOME"
    qtbot.waitUntil(lambda: idle.tell_when_active(pytest.fail), timeout=PATIENCE)
    idle.close()
