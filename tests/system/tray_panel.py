"""A panel of today as a stand-in plays it, and an item in it as the panel sees it."""

from __future__ import annotations

from typing import Any

from jeepney import DBusAddress, DBusErrorResponse

from tests.system.session_bus import SessionBus
from tests.system.stand_in import StandIn

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
REGISTER = "RegisterStatusNotifierItem"
PANEL = StandIn(
    "org.kde.StatusNotifierWatcher",
    "/StatusNotifierWatcher",
    "org.kde.StatusNotifierWatcher",
    ((REGISTER, "s", "", ""),),
    {"IsStatusNotifierHostRegistered": True, "ProtocolVersion": 0},
)


def registered(bus: SessionBus) -> str:
    """The item that registered last with the panel."""
    calls = PANEL.calls(bus, REGISTER)
    return str(calls[-1][1][0][1]) if calls else ""


def get(bus: SessionBus, item: str, name: str) -> Any:  # noqa: ANN401 -- of any type
    """A property of an item; None while it is not there."""
    address = DBusAddress(
        "/StatusNotifierItem", bus_name=item, interface="org.freedesktop.DBus.Properties"
    )
    try:
        (answer,) = bus.ask(address, "Get", "ss", (ITEM, name))
    except DBusErrorResponse:
        return None
    assert isinstance(answer, tuple)
    return answer[1]


def entries(bus: SessionBus, item: str) -> dict[str, int]:
    """The entries of an item's menu that are offered, with their numbers."""
    address = DBusAddress(get(bus, item, "Menu"), bus_name=item, interface=MENU)
    _, layout = bus.ask(address, "GetLayout", "iias", (0, -1, []))
    assert isinstance(layout, tuple)
    found = {}
    for _, (number, properties, _children) in layout[2]:
        label = properties.get("label", ("s", ""))[1].replace("_", "")
        if properties.get("visible", ("b", True))[1] and label:
            found[label] = number
    return found


def press(bus: SessionBus, item: str, label: str) -> None:
    """Choose an entry, as a panel does."""
    address = DBusAddress(get(bus, item, "Menu"), bus_name=item, interface=MENU)
    event = (entries(bus, item)[label], "clicked", ("s", ""), 0)
    bus.ask(address, "Event", "isvu", event)


def tooltip(bus: SessionBus, item: str) -> str:
    """What an item's tooltip says; nothing while it is not there."""
    value = get(bus, item, "ToolTip")
    return "" if value is None else str(value[2])
