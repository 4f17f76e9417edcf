from __future__ import annotations

from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, Message, message_bus, new_error, new_signal
from PySide6.QtCore import QCoreApplication

from hipstretch.core.breaks import Happening, ScreenLocked
from hipstretch.services.desk.bus_facts import BusFacts
from hipstretch.services.desk.facts import Fact, Facts
from hipstretch.services.desk.sources import Source
from tests.services.bus_peer import BusPeer, member

NAME = "org.example.Locker"
ADDRESS = DBusAddress("/locker", bus_name=NAME, interface=NAME)
LOCKER = Source("locker", Fact.LOCKED, ADDRESS, "GetActive", "ActiveChanged")
LOCKED, UNLOCKED = ScreenLocked(is_locked=True), ScreenLocked(is_locked=False)


class Locker:
    """A bus with a locker on it, and what is told of it."""

    def __init__(self) -> None:
        self.told: list[Happening] = []
        self.peer = BusPeer()
        self.peer.let_in()
        self.facts = BusFacts(self.peer.bus, Facts(self.told.append))
        self.facts.add(LOCKER)
        calls = self.peer.read()
        assert {member(call) for call in calls[:-1]} == {"AddMatch"}
        assert member(calls[-1]) == "NameHasOwner"
        self._has_owner = calls[-1]

    def say_whether_there(self, *, is_there: bool) -> None:
        """Answer whether the locker is there."""
        self.peer.answer(self._has_owner, "b", (is_there,))

    def say_owner(self, before: str, after: str) -> None:
        """The locker came, went, or another one took its place."""
        bus = DBusAddress(message_bus.object_path, interface=message_bus.interface)
        self.peer.send(new_signal(bus, "NameOwnerChanged", "sss", (NAME, before, after)))

    def say_changed(self) -> None:
        """The locker tells that something has changed."""
        self.peer.send(new_signal(ADDRESS, "ActiveChanged", "b", (True,)))

    def question(self) -> Message:
        """The one question that came in."""
        question = self.peer.read_one()
        assert member(question) == "GetActive"
        return question

    def answer(self, *, is_locked: bool) -> None:
        """Answer the one question that came in."""
        self.peer.answer(self.question(), "b", (is_locked,))


@pytest.fixture
def locker(qapp: QCoreApplication) -> Iterator[Locker]:
    """A bus on which nothing is known yet."""
    del qapp
    made = Locker()
    yield made
    made.peer.close()


def test_who_is_not_there_is_not_asked(locker: Locker) -> None:
    """The bus would start them."""
    locker.say_whether_there(is_there=False)
    assert locker.peer.read() == []
    assert not locker.facts.names
    locker.say_owner("", ":1.5")
    locker.answer(is_locked=True)
    assert locker.told == [LOCKED]
    assert locker.facts.names == ("locker",)


def test_a_signal_leads_to_a_question(locker: Locker) -> None:
    """The answer counts, which is newer than the signal."""
    locker.say_whether_there(is_there=True)
    locker.answer(is_locked=False)
    locker.say_changed()
    locker.answer(is_locked=True)
    locker.say_changed()
    locker.answer(is_locked=True)
    locker.say_changed()
    locker.answer(is_locked=False)
    assert locker.told == [LOCKED, UNLOCKED]


def test_who_goes_says_nothing_any_more(locker: Locker) -> None:
    """A locker that crashed leaves nobody locked."""
    locker.say_whether_there(is_there=True)
    locker.answer(is_locked=True)
    locker.say_owner(":1.5", "")
    assert locker.told == [LOCKED, UNLOCKED]
    assert locker.facts.names == ()


def test_another_one_in_its_place_is_asked(locker: Locker) -> None:
    """As when a shell is replaced."""
    locker.say_whether_there(is_there=True)
    locker.answer(is_locked=True)
    locker.say_owner(":1.5", ":1.6")
    locker.answer(is_locked=False)
    assert locker.told == [LOCKED, UNLOCKED]


def test_who_does_not_understand_the_question_says_nothing(locker: Locker) -> None:
    """Names are shared by programs that can less."""
    locker.say_whether_there(is_there=True)
    locker.peer.send(new_error(locker.question(), "org.example.Unknown"))
    assert locker.told == []
    assert locker.facts.names == ()


def test_a_bus_that_goes_takes_all_with_it(
    locker: Locker, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing sticks."""
    locker.say_whether_there(is_there=True)
    locker.answer(is_locked=True)
    locker.peer.hang_up()
    assert locker.told == [LOCKED, UNLOCKED]
    assert locker.facts.names == ()
    assert "the bus has gone" in caplog.text
