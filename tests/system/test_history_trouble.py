"""A history that cannot be used, in a real window: it is told, it stays as it is, one stretches."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hipstretch.storage.migrations import MIGRATIONS, VERSION
from tests.system.steps import BRIEF, put, rows

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
OLD = 3
"""The version of a file of some time ago."""
OLD_SESSIONS, REPS = 300, 5
_AT = "2026-07-03T08:00:00+00:00"
READING = 3
"""How many commands read the history while two programs start."""


def _write_garbage(path: Path) -> None:
    """A file that is no database."""
    path.write_bytes(b"Nothing of this is a history. " * 300)


def _write_newer(path: Path) -> None:
    """A file of a program that is not there yet."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE of_the_future (id INTEGER)")
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
        database.commit()


def _write_torn(path: Path) -> None:
    """A history of which half is missing."""
    _write_old(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _write_folder(path: Path) -> None:
    """A folder where the file should be, which nobody can write into as a file."""
    path.mkdir()


def _write_old(path: Path) -> None:
    """A history of version 3, as the program of that time wrote it."""
    with closing(sqlite3.connect(path)) as old:
        for script in MIGRATIONS[:OLD]:
            old.executescript(script)
        for session in range(1, OLD_SESSIONS + 1):
            old.execute(
                "INSERT INTO session VALUES (?, 'r', ?, ?, ?, ?, 300, 1, 5, 3, '')",
                (session, f"Old {session}", _AT, _AT, _AT[:10]),
            )
            old.executemany(
                "INSERT INTO rep VALUES (?, ?, 0, ?, 'both', 5, 5, 'done')",
                [(session, place, f"Exercise {place}") for place in range(REPS)],
            )
        old.execute(f"PRAGMA user_version = {OLD}")
        old.commit()


TROUBLES = {
    "garbage": (_write_garbage, "Your history cannot be read"),
    "torn": (_write_torn, "Your history cannot be read"),
    "newer": (_write_newer, "Your history is from a newer HipStretch"),
    "folder": (_write_folder, "Your history cannot be opened"),
}
"""What may lie there, and what is told of it."""


def _state(path: Path) -> tuple[list[str], bytes | None]:
    """What lies in the history's place, and beside it; a folder has no bytes."""
    beside = sorted(found.name for found in path.parent.glob(f"{path.name}*"))
    return beside, path.read_bytes() if path.is_file() else None


def _start(desktop: Desktop, *words: str) -> subprocess.Popen[str]:
    """Start the program without waiting for it."""
    return subprocess.Popen(
        [sys.executable, "-m", "hipstretch", *words],
        env=desktop.environment,
        cwd=_ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _stretch(desktop: Desktop) -> None:
    """Play a session from outside, tell how it was, and come back to Home."""
    command = _start(desktop, "start", "brief")
    assert (command.communicate(timeout=60)[1], command.returncode) == ("", 0)
    desktop.find("Nicely done")
    desktop.keys("3", "ctrl+Return")
    desktop.find("New routine")


@pytest.mark.parametrize("trouble", TROUBLES)
def test_it_is_told_and_left_as_it_is(desktop: Desktop, trouble: str) -> None:
    """The window opens, the page says what is the matter, and a session is played to its end."""
    write, title = TROUBLES[trouble]
    path = desktop.home / "history.sqlite3"
    write(path)
    before = _state(path)
    put(desktop, "brief.yaml", BRIEF)
    desktop.settle(conditions=[], voice="off")
    desktop.start()
    desktop.find("New routine")
    desktop.click("History", "radio button")
    desktop.find(title)
    _stretch(desktop)
    desktop.find("The session is not in the history")
    assert not desktop.running()
    assert _state(path) == before


@pytest.fixture
def protect(desktop: Desktop) -> Iterator[Callable[[Path], None]]:
    """Makes a file one that nobody can write, not even root, until the test is over."""
    protected: list[Path] = []

    def protect(path: Path) -> None:
        """Protect it."""
        path.chmod(0o444)
        if os.geteuid() == 0:
            done = subprocess.run(["chattr", "+i", str(path)], check=False, capture_output=True)
            if done.returncode:
                pytest.skip("this file system cannot keep root from writing")
        protected.append(path)

    yield protect
    desktop.stop()
    for path in protected:
        if os.geteuid() == 0:
            subprocess.run(["chattr", "-i", str(path)], check=True)
        path.chmod(0o644)


def test_what_cannot_be_written_can_be_seen(
    desktop: Desktop, protect: Callable[[Path], None]
) -> None:
    """An old history is shown from a protected file, which stays as it is; one can stretch."""
    path = desktop.home / "history.sqlite3"
    _write_old(path)
    protect(path)
    before = _state(path)
    put(desktop, "brief.yaml", BRIEF)
    desktop.settle(conditions=[], voice="off")
    desktop.start()
    desktop.click("History", "radio button")
    desktop.find("New sessions cannot be saved now")
    assert desktop.shows(f"Old {OLD_SESSIONS}, ")
    _stretch(desktop)
    desktop.find("The session is not in the history")
    assert _state(path) == before


def test_a_damaged_file_is_put_aside_by_a_click(desktop: Desktop) -> None:
    """A new history begins in its place, and the old file is there unchanged under its name."""
    path = desktop.home / "history.sqlite3"
    _write_garbage(path)
    was = path.read_bytes()
    put(desktop, "brief.yaml", BRIEF)
    desktop.settle(conditions=[], voice="off")
    desktop.start()
    desktop.click("History", "radio button")
    desktop.click("Keep the file aside", "push button")
    desktop.find("A new history has begun")
    assert was in [found.read_bytes() for found in desktop.home.glob("history*")]
    _stretch(desktop)
    assert rows(desktop, "SELECT routine_name, pain_after FROM session") == [("Brief one", 3)]
    assert was in [found.read_bytes() for found in desktop.home.glob("history*")]


def test_an_old_history_is_brought_up_to_date_once_by_many_at_once(
    desktop: Desktop, tmp_path: Path
) -> None:
    """Two windows and some commands start on a file of version 3; nothing of it is lost."""
    _write_old(desktop.home / "history.sqlite3")
    windows = [_start(desktop) for _ in range(2)]
    files = [tmp_path / f"{number}.json" for number in range(READING)]
    readers = [_start(desktop, "history", "export", "--json", str(file)) for file in files]
    try:
        for reader in readers:
            assert (reader.communicate(timeout=60)[1], reader.returncode) == ("", 0)
        desktop.wait_until(lambda: [w.poll() for w in windows].count(0) == 1, "one to hand over")
        desktop.click("History", "radio button")
        desktop.find(f"Old {OLD_SESSIONS}, ")
    finally:
        for window in windows:
            window.kill()
            window.communicate()
    assert rows(desktop, "PRAGMA user_version") == [(VERSION,)]
    assert rows(desktop, "PRAGMA integrity_check") == [("ok",)]
    assert rows(desktop, "PRAGMA foreign_key_check") == []
    assert rows(desktop, "SELECT count(*), count(DISTINCT routine_name) FROM session") == [
        (OLD_SESSIONS, OLD_SESSIONS)
    ]
    assert rows(desktop, "SELECT count(*) FROM rep") == [(OLD_SESSIONS * REPS,)]
    assert rows(desktop, "SELECT count(*) FROM stretch") == [(REPS,)]
