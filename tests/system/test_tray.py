"""The icon on real trays: trayer, and a panel that is a service; and the window that asks."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress
from PySide6.QtGui import QColor, QImage

from tests.system.session_bus import SessionBus, require_bus
from tests.system.tray_panel import ITEM, PANEL, entries, get, press, registered, tooltip
from tests.system.x_screen import Screen, require_screen

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0
TEAL, MINT, SLATE = QColor("#0F6B66"), QColor("#7DE3D6"), QColor("#435D58")


class Child:
    """The program that shows the icon, as it is worked and heard from outside."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self._said = folder / "said"
        with self._said.open("wb") as said, (folder / "child.log").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.system.tray_child"],
                env={**environment, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_ROOT)},
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=log,
            )
        self.hear("ready")

    def tell(self, command: str) -> None:
        """Have it do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n".encode())
        self._process.stdin.flush()

    def lines(self, word: str) -> list[list[str]]:
        """What it has said about something so far."""
        lines = [line.split() for line in self._said.read_text(encoding="utf-8").splitlines()]
        return [rest for first, *rest in lines if first == word]

    def hear(self, word: str, *, times: int = 1) -> list[str]:
        """What it says about something, for the first or another time."""
        wait_until(lambda: len(self.lines(word)) >= times, f"“{word}” for the {times}. time")
        return self.lines(word)[times - 1]

    def ask(self, command: str, word: str) -> list[str]:
        """Have it say something."""
        count = len(self.lines(word))
        self.tell(command)
        return self.hear(word, times=count + 1)

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(timeout=_PATIENCE)
        if self._process.stdin is not None:
            self._process.stdin.close()


def wait_until(check: Callable[[], object], what: str) -> None:
    """Wait until something is so; fails after a while."""
    until = time.monotonic() + _PATIENCE
    while not check():
        if time.monotonic() > until:
            pytest.fail(f"waited in vain for {what}")
        time.sleep(0.05)


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen."""
    require_screen("trayer", "openbox", "import")
    screen = Screen.start()
    screen.open("openbox")
    yield screen
    screen.stop()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SessionBus]:
    """A bus of the person."""
    require_bus(mock=True)
    server = SessionBus(tmp_path / "bus-of-the-test")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def child(screen: Screen, bus: SessionBus, tmp_path: Path) -> Iterator[Child]:
    """The program, with nothing in a tray yet."""
    environment = {
        **os.environ,
        "DISPLAY": screen.display,
        "DBUS_SESSION_BUS_ADDRESS": bus.address,
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    child = Child(environment, tmp_path)
    yield child
    child.stop()


def start_trayer(screen: Screen) -> None:
    """Start a tray of the older kind, in the upper left corner."""
    screen.open("trayer", "--edge", "top", "--align", "left", "--height", "24", "--width", "20")


def share_of(screen: Screen, color: QColor, folder: Path) -> float:
    """How much of the upper left corner of the screen has about that colour."""
    path = folder / "corner.png"
    screen.run("import", "-silent", "-window", "root", "-crop", "24x24+0+0", str(path))
    image = QImage(str(path))
    near = [
        abs(pixel.red() - color.red()) + abs(pixel.green() - color.green()) < 30
        for pixel in (image.pixelColor(x, y) for x in range(24) for y in range(24))
    ]
    return sum(near) / len(near)


def shows(screen: Screen, color: QColor, folder: Path) -> Callable[[], bool]:
    """Whether an icon of that ground is in the corner."""
    return lambda: share_of(screen, color, folder) > 0.15


def test_the_icon_is_in_an_older_tray(screen: Screen, child: Child, tmp_path: Path) -> None:
    """It changes with the state, and goes."""
    start_trayer(screen)
    wait_until(lambda: child.ask("there", "there") == ["True", "False"], "the tray")
    child.tell("show sitting")
    wait_until(shows(screen, TEAL, tmp_path), "the icon")
    child.tell("show due")
    wait_until(shows(screen, MINT, tmp_path), "the icon of what is due")
    child.tell("show paused")
    wait_until(shows(screen, SLATE, tmp_path), "the icon of a pause")
    child.tell("hide")
    wait_until(lambda: share_of(screen, SLATE, tmp_path) == 0, "nothing")


def test_an_older_tray_may_come_late(screen: Screen, child: Child, tmp_path: Path) -> None:
    """The icon waits for it."""
    child.tell("show sitting")
    assert child.ask("there", "there") == ["False", "False"]
    start_trayer(screen)
    wait_until(shows(screen, TEAL, tmp_path), "the icon")
    assert child.ask("there", "there") == ["True", "False"]


def test_a_click_on_the_icon_opens_the_window(screen: Screen, child: Child, tmp_path: Path) -> None:
    """And its menu does what it says, by the mouse and by the keyboard."""
    start_trayer(screen)
    child.tell("show sitting")
    wait_until(shows(screen, TEAL, tmp_path), "the icon")
    screen.run("xdotool", "mousemove", "12", "12", "click", "1")
    child.hear("open")
    child.ask("menu", "menu")
    screen.run("xdotool", "mousemove", "200", "255", "click", "1")
    child.hear("up")
    child.ask("menu", "menu")
    screen.run("xdotool", "key", "--delay", "60", "Up", "Up", "Return")
    child.hear("settings")


def test_a_panel_of_today_shows_title_and_tooltip(bus: SessionBus, child: Child) -> None:
    """The tooltip and the picture follow the state."""
    PANEL.start(bus)
    wait_until(lambda: child.ask("there", "there") == ["True", "True"], "the panel")
    child.tell("show sitting")
    wait_until(lambda: registered(bus), "the item")
    item = registered(bus)
    words = "HipStretch: Sitting 18 min. Next break in 12 min"
    wait_until(lambda: tooltip(bus, item) == words, "the tooltip")
    assert get(bus, item, "Title") == "hipstretch"
    sitting = get(bus, item, "IconPixmap")
    child.tell("show due")
    due = "HipStretch: Sitting 47 min. Time to stand up"
    wait_until(lambda: tooltip(bus, item) == due, "the other tooltip")
    wait_until(lambda: get(bus, item, "IconPixmap") != sitting, "the other picture")


def test_a_panel_of_today_tells_what_runs(bus: SessionBus, child: Child) -> None:
    """In whole minutes, first in the tooltip and under the head of the menu; then no more."""
    PANEL.start(bus)
    wait_until(lambda: child.ask("there", "there") == ["True", "True"], "the panel")
    child.tell("show sitting")
    child.tell("ice running")
    wait_until(lambda: registered(bus), "the item")
    item = registered(bus)
    words = "HipStretch: Ice, 13 min left. Sitting 18 min. Next break in 12 min"
    wait_until(lambda: tooltip(bus, item) == words, "the tooltip")
    head = ["Sitting 18 min", "Next break in 12 min"]
    assert list(entries(bus, item))[:3] == [*head, "Ice, 13 min left"]
    child.tell("ice ringing")
    over = "Ice is over: take it off"
    wait_until(lambda: list(entries(bus, item))[:3] == [*head, over], "the other words")
    child.tell("ice none")
    wait_until(lambda: over not in entries(bus, item), "no words")
    assert tooltip(bus, item) == "HipStretch: Sitting 18 min. Next break in 12 min"


def test_a_panel_of_today_draws_the_menu_itself(bus: SessionBus, child: Child) -> None:
    """It gets the head as text, and what is chosen there is done."""
    PANEL.start(bus)
    wait_until(lambda: child.ask("there", "there") == ["True", "True"], "the panel")
    child.tell("show sitting")
    wait_until(lambda: registered(bus), "the item")
    item = registered(bus)
    labels = list(entries(bus, item))
    assert labels[:4] == [
        "Sitting 18 min",
        "Next break in 12 min",
        "One-minute stretch",
        "I’m up",
    ]
    press(bus, item, "I’m up")
    child.hear("up")
    activate = DBusAddress("/StatusNotifierItem", bus_name=item, interface=ITEM)
    bus.ask(activate, "Activate", "ii", (0, 0))
    child.hear("open")
    child.tell("show paused")
    wait_until(lambda: "Go on with breaks" in entries(bus, item), "the other entry")
    press(bus, item, "Go on with breaks")
    child.hear("go_on")


def test_a_panel_of_today_may_come_late_and_again(bus: SessionBus, child: Child) -> None:
    """The icon finds it each time, with the menu that it can draw."""
    child.tell("show sitting")
    assert child.ask("there", "there") == ["False", "False"]
    panel = PANEL.start(bus)
    wait_until(lambda: registered(bus), "the item")
    assert "Sitting 18 min" in entries(bus, registered(bus))
    panel.kill()
    wait_until(lambda: child.ask("there", "there") == ["False", "False"], "no panel")
    PANEL.start(bus)
    wait_until(lambda: registered(bus), "the item once more")
    assert "Next break in 12 min" in entries(bus, registered(bus))
    assert child.ask("there", "there") == ["True", "True"]


def test_the_window_that_asks_never_takes_the_keyboard(screen: Screen, child: Child) -> None:
    """What is typed goes where it went before; the mouse can answer."""
    child.tell("editor")
    wait_until(lambda: _is_typed_in(screen, child), "the editor's focus")
    before = child.ask("typed", "typed")[2]
    left, top, width = (int(word) for word in child.ask("ask", "asked"))
    assert (left + width, top) == (800 - 24, 600 - 24 - 260)
    screen.run("xdotool", "type", "--delay", "20", "hello")
    told = ["True", "True", before + "hello"]
    wait_until(lambda: child.ask("typed", "typed") == told, "the text")
    screen.run("xdotool", "mousemove", str(left + 190), str(top + 235), "click", "1")
    assert child.hear("later") == ["10"]
    screen.run("xdotool", "type", "--delay", "20", "again")
    told = ["True", "False", before + "helloagain"]
    wait_until(lambda: child.ask("typed", "typed") == told, "the text")


def _is_typed_in(screen: Screen, child: Child) -> bool:
    """Click into the editor, which a window manager that is just starting may not hear; type."""
    screen.run("xdotool", "mousemove", "140", "60", "click", "1", "key", "x")
    return bool(child.ask("typed", "typed")[2:])
