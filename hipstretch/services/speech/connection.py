"""The socket to speech-dispatcher: reaches the server, has it started, tells when it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalSocket

from hipstretch.services.speech import server
from hipstretch.services.speech.program import ProgramRun

TRY_EVERY = 0.1
MOST_TRIES = 50
LAST_TRIES = 5
"""Tries that are left when the server says that it cannot be started: somebody else may do it."""
_START_LIMIT = 20.0
_CHUNK = 32768


class Connection(QObject):
    """Not yet settled, it is tried again when it breaks; settled, a break is a loss.

    Signals:
        opened: there is a server at the other end.
        bytes_came: there is something to `read`.
        broke: the server went before the connection was settled; it is tried again.
        lost: the server went after that; nothing is tried before `open`.
        missed: there is no server, and none comes.
    """

    opened = Signal()
    bytes_came = Signal()
    broke = Signal()
    lost = Signal()
    missed = Signal()

    def __init__(self, path: Path, program: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._program = program
        self._starting: ProgramRun | None = None
        self._is_settled = False
        self._is_wanted = False
        self._tries_left = 0
        self._has_started_it = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(round(TRY_EVERY * 1000))
        self._retry.timeout.connect(self._on_retry_due)
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self.opened)
        self._socket.readyRead.connect(self.bytes_came)
        self._socket.errorOccurred.connect(self._on_failed)
        self._socket.disconnected.connect(self._on_disconnected)

    @property
    def is_wanted(self) -> bool:
        """Whether there is a connection, or one is being tried."""
        return self._is_wanted

    @property
    def is_settled(self) -> bool:
        """Whether the server has shown to be of use."""
        return self._is_settled

    def open(self) -> None:
        """Reach the server."""
        self._is_wanted = True
        self._tries_left = MOST_TRIES
        self._has_started_it = False
        self._socket.connectToServer(str(self._path))

    def settle(self) -> None:
        """The server is of use: from now on it is lost when it goes."""
        self._is_settled = True

    def write(self, data: bytes) -> None:
        """Send bytes."""
        self._socket.write(data)

    def read(self) -> bytes:
        """Some of the bytes that came; none when all are read."""
        return bytes(self._socket.read(_CHUNK).data())

    def close(self) -> None:
        """Leave; what was written still goes out."""
        self._is_wanted = self._is_settled = False
        self._retry.stop()
        self._socket.flush()
        self._socket.abort()
        if self._starting is not None:
            self._starting.kill()
            self._starting = None

    def _try_later(self) -> None:
        """Try again soon, after having the server started."""
        if not self._tries_left:
            self.close()
            self.missed.emit()
            return
        self._tries_left -= 1
        self._retry.start()
        self.broke.emit()
        if not self._has_started_it:
            self._start_server()

    def _start_server(self) -> None:
        """Have the server started, once."""
        self._has_started_it = True
        self._starting = server.starting(self._program, self._path, self)
        self._starting.ended.connect(self._on_started)
        self._starting.start(_START_LIMIT)

    @Slot()
    def _on_failed(self) -> None:
        """The server is not there yet, or not any more."""
        if self._is_settled:
            self.close()
            self.lost.emit()
        elif self._is_wanted and not self._retry.isActive():
            self._try_later()

    @Slot()
    def _on_disconnected(self) -> None:
        """The server has closed the connection."""
        self._on_failed()

    @Slot(bool)
    def _on_started(self, is_done: bool) -> None:
        """The server is there now, or cannot be."""
        self._starting = None
        if not is_done:
            self._tries_left = min(self._tries_left, LAST_TRIES)

    @Slot()
    def _on_retry_due(self) -> None:
        """Knock again."""
        self._socket.abort()
        self._socket.connectToServer(str(self._path))
