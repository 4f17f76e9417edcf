"""The machine's own bus: sleep, what keeps the screen on, and whether the session is locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jeepney import DBusAddress, MatchRule, Message, new_method_call

from hipstretch.core.breaks import Happening, TimePassed
from hipstretch.services.bus import Bus
from hipstretch.services.desk.bus_facts import BusFacts
from hipstretch.services.desk.facts import Fact
from hipstretch.services.desk.sources import Source

NAME = "org.freedesktop.login1"
_MANAGER = DBusAddress(
    "/org/freedesktop/login1", bus_name=NAME, interface="org.freedesktop.login1.Manager"
)
_SESSION = "org.freedesktop.login1.Session"
_OWN = "auto"
"""What logind takes for the session of the caller, or of the screen they sit at."""


class Logind:
    """Tells of sleep as of time that passed: how long it was, the clock knows."""

    def __init__(
        self,
        bus: Bus,
        facts: BusFacts,
        on_happening: Callable[[Happening], None],
        environment: Mapping[str, str],
    ) -> None:
        self._bus, self._facts, self._on_happening = bus, facts, on_happening
        sleep = MatchRule(
            type="signal",
            sender=NAME,
            path=_MANAGER.object_path,
            interface=_MANAGER.interface,
            member="PrepareForSleep",
        )
        bus.watch(sleep, self._hear_sleep)
        facts.add(
            Source("logind", Fact.CALL_OR_FILM, _MANAGER, "BlockInhibited", means=_blocks_idle)
        )
        self._ask_session(environment.get("XDG_SESSION_ID") or _OWN)

    def _hear_sleep(self, signal: Message) -> None:
        """The machine goes to sleep, or has woken up."""
        del signal
        self._on_happening(TimePassed())

    def _ask_session(self, session: str) -> None:
        """Find the session of the person; one that is unknown may have been another login's."""

        def on_reply(reply: Message | None) -> None:
            if reply is not None:
                self._watch_session(reply.body[0])
            elif session != _OWN:
                self._ask_session(_OWN)

        self._bus.call(new_method_call(_MANAGER, "GetSession", "s", (session,)), on_reply)

    def _watch_session(self, path: str) -> None:
        """Watch the hint that lockers set.

        The session's signals Lock and Unlock are wishes: after Lock a locker comes, but nobody
        sends Unlock when the person has typed their password.
        """
        address = DBusAddress(path, bus_name=NAME, interface=_SESSION)
        self._facts.add(Source("session lock", Fact.LOCKED, address, "LockedHint"))


def _blocks_idle(what: str) -> bool:
    """Whether falling idle is among what is blocked."""
    return "idle" in what.split(":")
