"""A connection of one's own to the X server, which may go away without taking the program along."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from ctypes import byref, c_uint32

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal, Slot

from hipstretch.services import xcb

_log = logging.getLogger(__name__)

_EVENT_MASK = 1 << 11
_CHANGES_AND_END = 1 << 22 | 1 << 17
_ANY_TYPE = 0
_MOST_NUMBERS = 1024

OnEvent = Callable[[bytes], None]


class XUnavailable(Exception):  # noqa: N818 -- the field's word
    """There is no X server to talk to; its text says why."""


class XServer(QObject):
    """One connection; a request waits for its answer, which takes some hundredths of a millisecond.

    Signals:
        lost: the server has gone; nothing more will come.
    """

    lost = Signal()
    _left_over = Signal()

    def __init__(self, connection: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = connection
        self._hearers: list[OnEvent] = []
        self._events: list[bytes] = []
        self.root = xcb.root(connection)
        self._notifier = QSocketNotifier(
            xcb.descriptor(connection), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_readable)
        self._left_over.connect(self._on_readable, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def open(cls, parent: QObject | None = None) -> XServer:
        """Connect to the server that DISPLAY names; raises XUnavailable."""
        try:
            return cls(xcb.connect(), parent)
        except OSError as error:
            raise XUnavailable(str(error)) from error

    @property
    def is_open(self) -> bool:
        """Whether requests can still go out."""
        return self._notifier.isEnabled()

    def hear(self, on_event: OnEvent) -> None:
        """Have every event handed to `on_event`."""
        self._hearers.append(on_event)

    def ask(self, request: xcb.Request, *values: object) -> bytes | None:
        """The answer to a request; None where it is refused or the server has gone."""
        if not self.is_open:
            return None
        answer = xcb.ask(self._connection, request, *values)
        # What came before the answer no longer lies in the socket: nobody would be woken for it.
        while (event := xcb.event(self._connection, is_read_already=True)) is not None:
            self._events.append(event)
        if self._events:
            self._left_over.emit()
        return answer

    def send(self, request: xcb.Request, *values: object) -> None:
        """Send a request that has no answer."""
        if self.is_open:
            xcb.send(self._connection, request, *values)

    def new_id(self) -> int:
        """A number for something that is to be made."""
        return xcb.new_id(self._connection) if self.is_open else 0

    def first_event(self, symbol: str, library: str) -> int | None:
        """The number of an extension's first event; None where the server lacks it."""
        return xcb.first_event(self._connection, symbol, library) if self.is_open else None

    def atom(self, name: str) -> int:
        """The server's number for a name; 0 where it has gone."""
        answer = self.ask(xcb.INTERN_ATOM, 0, len(name), name.encode())
        return int.from_bytes(answer[8:12], sys.byteorder) if answer is not None else 0

    def numbers(self, window: int, atom: int) -> tuple[int, ...]:
        """The numbers that a property of a window holds; none where there is no such property."""
        answer = self.ask(xcb.GET_PROPERTY, 0, window, atom, _ANY_TYPE, 0, _MOST_NUMBERS)
        if answer is None:
            return ()
        count = int.from_bytes(answer[16:20], sys.byteorder)
        return tuple(memoryview(answer)[xcb.HEAD : xcb.HEAD + 4 * count].cast("I"))

    def watch_window(self, window: int, *, is_on: bool) -> None:
        """Have the changes of a window's properties and its end told as events, or no longer."""
        mask = c_uint32(_CHANGES_AND_END if is_on else 0)
        self.send(xcb.CHANGE_ATTRIBUTES, window, _EVENT_MASK, byref(mask))

    def close(self) -> None:
        """Hang up."""
        if self.is_open:
            self._notifier.setEnabled(False)
            xcb.disconnect(self._connection)

    @Slot()
    def _on_readable(self) -> None:
        """Hand on the events that came; hang up where the server has gone."""
        while self.is_open and (event := self._next()) is not None:
            for on_event in self._hearers:
                on_event(event)
        if self.is_open and xcb.is_broken(self._connection):
            _log.warning("the X server has gone")
            self.close()
            self.lost.emit()

    def _next(self) -> bytes | None:
        """The event that came first."""
        return self._events.pop(0) if self._events else xcb.event(self._connection)
