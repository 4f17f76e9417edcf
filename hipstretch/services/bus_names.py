"""Whether a program is on the bus: it may come late, go, and come again."""

from __future__ import annotations

from collections.abc import Callable

from jeepney import MatchRule, Message, message_bus

from hipstretch.services.bus import Bus


def watch_name(bus: Bus, name: str, on_change: Callable[[bool], None]) -> None:
    """Have told whether `name` is taken: now and at every change.

    Two programs that follow each other are told as taken twice. Where the bus goes, nobody has it.
    """

    def on_owner_changed(signal: Message) -> None:
        on_change(bool(signal.body[2]))

    def on_reply(reply: Message | None) -> None:
        on_change(reply is not None and bool(reply.body[0]))

    rule = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
    rule.add_arg_condition(0, name)
    bus.watch(rule, on_owner_changed)
    bus.call(message_bus.NameHasOwner(name), on_reply)
