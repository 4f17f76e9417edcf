"""A media player on the session bus, for the desktop, headsets and phones (MPRIS)."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import NamedTuple

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    new_error,
    new_method_return,
    new_signal,
)

from hipstretch.core.now_playing import MediaCommand, NowPlaying
from hipstretch.services.bus import Bus
from hipstretch.services.media.mpris_object import (
    METHODS,
    NAME,
    PATH,
    PLAYER,
    PROPERTIES,
    ROOT,
    ROOT_PROPERTIES,
    Value,
    description,
    player_properties,
    position_value,
)

JUMP = 1.0
"""Seconds from which a position is not where others, counting on, think that it is."""
_ERROR = "org.freedesktop.DBus.Error"
_log = logging.getLogger(__name__)


class _Mark(NamedTuple):
    """What others know of the position: where it was at a time, and whether they count on."""

    position: float
    at: float
    is_moving: bool

    def position_at(self, now: float) -> float:
        """Where they think that it is now."""
        return self.position + (now - self.at if self.is_moving else 0.0)


class MprisPlayer:
    """Is on the bus while something plays, and answers for it.

    `position` tells at any time how far the routine is, in seconds; `clock` is one that only goes
    up. The bus is this player's own.
    """

    def __init__(
        self,
        bus: Bus,
        on_command: Callable[[MediaCommand], None],
        position: Callable[[], float],
        clock: Callable[[], float],
    ) -> None:
        self._bus = bus
        self._on_command, self._position, self._clock = on_command, position, clock
        self._playing: NowPlaying | None = None
        self._mark = _Mark(0.0, 0.0, is_moving=False)
        self._instance = f"{NAME}.instance{os.getpid()}"
        bus.serve(PATH, description(), self._answer)

    def show(self, playing: NowPlaying | None) -> None:
        """Tell what plays; None takes the player off the bus."""
        before, self._playing = self._playing, playing
        if playing is None:
            self._disappear()
        elif before is None:
            self._mark = _Mark(playing.position, self._clock(), playing.is_playing)
            self._bus.request_name(NAME, self._on_name_known)
        else:
            self._tell_changes(before, playing)
            self._tell_jump(playing, is_new=playing.track != before.track)

    def close(self) -> None:
        """Be gone from the bus."""
        self._bus.close()

    def _on_name_known(self, is_ours: bool) -> None:
        """Where the name is another's, take one of a further instance, as MPRIS says."""
        if not is_ours and self._playing is not None:
            self._bus.request_name(self._instance, self._on_instance_known)

    def _on_instance_known(self, is_ours: bool) -> None:
        """Without a name no media key comes."""
        if not is_ours:
            _log.warning("the bus gives no name to the media player")

    def _disappear(self) -> None:
        """Give back whatever name there is."""
        for name in (NAME, self._instance):
            self._bus.release_name(name)

    def _tell_changes(self, before: NowPlaying, after: NowPlaying) -> None:
        """Tell the properties that are others now."""
        old, new = player_properties(before), player_properties(after)
        changed = {name: value for name, value in new.items() if value != old[name]}
        if changed:
            self._emit(PROPERTIES, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))

    def _tell_jump(self, playing: NowPlaying, *, is_new: bool) -> None:
        """Tell a position that others do not expect; at a new track they expect its beginning."""
        now = self._clock()
        expected = 0.0 if is_new else self._mark.position_at(now)
        if abs(playing.position - expected) >= JUMP:
            expected = playing.position
            self._emit(PLAYER, "Seeked", *_body(position_value(playing.position)))
        self._mark = _Mark(expected, now, playing.is_playing)

    def _emit(self, interface: str, name: str, signature: str, body: tuple[object, ...]) -> None:
        """Send a signal of the player's."""
        emitter = DBusAddress(PATH, interface=interface)
        self._bus.emit_signal(new_signal(emitter, name, signature, body))

    def _answer(self, call: Message) -> Message | None:
        """Answer a call; None where there is no such method."""
        interface = call.header.fields.get(HeaderFields.interface)
        member = call.header.fields.get(HeaderFields.member)
        if interface == PROPERTIES:
            return self._answer_about_properties(call, member)
        if member not in METHODS.get(interface, {}):
            return None
        command = METHODS[interface][member]
        if command is not None:
            self._on_command(command)
        return new_method_return(call)

    def _answer_about_properties(self, call: Message, member: str) -> Message | None:
        """Answer Get, GetAll and Set; None for what is none of these."""
        signature = call.header.fields.get(HeaderFields.signature)
        if (member, signature) not in {("Get", "ss"), ("GetAll", "s"), ("Set", "ssv")}:
            return None
        properties = self._properties(call.body[0])
        if member == "GetAll":
            return new_method_return(call, "a{sv}", (properties,))
        if call.body[1] not in properties:
            return new_error(call, f"{_ERROR}.UnknownProperty", "s", (call.body[1],))
        if member == "Set":
            return new_error(call, f"{_ERROR}.PropertyReadOnly", "s", (call.body[1],))
        return new_method_return(call, "v", (properties[call.body[1]],))

    def _properties(self, interface: str) -> dict[str, Value]:
        """All properties of an interface; none for one that is not there."""
        if interface == ROOT:
            return ROOT_PROPERTIES
        if interface == PLAYER:
            position = 0.0 if self._playing is None else self._position()
            return {**player_properties(self._playing), "Position": position_value(position)}
        return {}


def _body(value: Value) -> tuple[str, tuple[object, ...]]:
    """A value as a message's signature and body."""
    return value[0], (value[1],)
