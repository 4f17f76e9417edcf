from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.remote import Command, Reply, Request
from hipstretch.qt.instance_server import InstanceServer
from hipstretch.services.instance import address
from hipstretch.services.instance.client import NoAnswerError, ask

ANSWER = Reply(True, "Sitting 18 min.", {"sat": 1080})


class Asker(threading.Thread):
    """Asks from outside, while the server's loop runs."""

    def __init__(self, folder: Path, request: Request) -> None:
        super().__init__()
        self._folder, self._request = folder, request
        self.reply: Reply | None = None
        self.start()

    def run(self) -> None:
        """Ask."""
        self.reply = ask(self._folder, self._request)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder, and a session folder to listen in."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path / "own"


def test_what_is_asked_is_answered(folder: Path, qtbot: QtBot) -> None:
    """By the program that runs, in another process or thread."""
    asked: list[Request] = []

    def answer(request: Request) -> Reply:
        asked.append(request)
        return ANSWER

    server = InstanceServer(folder, answer)
    request = Request(Command.PAUSE_BREAKS, seconds=3600.0)
    asker = Asker(folder, request)
    qtbot.waitUntil(lambda: not asker.is_alive())
    assert asker.reply == ANSWER
    assert asked == [request]
    server.close()


def test_a_socket_that_a_killed_program_left_is_taken_over(folder: Path, qtbot: QtBot) -> None:
    """Nobody listens there any more."""
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address(folder))
    server = InstanceServer(folder, lambda _: ANSWER)
    asker = Asker(folder, Request(Command.STATUS))
    qtbot.waitUntil(lambda: not asker.is_alive())
    assert asker.reply == ANSWER
    server.close()


def test_nonsense_is_answered_kindly_and_too_much_of_it_is_cut_off(
    folder: Path, qtbot: QtBot
) -> None:
    """The next one who asks is served all the same."""
    server = InstanceServer(folder, lambda _: ANSWER)
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(address(folder))
        link.sendall(b"x" * 200_000)
        link.settimeout(0.05)
        qtbot.wait(50)
        with pytest.raises((ConnectionError, TimeoutError)):
            link.sendall(b"y" * 10_000_000)
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(address(folder))
        link.sendall(b"hello\n")
        qtbot.wait(50)
        assert b"does not understand" in link.recv(1000)
    server.close()


def test_a_program_that_does_not_answer_is_told_apart(folder: Path) -> None:
    """Somebody listens and says nothing."""
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(address(folder))
        silent.listen()
        with pytest.raises(NoAnswerError, match="does not answer"):
            ask(folder, Request(Command.STATUS), patience=0.05)
