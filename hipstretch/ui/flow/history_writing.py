"""Writes a long file on a thread of its own, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

IsWanted = Callable[[], bool]
"""Whether a file is still wanted; asked on the thread that writes it."""
Write = Callable[[Path, IsWanted], None]
"""Writes a file, whole or not at all; raises where it cannot, or is not wanted any more."""


class Written(NamedTuple):
    """A file that is there, or why it is not."""

    path: Path
    trouble: Exception | None = None


class HistoryWriting(QObject):
    """Writes one file at a time.

    Signals:
        ended: `Written`, where the file is or why not.
    """

    ended = Signal(object)
    _left_thread = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._is_unwanted = Event()
        self._left_thread.connect(self._on_left_thread)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._thread is not None

    def start(self, write: Write, path: Path) -> None:
        """Begin to write a file; raises RuntimeError while another one is written."""
        if self.is_busy:
            raise RuntimeError("one file at a time")
        self._is_unwanted.clear()
        self._thread = Thread(target=self._run, args=(write, path), name="writes a file")
        self._thread.start()

    def close(self) -> None:
        """The program ends: give up what is half written, and wait until nothing is left of it."""
        thread, self._thread = self._thread, None
        self._is_unwanted.set()
        if thread is not None:
            thread.join()

    def _run(self, write: Write, path: Path) -> None:
        """Write, on the thread."""
        trouble: Exception | None = None
        try:
            write(path, self._is_wanted)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is told in the window
            trouble = error
        self._left_thread.emit(Written(path, trouble))

    def _is_wanted(self) -> bool:
        """Whether the program goes on."""
        return not self._is_unwanted.is_set()

    @Slot(object)
    def _on_left_thread(self, written: Written) -> None:
        """Tell, on the window's thread; when the program ends there is nobody to tell."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self.ended.emit(written)
