"""X11: whether the window with the keyboard fills the screen."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Slot

from hipstretch.services.desk.facts import Fact, Facts
from hipstretch.services.x_server import XServer

_DESTROY_NOTIFY, _PROPERTY_NOTIFY = 17, 28
_ATOM = slice(8, 12)


class FullScreen(QObject):
    """Looks when it is told to; while a window fills the screen, its end is heard of.

    Windows of the process `own` do not count.
    """

    name = "X11"

    def __init__(
        self, server: XServer, facts: Facts, own: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._server, self._facts, self._own = server, facts, own
        self._active = server.atom("_NET_ACTIVE_WINDOW")
        self._state = server.atom("_NET_WM_STATE")
        self._full = server.atom("_NET_WM_STATE_FULLSCREEN")
        self._process = server.atom("_NET_WM_PID")
        self._watched: tuple[int, ...] = ()
        server.hear(self._hear)
        server.lost.connect(self._on_lost)

    @property
    def is_open(self) -> bool:
        """Whether there is a screen to look at."""
        return self._server.is_open

    def look(self) -> None:
        """Look now."""
        window = self._full_window()
        while self._watch((self._server.root, window) if window else ()):
            window = self._full_window()  # it may have changed before the watch began
        self._facts.put(Fact.FULL_SCREEN, self.name, is_so=bool(window))

    def close(self) -> None:
        """Hang up."""
        self._server.close()

    def _full_window(self) -> int:
        """Somebody else's window that fills the screen and has the keyboard, or 0."""
        (window,) = self._server.numbers(self._server.root, self._active)[:1] or (0,)
        if not window or self._full not in self._server.numbers(window, self._state):
            return 0
        is_own = self._server.numbers(window, self._process)[:1] == (self._own,)
        return 0 if is_own else window

    def _watch(self, windows: tuple[int, ...]) -> bool:
        """Hear of the changes of these windows only; tells whether they are others than before."""
        before, self._watched = self._watched, windows
        for window in set(before) ^ set(windows):
            self._server.watch_window(window, is_on=window in windows)
        return before != windows

    def _hear(self, event: bytes) -> None:
        """A window has changed or is no more: look again where it is of interest.

        The window manager may go on to tell of a window that is no more as of the active one.
        """
        kind, atom = event[0] & 0x7F, int.from_bytes(event[_ATOM], sys.byteorder)
        is_change = kind == _PROPERTY_NOTIFY and atom in {self._active, self._state}
        if is_change or kind == _DESTROY_NOTIFY:
            self.look()

    @Slot()
    def _on_lost(self) -> None:
        """The screen has gone."""
        self.look()
