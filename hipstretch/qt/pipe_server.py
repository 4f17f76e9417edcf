"""Windows: answers what other starts ask, by a named pipe, which only Qt has an event loop for."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from hipstretch.core.remote import LONGEST_LINE, Reply, Request, encode_reply, reply_to
from hipstretch.services.instance import address

_log = logging.getLogger(__name__)


class PipeServer(QObject):
    """Listens at the person's address; only the program that holds the lock may make one."""

    def __init__(
        self, own_folder: Path, answer: Callable[[Request], Reply], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        where = address(own_folder)
        QLocalServer.removeServer(where)  # a program that was killed leaves its socket behind
        if not self._server.listen(where):
            _log.warning("other starts cannot be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        """Wait for the question."""
        link = self._server.nextPendingConnection()
        while link is not None:
            link.readyRead.connect(self._on_ready_read)
            link.disconnected.connect(link.deleteLater)
            link = self._server.nextPendingConnection()

    @Slot()
    def _on_ready_read(self) -> None:
        """Answer a whole line."""
        link = self.sender()
        if not isinstance(link, QLocalSocket):
            return
        if not link.canReadLine():
            if link.bytesAvailable() > LONGEST_LINE:
                link.abort()
            return
        line = bytes(link.readLine(LONGEST_LINE).data())
        link.write(encode_reply(reply_to(line, self._answer)))
        link.disconnectFromServer()
