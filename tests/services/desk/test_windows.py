from __future__ import annotations

from dataclasses import dataclass

import pytest

from hipstretch.core.breaks import Happening, HoldChanged
from hipstretch.core.reminder import Hold
from hipstretch.services.desk.windows import Welcome, WindowsDesk


@dataclass
class System:
    """What Windows says."""

    state: int | None = Welcome.WELCOME
    is_screen_on: bool = False

    def welcome(self) -> int | None:
        """Whether a notification would be welcome."""
        return self.state

    def keeps_screen_on(self) -> bool:
        """Whether a program keeps the screen on."""
        return self.is_screen_on


@pytest.mark.parametrize(
    ("state", "hold"),
    [
        (Welcome.NOT_PRESENT, Hold.DO_NOT_DISTURB),
        (Welcome.BUSY, Hold.FULL_SCREEN),
        (Welcome.GAME, Hold.FULL_SCREEN),
        (Welcome.PRESENTING, Hold.DO_NOT_DISTURB),
        (Welcome.QUIET_TIME, Hold.DO_NOT_DISTURB),
    ],
)
def test_what_is_not_welcome_holds_back_until_it_is(state: Welcome, hold: Hold) -> None:
    """Seen when looked at; a locked screen too, because only who is held looks again."""
    system, told = System(), list[Happening]()
    desk = WindowsDesk(told.append, system.welcome, system.keeps_screen_on)
    desk.look()
    assert told == []
    system.state = state
    desk.look()
    desk.look()
    system.state = Welcome.WELCOME
    desk.look()
    desk.close()
    assert told == [HoldChanged(hold, is_on=True), HoldChanged(hold, is_on=False)]


@pytest.mark.parametrize("state", [Welcome.WELCOME, Welcome.STORE_APP, None, 99])
def test_all_else_holds_nothing_back(state: int | None) -> None:
    """Neither does silence."""
    system, told = System(state), list[Happening]()
    WindowsDesk(told.append, system.welcome, system.keeps_screen_on).look()
    assert told == []


def test_a_screen_that_is_kept_on_is_a_film_or_a_call() -> None:
    """While it is kept on."""
    system, told = System(is_screen_on=True), list[Happening]()
    desk = WindowsDesk(told.append, system.welcome, system.keeps_screen_on)
    desk.look()
    system.is_screen_on = False
    desk.look()
    assert told == [
        HoldChanged(Hold.CALL_OR_FILM, is_on=True),
        HoldChanged(Hold.CALL_OR_FILM, is_on=False),
    ]
    assert desk.names == ("Windows",)
