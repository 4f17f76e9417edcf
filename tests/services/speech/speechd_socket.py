"""The speech-dispatcher made of rules, behind a socket."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from tests.services.speech.speechd import Speechd


class SpeechdSocket(QObject):
    """Listens in a folder; whoever comes talks to the latest rules it was given.

    `program` does not start it, but writes down that it should; the test looks and starts it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.path = folder / "s"
        self.program = folder / "speech-dispatcher"
        self._asked = folder / "asked"
        self.install("exit 0")
        self.rules = Speechd()
        self.is_hanging = False
        self.visits = 0
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_visited)
        self._visitor: QLocalSocket | None = None

    def open(self) -> bool:
        """Be there; with new rules, as a server that was started."""
        self.rules = Speechd(self.rules.voices, self.rules.module, self.rules.refused)
        return self._server.listen(str(self.path))

    def install(self, ending: str) -> None:
        """Put the program there; it may end in various ways."""
        self.program.write_text(f'#!/bin/sh\necho "$@" >>{self._asked}\n{ending}\n')
        self.program.chmod(0o755)

    @property
    def asked(self) -> list[str]:
        """With what arguments the program was started each time."""
        return self._asked.read_text().splitlines() if self._asked.exists() else []

    def end(self) -> None:
        """Be gone."""
        self._server.close()
        self.drop()

    def drop(self) -> None:
        """Close the connection that there is."""
        visitor, self._visitor = self._visitor, None
        if visitor is not None:
            visitor.abort()

    def notice(self, code: int) -> None:
        """Tell of a phrase."""
        self.write(f"{code}-7\r\n{code}-1\r\n{code} NOTICE\r\n".encode())

    def write(self, data: bytes) -> None:
        """Send something that nobody asked for."""
        assert self._visitor is not None
        self._visitor.write(data)

    @Slot()
    def _on_visited(self) -> None:
        """Somebody has come."""
        self.visits += 1
        self._visitor = self._server.nextPendingConnection()
        self._visitor.readyRead.connect(self._on_bytes_came)

    @Slot()
    def _on_bytes_came(self) -> None:
        """Answer."""
        if self._visitor is not None:
            answer = self.rules.take(bytes(self._visitor.readAll().data()))
            if not self.is_hanging:
                self._visitor.write(answer)
