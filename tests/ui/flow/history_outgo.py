"""What writes the history to files, without files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event


@dataclass
class FakeOutgo:
    """Notes what is to be written; `error` is raised where there is one.

    What is long waits for `may_end`, and gives up where it is not wanted any more.
    """

    written: list[tuple[str, Path]] = field(default_factory=list)
    error: Exception | None = None
    may_end: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        """Nothing waits, unless a test clears it."""
        self.may_end.set()

    def save_json(self, path: Path, is_wanted: Callable[[], bool]) -> None:
        """Note it."""
        self._wait(is_wanted)
        self._write("json", path)

    def save_tables(self, path: Path, is_wanted: Callable[[], bool]) -> None:
        """Note it."""
        self._wait(is_wanted)
        self._write("tables", path)

    def save_report(self, path: Path) -> None:
        """Note it."""
        self._write("report", path)

    def save_calendar(self, path: Path) -> None:
        """Note it."""
        self._write("calendar", path)

    def _wait(self, is_wanted: Callable[[], bool]) -> None:
        """Take as long as the test wants."""
        while not self.may_end.wait(0.001):
            if not is_wanted():
                raise OSError("not wanted any more")

    def _write(self, kind: str, path: Path) -> None:
        """Note a file, or fail."""
        if self.error is not None:
            raise self.error
        self.written.append((kind, path))
