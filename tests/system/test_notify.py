"""Notifications with buttons on dunst, on a screen and a bus of the test's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, DBusErrorResponse
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.ports import Notice
from hipstretch.services.notify import create
from hipstretch.services.notify.bubbles import NAME
from hipstretch.services.notify.fallback import FallbackNotifier
from tests.system.session_bus import Server, SessionBus, require_bus
from tests.system.stand_in import StandIn
from tests.system.x_screen import Screen, require_screen

pytestmark = pytest.mark.system

PATIENCE = 30_000
"""Milliseconds after which a wait is in vain, on a machine that has much else to do."""
ICON = Path(__file__).parents[2] / "assets" / "icons" / "app.svg"
PATH = "/org/freedesktop/Notifications"
PROPERTIES = DBusAddress(PATH, bus_name=NAME, interface="org.freedesktop.DBus.Properties")
DUNST = "org.dunstproject.cmd0"
ASK = Notice(
    "Time to get up",
    "You have sat for 30 minutes. Hips & back < 1 minute.",
    (("stretch", "One-minute stretch"), ("up", "I’m up"), ("later-10", "In 10 minutes")),
)
_SETTINGS = """\
[global]
monitor = 0
follow = none
origin = top-left
offset = 10x10
width = 400
height = 200
notification_limit = 5
font = Inter 11
mouse_left_click = do_action
mouse_right_click = close_current
dmenu = {menu}
"""
_MENU = """\
#!/bin/sh
grep -m 1 -f {wanted}
"""
"""Stands for the menu in which dunst shows the buttons: picks the line that the test wants."""


class Dunst:
    """The server, as it is seen and touched from outside."""

    def __init__(self, bus: SessionBus, screen: Screen, folder: Path) -> None:
        self.bus, self.screen, self._wanted = bus, screen, folder / "wanted"
        menu, self._settings = folder / "menu", folder / "dunstrc"
        menu.write_text(_MENU.format(wanted=self._wanted), encoding="utf-8")
        menu.chmod(0o755)
        self._settings.write_text(_SETTINGS.format(menu=menu), encoding="utf-8")
        bus.environment["DISPLAY"] = screen.display

    def start(self) -> Server:
        """Start it and wait until it answers."""
        server = self.bus._run("dunst", "-conf", str(self._settings))
        self.bus.wait_for(NAME)
        return server

    def count(self) -> int:
        """How many notices it shows."""
        try:
            (answer,) = self.bus.ask(PROPERTIES, "Get", "ss", (DUNST, "displayedLength"))
        except DBusErrorResponse:
            return 0
        assert isinstance(answer, tuple)
        return int(answer[1])

    def click(self, button: int) -> None:
        """Click on the notice."""
        self.screen.run("xdotool", "mousemove", "60", "40", "click", str(button))

    def want(self, label: str) -> None:
        """Let the menu pick that line."""
        self._wanted.write_text(label, encoding="utf-8")


@pytest.fixture
def bus(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SessionBus]:
    """A bus of the person."""
    del qapp
    require_bus("dunst", mock=True)
    with SessionBus.running(tmp_path / "bus-of-the-test") as server:
        server.lend(monkeypatch)
        yield server


@pytest.fixture
def dunst(bus: SessionBus, tmp_path: Path) -> Iterator[Dunst]:
    """A server that is not started yet, on a screen."""
    require_screen()
    screen = Screen.start()
    yield Dunst(bus, screen, tmp_path)
    bus.stop()
    screen.stop()


class Asking:
    """A notifier, what was answered, and what was shown in the other way."""

    def __init__(self, qtbot: QtBot) -> None:
        self.answers: list[str] = []
        self.fallen_back: list[Notice] = []
        self.notifier = create(ICON, self.fallen_back.append)
        self._qtbot = qtbot

    def show(self, notice: Notice = ASK) -> None:
        """Show a notice."""
        self.notifier.show(notice, self.answers.append)

    def wait(self, check: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(check, timeout=PATIENCE)


@pytest.fixture
def asking(bus: SessionBus, qtbot: QtBot) -> Iterator[Asking]:
    """A notifier on that bus."""
    del bus
    asking = Asking(qtbot)
    yield asking
    asking.notifier.close()


def test_a_pressed_button_is_told_and_the_notice_goes(dunst: Dunst, asking: Asking) -> None:
    """The one that was pressed, once."""
    dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    dunst.want("m up")
    asking.show()
    asking.wait(lambda: dunst.count() == 1)
    _keep_picture(dunst.screen, "bubble")

    def is_answered() -> bool:
        dunst.click(1)
        return bool(asking.answers)

    asking.wait(is_answered)
    asking.wait(lambda: dunst.count() == 0)
    assert set(asking.answers) == {"up"}
    assert asking.fallen_back == []


def test_a_notice_replaces_the_one_before_and_can_be_withdrawn(
    dunst: Dunst, asking: Asking
) -> None:
    """There is never more than one."""
    dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    asking.show()
    asking.show(ASK._replace(title="Still sitting"))
    asking.wait(lambda: dunst.count() == 1)
    asking.show(ASK._replace(title="Up you get"))
    asking.notifier.withdraw()
    asking.wait(lambda: dunst.count() == 0)
    asking.show()
    asking.wait(lambda: dunst.count() == 1)

    assert asking.answers == []


def test_a_notice_that_was_closed_is_not_answered(dunst: Dunst, asking: Asking) -> None:
    """It does not come again by itself, and the next one does."""
    first = dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    asking.show()
    asking.wait(lambda: dunst.count() == 1)

    def is_closed() -> bool:
        dunst.click(3)
        return dunst.count() == 0

    asking.wait(is_closed)
    first.kill()
    asking.wait(lambda: not asking.notifier.can_ask)
    dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    assert dunst.count() == 0
    asking.show()
    asking.wait(lambda: dunst.count() == 1)
    assert asking.answers == []


def test_a_server_that_restarts_shows_the_question_again(dunst: Dunst, asking: Asking) -> None:
    """And its buttons work."""
    first = dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    asking.show()
    asking.wait(lambda: dunst.count() == 1)
    first.kill()
    dunst.want("10 minutes")
    dunst.start()
    asking.wait(lambda: dunst.count() == 1)

    def is_answered() -> bool:
        dunst.click(1)
        return bool(asking.answers)

    asking.wait(is_answered)
    assert set(asking.answers) == {"later-10"}


def test_the_notice_goes_with_the_program(dunst: Dunst, qtbot: QtBot) -> None:
    """Nothing is left that nobody hears."""
    dunst.start()
    asking = Asking(qtbot)
    asking.wait(lambda: asking.notifier.can_ask)
    asking.show()
    asking.wait(lambda: dunst.count() == 1)

    asking.notifier.close()

    asking.wait(lambda: dunst.count() == 0)


def test_without_a_server_the_notice_is_shown_in_the_other_way(asking: Asking) -> None:
    """And it is said that there are no buttons."""
    asking.show()
    asking.wait(lambda: asking.fallen_back == [ASK])

    assert not asking.notifier.can_ask
    assert asking.notifier.name == "tray"


def test_without_a_bus_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said why."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")

    notifier = create(ICON)

    assert isinstance(notifier, FallbackNotifier)
    assert "no notifications with buttons" in caplog.text


def test_a_bus_that_dies_leaves_the_other_way(
    bus: SessionBus, asking: Asking, dunst: Dunst, caplog: pytest.LogCaptureFixture
) -> None:
    """The notice that comes next is shown there."""
    dunst.start()
    asking.wait(lambda: asking.notifier.can_ask)
    bus.stop()
    asking.wait(lambda: not asking.notifier.can_ask)

    asking.show()

    asking.wait(lambda: asking.fallen_back == [ASK])
    assert "the bus has gone" in caplog.text


@pytest.mark.parametrize(
    ("abilities", "text"),
    [
        (["body", "actions"], "Hips & back < 1 minute."),
        (["body", "actions", "body-markup"], "Hips &amp; back &lt; 1 minute."),
    ],
)
def test_the_words_look_the_same_with_and_without_markup(
    abilities: list[str], text: str, bus: SessionBus, asking: Asking
) -> None:
    """The title is never markup; a question stays until it is answered."""
    server = StandIn(
        *(NAME, PATH, NAME),
        methods=(
            ("GetCapabilities", "", "as", f"ret = {abilities}"),
            ("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(5)"),
            ("CloseNotification", "u", "", ""),
        ),
    )
    server.start(bus)
    asking.wait(lambda: asking.notifier.can_ask)
    asking.show(ASK._replace(title="Up & about"))
    asking.wait(lambda: bool(server.calls(bus, "Notify")))
    ((_, call),) = server.calls(bus, "Notify")

    values = [value for _, value in call]
    assert values[:4] == ["HipStretch", 0, ICON.as_uri(), "Up & about"]
    assert values[4].endswith(text)
    assert values[5] == [part for action in ASK.actions for part in action]
    assert values[6]["urgency"] == ("y", 1)
    assert values[6]["desktop-entry"] == ("s", "hipstretch")
    assert values[7] == 0


def _keep_picture(screen: Screen, name: str) -> None:
    """Keep a picture where HIPSTRETCH_PICTURES names a folder."""
    folder = os.environ.get("HIPSTRETCH_PICTURES")
    if folder:
        screen.run("import", "-window", "root", str(Path(folder) / f"{name}.png"))
