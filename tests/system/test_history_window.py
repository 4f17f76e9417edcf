"""The History page in a real window: read by a screen reader, and gone through by the keyboard."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.history import SessionRecord
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from tests.system.steps import nameless, rows, wait_for_focus

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
DAYS = (9, 6, 5, 3, 2, 1)
"""How many days ago there was a session."""
TABLES = {
    "Your year": (("Day", "Time", "Sessions"), {"5 min", "1"}),
    "Minutes a week": (("Week", "Time", "Sessions"), {"This week"}),
    "Pain before and after": (("Week", "Before", "After"), {"5", "3"}),
    "Left and right, last 12 weeks": (("Stretch", "Left", "Right"), {"2 min", "0 min"}),
}
"""The charts: the heads of their tables, and what stands in some cells on whatever day it is."""


def _seed(path: Path) -> None:
    """A history with some sessions, the last of them yesterday."""
    history = History(Database(path))
    for ago in DAYS:
        began = datetime.now().astimezone() - timedelta(days=ago)
        rep = RepRecord(0, "Knee to chest", Side.LEFT, 20.0, 20.0, Outcome.DONE, "knee-to-chest")
        record = SessionRecord(
            *("gentle-first-week", f"Ago {ago}", began, began + timedelta(minutes=5), 300.0),
            is_complete=True,
            reps=(rep,),
            before=Feeling(5),
        )
        history.add_feeling(history.add(record), after=Feeling(3), note="")


@pytest.fixture
def reader(desktop: Desktop) -> Desktop:
    """The desktop of somebody who looks at the history."""
    _seed(desktop.home / "history.sqlite3")
    desktop.start()
    desktop.click("History", "radio button")
    desktop.find("Your year")
    return desktop


def _sessions(desktop: Desktop) -> list[str]:
    """The names of the sessions that are kept, in the order in which they were added."""
    return [name for (name,) in rows(desktop, "SELECT routine_name FROM session ORDER BY id")]


def test_every_control_of_the_page_has_a_name(reader: Desktop) -> None:
    """The sessions too, each in one sentence, and the charts."""
    assert nameless(reader) == []
    nodes = reader.nodes()
    items = [node.name for node in nodes if node.role == "list item"]
    assert [name.split(",")[0] for name in items] == [f"Ago {ago}" for ago in reversed(DAYS)]
    assert all(name.endswith("5 min, pain before 5, after 3") for name in items)
    charts = [node.name for node in nodes if node.role == "filler"]
    assert "Pain: at first before 5, after 3; now before 5, after 3" in charts
    assert "Left 2 min, right 0 min" in charts


def _cells(desktop: Desktop, role: str) -> tuple[str, ...]:
    """What stands in the cells of the table in sight."""
    return tuple(node.name for node in desktop.nodes() if node.role == role)


def test_each_chart_has_its_table(reader: Desktop) -> None:
    """Opened by Enter and closed by Escape, which leaves the focus where it was."""
    for chart, (heads, words) in TABLES.items():
        reader.tab_to(f"{chart}: As a table")
        reader.keys("Return")
        reader.find(chart, "dialog")
        assert _cells(reader, "table column header") == heads
        assert words <= {*_cells(reader, "table cell")}
        reader.keys("Escape")
        wait_for_focus(reader, f"{chart}: As a table")


def test_a_session_is_deleted_and_brought_back_by_keys(reader: Desktop) -> None:
    """Delete takes the marked one, and Ctrl and Z or the button of the message put it back."""
    before = _sessions(reader)
    reader.tab_to("Ago 1, ")
    reader.keys("Down")
    wait_for_focus(reader, "Ago 2, ")
    reader.keys("Delete")
    reader.find("Session deleted")
    assert _sessions(reader) == [name for name in before if name != "Ago 2"]
    reader.keys("ctrl+z")
    reader.find("Ago 2, ")
    assert _sessions(reader) == before

    reader.keys("Delete")
    reader.find("Session deleted")
    deleted = _sessions(reader)
    assert len(deleted) == len(before) - 1
    reader.tab_to("Undo")
    reader.keys("Return")
    reader.wait_until(lambda: _sessions(reader) == before, "the session")


def test_everything_is_deleted_and_brought_back_by_keys(reader: Desktop) -> None:
    """After a question that Enter answers with no; the page is empty, and Ctrl and Z fill it."""
    before = _sessions(reader)
    reader.tab_to("Delete all history")
    reader.keys("Return")
    reader.find("Delete all history?", "dialog")
    reader.keys("Return")
    wait_for_focus(reader, "Delete all history")
    assert _sessions(reader) == before
    reader.keys("Return")
    reader.find("Delete all history?", "dialog")
    reader.tab_to("Delete all")
    reader.keys("Return")
    reader.find("Your history begins with one stretch")
    assert _sessions(reader) == []
    reader.keys("ctrl+z")
    reader.find("Ago 1, ")
    assert _sessions(reader) == before


def test_everything_is_taken_out_by_the_window_and_by_the_command(
    reader: Desktop, tmp_path: Path
) -> None:
    """Export by keys, in the system's own dialog; the command writes the same while it runs."""
    by_window, by_command = tmp_path / "window.json", tmp_path / "command.json"
    reader.tab_to("Export")
    reader.keys("Return", "Up", "Return")
    wait_for_focus(reader, "File name")
    reader.keys("ctrl+a")
    reader.write(str(by_window))
    reader.keys("Return")
    reader.find(f"Saved: {by_window}")
    done = subprocess.run(
        [sys.executable, "-m", "hipstretch", "history", "export", "--json", str(by_command)],
        env=reader.environment,
        cwd=_ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (0, "")
    first, second = (json.loads(path.read_text("utf-8")) for path in (by_window, by_command))
    assert [session["routine_name"] for session in first["sessions"]] == _sessions(reader)
    assert first["sessions"] == second["sessions"]
    assert first["holds"] == second["holds"]
