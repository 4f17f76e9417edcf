"""What writes the history to files, without files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FakeOutgo:
    """Notes what is to be written; `error` is raised where there is one."""

    written: list[tuple[str, Path]] = field(default_factory=list)
    error: Exception | None = None

    def save_json(self, path: Path) -> None:
        """Note it."""
        self._write("json", path)

    def save_tables(self, path: Path) -> None:
        """Note it."""
        self._write("tables", path)

    def save_report(self, path: Path) -> None:
        """Note it."""
        self._write("report", path)

    def save_calendar(self, path: Path) -> None:
        """Note it."""
        self._write("calendar", path)

    def _write(self, kind: str, path: Path) -> None:
        """Note a file, or fail."""
        if self.error is not None:
            raise self.error
        self.written.append((kind, path))
