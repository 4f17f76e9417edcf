"""Ice that runs, and the ways to end the program: the tray's menu, and a signal of the system."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.system.session_bus import SessionBus, require_bus
from tests.system.tray_panel import PANEL, entries, press, registered, tooltip

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SessionBus]:
    """A bus of the person with a panel on it."""
    require_bus(mock=True)
    server = SessionBus(tmp_path / "bus-of-the-test")
    server.start()
    PANEL.start(server)
    yield server
    server.stop()


@pytest.fixture
def program(desktop: Desktop, bus: SessionBus) -> subprocess.Popen[bytes]:
    """The program with ice that runs, its window closed, and the tray's menu open to the test."""
    desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    desktop.settle(therapy_answers=[], told_stay_on=True, reminders=False, reduced_motion=True)
    program = desktop.start()
    desktop.wait_until(lambda: ask(desktop, "ice", "15").startswith("Ice, "), "ice to run")
    desktop.wait_until(lambda: _is_in_front(desktop), "the window to be in front")
    desktop.wait_until(lambda: _is_closed(desktop), "the window to close")
    desktop.wait_until(lambda: "Quit" in _entries(bus), "the menu")
    return program


def ask(desktop: Desktop, *words: str) -> str:
    """What the command line prints."""
    command = [sys.executable, "-m", "hipstretch", *words]
    done = subprocess.run(
        command,
        env=desktop.environment,
        cwd=_ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.stdout.strip()


def windows(desktop: Desktop) -> list[str]:
    """The program's windows on the screen."""
    return desktop.run("xdotool", "search", "--onlyvisible", "--name", "^HipStretch$").split()


def _is_in_front(desktop: Desktop) -> bool:
    """Whether keys go to the program's window."""
    return desktop.run("xdotool", "getactivewindow").split() == windows(desktop)


def _is_closed(desktop: Desktop) -> bool:
    """Whether the window is closed; asks for it once more where the keys went astray."""
    if windows(desktop):
        desktop.run("xdotool", "key", "--clearmodifiers", "alt+F4")
    return not windows(desktop)


def _entries(bus: SessionBus) -> dict[str, int]:
    """The entries of the tray's menu; none while it is not there."""
    item = registered(bus)
    return entries(bus, item) if item else {}


def _kept(desktop: Desktop) -> list[str]:
    """What runs, as it is on disk."""
    text = (desktop.home / "therapy.json").read_text(encoding="utf-8")
    return [one["kind"] for one in json.loads(text)["treatments"]]


def _logged(desktop: Desktop) -> list[tuple[str, str]]:
    """The treatments of the history."""
    path = desktop.home / "history.sqlite3"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT kind, outcome FROM therapy").fetchall()


def _ended(program: subprocess.Popen[bytes]) -> bool:
    """Whether a program has ended."""
    return program.poll() is not None


def _asked(desktop: Desktop, bus: SessionBus) -> None:
    """Choose Quit in the tray's menu, and have the question in front."""
    press(bus, registered(bus), "Quit")
    desktop.wait_until(lambda: windows(desktop), "the window with the question")
    desktop.wait_until(lambda: _is_in_front(desktop), "the window to be in front")


def test_without_reminders_the_tray_shows_the_ice(
    desktop: Desktop, bus: SessionBus, program: subprocess.Popen[bytes]
) -> None:
    """So does the command line, to the second."""
    assert not _ended(program)
    assert tooltip(bus, registered(bus)) == "HipStretch: Ice, 15 min left. Reminders are off"
    assert "Ice, 15 min left" in _entries(bus)
    words = "Reminders are off. Ice, 14:"
    desktop.wait_until(lambda: ask(desktop, "status").startswith(words), "what is left")
    facts = json.loads(ask(desktop, "status", "--json"))
    assert (facts["ice"]["state"], facts["heat"]) == ("running", None)
    assert 800 < facts["ice"]["left"] < 900


def test_quitting_asks_first_and_stops_the_ice(
    desktop: Desktop, bus: SessionBus, program: subprocess.Popen[bytes]
) -> None:
    """The window comes up by itself; the usual answer stays."""
    _asked(desktop, bus)
    desktop.keys("space")
    assert ask(desktop, "status").startswith("Reminders are off. Ice, ")
    assert not _ended(program)
    _asked(desktop, bus)
    desktop.keys("Tab", "space")
    desktop.wait_until(lambda: _ended(program), "the program to end")
    assert program.returncode == 0
    assert _kept(desktop) == []
    assert _logged(desktop) == [("ice", "stopped")]


def test_quitting_all_the_same_lets_the_time_go_on(
    desktop: Desktop, bus: SessionBus, program: subprocess.Popen[bytes]
) -> None:
    """The next start shows what is left."""
    _asked(desktop, bus)
    desktop.keys("Tab", "Tab", "space")
    desktop.wait_until(lambda: _ended(program), "the program to end")
    assert _kept(desktop) == ["ice"]
    assert _logged(desktop) == []
    desktop.start()
    desktop.wait_until(lambda: "Ice, 14:" in ask(desktop, "status"), "the same ice")


def test_a_signal_of_the_system_is_never_held_up(
    desktop: Desktop, bus: SessionBus, program: subprocess.Popen[bytes]
) -> None:
    """Nobody is asked, also while a question is open; the time goes on."""
    _asked(desktop, bus)
    program.send_signal(signal.SIGTERM)
    program.wait(timeout=10)
    assert _kept(desktop) == ["ice"]
