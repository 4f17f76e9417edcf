"""Linux: notifications with buttons, by the desktop's notification server."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jeepney import DBusAddress, MatchRule, Message, message_bus, new_method_call

from hipstretch.core.ports import Notice, Notifier
from hipstretch.services.bus import Bus
from hipstretch.services.bus_names import watch_name

NAME = "org.freedesktop.Notifications"
_SERVER = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
_APP_NAME, _DESKTOP_ENTRY, _CATEGORY = "HipStretch", "hipstretch", "x-hipstretch.break"
_NORMAL_URGENCY = 1
_NEVER, _AS_USUAL = 0, -1
"""When a notification goes by itself."""
_HINTS = {
    "urgency": ("y", _NORMAL_URGENCY),
    "category": ("s", _CATEGORY),
    "desktop-entry": ("s", _DESKTOP_ENTRY),
    "resident": ("b", False),
}
_ACTIONS, _MARKUP = "actions", "body-markup"
_USUAL = frozenset({_ACTIONS, _MARKUP})
"""What a server can that has not started yet."""


class _Wish(NamedTuple):
    """What is to be seen, and who hears of a pressed button."""

    notice: Notice
    on_action: Callable[[str], None]


class _Shown(NamedTuple):
    """What is to be seen now, and the server's number for it."""

    number: int
    wish: _Wish


class BubbleNotifier:
    """Shows one notice at a time; a server that restarts is given it again.

    A server that starts when it is needed is not started before. Where there is none, or it fails,
    the notice goes to `fallback`.
    """

    def __init__(self, bus: Bus, icon: Path, fallback: Notifier) -> None:
        self._bus, self._icon, self._fallback = bus, icon, fallback
        self._abilities: frozenset[str] | None = None
        self._is_there, self._is_looking = False, True
        self._is_sending = self._is_closing = False
        self._wish: _Wish | None = None
        self._sent: _Wish | None = None
        self._shown: _Shown | None = None
        self._listen("ActionInvoked", self._hear_action)
        self._listen("NotificationClosed", self._hear_closed)
        watch_name(bus, NAME, self._hear_server)

    @property
    def name(self) -> str:
        """Which way is in use."""
        return self._fallback.name if self._abilities is None else "desktop notifications"

    @property
    def can_ask(self) -> bool:
        """Whether the server shows buttons; not before it has told."""
        return self._abilities is not None and _ACTIONS in self._abilities and self._bus.is_open

    def show(self, notice: Notice, on_action: Callable[[str], None]) -> None:
        """Show a notice in the place of the one before."""
        self._wish = _Wish(notice, on_action)
        self._fulfil()

    def withdraw(self) -> None:
        """Let the notice disappear."""
        self._wish = None
        if self._shown is not None:
            number = self._shown.number
            self._bus.call(new_method_call(_SERVER, "CloseNotification", "u", (number,)))
        self._shown = None

    def close(self) -> None:
        """Take the notice away and leave the bus, at the latest when its number is known."""
        self.withdraw()
        self._is_closing = True
        if not self._is_sending:
            self._bus.close()

    def _listen(self, member: str, on_signal: Callable[[Message], None]) -> None:
        """Hear a signal of the server."""
        rule = MatchRule(type="signal", sender=NAME, interface=NAME, member=member)
        self._bus.watch(rule, on_signal)

    def _fulfil(self) -> None:
        """Send what is to be seen, once the server can take it."""
        wish = self._wish
        if wish is None or wish is self._sent or self._is_looking or self._is_sending:
            return
        if self._abilities is None:
            self._fall_back(wish)
            return
        self._sent, self._is_sending = wish, True
        self._bus.call(self._notification(wish.notice), self._hear_number)

    def _notification(self, notice: Notice) -> Message:
        """The call that shows a notice; a question stays until it is answered."""
        has_markup = self._abilities is not None and _MARKUP in self._abilities
        text = html.escape(notice.text, quote=False) if has_markup else notice.text
        replaced = 0 if self._shown is None else self._shown.number
        actions = [part for action in notice.actions for part in action]
        stay = _NEVER if notice.actions else _AS_USUAL
        words = (_APP_NAME, replaced, self._icon.as_uri(), notice.title, text)
        return new_method_call(
            _SERVER, "Notify", "susssasa{sv}i", (*words, actions, dict(_HINTS), stay)
        )

    def _fall_back(self, wish: _Wish) -> None:
        """Show a notice in the other way."""
        self._wish = None
        self._fallback.show(wish.notice, wish.on_action)

    def _hear_number(self, reply: Message | None) -> None:
        """The server shows what was sent, or has failed; by now the wish may be another."""
        self._is_sending = False
        sent = self._sent
        if reply is not None and sent is not None:
            self._shown = _Shown(reply.body[0], sent)
        elif sent is not None and sent is self._wish:
            self._fall_back(sent)
        if self._wish is None:
            self.withdraw()
        if self._is_closing:
            self._bus.close()
        self._fulfil()

    def _hear_action(self, signal: Message) -> None:
        """A button was pressed: the question is answered."""
        number, key = signal.body
        if self._shown is not None and self._shown.number == number:
            wish = self._shown.wish
            self.withdraw()
            wish.on_action(key)

    def _hear_closed(self, signal: Message) -> None:
        """A notice has gone; it was not answered."""
        if self._shown is not None and self._shown.number == signal.body[0]:
            if self._wish is self._shown.wish:
                self._wish = None
            self._shown = None

    def _hear_server(self, is_there: bool) -> None:
        """A server came, or the one that was there has gone and all that it showed."""
        self._is_there, self._is_looking, self._shown = is_there, True, None
        if is_there:
            if not self._is_sending:
                self._sent = None
            self._bus.call(new_method_call(_SERVER, "GetCapabilities"), self._hear_abilities)
        else:
            self._bus.call(message_bus.ListActivatableNames(), self._hear_startable)

    def _hear_abilities(self, reply: Message | None) -> None:
        """The server tells what it can."""
        self._look_no_longer(None if reply is None else frozenset(reply.body[0]))

    def _hear_startable(self, reply: Message | None) -> None:
        """Whether a server would start when it is needed."""
        if not self._is_there:
            is_startable = reply is not None and NAME in reply.body[0]
            self._look_no_longer(_USUAL if is_startable else None)

    def _look_no_longer(self, abilities: frozenset[str] | None) -> None:
        """It is known now what can be shown."""
        self._abilities, self._is_looking = abilities, False
        self._fulfil()
