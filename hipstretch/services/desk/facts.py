"""What several programs say of the machine, put together: each may say it, one is enough."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from hipstretch.core.breaks import Happening, HoldChanged, ScreenLocked
from hipstretch.core.reminder import Hold


class Fact(StrEnum):
    """Something about the machine that is so or not."""

    LOCKED = "locked"
    CALL_OR_FILM = "call-or-film"
    FULL_SCREEN = "full-screen"
    DO_NOT_DISTURB = "do-not-disturb"


_HOLDS = {
    Fact.CALL_OR_FILM: Hold.CALL_OR_FILM,
    Fact.FULL_SCREEN: Hold.FULL_SCREEN,
    Fact.DO_NOT_DISTURB: Hold.DO_NOT_DISTURB,
}


class Facts:
    """Keeps who says what, and tells only what changes by it; at first nothing is so."""

    def __init__(self, on_happening: Callable[[Happening], None]) -> None:
        self._on_happening = on_happening
        self._sayers: dict[Fact, set[str]] = {fact: set() for fact in Fact}

    def put(self, fact: Fact, sayer: str, *, is_so: bool) -> None:
        """Somebody says that something is so, or is not."""
        sayers = self._sayers[fact]
        was_so = bool(sayers)
        if is_so:
            sayers.add(sayer)
        else:
            sayers.discard(sayer)
        if was_so is not bool(sayers):
            self._on_happening(happening(fact, is_so=bool(sayers)))


def happening(fact: Fact, *, is_so: bool) -> Happening:
    """What the reminders are told."""
    if fact is Fact.LOCKED:
        return ScreenLocked(is_so)
    return HoldChanged(_HOLDS[fact], is_so)
