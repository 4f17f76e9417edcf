from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, message_bus, new_signal
from PySide6.QtCore import QCoreApplication

from hipstretch.core.breaks import Happening, HoldChanged
from hipstretch.core.reminder import Hold
from hipstretch.services.desk.facts import Facts
from hipstretch.services.desk.gnome_banners import GnomeBanners
from tests.services.bus_peer import BusPeer, member
from tests.services.desk.settings_file import FALSE, TRUE, settings_file

KEY = "/org/gnome/desktop/notifications/show-banners"
WRITER = DBusAddress("/ca/desrt/dconf/Writer/user", interface="ca.desrt.dconf.Writer")
QUIET = HoldChanged(Hold.DO_NOT_DISTURB, is_on=True)
NOT_QUIET = HoldChanged(Hold.DO_NOT_DISTURB, is_on=False)


class Gnome:
    """GNOME's bus and settings, and what is told of them."""

    def __init__(self, folder: Path) -> None:
        self.told: list[Happening] = []
        self.file = folder / "user"
        self.peer = BusPeer()
        self.peer.let_in()
        self.banners = GnomeBanners(self.peer.bus, Facts(self.told.append), self.file)
        (has_owner,) = [c for c in self.peer.read() if member(c) == "NameHasOwner"]
        self.peer.answer(has_owner, "b", (True,))

    def write(self, value: bytes) -> None:
        """Change the setting."""
        self.file.write_bytes(settings_file({KEY: value}))

    def say_changed(self, folder: str = KEY, *names: str) -> None:
        """Tell that settings have changed."""
        self.peer.send(new_signal(WRITER, "Notify", "sass", (folder, list(names or ("",)), "t")))

    def say_shell(self, *, is_there: bool) -> None:
        """The shell came or went."""
        bus = DBusAddress(message_bus.object_path, interface=message_bus.interface)
        owners = ("", ":1.5") if is_there else (":1.5", "")
        self.peer.send(new_signal(bus, "NameOwnerChanged", "sss", ("org.gnome.Shell", *owners)))


@pytest.fixture
def gnome(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Gnome]:
    """A shell that runs, with banners."""
    del qapp
    made = Gnome(tmp_path)
    yield made
    made.peer.close()


@pytest.mark.parametrize(
    "change",
    [
        (KEY, ""),
        ("/org/gnome/desktop/notifications/", "show-banners", "show-in-lock-screen"),
        ("/", ""),
    ],
)
def test_a_change_is_read_however_it_is_told(gnome: Gnome, change: tuple[str, ...]) -> None:
    """As one setting, as some of a folder, or as all."""
    gnome.write(FALSE)
    assert gnome.told == []
    gnome.say_changed(*change)
    assert gnome.told == [QUIET]
    gnome.write(TRUE)
    gnome.say_changed(*change)
    assert gnome.told == [QUIET, NOT_QUIET]


def test_a_change_of_other_settings_is_not_looked_at(gnome: Gnome) -> None:
    """They change often."""
    gnome.write(FALSE)
    gnome.say_changed("/org/gnome/desktop/interface/", "clock-format")
    assert gnome.told == []


def test_without_the_shell_the_setting_means_nothing(gnome: Gnome) -> None:
    """It may be left from another desktop."""
    gnome.write(FALSE)
    gnome.say_shell(is_there=False)
    gnome.say_changed()
    assert gnome.told == []
    gnome.say_shell(is_there=True)
    gnome.say_shell(is_there=False)
    assert gnome.told == [QUIET, NOT_QUIET]


def test_settings_that_cannot_be_read_disturb_nobody(
    gnome: Gnome, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said why."""
    gnome.file.write_bytes(b"no settings at all")
    gnome.say_changed()
    assert gnome.told == []
    assert "cannot be read" in caplog.text


def test_a_bus_that_goes_leaves_nobody_quiet(
    gnome: Gnome, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing sticks."""
    gnome.write(FALSE)
    gnome.say_changed()
    gnome.peer.hang_up()
    assert gnome.told == [QUIET, NOT_QUIET]
    assert not gnome.banners.is_there
    assert "the bus has gone" in caplog.text
