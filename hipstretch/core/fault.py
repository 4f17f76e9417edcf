"""What is wrong in a file, and where."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Fault(NamedTuple):
    """One fault; line and column count from 1."""

    line: int
    column: int
    message: str

    def describe(self, path: Path) -> str:
        """The fault as `path:line:column: message`."""
        return f"{path}:{self.line}:{self.column}: {self.message}"
