"""A figure that is written out in an exercise's own file, kept as one line of JSON.

As a text it goes wherever the id of a figure goes: to cards, to the index of Home and to the file
of the running routine. The engine of the figures is imported where one is written out, not before.
"""

from __future__ import annotations

import json
import re
from typing import Any

from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.fields import INVALID, Invalid, Schema, Text
from hipstretch.storage.format.nodes import ListNode, MapNode, Node

_OPENING = "{"
_ID = Text(r"[^\s/\\{][^\s/\\]*", "the id of a figure, such as `knee-to-chest`, or a figure")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")


def is_written_out(figure: str) -> bool:
    """Whether an exercise's figure is one that is written out, and no id."""
    return figure.startswith(_OPENING)


def plain_figure(figure: str) -> object:
    """A figure for a file: its id as it is, or its lists and maps."""
    return json.loads(figure) if is_written_out(figure) else figure


class FigureField:
    """A figure's id, or the figure written out."""

    def read(self, node: Node, faults: Faults) -> str | Invalid:
        """The id, or the figure as JSON."""
        if not isinstance(node, MapNode):
            return _ID.read(node, faults)
        from hipstretch.storage.format.figure_reader import plan_of_node

        plan = plan_of_node(node, "", faults)
        return INVALID if plan is None else json.dumps(_plain(node))

    def schema(self) -> Schema:
        """Either of the two."""
        from hipstretch.storage.format.figure_definitions import FIGURE

        return {"anyOf": [_ID.schema(), FIGURE.schema()]}


def _plain(node: Node) -> Any:  # noqa: ANN401 -- whatever a figure holds
    """A sound figure's tree as lists, maps, numbers, flags and texts."""
    if isinstance(node, MapNode):
        return {_plain(key): _plain(value) for key, value in node.items}
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    number = _NUMBER.fullmatch(node.text)
    if number is not None:
        return float(node.text) if number[1] else int(node.text)
    is_flag = node.is_plain and node.text in {"true", "false"}
    return node.text == "true" if is_flag else node.text
