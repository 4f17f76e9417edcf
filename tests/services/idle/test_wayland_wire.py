from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from hipstretch.services.idle.wayland_wire import (
    Message,
    WaylandUnavailable,
    WaylandWire,
    after_text,
    packed,
    socket_path,
    text_at,
    word_at,
)
from tests.services.idle.compositor import Compositor, event


@pytest.fixture
def compositor(qapp: QCoreApplication) -> Iterator[Compositor]:
    """A compositor that has nothing."""
    del qapp
    running = Compositor()
    yield running
    running.close()


@given(text=st.text(), number=st.integers(0, 2**32 - 1))
def test_what_is_packed_can_be_read(text: str, number: int) -> None:
    """A text and the number behind it, whatever its length."""
    body = packed(text) + packed(number)
    assert len(body) % 4 == 0
    assert text_at(body, 0) == text.rstrip("\0")
    assert word_at(body, after_text(body, 0)) == number


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    bodies=st.lists(st.tuples(st.integers(0, 9), st.text(max_size=9)), max_size=5), cut=st.data()
)
def test_messages_arrive_whole_in_whatever_pieces(
    compositor: Compositor, bodies: list[tuple[int, str]], cut: st.DataObject
) -> None:
    """The wire cuts where it likes."""
    got: list[Message] = []
    number = compositor.wire.new_id(got.append)
    data = b"".join(event(number, opcode, text) for opcode, text in bodies)
    at = cut.draw(st.integers(0, len(data)))
    for piece in (data[:at], data[at:]):
        compositor.write(piece)
        QCoreApplication.processEvents()
    assert got == [Message(number, opcode, packed(text)) for opcode, text in bodies]


def test_events_for_what_is_gone_are_dropped(compositor: Compositor) -> None:
    """They were on the way already."""
    got: list[Message] = []
    number = compositor.wire.new_id(got.append)
    compositor.say(1, 1, number)
    compositor.say(number, 0)
    assert got == []
    assert compositor.wire.is_open


def test_a_compositor_that_finds_fault_is_left(
    compositor: Compositor, caplog: pytest.LogCaptureFixture
) -> None:
    """What it says is written down."""
    lost: list[bool] = []
    compositor.wire.lost.connect(lambda: lost.append(True))
    compositor.say(1, 0, 3, 1, "no such thing")
    assert lost == [True]
    assert not compositor.wire.is_open
    assert "no such thing" in caplog.text


def test_what_is_no_message_ends_the_connection(
    compositor: Compositor, caplog: pytest.LogCaptureFixture
) -> None:
    """Rather than to turn in circles."""
    compositor.write(bytes(16))
    QCoreApplication.processEvents()
    assert not compositor.wire.is_open
    assert "no message" in caplog.text


def test_writing_to_who_has_gone_is_noticed(
    compositor: Compositor, caplog: pytest.LogCaptureFixture
) -> None:
    """And writing on does no harm."""
    compositor._socket.close()
    compositor.wire.send(1, 0, 5)
    compositor.wire.send(1, 0, 5)
    assert not compositor.wire.is_open
    assert caplog.text.count("is gone") == 1


def test_a_compositor_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its own exception."""
    with pytest.raises(WaylandUnavailable, match="does not answer"):
        WaylandWire.open({"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "none"})


@pytest.mark.parametrize(
    ("display", "path"),
    [("wayland-1", "/run/user/5/wayland-1"), ("", "/run/user/5/wayland-0"), ("/a/b", "/a/b")],
)
def test_the_socket_is_where_the_session_says(display: str, path: str) -> None:
    """A name in the session's folder, or a whole path."""
    environment = {"XDG_RUNTIME_DIR": "/run/user/5", "WAYLAND_DISPLAY": display}
    assert socket_path(environment) == Path(path)
