"""The kinds of value that a routine file holds; each reads a node and gives its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from hipstretch.core.dose import UNSET, USUAL_BREATH, Count, Duration, SideRule, Unit
from hipstretch.core.person import Side
from hipstretch.storage.format.faults import Faults, Marked, one_of, shorten
from hipstretch.storage.format.nodes import ListNode, MapNode, Node, Scalar

Schema = dict[str, Any]


class Invalid(StrEnum):
    """The one value that says: the node was no good, and the fault is noted."""

    INVALID = "invalid"


INVALID = Invalid.INVALID


class Field(Protocol):
    """A kind of value."""

    def read(self, node: Node, faults: Faults) -> Any:  # noqa: ANN401 -- each kind has its own type
        """The value of a node, or INVALID with the fault noted."""

    def schema(self) -> Schema:
        """The same as a JSON Schema."""


def _note_expected(node: Node, faults: Faults, expected: str) -> Invalid:
    """Note that something else was expected."""
    faults.add(node.mark, f"expected {expected}, not {_told(node)}")
    return INVALID


def _told(node: Node) -> str:
    """A node in a few words."""
    if isinstance(node, MapNode):
        return "keys and values"
    if isinstance(node, ListNode):
        return "a list"
    return "nothing" if node.is_null else f"`{shorten(node.text)}`"


_OTHER_TYPE = re.compile(
    r"(?:true|false|yes|no|on|off)|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0[xo][\da-f]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text."""

    pattern: str = ""
    expected: str = "a text"

    def read(self, node: Node, faults: Faults) -> str | Invalid:
        """The text without blanks around it."""
        if not isinstance(node, Scalar) or node.is_null or not node.text.strip():
            return _note_expected(node, faults, self.expected)
        if node.is_plain and _OTHER_TYPE.fullmatch(node.text):
            return _note_expected(node, faults, f"{self.expected} (put it in quotes)")
        if self.pattern and not re.fullmatch(self.pattern, node.text):
            return _note_expected(node, faults, self.expected)
        return node.text.strip()

    def schema(self) -> Schema:
        """A string with something in it."""
        pattern = {"pattern": f"^{self.pattern}$"} if self.pattern else {}
        return {"type": "string", "minLength": 1, **pattern}


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of an enum."""

    words: type[StrEnum]

    def read(self, node: Node, faults: Faults) -> StrEnum | Invalid:
        """The enum's member."""
        known = [word.value for word in self.words]
        if not isinstance(node, Scalar) or node.is_null:
            return _note_expected(node, faults, one_of(known))
        if node.text not in known:
            expected = f"expected {one_of(known)}"
            faults.add_unknown(node.mark, "unknown word", node.text, known, expected=expected)
            return INVALID
        return self.words(node.text)

    def schema(self) -> Schema:
        """The words."""
        return {"enum": [word.value for word in self.words]}


@dataclass(frozen=True, slots=True)
class Flag:
    """`true`; `false` says the same as nothing."""

    def read(self, node: Node, faults: Faults) -> bool | Invalid:
        """True or false."""
        if isinstance(node, Scalar) and node.is_plain and node.text in {"true", "false"}:
            return node.text == "true"
        is_quoted = isinstance(node, Scalar) and not node.is_plain
        return _note_expected(
            node, faults, "`true` or `false`" + (" without quotes" if is_quoted else "")
        )

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind of value; what is no good is left out and noted."""

    item: Field
    what: str
    least: int = 0
    most: int = 100

    def read(self, node: Node, faults: Faults) -> tuple[Any, ...] | Invalid:
        """The good values."""
        if not isinstance(node, ListNode):
            return _note_expected(node, faults, f"a list of {self.what}")
        if not self.least <= len(node.items) <= self.most:
            faults.add(node.mark, f"expected {self.least} to {self.most} {self.what}")
            return INVALID
        values = [self.item.read(item, faults) for item in node.items]
        return tuple(value for value in values if value is not INVALID)

    def schema(self) -> Schema:
        """An array."""
        return {
            "type": "array",
            "items": self.item.schema(),
            "minItems": self.least,
            "maxItems": self.most,
        }


_NUMBER = r"\d{1,6}(?:\.\d{1,3})?"
_TIME = re.compile(
    rf"(?P<plain>{_NUMBER})"
    rf"|(?P<s>{_NUMBER}) ?s"
    rf"|(?P<min>{_NUMBER}) ?min(?: (?P<min_s>{_NUMBER}) ?s)?"
    r"|(?P<clock_min>\d{1,3}):(?P<clock_s>[0-5]\d)"
    rf"|(?P<breaths>{_NUMBER}) ?breaths?"
    rf"|(?P<low>{_NUMBER}) ?[-–] ?(?P<high>{_NUMBER})(?: ?(?P<unit>s|min|breaths?))?"
)
_TIME_PATTERN = re.sub(r"\?P<\w+>", "?:", _TIME.pattern)
TIME_EXAMPLES = "a time such as `30 s`, `2 min`, `1:30`, `15-30 s` or `3 breaths`"


def parse_duration(text: str) -> Duration | None:
    """The duration that a text says, or None where it says none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    said = {
        name: float(part) for name, part in match.groupdict().items() if part and name != "unit"
    }
    if "low" in said:
        return _parse_range(said["low"], said["high"], match["unit"])
    if "breaths" in said:
        return Duration(said["breaths"], unit=Unit.BREATHS)
    minutes = said.get("min", 0.0) + said.get("clock_min", 0.0)
    seconds = ("plain", "s", "min_s", "clock_s")
    return Duration(minutes * 60 + sum(said.get(name, 0.0) for name in seconds))


def _parse_range(low: float, high: float, unit: str | None) -> Duration:
    """A range in its unit."""
    if unit in {"breath", "breaths"}:
        return Duration(low, high, Unit.BREATHS)
    factor = 60.0 if unit == "min" else 1.0
    return Duration(low * factor, high * factor)


@dataclass(frozen=True, slots=True)
class Time:
    """A duration within bounds in seconds; left empty it is not prescribed yet, where allowed."""

    what: str
    low: float
    high: float
    may_be_unset: bool = False

    def read(self, node: Node, faults: Faults) -> Duration | Invalid:
        """The duration."""
        if isinstance(node, Scalar) and node.is_null and self.may_be_unset:
            return UNSET
        duration = parse_duration(node.text) if isinstance(node, Scalar) else None
        if duration is None:
            return _note_expected(node, faults, TIME_EXAMPLES)
        if duration.high is not None and duration.high < (duration.low or 0.0):
            return _note_expected(node, faults, "a range with the shorter time first")
        if not self._is_within(duration):
            bounds = f"{_spoken(self.low)} to {_spoken(self.high)}"
            faults.add(node.mark, f"{self.what} is {bounds}, not {_told(node)}")
            return INVALID
        return duration

    def _is_within(self, duration: Duration) -> bool:
        """Whether both ends keep to the bounds."""
        factor = USUAL_BREATH if duration.unit is Unit.BREATHS else 1.0
        ends = (duration.low or 0.0, duration.low if duration.high is None else duration.high)
        return all(self.low <= (end or 0.0) * factor <= self.high for end in ends)

    def schema(self) -> Schema:
        """A number of seconds, or a text."""
        kinds: list[Schema] = [
            {"type": "number", "minimum": self.low, "maximum": self.high},
            {"type": "string", "pattern": f"^(?:{_TIME_PATTERN})$"},
        ]
        return {"anyOf": [*kinds, {"type": "null"}] if self.may_be_unset else kinds}


def _spoken(seconds: float) -> str:
    """`30 s` or `30 min`."""
    minutes = seconds >= 60 and seconds % 60 == 0  # noqa: PLR2004 -- a minute
    return f"{seconds / 60:g} min" if minutes else f"{seconds:g} s"


_COUNT = re.compile(r"(\d{1,6})(?: ?[-–] ?(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number or a range of them; left empty it is not prescribed yet, where allowed."""

    what: str
    low: int
    high: int
    may_be_unset: bool = False

    def read(self, node: Node, faults: Faults) -> Count | Invalid:
        """The count."""
        if isinstance(node, Scalar) and node.is_null and self.may_be_unset:
            return Count(None)
        match = _COUNT.fullmatch(node.text) if isinstance(node, Scalar) else None
        if match is None:
            return _note_expected(
                node, faults, "a whole number such as `3`, or a range such as `8-12`"
            )
        low, high = int(match[1]), int(match[2] or match[1])
        if low > high:
            return _note_expected(node, faults, "a range with the lower number first")
        if not (self.low <= low and high <= self.high):
            faults.add(node.mark, f"{self.what}: {self.low} to {self.high}, not {_told(node)}")
            return INVALID
        return Count(low, high if high != low else None)

    def schema(self) -> Schema:
        """An integer, or a range as a text."""
        kinds: list[Schema] = [
            {"type": "integer", "minimum": self.low, "maximum": self.high},
            {"type": "string", "pattern": "^\\d{1,6}(?: ?[-–] ?\\d{1,6})?$"},
        ]
        return {"anyOf": [*kinds, {"type": "null"}] if self.may_be_unset else kinds}


@dataclass(frozen=True, slots=True)
class Tempo:
    """Out, stay and back of a moving rep."""

    part: Time

    def read(self, node: Node, faults: Faults) -> tuple[Duration, ...] | Invalid:
        """The three times; all three unset where nothing is written."""
        if isinstance(node, Scalar) and node.is_null:
            return (UNSET, UNSET, UNSET)
        if not isinstance(node, ListNode) or len(node.items) != 3:  # noqa: PLR2004 -- out, stay, back
            return _note_expected(node, faults, "three times: `[out, stay, back]`")
        read = [self.part.read(item, faults) for item in node.items]
        parts = tuple(part for part in read if isinstance(part, Duration))
        if len(parts) < len(read):
            return INVALID
        if not any(part.low for part in parts):
            faults.add(node.mark, "a moving rep takes some time; all three are 0")
            return INVALID
        return parts

    def schema(self) -> Schema:
        """An array of three, or nothing."""
        array = {"type": "array", "items": self.part.schema(), "minItems": 3, "maxItems": 3}
        return {"anyOf": [array, {"type": "null"}]}


_ROUND = Choice(Side)
_MOST_IN_ROUND = 20


@dataclass(frozen=True, slots=True)
class SidesField:
    """A side rule, or one round of sides as a list."""

    rule: Choice = field(default_factory=lambda: Choice(SideRule))

    def read(self, node: Node, faults: Faults) -> SideRule | tuple[Side, ...] | Invalid:
        """The rule or the round."""
        if isinstance(node, ListNode):
            return ListOf(_ROUND, "sides", 1, _MOST_IN_ROUND).read(node, faults)
        value = self.rule.read(node, faults)
        return value if value is INVALID else SideRule(value)

    def schema(self) -> Schema:
        """A word, or an array of words."""
        return {"anyOf": [self.rule.schema(), ListOf(_ROUND, "sides", 1, _MOST_IN_ROUND).schema()]}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a map: what its value is, whether it must be there, and what it is for."""

    field: Field
    about: str = ""
    required: bool = False


class Read(dict[str, Any]):
    """A map that was read: its good values, and the nodes of all its keys for later faults."""

    def __init__(self, mark: Marked) -> None:
        super().__init__()
        self.mark = mark
        self.nodes: dict[str, Node] = {}
        self.is_whole = True


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map with fixed keys."""

    what: str
    keys: Mapping[str, Key]

    def read(self, node: Node, faults: Faults) -> Read | Invalid:
        """The values by key; a key whose value is no good is left out and noted."""
        if not isinstance(node, MapNode):
            return _note_expected(
                node, faults, f"{self.what} with keys such as {self._some_keys()}"
            )
        found = Read(node.mark)
        before = len(faults)
        for key, value in node.items:
            self._read_key(key, value, found, faults)
        for name, key_kind in self.keys.items():
            if key_kind.required and name not in found.nodes:
                faults.add(node.mark, f"`{name}` is missing in {self.what}")
        found.is_whole = len(faults) == before
        return found

    def _some_keys(self) -> str:
        """The first few keys."""
        return one_of(list(self.keys)[:3])

    def _read_key(self, key: Node, value: Node, found: Read, faults: Faults) -> None:
        """Read one key's value into `found`."""
        if not isinstance(key, Scalar):
            faults.add(key.mark, "expected a key, not " + _told(key))
        elif key.text not in self.keys:
            expected = f"expected {one_of(self.keys)}"
            faults.add_unknown(key.mark, "unknown key", key.text, self.keys, expected=expected)
        elif key.text in found.nodes:
            first = found.nodes[key.text].mark.line
            faults.add(key.mark, f"`{key.text}` is written twice (first in line {first})")
        else:
            found.nodes[key.text] = value
            read = self.keys[key.text].field.read(value, faults)
            if read is not INVALID:
                found[key.text] = read

    def schema(self) -> Schema:
        """An object without other keys."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [name for name, key in self.keys.items() if key.required],
            "properties": {
                name: key.field.schema() | ({"description": key.about} if key.about else {})
                for name, key in self.keys.items()
            },
        }
