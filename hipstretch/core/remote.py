"""What a command line or a second start may ask of the running program, and how it answers.

One line of JSON each: `{"command": "pause-breaks", "seconds": 3600}`, and
`{"done": true, "text": "...", "facts": {...}}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from hipstretch.core.treatment import MEANS, MINUTES_BOUNDS, Kind, Means, Place

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
    ICE = "ice"
    HEAT = "heat"
    STOP = "stop"

    @property
    def kind(self) -> Kind | None:
        """What it begins, ice or heat; None for all others."""
        return _BEGINS.get(self)


_BEGINS = {Command.ICE: Kind.ICE, Command.HEAT: Kind.HEAT}
_Word = TypeVar("_Word", bound=StrEnum)


def _none() -> Mapping[str, object]:
    """An empty read-only mapping."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `seconds` for a pause, `routine` for a start.

    `minutes`, `place` and `means` are for ice and heat; None is what the page shows as chosen.
    `kind` is what to stop, None for both.
    """

    command: Command
    seconds: float = 0.0
    routine: str = ""
    minutes: int = 0
    place: Place | None = None
    means: Means | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: whether it was done, in words, and as facts where there are any."""

    done: bool
    text: str
    facts: Mapping[str, object] = field(default_factory=_none)


def encode_request(request: Request) -> bytes:
    """The line that asks."""
    return json.dumps(asdict(request)).encode() + b"\n"


def decode_request(line: bytes) -> Request:
    """What a line asks; raises ValueError for one that nobody of us wrote."""
    values = _object(line)
    seconds, routine = values.get("seconds", 0.0), values.get("routine", "")
    if not isinstance(seconds, int | float) or not isinstance(routine, str) or not seconds >= 0:
        raise ValueError("expected seconds and a routine's id")
    command = Command(str(values.get("command")))
    return Request(
        command,
        float(seconds),
        routine,
        _minutes(values.get("minutes", 0), command.kind),
        _word(values, "place", Place),
        _means(_word(values, "means", Means), command.kind),
        _word(values, "kind", Kind),
    )


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


def reply_to(line: bytes, answer: Callable[[Request], Reply]) -> Reply:
    """The answer to a line, whoever wrote it."""
    try:
        request = decode_request(line)
    except ValueError as error:
        return Reply(False, f"HipStretch does not understand this: {error}")
    return answer(request)


def _minutes(value: object, kind: Kind | None) -> int:
    """The minutes of ice or heat, 0 for all else; raises ValueError where they are not safe."""
    low, high = (0, 0) if kind is None else MINUTES_BOUNDS[kind]
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return value
    raise ValueError(f"expected {low} to {high} minutes, not {value!r}")


def _means(means: Means | None, kind: Kind | None) -> Means | None:
    """With what; raises ValueError for ice in a bath and the like."""
    if means is None or (kind is not None and means in MEANS[kind]):
        return means
    raise ValueError(f"{means} is not for this")


def _word(values: Mapping[str, object], name: str, words: type[_Word]) -> _Word | None:
    """One of a few words, or None; raises ValueError for any other."""
    value = values.get(name)
    return None if value is None else words(str(value))


def _object(line: bytes) -> dict[str, object]:
    """The object of a line; raises ValueError."""
    try:
        values = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict):
        raise ValueError("expected an object")  # noqa: TRY004
    return values
