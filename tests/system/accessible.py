"""Reads another program's window as a screen reader does; run by the system's Python with pyatspi.

Prints a JSON list of all that is showing: [role, name, x, y, width, height, states]; with the name
of a state as its argument, only of what is in that state.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pyatspi

_STATES = {
    "focused": pyatspi.STATE_FOCUSED,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "enabled": pyatspi.STATE_ENABLED,
    "checked": pyatspi.STATE_CHECKED,
}


def _windows() -> Iterator[pyatspi.Accessible]:
    """The windows of HipStretch."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and "hipstretch" in application.name.lower():
            yield from application


def _walk(node: pyatspi.Accessible | None) -> Iterator[tuple[pyatspi.Accessible, list[str]]]:
    """A node and all below it that are showing, with their states."""
    if node is None:
        return
    has = node.getState().contains
    if not has(pyatspi.STATE_SHOWING):
        return
    yield node, [name for name, state in _STATES.items() if has(state)]
    for child in node:
        yield from _walk(child)


def _place(node: pyatspi.Accessible) -> tuple[int, int, int, int]:
    """Where a node is on the screen; the head of a table's column does not tell."""
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return 0, 0, 0, 0
    return box.x, box.y, box.width, box.height


def _row(node: pyatspi.Accessible, states: list[str]) -> list[object]:
    """A node in plain values."""
    return [node.getRoleName(), node.name, *_place(node), states]


found = (pair for window in _windows() for pair in _walk(window))
print(json.dumps([_row(*pair) for pair in found if {*sys.argv[1:]} <= {*pair[1]}]))
