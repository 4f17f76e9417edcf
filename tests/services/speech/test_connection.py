from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.services.speech.connection import LAST_TRIES, MOST_TRIES, Connection
from hipstretch.services.speech.program import ProgramRun
from tests.services.speech.conftest import Wait
from tests.services.speech.speechd_socket import SpeechdSocket

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets with paths")


class Told:
    """Writes down what a connection tells, in order."""

    def __init__(self, connection: Connection) -> None:
        self.what: list[str] = []
        for name in ("opened", "bytes_came", "broke", "lost", "missed"):
            getattr(connection, name).connect(self.writer(name))

    def writer(self, name: str) -> Callable[[], None]:
        """What writes one name."""

        def write() -> None:
            """Write it."""
            self.what.append(name)

        return write


@pytest.fixture
def server(qapp: QCoreApplication, tmp_path: Path) -> Iterator[SpeechdSocket]:
    """A server that is not running yet."""
    del qapp
    there = SpeechdSocket(tmp_path)
    yield there
    there.end()


Connect = Callable[[], tuple[Connection, list[str]]]


@pytest.fixture
def connect(server: SpeechdSocket) -> Iterator[Connect]:
    """Makes a connection and opens it; returns it and what it tells."""
    made: list[Connection] = []

    def make() -> tuple[Connection, list[str]]:
        """Make one."""
        connection = Connection(server.path, str(server.program))
        made.append(connection)
        told = Told(connection)
        connection.open()
        return connection, told.what

    yield make
    for connection in made:
        connection.close()


def test_bytes_go_there_and_come_back(server: SpeechdSocket, connect: Connect, wait: Wait) -> None:
    """The plain case: the server is running."""
    server.open()
    connection, told = connect()
    wait(lambda: "opened" in told)
    connection.write(b"CANCEL SELF\r\n")
    wait(lambda: "bytes_came" in told)

    assert connection.read() == b"200 OK\r\n"
    assert connection.read() == b""
    assert told == ["opened", "bytes_came"]


def test_a_server_that_is_not_running_is_started_once(
    server: SpeechdSocket, connect: Connect, wait: Wait
) -> None:
    """For its socket, as its own library does it; then it is waited for."""
    connection, told = connect()
    wait(lambda: len(told) == 3)
    server.open()
    wait(lambda: "opened" in told)

    where = f"--communication-method unix_socket --socket-path {server.path}"
    assert server.asked == [f"--spawn {where}"]
    assert told[-2:] == ["broke", "opened"]
    assert connection.is_wanted
    assert not connection.is_settled


def test_a_server_that_never_comes_is_missed_after_some_tries(connect: Connect, wait: Wait) -> None:
    """There is an end to waiting."""
    connection, told = connect()
    connection._tries_left = 1
    wait(lambda: "missed" in told)

    assert told == ["broke", "broke", "missed"]
    assert MOST_TRIES > LAST_TRIES
    assert not connection.is_wanted


@pytest.mark.parametrize("is_there", [True, False])
def test_a_server_that_cannot_be_started_is_missed_sooner(
    server: SpeechdSocket, connect: Connect, wait: Wait, is_there: bool
) -> None:
    """Its settings may forbid it, or there is no program; somebody else may just start it."""
    server.install("exit 1")
    if not is_there:
        server.program.unlink()
    connection, told = connect()
    wait(lambda: "missed" in told)

    assert LAST_TRIES <= told.count("broke") <= LAST_TRIES + 3
    assert not connection.is_wanted


def test_a_start_that_hangs_is_ended(server: SpeechdSocket, connect: Connect, wait: Wait) -> None:
    """A module of the server may hang."""
    server.install("exec sleep 1000")
    connection, told = connect()
    run = connection.findChild(ProgramRun)
    assert isinstance(run, ProgramRun)
    assert run._limit.isActive()
    run._limit.timeout.emit()
    wait(lambda: "missed" in told)

    assert told.count("broke") <= LAST_TRIES + 3


def test_closing_ends_a_start_that_takes_its_time(
    server: SpeechdSocket, connect: Connect, wait: Wait
) -> None:
    """It is not waited for, and nothing is told any more."""
    server.install("exec sleep 1000")
    connection, told = connect()
    wait(lambda: len(server.asked) == 1)
    run = connection.findChild(ProgramRun)
    assert isinstance(run, ProgramRun)
    before = list(told)
    connection.close()

    assert run._process.processId() == 0
    assert told == before


def test_a_break_before_it_is_settled_is_tried_again(
    server: SpeechdSocket, connect: Connect, wait: Wait
) -> None:
    """The server may just have been ending for want of clients."""
    server.open()
    _, told = connect()
    wait(lambda: server.visits == 1)
    server.drop()
    wait(lambda: told.count("opened") == 2)

    assert told == ["opened", "broke", "opened"]


def test_a_break_after_that_is_a_loss(server: SpeechdSocket, connect: Connect, wait: Wait) -> None:
    """Told once; it is opened again when somebody wants it."""
    server.open()
    connection, told = connect()
    wait(lambda: server.visits == 1)
    connection.settle()
    server.drop()
    wait(lambda: "lost" in told)
    assert told == ["opened", "lost"]
    assert not connection.is_wanted

    connection.open()
    wait(lambda: server.visits == 2)
    assert told == ["opened", "lost", "opened"]
    assert not connection.is_settled


def test_what_was_written_before_leaving_arrives(
    server: SpeechdSocket, connect: Connect, wait: Wait
) -> None:
    """Nobody is there to wait for it; and nothing is told any more."""
    server.open()
    connection, told = connect()
    wait(lambda: server.visits == 1)
    connection.write(b"CANCEL SELF\r\nQUIT\r\n")
    connection.close()
    wait(lambda: server.rules.commands == ["CANCEL SELF", "QUIT"])

    assert told == ["opened"]
    assert not connection.is_wanted
