"""The kinds of value that a figure file holds besides those of a routine file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from hipstretch.core.figure.vectors import Vec
from hipstretch.storage.format.faults import Faults, one_of, shorten
from hipstretch.storage.format.fields import INVALID, Invalid, Schema
from hipstretch.storage.format.nodes import ListNode, Node, Scalar

_REAL = re.compile(r"[-+]?\d{1,4}(?:\.\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Real:
    """A number within bounds, in `unit`; `factor` takes it to the core's own unit."""

    what: str
    low: float
    high: float
    unit: str
    factor: float = 1.0

    def read(self, node: Node, faults: Faults) -> float | Invalid:
        """The number."""
        bounds = f"{self.what} is {self.low:g} to {self.high:g} {self.unit}"
        if not isinstance(node, Scalar) or not _REAL.fullmatch(node.text):
            told = f"`{shorten(node.text)}`" if isinstance(node, Scalar) else "a list or keys"
            faults.add(node.mark, f"{bounds}, not {told}")
            return INVALID
        value = float(node.text)
        if not self.low <= value <= self.high:
            faults.add(node.mark, f"{bounds}, not `{node.text}`")
            return INVALID
        return value * self.factor

    def schema(self) -> Schema:
        """A number."""
        return {"type": "number", "minimum": self.low, "maximum": self.high}


def degrees(what: str, low: float = -180.0, high: float = 180.0) -> Real:
    """An angle."""
    return Real(what, low, high, "degrees")


def centimetres(what: str, low: float = -300.0, high: float = 300.0) -> Real:
    """A length, read in centimetres, kept in metres."""
    return Real(what, low, high, "cm", 0.01)


def percent(what: str) -> Real:
    """A share, read in percent, kept as 0 to 1."""
    return Real(what, 0.0, 100.0, "percent", 0.01)


@dataclass(frozen=True, slots=True)
class Reals:
    """A fixed row of numbers, such as a place `[x, y]`."""

    item: Real
    names: tuple[str, ...]
    least: int = 0

    def read(self, node: Node, faults: Faults) -> tuple[float, ...] | Invalid:
        """The numbers."""
        most, least = len(self.names), self.least or len(self.names)
        if not isinstance(node, ListNode) or not least <= len(node.items) <= most:
            faults.add(node.mark, f"expected {self.item.what} as `[{', '.join(self.names)}]`")
            return INVALID
        values = [self.item.read(item, faults) for item in node.items]
        found = tuple(value for value in values if not isinstance(value, Invalid))
        return found if len(found) == len(values) else INVALID

    def schema(self) -> Schema:
        """An array of numbers."""
        return {
            "type": "array",
            "items": self.item.schema(),
            "minItems": self.least or len(self.names),
            "maxItems": len(self.names),
        }


class Way(StrEnum):
    """A way that a knee or an elbow points, as the body sees it."""

    AHEAD = "ahead"
    BACK = "back"
    OUT = "out"
    IN = "in"
    UP = "up"
    DOWN = "down"


_WAYS: dict[str, Vec] = {
    Way.AHEAD: (1.0, 0.0, 0.0),
    Way.BACK: (-1.0, 0.0, 0.0),
    Way.OUT: (0.0, 1.0, 0.0),
    Way.IN: (0.0, -1.0, 0.0),
    Way.UP: (0.0, 0.0, 1.0),
    Way.DOWN: (0.0, 0.0, -1.0),
}


@dataclass(frozen=True, slots=True)
class WayField:
    """One or more ways, the first counting most: `out`, or `[out, down]`."""

    def read(self, node: Node, faults: Faults) -> Vec | Invalid:
        """The direction, for the left side."""
        items = node.items if isinstance(node, ListNode) else (node,)
        x = y = z = 0.0
        weight = 1.0
        for item in items:
            if not isinstance(item, Scalar) or item.text not in _WAYS:
                faults.add(item.mark, f"expected {one_of(way.value for way in Way)}")
                return INVALID
            a, b, c = _WAYS[item.text]
            x, y, z = x + a * weight, y + b * weight, z + c * weight
            weight *= 0.6
        if (x, y, z) == (0.0, 0.0, 0.0):
            faults.add(node.mark, "expected one or more ways, such as `[out, down]`")
            return INVALID
        return (x, y, z)

    def schema(self) -> Schema:
        """A word, or an array of words."""
        word = {"enum": [way.value for way in Way]}
        return {"anyOf": [word, {"type": "array", "items": word, "minItems": 1}]}
