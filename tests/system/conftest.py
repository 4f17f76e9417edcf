"""Servers of the tests' own: a virtual screen, a window manager, an accessibility bus."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_NEEDED = ("Xvfb", "xdotool", "openbox", "dbus-daemon", "import")
_PATIENCE = 20.0
_ITEMS = {"list item": "list", "table cell": "table"}
"""What always has a focused one among it, and what has to have the focus for that to count."""


def _skip(reason: str) -> None:
    """Skip where the servers are a luxury, fail where they are required."""
    if os.environ.get("HIPSTRETCH_TEST_SERVERS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def wait_until(check: Callable[[], object], what: str, patience: float = _PATIENCE) -> object:
    """The first true answer of `check`; fails after a while."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        answer = check()
        if answer:
            return answer
        time.sleep(0.05)
    pytest.fail(f"waited in vain for {what}")


@dataclass(frozen=True)
class Node:
    """Something on the screen, as a screen reader knows it."""

    role: str
    name: str
    x: int
    y: int
    width: int
    height: int
    states: list[str]


class Desktop:
    """A screen, a window manager and a bus; starts the program and acts on it from outside."""

    def __init__(self, environment: dict[str, str], home: Path) -> None:
        self.environment = environment
        self.home = home
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the program and wait until its window has the keyboard."""
        command = [sys.executable, "-m", "hipstretch", *arguments]
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home.parent / "program.log").open("ab") as log:
            self.program = subprocess.Popen(
                command, env=self.environment, cwd=_ROOT, stdout=log, stderr=log
            )
        wait_until(self._has_window, "the window")
        wait_until(self._has_keyboard, "the keyboard")
        return self.program

    def settle(self, **settings: object) -> None:
        """Let the program find these settings, of somebody who has been welcomed."""
        self.home.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"welcomed": True, **settings})
        (self.home / "settings.json").write_text(text, encoding="utf-8")

    def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the program that was started here."""
        if self.program is not None:
            self.program.send_signal(how)
            self.program.wait(timeout=10)
            self.program = None

    def run(self, *command: str) -> str:
        """Run a command on this desktop and return what it printed."""
        done = subprocess.run(
            command, env=self.environment, check=False, capture_output=True, text=True, timeout=30
        )
        return done.stdout

    def keys(self, *names: str) -> None:
        """Press keys one after the other."""
        self.run("xdotool", "key", "--delay", "30", *names)

    def write(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "20", text)

    def nodes(self, *states: str) -> list[Node]:
        """All that is showing, or what of it is in these states."""
        script = str(Path(__file__).with_name("accessible.py"))
        printed = self.run("/usr/bin/python3", script, *states)
        rows = json.loads(printed or "[]")
        return [Node(*row) for row in rows]

    def find(self, name: str, role: str = "") -> Node:
        """The first thing of a name (or a beginning of one), once it shows."""
        found = wait_until(lambda: self._matching(name, role), f"“{name}” on the screen")
        assert isinstance(found, list)
        node: Node = found[0]
        return node

    def shows(self, name: str) -> bool:
        """Whether something of that name shows now."""
        return bool(self._matching(name, ""))

    def click(self, name: str, role: str = "") -> None:
        """Click on the middle of something."""
        node = self.find(name, role)
        x, y = node.x + node.width // 2, node.y + node.height // 2
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def focused(self) -> Node | None:
        """What has the keyboard's focus."""
        found = self.nodes("focused", "focusable")
        if not any(node.role in _ITEMS.values() for node in found):
            found = [node for node in found if node.role not in _ITEMS]
        return found[-1] if found else None

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until something of that name has the focus."""
        for _ in range(most):
            focused = self.focused()
            if focused is not None and focused.name.startswith(name):
                return
            self.keys("Tab")
        pytest.fail(f"Tab never came to “{name}”")

    def wait_until(
        self, check: Callable[[], object], what: str, patience: float = _PATIENCE
    ) -> object:
        """The first true answer of `check`; fails after a while."""
        return wait_until(check, what, patience)

    def running(self) -> dict[str, object]:
        """The place of the session under way, as it is on disk."""
        path = self.home / "running.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        window = self.run("xdotool", "search", "--name", "^HipStretch$").split()[-1]
        self.run("xdotool", "windowsize", "--sync", window, str(width), str(height))

    def shot(self, path: Path) -> None:
        """Take a picture of the screen."""
        self.run("import", "-window", "root", str(path))

    def _has_window(self) -> bool:
        """Whether the window shows."""
        if self.program is not None and self.program.poll() is not None:
            pytest.fail(f"the program ended with {self.program.returncode}")
        return bool(self.run("xdotool", "search", "--onlyvisible", "--name", "^HipStretch$"))

    def _has_keyboard(self) -> bool:
        """Whether keys go to the window."""
        return self.run("xdotool", "getactivewindow", "getwindowname").strip() == "HipStretch"

    def _matching(self, name: str, role: str) -> list[Node]:
        """The things whose name begins so, those of exactly that name first."""
        fitting = [n for n in self.nodes() if n.name.startswith(name) and role in {"", n.role}]
        return sorted(fitting, key=lambda n: n.name != name)


def _start_screen() -> tuple[subprocess.Popen[bytes], str]:
    """A virtual screen and its name; it must not reset as often as its last client goes."""
    read, write = os.pipe()
    options = ["-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *options],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        name = answer.readline().strip()
    return server, f":{name}"


def _start_bus(environment: dict[str, str]) -> tuple[subprocess.Popen[str], str]:
    """A session bus and its address."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    return bus, bus.stdout.readline().strip()


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop of the test's own."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        _skip(f"not installed: {', '.join(missing)}")
    if subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], check=False).returncode:
        _skip("not installed: python3-pyatspi")
    screen, display = _start_screen()
    environment = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(tmp_path),
        "HIPSTRETCH_HOME": str(tmp_path / "own"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "NO_AT_BRIDGE": "0",
        "SPEECHD_ADDRESS": f"unix_socket:{tmp_path}/no-speech",
    }
    bus, environment["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(environment)
    manager = subprocess.Popen(
        ["openbox"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    here = Desktop(environment, tmp_path / "own")
    here.settle()
    wait_until(lambda: here.run("xdotool", "get_num_desktops"), "the window manager")
    yield here
    here.stop()
    for process in (manager, bus, screen):
        process.terminate()
        process.wait(timeout=10)
    if bus.stdout is not None:
        bus.stdout.close()
