from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipstretch.core.breaks import Happening, HoldChanged
from hipstretch.core.reminder import Hold
from hipstretch.services.desk.facts import Facts
from hipstretch.services.desk.full_screen import FullScreen
from hipstretch.services.x_server import XServer

FULL, NOT_FULL = (HoldChanged(Hold.FULL_SCREEN, is_on) for is_on in (True, False))
ROOT, FILM, GAME, LETTER, OWN_WINDOW = 1, 10, 11, 12, 13
OWN = 4711
PROPERTY_NOTIFY, DESTROY_NOTIFY = 28, 17


class Server(QObject):
    """An X server with some windows, of which one has the keyboard."""

    lost = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.root = ROOT
        self.is_open = True
        self.active = LETTER
        self.full = {FILM, GAME, OWN_WINDOW}
        self.watched: set[int] = set()
        self.on_watch: list[Callable[[], None]] = []
        self._atoms: list[str] = [""]

    def atom(self, name: str) -> int:
        """A number for a name."""
        if name not in self._atoms:
            self._atoms.append(name)
        return self._atoms.index(name)

    def numbers(self, window: int, atom: int) -> tuple[int, ...]:
        """What a property of a window holds."""
        if not self.is_open:
            return ()
        if self._atoms[atom] == "_NET_ACTIVE_WINDOW":
            return (self.active,) if window == ROOT and self.active else ()
        if self._atoms[atom] == "_NET_WM_STATE":
            full = self.atom("_NET_WM_STATE_FULLSCREEN")
            return (999, full) if window in self.full else (999,)
        return (OWN,) if window == OWN_WINDOW else ()

    def watch_window(self, window: int, *, is_on: bool) -> None:
        """Remember it; the world may change meanwhile."""
        (self.watched.add if is_on else self.watched.discard)(window)
        if self.on_watch:
            self.on_watch.pop()()

    def hear(self, on_event: Callable[[bytes], None]) -> None:
        """Remember who hears."""
        self._on_event = on_event

    def say(self, kind: int, name: str = "") -> None:
        """Send an event."""
        event = bytes([kind]) + bytes(7) + self.atom(name).to_bytes(4, "little") + bytes(20)
        self._on_event(event)


@pytest.fixture
def server(qapp: QCoreApplication) -> Server:
    """A server where a letter is being written."""
    del qapp
    return Server()


@pytest.fixture
def told() -> list[Happening]:
    """What is told."""
    return []


@pytest.fixture
def screen(server: Server, told: list[Happening]) -> FullScreen:
    """One who looks at it."""
    return FullScreen(cast("XServer", server), Facts(told.append), OWN)


def test_a_window_that_fills_the_screen_is_watched_until_it_no_longer_does(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """By itself and by the window behind all; all else is left alone."""
    screen.look()
    assert server.watched == set()
    server.active = FILM
    screen.look()
    assert server.watched == {ROOT, FILM}
    server.full.discard(FILM)
    server.say(PROPERTY_NOTIFY, "_NET_WM_STATE")
    assert server.watched == set()
    assert told == [FULL, NOT_FULL]


def test_another_one_that_fills_the_screen_goes_on(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """From the film to the game."""
    server.active = FILM
    screen.look()
    server.active = GAME
    server.say(PROPERTY_NOTIFY, "_NET_ACTIVE_WINDOW")
    assert server.watched == {ROOT, GAME}
    server.active = LETTER
    server.say(PROPERTY_NOTIFY, "_NET_ACTIVE_WINDOW")
    assert told == [FULL, NOT_FULL]


def test_a_change_just_before_the_watch_is_seen(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """Nobody would tell of it later, so what is watched in the end is what is there."""
    server.active = FILM
    server.on_watch.append(lambda: setattr(server, "active", GAME))
    screen.look()
    assert server.watched == {ROOT, GAME}
    server.active = LETTER
    server.say(PROPERTY_NOTIFY, "_NET_ACTIVE_WINDOW")
    assert server.watched == set()
    assert told == [FULL, NOT_FULL]


def test_a_window_that_is_no_more_fills_nothing(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """Though the window manager goes on to name it."""
    server.active = FILM
    screen.look()
    server.full.discard(FILM)
    server.say(DESTROY_NOTIFY)
    assert told == [FULL, NOT_FULL]


def test_other_changes_are_not_looked_at(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """A title, for one."""
    server.active = FILM
    screen.look()
    server.active = LETTER
    server.say(PROPERTY_NOTIFY, "WM_NAME")
    assert told == [FULL]


def test_ones_own_windows_and_none_at_all_fill_nothing(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """The break window of the program, and an empty desktop."""
    for window in (OWN_WINDOW, 0):
        server.active = window
        screen.look()
    assert told == []


def test_a_server_that_goes_leaves_nothing_full(
    screen: FullScreen, server: Server, told: list[Happening]
) -> None:
    """Nothing sticks."""
    server.active = FILM
    screen.look()
    server.is_open = False
    server.lost.emit()
    assert told == [FULL, NOT_FULL]
    assert not screen.is_open
