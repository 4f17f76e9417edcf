"""What the desk tells: logind, lockers, inhibitors and settings on a real bus, and real windows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks import Happening, HoldChanged, ScreenLocked, TimePassed
from hipstretch.core.reminder import Hold
from hipstretch.services.desk.facts import Facts
from hipstretch.services.desk.full_screen import FullScreen
from hipstretch.services.desk.linux import LinuxDesk
from hipstretch.services.x_server import XServer
from tests.system.session_bus import SessionBus, require_bus
from tests.system.stand_in import StandIn
from tests.system.x_screen import Screen, require_screen

pytestmark = pytest.mark.system

PATIENCE = 30_000
"""Milliseconds after which a wait is in vain, on a machine that has much else to do."""
LOGIND = "org.freedesktop.login1"
MOCK = "org.freedesktop.DBus.Mock"
MANAGER = DBusAddress("/org/freedesktop/login1", bus_name=LOGIND, interface=MOCK)
SESSION = DBusAddress(
    "/org/freedesktop/login1/session/c1",
    bus_name=LOGIND,
    interface="org.freedesktop.login1.Session",
)
DCONF_SERVICE = "/usr/libexec/dconf-service"
FILM, NO_FILM = (HoldChanged(Hold.CALL_OR_FILM, is_on) for is_on in (True, False))
QUIET, NOT_QUIET = (HoldChanged(Hold.DO_NOT_DISTURB, is_on) for is_on in (True, False))
FULL, NOT_FULL = (HoldChanged(Hold.FULL_SCREEN, is_on) for is_on in (True, False))
LOCKED, UNLOCKED = ScreenLocked(is_locked=True), ScreenLocked(is_locked=False)


class Told:
    """A desk, and what it has told."""

    def __init__(self, qtbot: QtBot, **environment: str) -> None:
        self.happenings: list[Happening] = []
        self._qtbot = qtbot
        self.desk = LinuxDesk(self.happenings.append, environment)

    def wait_for(self, *happenings: Happening) -> None:
        """Wait until exactly this was told since the last time."""
        self._qtbot.waitUntil(lambda: len(self.happenings) >= len(happenings), timeout=PATIENCE)
        assert self.happenings == [*happenings]
        self.happenings.clear()

    def wait_for_name(self, name: str, *, is_there: bool = True) -> None:
        """Wait until somebody answers, or no longer does."""
        self._qtbot.waitUntil(lambda: (name in self.desk.names) is is_there, timeout=PATIENCE)


@pytest.fixture
def bus(
    qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SessionBus]:
    """A bus that stands for the person's and the machine's."""
    del qapp
    require_bus(mock=True)
    with SessionBus.running(tmp_path) as server:
        server.lend(monkeypatch)
        yield server


@pytest.fixture
def told(bus: SessionBus, qtbot: QtBot) -> Iterator[Told]:
    """A desk on that bus."""
    del bus
    desk = Told(qtbot, XDG_SESSION_ID="c1")
    yield desk
    desk.desk.close()


@pytest.fixture
def screen(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A virtual screen with a window manager."""
    del qapp
    require_screen("openbox")
    running = Screen.start()
    monkeypatch.setenv("DISPLAY", running.display)
    running.open("openbox")
    yield running
    running.stop()


def _start_logind(bus: SessionBus, inhibited: str = "") -> None:
    """Start logind with the person's session, and with something that inhibits."""
    bus.start_template("logind", LOGIND)
    bus.ask(MANAGER, "AddSession", "ssusb", ("c1", "seat0", 1000, "somebody", True))
    properties = {"BlockInhibited": ("s", inhibited)}
    bus.ask(MANAGER, "AddProperties", "sa{sv}", (f"{LOGIND}.Manager", properties))


def _inhibit(bus: SessionBus, what: str) -> None:
    """Let somebody inhibit something."""
    changes = {"BlockInhibited": ("s", what)}
    bus.ask(MANAGER, "UpdateProperties", "sa{sv}", (f"{LOGIND}.Manager", changes))


def _say_sleep(bus: SessionBus, *, is_about_to: bool) -> None:
    """Let the machine go to sleep or wake up."""
    signal = (f"{LOGIND}.Manager", "PrepareForSleep", "b", [("b", is_about_to)])
    bus.ask(MANAGER, "EmitSignal", "sssav", signal)


def _wait_active(screen: Screen, window: str, qtbot: QtBot) -> None:
    """Wait until a window has the keyboard."""
    qtbot.waitUntil(
        lambda: screen.run("xdotool", "getactivewindow", "getwindowname") == window,
        timeout=PATIENCE,
    )


def test_logind_tells_of_sleep_inhibitors_and_lock(bus: SessionBus, qtbot: QtBot) -> None:
    """Sleep is time that passed; of what is inhibited only falling idle counts."""
    _start_logind(bus)
    told = Told(qtbot, XDG_SESSION_ID="c1")
    told.wait_for_name("session lock")

    _say_sleep(bus, is_about_to=True)
    told.wait_for(TimePassed())
    _say_sleep(bus, is_about_to=False)
    told.wait_for(TimePassed())
    _inhibit(bus, "sleep:shutdown")
    _inhibit(bus, "sleep:idle")
    told.wait_for(FILM)
    _inhibit(bus, "idle")
    _inhibit(bus, "handle-lid-switch")
    told.wait_for(NO_FILM)
    for is_locked in (True, False):
        bus.ask(SESSION, "SetLockedHint", "b", (is_locked,))
        told.wait_for(ScreenLocked(is_locked))
    told.desk.close()


def test_a_wish_to_lock_is_no_lock(bus: SessionBus, qtbot: QtBot) -> None:
    """The hint of the locker counts: nobody wishes the session unlocked who has typed a word."""
    _start_logind(bus)
    told = Told(qtbot, XDG_SESSION_ID="c1")
    told.wait_for_name("session lock")

    bus.ask(SESSION, "Lock")
    _say_sleep(bus, is_about_to=False)

    told.wait_for(TimePassed())
    told.desk.close()


def test_what_is_so_already_is_told_at_the_start(bus: SessionBus, qtbot: QtBot) -> None:
    """A film that began before the program, and a screen that is locked."""
    _start_logind(bus, inhibited="idle")
    bus.ask(SESSION, "SetLockedHint", "b", (True,))

    told = Told(qtbot, XDG_SESSION_ID="c1")

    qtbot.waitUntil(lambda: len(told.happenings) == 2, timeout=PATIENCE)
    assert set(told.happenings) == {FILM, LOCKED}
    told.desk.close()


def test_another_logins_session_is_passed_over(bus: SessionBus, qtbot: QtBot) -> None:
    """The number in the environment may be of a login that is over."""
    StandIn(
        *(LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager"),
        methods=(("GetSession", "s", "o", "ret = {'auto': '/org/freedesktop/login1'}[args[0]]"),),
    ).start(bus)
    here = DBusAddress("/org/freedesktop/login1", bus_name=LOGIND, interface=MOCK)
    properties = {"LockedHint": ("b", True)}
    bus.ask(here, "AddProperties", "sa{sv}", (f"{LOGIND}.Session", properties))

    told = Told(qtbot, XDG_SESSION_ID="gone")

    told.wait_for(LOCKED)
    told.desk.close()


SCREEN_SAVERS = {
    "GNOME lock": "gnome",
    "KDE lock": "freedesktop",
    "Cinnamon lock": "cinnamon",
    "MATE lock": "mate",
    "Xfce lock": "xfce",
}


@pytest.mark.parametrize("name", SCREEN_SAVERS)
def test_each_locker_tells(name: str, bus: SessionBus, told: Told) -> None:
    """When it starts late, at each change, and by going."""
    desktop = SCREEN_SAVERS[name]
    interface = f"org.{desktop}.ScreenSaver"
    code = "self.active = args[0]; self.EmitSignal('', 'ActiveChanged', 'b', [args[0]])"
    locker = StandIn(
        *(interface, f"/org/{desktop}/ScreenSaver", interface),
        methods=(
            ("GetActive", "", "b", "ret = getattr(self, 'active', True)"),
            ("SetActive", "b", "", code),
        ),
    )
    address = DBusAddress(locker.path, bus_name=interface, interface=interface)

    process = locker.start(bus)
    told.wait_for(LOCKED)
    assert told.desk.names == (name,)
    for is_active in (False, True):
        bus.ask(address, "SetActive", "b", (is_active,))
        told.wait_for(ScreenLocked(is_active))
    process.kill()
    told.wait_for(UNLOCKED)
    assert not told.desk.names


def test_gnomes_template_is_understood(bus: SessionBus, told: Told) -> None:
    """The screen saver as python-dbusmock knows it."""
    name = "org.gnome.ScreenSaver"
    bus.start_template("gnome_screensaver", name)
    address = DBusAddress("/org/gnome/ScreenSaver", bus_name=name, interface=name)
    told.wait_for_name("GNOME lock")

    bus.ask(address, "SetActive", "b", (True,))
    told.wait_for(LOCKED)
    bus.ask(address, "SetActive", "b", (False,))
    told.wait_for(UNLOCKED)


def test_gnomes_session_tells_of_films(bus: SessionBus, told: Told) -> None:
    """Only what keeps the session from falling idle; a session that goes holds nothing back."""
    name = "org.gnome.SessionManager"
    session = StandIn(
        *(name, "/org/gnome/SessionManager", name), properties={"InhibitedActions": 4}
    )
    process = session.start(bus)
    told.wait_for_name("GNOME session")

    for actions, happening in ((12, FILM), (5, NO_FILM), (8, FILM)):
        session.set(bus, "InhibitedActions", "u", actions)
        told.wait_for(happening)
    process.kill()
    told.wait_for(NO_FILM)


def test_kde_tells_of_films_and_do_not_disturb(bus: SessionBus, told: Told) -> None:
    """By its power manager and its notifications."""
    power_name = "org.kde.Solid.PowerManagement.PolicyAgent"
    changed = "self.EmitSignal('', 'InhibitionsChanged', 'ss', ['film', 'player'])"
    power = StandIn(
        *(power_name, "/org/kde/Solid/PowerManagement/PolicyAgent", power_name),
        methods=(
            ("HasInhibition", "u", "b", "ret = getattr(self, 'policies', 0) & args[0] != 0"),
            ("Inhibit", "u", "", f"self.policies = args[0]; {changed}"),
        ),
    )
    bubbles_name = "org.freedesktop.Notifications"
    bubbles = StandIn(
        *(bubbles_name, "/org/freedesktop/Notifications", bubbles_name),
        properties={"Inhibited": False},
    )
    power.start(bus)
    bubbles.start(bus)
    told.wait_for_name("KDE power")
    told.wait_for_name("KDE notifications")

    address = DBusAddress(power.path, bus_name=power_name, interface=power_name)
    for policies, happening in ((5, FILM), (1, NO_FILM)):
        bus.ask(address, "Inhibit", "u", (policies,))
        told.wait_for(happening)
    for is_inhibited in (True, False):
        bubbles.set(bus, "Inhibited", "b", is_inhibited)
        told.wait_for(HoldChanged(Hold.DO_NOT_DISTURB, is_inhibited))


def test_xfces_do_not_disturb_is_told(bus: SessionBus, told: Told) -> None:
    """A setting of its own."""
    name = "org.xfce.Xfconf"
    code = "ret = dbus.Boolean(getattr(self, 'quiet', False), variant_level=1)"
    settings = StandIn(
        *(name, "/org/xfce/Xfconf", name),
        methods=(
            ("GetProperty", "ss", "v", code),
            ("SetQuiet", "b", "", "self.quiet = args[0]"),
        ),
    )
    settings.start(bus)
    told.wait_for_name("Xfce notifications")
    address = DBusAddress(settings.path, bus_name=name, interface=name)

    for is_quiet in (True, False):
        bus.ask(address, "SetQuiet", "b", (is_quiet,))
        settings.say(bus, "PropertyChanged", "ss", "xfce4-notifyd", "/do-not-disturb")
        told.wait_for(QUIET if is_quiet else NOT_QUIET)


def test_several_sayers_are_one_fact(bus: SessionBus, told: Told) -> None:
    """A film that two programs tell of ends with the last; one that dies says nothing more."""
    name = "org.gnome.SessionManager"
    session = StandIn(
        *(name, "/org/gnome/SessionManager", name), properties={"InhibitedActions": 8}
    )
    process = session.start(bus)
    told.wait_for(FILM)
    _start_logind(bus, inhibited="idle")
    told.wait_for_name("logind")

    process.kill()
    told.wait_for_name("GNOME session", is_there=False)
    assert told.happenings == []
    _inhibit(bus, "")
    told.wait_for(NO_FILM)


def test_a_bus_that_dies_leaves_nothing_behind(
    bus: SessionBus, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    """What held a reminder back no longer does, and looking goes on."""
    name = "org.gnome.SessionManager"
    StandIn(*(name, "/org/gnome/SessionManager", name), properties={"InhibitedActions": 8}).start(
        bus
    )
    told.wait_for(FILM)

    bus.stop()

    told.wait_for(NO_FILM)
    told.desk.look()
    assert told.desk.names == ()
    assert "the bus has gone" in caplog.text


def test_without_any_bus_the_desk_is_silent(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """Nothing is raised, and it is said why."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")

    told = Told(qtbot)
    told.desk.look()
    told.desk.close()

    assert told.happenings == []
    assert caplog.text.count("less is known of the desktop") == 2


def test_nobody_is_started_by_being_asked(bus: SessionBus, told: Told, qtbot: QtBot) -> None:
    """Only those are asked who are there already."""
    _start_logind(bus)
    told.wait_for_name("logind")

    assert bus.names() == ["org.freedesktop.DBus", LOGIND]
    del qtbot


def test_gnomes_do_not_disturb_is_read_from_its_settings(
    bus: SessionBus, tmp_path: Path, qtbot: QtBot
) -> None:
    """Only while GNOME's shell runs; written by GNOME's own program and service."""
    require_bus("gsettings", DCONF_SERVICE)
    environment = {
        **bus.environment,
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "GSETTINGS_BACKEND": "dconf",
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    bus.environment.update(environment)
    bus._run(DCONF_SERVICE)
    bus.wait_for("ca.desrt.dconf")

    def show_banners(value: str) -> None:
        command = ("gsettings", "set", "org.gnome.desktop.notifications", "show-banners", value)
        subprocess.run(command, env=environment, check=True)

    told = Told(qtbot, XDG_CONFIG_HOME=str(tmp_path / "config"))
    show_banners("false")
    shell = StandIn("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell")
    process = shell.start(bus)
    told.wait_for(QUIET)
    show_banners("true")
    told.wait_for(NOT_QUIET)
    show_banners("false")
    told.wait_for(QUIET)
    process.kill()
    told.wait_for(NOT_QUIET)
    told.desk.close()


def test_dunst_tells_that_it_is_paused(bus: SessionBus, told: Told, screen: Screen) -> None:
    """A real notification server."""
    require_bus("dunst")
    bus.environment["DISPLAY"] = screen.display
    bus._run("dunst")
    told.wait_for_name("dunst")
    dunst = DBusAddress(
        "/org/freedesktop/Notifications",
        bus_name="org.freedesktop.Notifications",
        interface="org.freedesktop.DBus.Properties",
    )

    for is_paused in (True, False):
        change = ("org.dunstproject.cmd0", "paused", ("b", is_paused))
        bus.ask(dunst, "Set", "ssv", change)
        told.wait_for(HoldChanged(Hold.DO_NOT_DISTURB, is_paused))


def test_a_window_that_fills_the_screen_is_seen_and_its_end_is_told(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    """Seen when looked at; after that nobody need look again until it is over."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, f"unix:path={tmp_path / 'none'}")
    screen.open_window("film")
    _wait_active(screen, "film", qtbot)
    told = Told(qtbot, DISPLAY=screen.display)
    told.desk.look()
    assert told.happenings == []
    assert told.desk.names == ("X11",)

    def is_told_by_looking() -> bool:
        told.desk.look()
        return bool(told.happenings)

    for _ in range(2):
        screen.press("f")
        qtbot.waitUntil(is_told_by_looking, timeout=PATIENCE)
        told.wait_for(FULL)
        screen.press("n")
        told.wait_for(NOT_FULL)
    told.desk.close()


def test_another_window_before_it_ends_it_and_so_does_its_death(
    screen: Screen, qtbot: QtBot
) -> None:
    """What has the keyboard counts; a program that is killed fills nothing."""
    happenings: list[Happening] = []
    server = XServer.open()
    look = FullScreen(server, Facts(happenings.append), os.getpid()).look

    def wait_for(happening: Happening, look: Callable[[], None]) -> None:
        def is_told() -> bool:
            look()
            return happenings[-1:] == [happening]

        qtbot.waitUntil(is_told, timeout=PATIENCE)

    screen.open_window("film")
    _wait_active(screen, "film", qtbot)
    screen.press("f")
    wait_for(FULL, look)
    screen.open_window("letter")
    wait_for(NOT_FULL, QCoreApplication.processEvents)
    _wait_active(screen, "letter", qtbot)
    screen.press("f")
    wait_for(FULL, look)
    for program in screen.programs[1:]:
        program.kill()
    wait_for(NOT_FULL, QCoreApplication.processEvents)
    server.close()


def test_ones_own_windows_fill_nothing(screen: Screen, qtbot: QtBot) -> None:
    """The break window of the program holds no reminder back."""
    happenings: list[Happening] = []
    process = screen.open_window("break")
    own, other = XServer.open(), XServer.open()
    seen_by_itself = FullScreen(own, Facts(happenings.append), process)
    seen_by_another = FullScreen(other, Facts(happenings.append), os.getpid())
    _wait_active(screen, "break", qtbot)
    screen.press("f")

    def is_seen() -> bool:
        seen_by_another.look()
        return happenings == [FULL]

    qtbot.waitUntil(is_seen, timeout=PATIENCE)
    seen_by_itself.look()

    assert happenings == [FULL]
    own.close()
    other.close()


def test_a_screen_that_goes_fills_nothing(
    screen: Screen, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The program lives on, and nothing holds a reminder back."""
    happenings: list[Happening] = []
    server = XServer.open()
    full_screen = FullScreen(server, Facts(happenings.append), os.getpid())
    screen.open_window("film")
    _wait_active(screen, "film", qtbot)
    screen.press("f")

    def is_seen() -> bool:
        full_screen.look()
        return happenings == [FULL]

    qtbot.waitUntil(is_seen, timeout=PATIENCE)
    screen.stop()
    qtbot.waitUntil(lambda: happenings == [FULL, NOT_FULL], timeout=PATIENCE)
    full_screen.look()

    assert not full_screen.is_open
    assert "the X server has gone" in caplog.text
