from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from jeepney import MatchRule, Message
from pytestqt.qtbot import QtBot

from hipstretch.services.bus import Bus
from hipstretch.ui.tray_place import TrayPlace


class FakeBus:
    """A bus on which the panel comes and goes."""

    def __init__(self) -> None:
        self.reply: Callable[[Message | None], None] = print
        self.signal: Callable[[Message], None] = print

    def watch(self, _rule: MatchRule, on_signal: Callable[[Message], None]) -> None:
        """Keep who listens."""
        self.signal = on_signal

    def call(self, _message: Message, on_reply: Callable[[Message | None], None]) -> None:
        """Keep who asks."""
        self.reply = on_reply

    def answer(self, *, is_taken: bool) -> None:
        """The panel has its name, or not."""
        self.reply(cast("Message", SimpleNamespace(body=(is_taken,))))

    def change(self, owner: str) -> None:
        """The panel's name has another owner, or none."""
        self.signal(cast("Message", SimpleNamespace(body=("name", "", owner))))


@pytest.fixture
def bus() -> FakeBus:
    """A bus."""
    return FakeBus()


@pytest.fixture
def place(qtbot: QtBot, bus: FakeBus) -> TrayPlace:
    """A place on that bus."""
    del qtbot
    return TrayPlace(cast("Bus", bus))


def test_without_a_bus_it_is_known_at_once(qtbot: QtBot) -> None:
    """There is no panel that draws menus then."""
    del qtbot
    place = TrayPlace(None)
    assert place.is_known
    assert not place.draws_menus
    assert place.is_there in {True, False}


@pytest.mark.parametrize("is_taken", [True, False])
def test_the_bus_tells_what_there_is(
    qtbot: QtBot, place: TrayPlace, bus: FakeBus, *, is_taken: bool
) -> None:
    """Once, also that there is nothing."""
    assert not place.is_known
    with qtbot.waitSignal(place.changed):
        bus.answer(is_taken=is_taken)
    assert place.is_known
    assert place.draws_menus is is_taken


def test_a_panel_may_come_late_and_go(qtbot: QtBot, place: TrayPlace, bus: FakeBus) -> None:
    """One that follows another is no news."""
    bus.answer(is_taken=False)
    with qtbot.waitSignal(place.changed):
        bus.change(":1.5")
    assert place.draws_menus
    with qtbot.assertNotEmitted(place.changed):
        bus.change(":1.6")
    with qtbot.waitSignal(place.changed):
        bus.change("")
    assert not place.draws_menus
