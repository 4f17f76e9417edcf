from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from PySide6.QtCore import QCoreApplication

from hipstretch.services.bus import Bus, BusUnavailable
from tests.services.bus_peer import BusPeer, member, settle

THERE = DBusAddress("/there", bus_name="org.example.There", interface="org.example.Iface")
HERE = DBusAddress("/here", bus_name="org.example.Here", interface="org.example.Own")


@pytest.fixture
def stranger(qapp: QCoreApplication) -> Iterator[BusPeer]:
    """A bus that has not let us in yet."""
    del qapp
    peer = BusPeer()
    yield peer
    peer.close()


@pytest.fixture
def peer(stranger: BusPeer) -> BusPeer:
    """A bus that has let us in."""
    stranger.let_in()
    return stranger


def _ask(peer: BusPeer, replies: list[Message | None], text: str = "") -> Message:
    """Make a call; what comes back is added to `replies`. Returns the call as it arrives."""
    peer.bus.call(new_method_call(THERE, "Ask", "s", (text,)), replies.append)
    return peer.read_one()


def test_a_call_gets_its_reply(peer: BusPeer) -> None:
    """Each reply goes to the one who asked, in whatever order they come."""
    first: list[Message | None] = []
    second: list[Message | None] = []
    one, two = _ask(peer, first), _ask(peer, second)

    peer.answer(two, "s", ("second",))
    peer.answer(one, "s", ("first",))

    assert [reply and reply.body for reply in first + second] == [("first",), ("second",)]


def test_a_call_that_fails_gets_nothing(peer: BusPeer, caplog: pytest.LogCaptureFixture) -> None:
    """An error is told as None; the log has its name."""
    caplog.set_level(logging.DEBUG)
    replies: list[Message | None] = []
    call = _ask(peer, replies)

    peer.send(new_error(call, "org.example.Error.No", "s", ("not today",)))

    assert replies == [None]
    assert "org.example.Error.No" in caplog.text


def test_a_call_without_a_listener_asks_for_no_reply(peer: BusPeer) -> None:
    """Its flag says so, and a reply that comes all the same is passed over."""
    peer.bus.call(new_method_call(THERE, "Tell"))
    call = peer.read_one()

    peer.answer(call)

    assert call.header.flags & MessageFlag.no_reply_expected
    assert peer.bus.is_open


def test_a_reply_that_nobody_waits_for_is_passed_over(peer: BusPeer) -> None:
    """Also one that comes for the second time."""
    replies: list[Message | None] = []
    call = _ask(peer, replies)
    peer.answer(call)

    peer.answer(call)

    assert len(replies) == 1


def test_what_is_sent_before_the_bus_lets_us_in_follows_in_order(stranger: BusPeer) -> None:
    """Nothing but the greeting goes out at first, and afterwards the greeting comes first."""
    stranger.bus.call(new_method_call(THERE, "First"))
    stranger.bus.emit_signal(new_signal(HERE, "Second"))

    settle()
    assert stranger.read_bytes().startswith(b"\0AUTH EXTERNAL ")
    stranger.write(b"OK 0123456789abcdef\r\n")
    settle()
    assert stranger.read_bytes(7) == b"BEGIN\r\n"

    assert [member(message) for message in stranger.read()] == ["Hello", "First", "Second"]


def test_a_bus_that_greets_in_pieces_is_understood(stranger: BusPeer) -> None:
    """Half a line is waited for."""
    settle()
    stranger.read_bytes()
    stranger.write(b"OK 01234")
    settle()
    assert stranger.read_bytes() == b""

    stranger.write(b"56789abcdef\r\n")
    settle()

    assert stranger.read_bytes().startswith(b"BEGIN\r\n")


@pytest.mark.parametrize("greeting", [b"REJECTED EXTERNAL\r\n", b"x" * 9000])
def test_a_bus_that_does_not_let_us_in_is_lost(greeting: bytes, stranger: BusPeer) -> None:
    """What waits is answered with nothing, and the loss is told once."""
    losses: list[bool] = []
    replies: list[Message | None] = []
    stranger.bus.lost.connect(lambda: losses.append(stranger.bus.is_open))
    stranger.bus.call(new_method_call(THERE, "Ask"), replies.append)

    stranger.write(greeting)
    settle()

    assert (losses, replies) == ([False], [None])


def test_a_bus_that_refuses_the_hello_is_lost(stranger: BusPeer) -> None:
    """Without it no other message may be sent."""
    losses: list[bool] = []
    stranger.bus.lost.connect(lambda: losses.append(True))
    settle()
    stranger.read_bytes()
    stranger.write(b"OK 0123456789abcdef\r\n")
    settle()
    stranger.read_bytes(7)

    (hello,) = stranger.read()
    stranger.send(new_error(hello, "org.freedesktop.DBus.Error.LimitsExceeded"))

    assert losses == [True]


def test_signals_come_to_those_who_watch_for_them(peer: BusPeer) -> None:
    """The bus is told the rule; a signal goes to every rule that it fits."""
    heard: list[tuple[str, object]] = []
    rule = MatchRule(type="signal", interface="org.example.Iface", member="Changed")
    peer.bus.watch(rule, lambda signal: heard.append(("rule", signal.body[0])))
    peer.bus.watch(
        MatchRule(type="signal", path="/there"),
        lambda signal: heard.append(("path", signal.body[0])),
    )
    told = [message.body for message in peer.read()]

    peer.send(new_signal(THERE, "Changed", "i", (1,)))
    peer.send(new_signal(THERE, "Vanished", "i", (2,)))
    peer.send(new_signal(HERE, "Changed", "i", (3,)))

    assert told == [
        ("interface='org.example.Iface',member='Changed',type='signal'",),
        ("path='/there',type='signal'",),
    ]
    assert heard == [("rule", 1), ("path", 1), ("path", 2)]


def test_a_rule_with_a_senders_name_takes_signals_that_bear_its_number(peer: BusPeer) -> None:
    """The bus has looked at the name; here only the number is seen."""
    heard: list[object] = []
    rule = MatchRule(type="signal", sender="org.example.There", member="Changed")
    peer.bus.watch(rule, lambda signal: heard.append(signal.body))
    signal = new_signal(THERE, "Changed", "s", ("new",))
    signal.header.fields[HeaderFields.sender] = ":1.42"

    peer.send(signal)

    assert heard == [("new",)]
    assert "sender='org.example.There'" in peer.read_one().body[0]


def test_an_object_answers_for_itself(peer: BusPeer) -> None:
    """Its handler gets the call, and what it returns is sent."""
    peer.bus.serve("/here", "", lambda call: new_method_return(call, "s", (f"{member(call)} yes",)))

    reply = peer.ask(new_method_call(HERE, "Do"))

    assert reply.header.message_type is MessageType.method_return
    assert reply.body == ("Do yes",)


@pytest.mark.parametrize("path", ["/here", "/nowhere"])
def test_what_is_not_there_is_answered_with_an_error(path: str, peer: BusPeer) -> None:
    """Unknown members and unknown objects alike, so that nobody waits."""
    peer.bus.serve("/here", "", lambda _call: None)

    reply = peer.ask(new_method_call(DBusAddress(path, "org.example.Here", "org.example.Own"), "X"))

    assert reply.header.fields[HeaderFields.error_name].endswith(".UnknownMethod")


def test_who_wants_no_reply_gets_none(peer: BusPeer) -> None:
    """The call is done all the same."""
    done: list[str] = []
    peer.bus.serve("/here", "", lambda call: done.append(member(call)))
    call = new_method_call(HERE, "Do")
    call.header.flags |= MessageFlag.no_reply_expected

    peer.send(call)

    assert done == ["Do"]
    assert peer.read() == []


def test_objects_describe_themselves_and_all_can_be_pinged(peer: BusPeer) -> None:
    """The two interfaces that everybody has."""
    peer.bus.serve("/here", "<interface name='org.example.Own'/>", lambda _call: None)
    here = "org.example.Here"
    introspect = DBusAddress("/here", here, "org.freedesktop.DBus.Introspectable")
    ping = DBusAddress("/", here, "org.freedesktop.DBus.Peer")

    assert peer.ask(new_method_call(introspect, "Introspect")).body == (
        "<node><interface name='org.example.Own'/></node>",
    )
    pong = peer.ask(new_method_call(ping, "Ping"))
    assert (pong.header.message_type, pong.body) == (MessageType.method_return, ())


@pytest.mark.parametrize(("code", "ours"), [(1, True), (4, True), (2, False), (3, False)])
def test_a_name_is_asked_for(code: int, *, ours: bool, peer: BusPeer) -> None:
    """Ours, or ours already; we never queue for it."""
    answers: list[bool] = []
    peer.bus.request_name("org.example.Here", answers.append)

    wish = peer.read_one()
    peer.answer(wish, "u", (code,))

    assert wish.body == ("org.example.Here", 4)
    assert answers == [ours]


def test_a_name_that_is_refused_is_not_ours(peer: BusPeer) -> None:
    """As where the bus forbids it."""
    answers: list[bool] = []
    peer.bus.request_name("org.example.Here", answers.append)

    peer.send(new_error(peer.read_one(), "org.freedesktop.DBus.Error.AccessDenied"))

    assert answers == [False]


def test_a_name_is_given_back(peer: BusPeer) -> None:
    """Without waiting for an answer."""
    peer.bus.release_name("org.example.Here")

    release = peer.read_one()
    assert (member(release), release.body) == ("ReleaseName", ("org.example.Here",))


def test_a_bus_that_dies_is_told_once_and_answers_all_that_wait(peer: BusPeer) -> None:
    """Every open call gets nothing; later ones get nothing at once, and sending does no harm."""
    losses: list[bool] = []
    replies: list[Message | None] = []
    peer.bus.lost.connect(lambda: losses.append(peer.bus.is_open))
    _ask(peer, replies)
    _ask(peer, replies)

    peer.hang_up()
    assert (losses, replies) == ([False], [None, None])
    peer.bus.call(new_method_call(THERE, "Ask"), replies.append)
    peer.bus.call(new_method_call(THERE, "Tell"))
    peer.bus.emit_signal(new_signal(HERE, "Changed"))
    settle()

    assert (losses, replies) == ([False], [None, None, None])
    assert not peer.bus._patience.isActive()


def test_a_call_to_a_bus_that_has_just_died_gets_nothing(peer: BusPeer) -> None:
    """Though the loss has not been noticed before the call is made."""
    losses: list[bool] = []
    replies: list[Message | None] = []
    peer.bus.lost.connect(lambda: losses.append(True))
    peer._socket.close()

    peer.bus.call(new_method_call(THERE, "Ask"), replies.append)
    assert replies == []
    settle()

    assert (losses, replies) == ([True], [None])


def test_closing_tells_nobody(peer: BusPeer) -> None:
    """Who closes knows; what is open is forgotten, and a second closing does nothing."""
    losses: list[bool] = []
    replies: list[Message | None] = []
    peer.bus.lost.connect(lambda: losses.append(True))
    _ask(peer, replies)

    peer.bus.close()
    peer.bus.close()
    settle()

    assert (losses, replies) == ([], [])
    assert not peer.bus.is_open
    assert not peer.bus._patience.isActive()


def test_nothing_is_heard_after_closing(peer: BusPeer) -> None:
    """Also where the one message closes the bus and the next came in with it."""
    heard: list[str] = []

    def hear(signal: Message) -> None:
        heard.append(member(signal))
        peer.bus.close()

    peer.bus.watch(MatchRule(type="signal"), hear)
    one, two = (peer.serialise(new_signal(THERE, name)) for name in ("One", "Two"))

    peer.write(one + two)
    settle()

    assert heard == ["One"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(
    cuts=st.lists(st.integers(1, 400), max_size=8), texts=st.lists(st.text(max_size=60), max_size=4)
)
def test_messages_arrive_in_whatever_pieces(
    cuts: list[int], texts: list[str], peer: BusPeer
) -> None:
    """Cut anywhere, or several at once: each is heard once, in order."""
    heard: list[str] = []
    peer.bus._watches.clear()
    peer.bus.watch(MatchRule(type="signal"), lambda signal: heard.append(signal.body[0]))
    clean = [text.replace("\0", "") for text in texts]
    data = b"".join(peer.serialise(new_signal(THERE, "Said", "s", (t,))) for t in clean)

    for cut in [*cuts, len(data)]:
        peer.write(data[:cut])
        settle()
        data = data[cut:]

    assert heard == clean


def test_a_message_that_the_bus_cannot_take_at_once_waits(peer: BusPeer) -> None:
    """Three megabytes go out in pieces as they are read; what comes after keeps its place."""
    text = "hip" * 1_000_000
    peer.bus.call(new_method_call(THERE, "Big", "s", (text,)))
    peer.bus.call(new_method_call(THERE, "Small"))
    assert peer.bus._wire._writer.isEnabled()

    big, small = peer.read()

    assert big.body == (text,)
    assert member(small) == "Small"
    assert not peer.bus._wire._writer.isEnabled()


def test_a_big_message_is_read_whole(peer: BusPeer) -> None:
    """However many reads it takes."""
    replies: list[Message | None] = []
    call = _ask(peer, replies)
    data = peer.serialise(new_method_return(call, "s", ("hip" * 100_000,)))

    for start in range(0, len(data), 50_000):
        peer.write(data[start : start + 50_000])
        settle()

    assert [reply and reply.body for reply in replies] == [("hip" * 100_000,)]


def test_what_cannot_be_read_ends_the_connection(peer: BusPeer) -> None:
    """After it nothing would be understood any more."""
    losses: list[bool] = []
    peer.bus.lost.connect(lambda: losses.append(True))

    peer.write(b"?" * 64)
    settle()

    assert losses == [True]


def test_a_call_that_is_never_answered_has_failed(peer: BusPeer) -> None:
    """It is given up at the second look; one that came in between has its time still."""
    early: list[Message | None] = []
    later: list[Message | None] = []
    _ask(peer, early)
    assert peer.bus._patience.isActive()
    peer.bus._on_waited()
    call = _ask(peer, later)
    assert (early, later) == ([], [])

    peer.bus._on_waited()
    assert (early, later) == ([None], [])
    peer.answer(call)

    assert len(later) == 1
    peer.bus._on_waited()
    assert not peer.bus._patience.isActive()


def test_a_bus_that_never_lets_us_in_is_lost(stranger: BusPeer) -> None:
    """The hello waits like every call; nothing hangs with it."""
    losses: list[bool] = []
    stranger.bus.lost.connect(lambda: losses.append(True))

    stranger.bus._on_waited()
    assert losses == []
    stranger.bus._on_waited()

    assert losses == [True]
    assert not stranger.bus.is_open


def test_being_woken_for_nothing_does_no_harm(peer: BusPeer) -> None:
    """As Qt may do."""
    peer.bus._wire._on_readable()

    assert peer.bus.is_open
    assert peer.read() == []


@pytest.mark.parametrize(
    "address", [None, "", "disabled:", "tcp:host=localhost,port=1", "unix:path=/nonexistent/bus"]
)
def test_without_a_bus_it_is_said(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not set, switched off, of another kind, or not there."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    with pytest.raises(BusUnavailable, match="no D-Bus session bus"):
        Bus.open("SESSION")


def test_a_bus_that_nobody_listens_to_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a crash, when its socket is still on the disk."""
    (tmp_path / "bus").touch()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")

    with pytest.raises(BusUnavailable, match="no D-Bus system bus"):
        Bus.open("SYSTEM")
