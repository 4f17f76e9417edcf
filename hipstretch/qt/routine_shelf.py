"""Reads the library without holding up the window: bundled routines at once, own ones in slices."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hipstretch.storage.library import Entry, Library

SLICE = 0.012
"""Seconds of reading between two looks at the window's events."""


class RoutineShelf(QObject):
    """The routines of a library, as they are read.

    Signals:
        entries_added: `tuple[Entry, ...]`, further own routines were read.
        completed: all routines are read.
    """

    entries_added = Signal(object)
    completed = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._waiting: Iterator[Entry] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timed_out)

    def read(self) -> tuple[Entry, ...]:
        """The own routines that can be read in a moment, then the bundled ones; the rest follows.

        An own file that replaces a bundled one stands in that one's place.
        """
        self._waiting = self._library.own_entries()
        own = self._next()
        bundled = tuple(self._library.bundled_entries())
        self._timer.start()
        return own + bundled

    @Slot()
    def _on_timed_out(self) -> None:
        """Read for a moment and tell what was found."""
        found = self._next()
        if found:
            self.entries_added.emit(found)
        else:
            self._timer.stop()
            self.completed.emit()

    def _next(self) -> tuple[Entry, ...]:
        """The entries that can be read in one slice; none when all are read."""
        until = time.perf_counter() + SLICE
        found: list[Entry] = []
        for entry in self._waiting:
            found.append(entry)
            if time.perf_counter() >= until:
                break
        return tuple(found)
