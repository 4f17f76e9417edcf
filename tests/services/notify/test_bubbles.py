from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, Message, message_bus, new_error, new_signal
from PySide6.QtCore import QCoreApplication

from hipstretch.core.ports import Notice
from hipstretch.services.notify.bubbles import NAME, BubbleNotifier
from hipstretch.services.notify.fallback import FallbackNotifier
from tests.services.bus_peer import BusPeer, member

SERVER = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
ASK = Notice("Time to get up", "30 minutes & more", (("up", "I’m up"), ("later", "Later")))
TELL = Notice("Reminders stay on", "You find them in the tray.")
REPLACED, TEXT, STAY = 1, 4, 7
"""Where these are in a call that shows a notice."""


class Server:
    """A notification server, one who asks by it, and what becomes of it."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.fallen_back: list[Notice] = []
        self.peer = BusPeer()
        self.peer.let_in()
        icon = Path("/app.svg")
        fallback = FallbackNotifier(self.fallen_back.append)
        self.notifier = BubbleNotifier(self.peer.bus, icon, fallback)
        self._has_owner = self.call("NameHasOwner")

    def call(self, name: str) -> Message:
        """The one call of that name that came in."""
        (found,) = [call for call in self.peer.read() if member(call) == name]
        return found

    def is_there(self, *abilities: str) -> None:
        """Be there from the start, able to do that."""
        self.peer.answer(self._has_owner, "b", (True,))
        self.tell_abilities(*abilities)

    def is_missing(self, *startable: str) -> None:
        """Be not there; others can be started."""
        self.peer.answer(self._has_owner, "b", (False,))
        self.peer.answer(self.call("ListActivatableNames"), "as", ([*startable],))

    def tell_abilities(self, *abilities: str) -> None:
        """Answer what it can."""
        self.peer.answer(self.call("GetCapabilities"), "as", ([*abilities],))

    def come(self) -> None:
        """Start."""
        self._say_owner("", ":1.5")

    def go(self) -> None:
        """Be ended."""
        self._say_owner(":1.5", "")

    def ask(self, notice: Notice = ASK) -> None:
        """Show a notice."""
        self.notifier.show(notice, self.answers.append)

    def take(self, number: int) -> Message:
        """Show what came in under a number; returns the call."""
        call = self.call("Notify")
        self.peer.answer(call, "u", (number,))
        return call

    def press(self, number: int, key: str) -> None:
        """Let a button be pressed."""
        self.peer.send(new_signal(SERVER, "ActionInvoked", "us", (number, key)))

    def end(self, number: int) -> None:
        """Let a notice disappear."""
        self.peer.send(new_signal(SERVER, "NotificationClosed", "uu", (number, 2)))

    def closed(self) -> list[int]:
        """The notices that were withdrawn."""
        calls = self.peer.read()
        assert {member(call) for call in calls} <= {"CloseNotification"}
        return [call.body[0] for call in calls]

    def _say_owner(self, before: str, after: str) -> None:
        """Tell who has the name."""
        bus = DBusAddress(message_bus.object_path, interface=message_bus.interface)
        self.peer.send(new_signal(bus, "NameOwnerChanged", "sss", (NAME, before, after)))


@pytest.fixture
def stranger(qapp: QCoreApplication) -> Iterator[Server]:
    """A server of which nothing is known yet."""
    del qapp
    made = Server()
    yield made
    made.peer.close()


@pytest.fixture
def server(stranger: Server) -> Server:
    """A server that can all that is needed."""
    stranger.is_there("actions", "body", "body-markup")
    return stranger


def test_buttons_are_promised_only_by_a_server_that_has_them(stranger: Server) -> None:
    """And not before it is known."""
    assert not stranger.notifier.can_ask
    stranger.is_there("body")
    assert not stranger.notifier.can_ask
    assert stranger.notifier.name == "desktop notifications"


def test_a_question_waits_until_the_server_is_known(stranger: Server) -> None:
    """Then it is shown, without markup where the server has none."""
    stranger.ask()
    assert stranger.peer.read() == []
    stranger.is_there("actions")
    assert stranger.take(3).body[TEXT] == "30 minutes & more"
    assert stranger.notifier.can_ask


def test_an_answer_is_told_once_and_the_notice_withdrawn(server: Server) -> None:
    """Only of what is shown now."""
    server.ask()
    assert server.take(3).body[STAY] == 0
    server.press(2, "up")
    assert server.answers == []
    server.press(3, "later")
    server.press(3, "later")
    assert server.answers == ["later"]
    assert server.closed() == [3]


def test_what_asks_nothing_goes_by_itself(server: Server) -> None:
    """As the desktop likes it."""
    server.ask(TELL)
    assert server.take(3).body[STAY] == -1


def test_a_notice_takes_the_place_of_the_one_before(server: Server) -> None:
    """Also of one whose number is not known yet; those in between are never shown."""
    server.ask()
    first = server.call("Notify")
    server.ask(ASK._replace(title="In between"))
    server.ask(TELL)
    assert server.peer.read() == []
    server.peer.answer(first, "u", (3,))
    second = server.take(3)
    assert (second.body[REPLACED], second.body[3]) == (3, TELL.title)
    assert server.peer.read() == []


def test_a_notice_can_be_withdrawn_before_its_number_is_known(server: Server) -> None:
    """It goes as soon as it is."""
    server.ask()
    call = server.call("Notify")
    server.notifier.withdraw()
    server.peer.answer(call, "u", (3,))
    assert server.closed() == [3]
    server.press(3, "up")
    assert server.answers == []


def test_closing_waits_for_the_number_too(server: Server) -> None:
    """So that nothing is left on the screen."""
    server.ask()
    call = server.call("Notify")
    server.notifier.close()
    server.peer.answer(call, "u", (3,))
    assert server.closed() == [3]
    assert not server.peer.bus.is_open


def test_closing_withdraws(server: Server) -> None:
    """And leaves the bus."""
    server.ask()
    server.take(3)
    server.notifier.close()
    assert server.closed() == [3]
    assert not server.notifier.can_ask


def test_one_that_was_closed_does_not_come_again(server: Server) -> None:
    """The person has seen it; others' notices do not matter."""
    server.ask()
    server.take(3)
    server.end(2)
    server.end(3)
    server.go()
    server.peer.answer(server.call("ListActivatableNames"), "as", ([],))
    server.come()
    server.tell_abilities("actions")
    assert server.peer.read() == []


def test_a_restarted_server_is_given_the_question_again(server: Server) -> None:
    """Under a new number; it is not started for it."""
    server.ask()
    server.take(3)
    server.go()
    server.peer.answer(server.call("ListActivatableNames"), "as", ([NAME],))
    assert server.peer.read() == []
    server.come()
    server.tell_abilities("actions")
    assert server.take(1).body[REPLACED] == 0
    server.press(1, "up")
    assert server.answers == ["up"]


def test_a_server_that_starts_when_needed_is_started_by_a_question(stranger: Server) -> None:
    """It is taken for a usual one until it says; the question is sent once."""
    stranger.is_missing("org.example.Other", NAME)
    assert stranger.notifier.can_ask
    stranger.ask()
    call = stranger.call("Notify")
    assert call.body[TEXT] == "30 minutes &amp; more"
    stranger.come()
    stranger.tell_abilities("body")
    stranger.peer.answer(call, "u", (1,))
    assert stranger.peer.read() == []
    assert not stranger.notifier.can_ask
    assert stranger.fallen_back == []


def test_without_a_server_the_other_way_is_taken(stranger: Server) -> None:
    """Until one comes."""
    stranger.is_missing("org.example.Other")
    stranger.ask()
    assert stranger.fallen_back == [ASK]
    assert stranger.notifier.name == "tray"
    stranger.come()
    stranger.tell_abilities("actions")
    assert stranger.peer.read() == []
    stranger.ask(TELL)
    stranger.take(1)
    assert stranger.fallen_back == [ASK]


def test_a_server_that_comes_while_it_is_looked_for_counts(stranger: Server) -> None:
    """What was asked before it came is no longer true."""
    stranger.peer.answer(stranger._has_owner, "b", (False,))
    listing = stranger.call("ListActivatableNames")
    stranger.come()
    stranger.peer.answer(listing, "as", ([],))
    stranger.ask()
    assert stranger.fallen_back == []
    stranger.tell_abilities("actions")
    stranger.take(1)
    assert stranger.notifier.can_ask


def test_a_server_that_fails_leaves_the_other_way(server: Server) -> None:
    """But not for a question that was withdrawn meanwhile."""
    for is_withdrawn in (False, True):
        server.ask()
        call = server.call("Notify")
        if is_withdrawn:
            server.notifier.withdraw()
        server.peer.send(new_error(call, "org.example.Full"))
    assert server.fallen_back == [ASK]


def test_a_bus_that_goes_leaves_the_other_way(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """For the next one."""
    server.ask()
    server.take(3)
    server.peer.hang_up()
    assert not server.notifier.can_ask
    server.ask(TELL)
    assert server.fallen_back == [TELL]
    server.notifier.withdraw()
    server.notifier.close()
    assert "the bus has gone" in caplog.text
