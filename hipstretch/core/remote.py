"""What a command line or a second start may ask of the running program, and how it answers.

One line of JSON each: `{"command": "pause-breaks", "seconds": 3600}`, and
`{"done": true, "text": "...", "facts": {...}}`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

LONGEST_LINE = 64 * 1024
"""The most bytes that a question or an answer has."""


class Command(StrEnum):
    """What may be asked."""

    SHOW = "show"
    STATUS = "status"
    PAUSE_BREAKS = "pause-breaks"
    RESUME_BREAKS = "resume-breaks"
    UP = "up"
    START = "start"


def _none() -> Mapping[str, object]:
    """An empty read-only mapping."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `seconds` for a pause, `routine` for a start."""

    command: Command
    seconds: float = 0.0
    routine: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: whether it was done, in words, and as facts where there are any."""

    done: bool
    text: str
    facts: Mapping[str, object] = field(default_factory=_none)


def encode_request(request: Request) -> bytes:
    """The line that asks."""
    values = {"command": request.command, "seconds": request.seconds, "routine": request.routine}
    return json.dumps(values).encode() + b"\n"


def decode_request(line: bytes) -> Request:
    """What a line asks; raises ValueError for one that nobody of us wrote."""
    values = _object(line)
    seconds, routine = values.get("seconds", 0.0), values.get("routine", "")
    if not isinstance(seconds, int | float) or not isinstance(routine, str) or not seconds >= 0:
        raise ValueError("expected seconds and a routine's id")
    return Request(Command(str(values.get("command"))), float(seconds), routine)


def encode_reply(reply: Reply) -> bytes:
    """The line that answers."""
    values = {"done": reply.done, "text": reply.text, "facts": dict(reply.facts)}
    return json.dumps(values).encode() + b"\n"


def decode_reply(line: bytes) -> Reply:
    """What a line answers; raises ValueError."""
    values = _object(line)
    facts = values.get("facts")
    if not isinstance(facts, dict):
        raise ValueError("expected facts")  # noqa: TRY004
    return Reply(values.get("done") is True, str(values.get("text", "")), MappingProxyType(facts))


def _object(line: bytes) -> dict[str, object]:
    """The object of a line; raises ValueError."""
    try:
        values = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict):
        raise ValueError("expected an object")  # noqa: TRY004
    return values
