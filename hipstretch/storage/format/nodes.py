"""YAML text as a tree of nodes that know their line: plain lists, maps and scalars, nothing else.

Anchors, aliases and tags are refused, and so are trees that are too deep or too large: a routine
file has no use for them, and they are how a small file exhausts a machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from hipstretch.storage.format.faults import Faults, Marked

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20
MAX_NODES = 50_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""A byte-order mark (U+FEFF) belongs to a file's beginning only, where it was taken off."""
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_HINTS = (
    ("mapping values are not allowed", "unexpected `:`; put a text with a colon in quotes"),
    ("did not find expected key", "the indentation or a bracket is off; line it up with its list"),
    ("did not find expected '-'", "the indentation is off; expected `- `, or a key in line"),
    ("did not find expected node content", "expected a value here"),
    ("could not find expected ':'", "expected `:` after the key"),
    ("unexpected end of stream", "a quote is never closed"),
    ("did not find expected ',' or", "a bracket is never closed"),
    ("found undefined alias", "aliases (`*name`) are not allowed; write it out"),
    ("undefined tag handle", "YAML tags (`!...`) are not allowed"),
)
_OPENED = (
    "could not find expected ':'",
    "unexpected end of stream",
    "did not find expected ',' or",
)
"""Problems that pyyaml notices late: the fault is where it began to read, its context."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `is_plain` where it had no quotes."""

    mark: Marked
    text: str
    is_plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing, `~` or `null` was written."""
        return self.is_plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    mark: Marked
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A map with its keys in order, doubled ones too."""

    mark: Marked
    items: tuple[tuple[Node, Node], ...]


Node = Scalar | ListNode | MapNode


class _RefusedError(Exception):
    """The text is not for reading; the fault is noted."""


def read_nodes(data: bytes, faults: Faults) -> Node | None:
    """The tree of a file's bytes, or None with the reason noted in `faults`."""
    text = _decode(data, faults)
    if text is None:
        return None
    try:
        return _Builder(faults).build(text)
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        _note_yaml_error(error, text, faults)
        return None


def _decode(data: bytes, faults: Faults) -> str | None:
    """The bytes as text, or None where they are too many, not UTF-8 or not printable."""
    if len(data) > MAX_BYTES:
        faults.add(Marked(1, 1), "the file is larger than 1 MiB")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        faults.add(_mark_after(good), "not UTF-8; save the file with the encoding UTF-8")
        return None
    odd = _UNPRINTABLE.search(text)
    if odd is not None:
        code = f"U+{ord(odd.group()):04X}"
        faults.add(_mark_after(text[: odd.start()]), f"the character {code} is not allowed")
        return None
    return text


def _mark_after(text: str) -> Marked:
    """The place behind `text`."""
    lines = _BREAK.split(text)
    return Marked(len(lines), len(lines[-1]) + 1)


class _YamlMark(Protocol):
    """What pyyaml's two kinds of mark have in common; both count from 0."""

    line: int
    column: int


def _mark(mark: _YamlMark | None) -> Marked:
    """Our mark of pyyaml's."""
    return Marked(1, 1) if mark is None else Marked(mark.line + 1, mark.column + 1)


def _note_yaml_error(error: yaml.MarkedYAMLError, text: str, faults: Faults) -> None:
    """Say in plain words what pyyaml stumbled over, and where that began."""
    problem = " ".join(part for part in (error.problem, error.context) if part)
    hint = next((plain for part, plain in _HINTS if part in problem), error.problem or "unreadable")
    mark = error.problem_mark or error.context_mark
    if "cannot start any token" in problem and mark is not None:
        odd = text[mark.index : mark.index + 1]
        hint = (
            "a tab; use spaces" if odd == "\t" else f"put a text that begins with `{odd}` in quotes"
        )
    if any(part in problem for part in _OPENED):
        mark = error.context_mark or mark
    faults.add(min(_mark(mark), _mark_after(text)), f"not YAML: {hint}")


class _Builder:
    """Builds the tree from pyyaml's events."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._nodes = 0

    def build(self, text: str) -> Node:
        """The tree of the one document in `text`."""
        events = iter(yaml.parse(text, Loader=_LOADER))
        next(events)
        first = next(events)
        if isinstance(first, yaml.StreamEndEvent):
            self._refuse(Marked(1, 1), "the file is empty")
        tree = self._node(next(events), events, 0)
        next(events)
        more = next(events)
        if not isinstance(more, yaml.StreamEndEvent):
            self._refuse(_mark(more.start_mark), "a second document (`---`); one a file is allowed")
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        """The node that `event` begins."""
        mark = _mark(event.start_mark)
        self._check(event, mark, depth)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(mark, event.value, event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(mark, tuple(self._items(events, depth + 1)))
        items = self._items(events, depth + 1)
        return MapNode(mark, tuple(zip(items, items, strict=True)))

    def _items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        """The nodes up to the end of the list or map."""
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                return
            yield self._node(event, events, depth)

    def _check(self, event: yaml.Event, mark: Marked, depth: int) -> None:
        """Refuse what a routine file has no use for."""
        self._nodes += 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse(mark, "aliases (`*name`) are not allowed; write it out")
        if getattr(event, "anchor", None) is not None:
            self._refuse(mark, "anchors (`&name`) are not allowed; write it out")
        if getattr(event, "tag", None) is not None:
            self._refuse(mark, "YAML tags (`!...`) are not allowed")
        if depth > MAX_DEPTH:
            self._refuse(mark, "nested too deeply")
        if self._nodes > MAX_NODES:
            self._refuse(mark, f"more than {MAX_NODES} entries in one file")

    def _refuse(self, mark: Marked, message: str) -> None:
        """Note the fault and stop reading."""
        self._faults.add(mark, message)
        raise _RefusedError
