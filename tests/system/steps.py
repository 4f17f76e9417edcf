"""What several tests of the real window do and look at, as a person and as the files."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.system.conftest import Desktop, Node

SHORT = """\
name: Short one
timing: {get_ready: 2 s, switch: 2 s}
steps:
  - stretch: knee-to-chest
    sides: each
    hold: 3 s
    reps: 1
  - stretch: childs-pose
    hold: 3 s
    reps: 1
"""
LONG = SHORT.replace("Short one", "Long one").replace("hold: 3 s", "hold: 60 s")
QUICK = """\
name: Quick one
timing: {get_ready: 4 s, switch: 1 s}
steps:
  - stretch: childs-pose
    hold: 1 s
    reps: 1
"""
"""One hold of a second, and time enough before it to tell the pain."""
BRIEF = QUICK.replace("Quick one", "Brief one").replace("4 s", "1 s")
ROLES = {"push button", "check box", "radio button", "spin button", "text", "entry"}
"""What a control is to a screen reader."""


def put(desktop: Desktop, name: str, text: str) -> Path:
    """Write a routine into the person's folder."""
    path = desktop.home / "routines" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows(desktop: Desktop, query: str) -> list[tuple[Any, ...]]:
    """What the history holds; nothing before there is a file."""
    path = desktop.home / "history.sqlite3"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def settings(desktop: Desktop) -> dict[str, object]:
    """What is kept of the settings; nothing before there is a file."""
    path = desktop.home / "settings.json"
    if not path.exists():
        return {}
    values: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return values


def nameless(desktop: Desktop) -> list[Node]:
    """The controls in sight that a screen reader has no word for."""
    return [
        node
        for node in desktop.nodes()
        if node.role in ROLES and "focusable" in node.states and not node.name
    ]


def checked(desktop: Desktop, name: str) -> bool:
    """Whether a control of that name is on."""
    found = (node for node in desktop.nodes() if node.name == name and node.role in ROLES)
    return any("checked" in node.states for node in found)


def wait_for_focus(desktop: Desktop, name: str) -> None:
    """Wait until something of that name has the keyboard's focus."""

    def is_there() -> bool:
        """Whether it has."""
        focused = desktop.focused()
        return focused is not None and focused.name.startswith(name)

    desktop.wait_until(is_there, f"the focus on “{name}”")


def open_routine(desktop: Desktop, name: str) -> None:
    """Show a routine of Home."""
    desktop.click(f"{name}, ", "push button")
    desktop.find("Total time")


def start_routine(desktop: Desktop, name: str) -> None:
    """Start a routine of Home, up to its first get-ready or what is asked before."""
    open_routine(desktop, name)
    desktop.click("Start", "push button")


def wait_for_phase(desktop: Desktop, phase: int) -> None:
    """Wait until a session is in that phase, as its file says."""
    desktop.wait_until(lambda: desktop.running().get("phase") == phase, f"phase {phase}")


def notes(desktop: Desktop) -> dict[str, Any]:
    """What is noted of the session under way."""
    found = desktop.running().get("notes", {})
    assert isinstance(found, dict)
    return found
