"""Which programs on the person's bus know something, where they keep it and what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MatchRule, Message, Properties, new_method_call

from hipstretch.services.desk.facts import Fact

_PROPERTIES = "org.freedesktop.DBus.Properties"
_IDLE_IS_INHIBITED = 8
_SCREEN_STAYS_ON = 4
"""KDE's number of the policy that a film or a call asks for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A program that knows a fact; `member` is the property or, with a signal, the method to ask.

    After each `signal` it is asked again: what it says then is newer than what the signal says.
    `means` makes the fact of the answer, `arguments` go with the question.
    """

    name: str
    fact: Fact
    address: DBusAddress
    member: str
    signal: str = ""
    means: Callable[[Any], bool] = bool
    arguments: tuple[str | None, tuple[object, ...]] = (None, ())

    def question(self) -> Message:
        """The call that asks."""
        if self.signal:
            return new_method_call(self.address, self.member, *self.arguments)
        return Properties(self.address).get(self.member)

    def is_so(self, answer: Message) -> bool:
        """What an answer means; a variant is a pair of its type and its value."""
        (value,) = answer.body
        return self.means(value[1] if isinstance(value, tuple) else value)

    def rules(self) -> tuple[MatchRule, ...]:
        """The signals after which to ask again; programs come to have properties that had none."""
        to = self.address
        properties = MatchRule(
            type="signal",
            sender=to.bus_name,
            path=to.object_path,
            interface=_PROPERTIES,
            member="PropertiesChanged",
        )
        properties.add_arg_condition(0, to.interface)
        if not self.signal:
            return (properties,)
        own = MatchRule(
            type="signal", sender=to.bus_name, interface=to.interface, member=self.signal
        )
        return own, properties

    def is_touched_by(self, signal: Message) -> bool:
        """Whether a signal is about this, and not about another property of the program."""
        if self.signal:
            return True
        _, changed, without_value = signal.body
        return self.member in changed or self.member in without_value


def _screen_saver(name: str, desktop: str) -> Source:
    """A screen saver or locker; all of them are asked alike."""
    path = f"/org/{desktop}/ScreenSaver"
    interface = f"org.{desktop}.ScreenSaver"
    address = DBusAddress(path, bus_name=interface, interface=interface)
    return Source(f"{name} lock", Fact.LOCKED, address, "GetActive", "ActiveChanged")


def _inhibits_idle(actions: int) -> bool:
    """Whether GNOME's session is kept from falling idle."""
    return bool(actions & _IDLE_IS_INHIBITED)


def _object(name: str, path: str, interface: str = "") -> DBusAddress:
    """Where something is."""
    return DBusAddress(path, bus_name=name, interface=interface or name)


_SESSION = _object("org.gnome.SessionManager", "/org/gnome/SessionManager")
_POLICY = _object(
    "org.kde.Solid.PowerManagement.PolicyAgent", "/org/kde/Solid/PowerManagement/PolicyAgent"
)
_BUBBLES = _object("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
_DUNST = _object(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.dunstproject.cmd0"
)
_XFCONF = _object("org.xfce.Xfconf", "/org/xfce/Xfconf")

SOURCES = (
    _screen_saver("GNOME", "gnome"),
    _screen_saver("KDE", "freedesktop"),
    _screen_saver("Cinnamon", "cinnamon"),
    _screen_saver("MATE", "mate"),
    _screen_saver("Xfce", "xfce"),
    Source("GNOME session", Fact.CALL_OR_FILM, _SESSION, "InhibitedActions", means=_inhibits_idle),
    Source(
        "KDE power",
        Fact.CALL_OR_FILM,
        _POLICY,
        "HasInhibition",
        "InhibitionsChanged",
        arguments=("u", (_SCREEN_STAYS_ON,)),
    ),
    Source("KDE notifications", Fact.DO_NOT_DISTURB, _BUBBLES, "Inhibited"),
    Source("dunst", Fact.DO_NOT_DISTURB, _DUNST, "paused"),
    Source(
        "Xfce notifications",
        Fact.DO_NOT_DISTURB,
        _XFCONF,
        "GetProperty",
        "PropertyChanged",
        arguments=("ss", ("xfce4-notifyd", "/do-not-disturb")),
    ),
)
"""A screen that another program keeps on is taken for a film or a call."""
