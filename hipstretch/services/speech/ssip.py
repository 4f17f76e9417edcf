"""The Speech Synthesis Interface Protocol of speech-dispatcher: lines out, replies in.

A reply is any number of lines `225-text` and a last one `225 text`; notices of what happens to a
phrase look the same, with a code from 700 on, and come at any time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

END_OF_LINE = b"\r\n"
_LINE = re.compile(r"(\d\d\d)([- ])(.*)")
_LONGEST_LINE = 65536
_FIRST_NOTICE = 700
_FIRST_ERROR = 300


class GarbledReply(Exception):  # noqa: N818 -- the field's word
    """What came is not of this protocol."""


class Reply(NamedTuple):
    """A whole reply: the code and text of its last line, and the texts before it."""

    code: int
    text: str
    lines: tuple[str, ...] = ()

    @property
    def is_notice(self) -> bool:
        """Whether it tells what happens, and answers nothing."""
        return self.code >= _FIRST_NOTICE

    @property
    def is_error(self) -> bool:
        """Whether it refuses a command."""
        return _FIRST_ERROR <= self.code < _FIRST_NOTICE


class Reader:
    """Puts replies together from bytes that come in pieces."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines: list[str] = []

    def feed(self, data: bytes) -> list[Reply]:
        """The replies that are complete with these bytes; raises GarbledReply."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > _LONGEST_LINE:
            raise GarbledReply("a line has no end")
        replies = (self._take(line.decode("utf-8", "replace").rstrip("\r")) for line in lines)
        return [reply for reply in replies if reply is not None]

    def _take(self, line: str) -> Reply | None:
        """Add a line; the reply if it is the last one of it."""
        match = _LINE.fullmatch(line)
        if match is None:
            raise GarbledReply(f"not a reply: {line[:80]}")
        code, follows, text = match.groups()
        if follows == "-":
            self._lines.append(text)
            return None
        lines, self._lines = tuple(self._lines), []
        return Reply(int(code), text, lines)


def command(line: str) -> bytes:
    """A command as it is sent."""
    return line.encode() + END_OF_LINE


def message(text: str) -> bytes:
    """A text of one line as it is sent after SPEAK: a dot in front is doubled, one ends it."""
    stuffed = f".{text}" if text.startswith(".") else text
    return command(stuffed) + command(".")
