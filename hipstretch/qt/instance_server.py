"""Answers what other starts of the program ask of the one that runs.

A plain socket on Qt's event loop: Qt's own local server would cost seven megabytes of memory.
"""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from hipstretch.core.remote import LONGEST_LINE, Reply, Request, encode_reply, reply_to
from hipstretch.services.instance import address

_log = logging.getLogger(__name__)

Answer = Callable[[Request], Reply]


def listen(own_folder: Path, answer: Answer, parent: QObject | None = None) -> QObject:
    """Listen at the person's address; only the program that holds the lock may do so."""
    if sys.platform == "win32":
        from hipstretch.qt.pipe_server import PipeServer

        return PipeServer(own_folder, answer, parent)
    return InstanceServer(own_folder, answer, parent)


class InstanceServer(QObject):
    """Listens on a socket that only this person can reach."""

    def __init__(self, own_folder: Path, answer: Answer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self._path = Path(address(own_folder))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)
        try:
            self._bind()
        except OSError as error:
            _log.warning("other starts cannot be heard: %s", error)
            return
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    def close(self) -> None:
        """Listen no longer."""
        self._socket.close()
        self._path.unlink(missing_ok=True)

    def _bind(self) -> None:
        """Take the address over; a program that was killed leaves its socket behind."""
        self._path.unlink(missing_ok=True)
        self._socket.bind(str(self._path))
        self._path.chmod(0o600)
        self._socket.listen()

    @Slot()
    def _on_activated(self) -> None:
        """Somebody wants to ask."""
        try:
            link, _ = self._socket.accept()
        except OSError as error:
            _log.warning("another start went before it was heard: %s", error)
            return
        asked = _Asked(link, self._answer, self)
        asked.over.connect(asked.deleteLater)


class _Asked(QObject):
    """One question and its answer.

    Signals:
        over: it was answered, or cut off.
    """

    over = Signal()

    def __init__(self, link: socket.socket, answer: Answer, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._answer = link, answer
        self._line = b""
        link.setblocking(False)
        self._notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    @Slot()
    def _on_activated(self) -> None:
        """Read on; answer a whole line, and let go of whoever asks too much or has gone."""
        try:
            data = self._link.recv(LONGEST_LINE)
            self._line += data
            if b"\n" in data:
                self._link.sendall(encode_reply(reply_to(self._line, self._answer)))
            elif data and len(self._line) <= LONGEST_LINE:
                return
        except OSError as error:
            _log.warning("another start went before it was answered: %s", error)
        self._notifier.setEnabled(False)
        self._link.close()
        self.over.emit()
