"""Reads another program's window as a screen reader does; run by the system's Python with pyatspi.

Prints a JSON list of all that is showing: [role, name, x, y, width, height, states].
"""

from __future__ import annotations

import json
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


def _walk(node: pyatspi.Accessible | None) -> Iterator[pyatspi.Accessible]:
    """A node and all below it that are showing."""
    if node is None or not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    yield node
    for child in node:
        yield from _walk(child)


def _row(node: pyatspi.Accessible) -> list[object]:
    """A node in plain values."""
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    has = node.getState().contains
    states = [name for name, state in _STATES.items() if has(state)]
    return [node.getRoleName(), node.name, box.x, box.y, box.width, box.height, states]


print(json.dumps([_row(node) for window in _windows() for node in _walk(window)]))
