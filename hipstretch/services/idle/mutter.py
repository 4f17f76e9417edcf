"""GNOME: the compositor is asked over D-Bus."""

from __future__ import annotations

from collections.abc import Callable

from jeepney import DBusAddress, MatchRule, Message, new_method_call

from hipstretch.services.bus import Bus
from hipstretch.services.bus_names import watch_name

NAME = "org.gnome.Mutter.IdleMonitor"
_CORE = DBusAddress("/org/gnome/Mutter/IdleMonitor/Core", bus_name=NAME, interface=NAME)


class MutterIdle:
    """Asks when it is asked; a restarted shell is told again what is wanted."""

    name = "GNOME"

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._is_there = False
        self._watch = 0
        self._on_active: Callable[[], None] | None = None
        rule = MatchRule(
            type="signal",
            sender=NAME,
            path=_CORE.object_path,
            interface=NAME,
            member="WatchFired",
        )
        bus.watch(rule, self._hear_fired)
        watch_name(bus, NAME, self._hear_name)

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Have the seconds since the hands moved told by the shell."""

        def on_reply(reply: Message | None) -> None:
            on_idle(None if reply is None else reply.body[0] / 1000)

        self._bus.call(new_method_call(_CORE, "GetIdletime"), on_reply)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Have the shell tell of the next movement, where there is one."""
        if not self._is_there or not self._bus.is_open:
            return False
        is_asked_already = self._on_active is not None
        self._on_active = on_active
        if not is_asked_already:
            self._add_watch()
        return True

    def close(self) -> None:
        """Leave the bus."""
        self._on_active = None
        self._bus.close()

    def _add_watch(self) -> None:
        """Ask the shell for a sign."""
        self._watch = 0
        self._bus.call(new_method_call(_CORE, "AddUserActiveWatch"), self._hear_watch)

    def _hear_watch(self, reply: Message | None) -> None:
        """The shell tells the number of its sign."""
        if reply is not None:
            self._watch = reply.body[0]

    def _hear_name(self, is_there: bool) -> None:
        """The shell came or went; a new one knows nothing of what was asked."""
        self._is_there = is_there
        if is_there and self._on_active is not None:
            self._add_watch()

    def _hear_fired(self, signal: Message) -> None:
        """The hands have moved, where it is our sign."""
        if signal.body[0] != self._watch or self._on_active is None:
            return
        self._watch = 0
        on_active, self._on_active = self._on_active, None
        on_active()
