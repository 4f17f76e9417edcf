"""What a child of a test writes down: a JSON list a line, of when, what, and which."""

from __future__ import annotations

import json
from typing import NamedTuple, TextIO


class Line(NamedTuple):
    """A line: the monotonic clock's seconds, what happened, and which."""

    at: float
    what: str
    which: object

    @classmethod
    def read(cls, text: str) -> Line:
        """What a line says."""
        return cls(*json.loads(text))

    def write(self, file: TextIO) -> None:
        """Write it so that it can be read at once."""
        file.write(json.dumps(self) + "\n")
        file.flush()
