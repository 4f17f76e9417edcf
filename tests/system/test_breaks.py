"""Reminders and the one running program, on a real screen and from other starts."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
ALMOST = 1795.0
"""Seconds sat: five more, and the minute of peace after a start, and one is asked."""
PATIENCE = 90.0


def _sat(desktop: Desktop, seconds: float) -> None:
    """Let the program find that somebody has sat, until a moment ago."""
    desktop.home.mkdir(parents=True, exist_ok=True)
    wall = datetime.now().astimezone() - timedelta(seconds=1)
    kept = {"version": 1, "sat": seconds, "presence": "sitting", "pause_left": 0.0}
    path = desktop.home / "sitting.json"
    path.write_text(json.dumps(kept | {"wall": wall.isoformat()}), encoding="utf-8")


def _ask(desktop: Desktop, *words: str) -> tuple[int, str]:
    """What the command answers, and its status."""
    done = subprocess.run(
        [sys.executable, "-m", "hipstretch", *words],
        env=desktop.environment,
        cwd=_ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def _facts(desktop: Desktop) -> dict[str, object]:
    """How things stand."""
    status, text = _ask(desktop, "status", "--json")
    assert status == 0, text
    facts: dict[str, object] = json.loads(text)
    return facts


def _windows(desktop: Desktop) -> list[str]:
    """The program's windows on the screen."""
    return desktop.run("xdotool", "search", "--onlyvisible", "--name", "^HipStretch$").split()


def _bubbles(desktop: Desktop) -> int:
    """How many notifications show."""
    return int(desktop.run("dunstctl", "count", "displayed").strip() or 0)


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether a program has ended."""
    return process.poll() is not None


def test_half_an_hour_of_sitting_asks_without_taking_the_keyboard(desktop: Desktop) -> None:
    """By the desktop's notification, until it is answered; the answer is kept."""
    desktop.settle(told_stay_on=True)
    _sat(desktop, ALMOST)
    desktop.start()
    assert _bubbles(desktop) == 0  # this also starts the desktop's notification server
    desktop.wait_until(lambda: _bubbles(desktop) == 1, "the reminder", PATIENCE)
    active = desktop.run("xdotool", "getactivewindow").split()
    assert active == _windows(desktop)[-1:]
    assert _facts(desktop)["state"] == "due"
    assert _ask(desktop, "up")[0] == 0
    desktop.wait_until(lambda: _bubbles(desktop) == 0, "it to go")
    assert _facts(desktop)["state"] == "up"
    with sqlite3.connect(desktop.home / "history.sqlite3") as database:
        assert database.execute("SELECT answer FROM reminder").fetchall() == [("up",)]
    database.close()


def test_the_command_line_steers_the_running_program(desktop: Desktop) -> None:
    """Status, up, pause, and a routine that starts."""
    _sat(desktop, 600.0)
    assert _ask(desktop, "status") == (3, "HipStretch is not running.")
    desktop.start()
    desktop.wait_until(lambda: _ask(desktop, "status")[0] == 0, "an answer")
    assert _ask(desktop, "status")[1].startswith("Sitting 10 min")
    assert _ask(desktop, "up")[0] == 0
    assert _facts(desktop)["presence"] == "up"
    assert _ask(desktop, "pause-breaks", "1h")[0] == 0
    assert _facts(desktop)["state"] == "paused"
    assert _ask(desktop, "resume-breaks")[0] == 0
    assert _facts(desktop)["state"] != "paused"
    assert _ask(desktop, "start", "no-such-routine")[0] == 1
    assert _ask(desktop, "start", "one-minute-break") == (0, "Started.")
    desktop.find("Pause", "push button")
    desktop.wait_until(lambda: _facts(desktop)["state"] == "stretching", "the session to count")


def test_a_second_start_raises_the_first(desktop: Desktop) -> None:
    """Two windows of one person never are."""
    first = desktop.start()
    window = _windows(desktop)[-1]
    desktop.run("xdotool", "windowminimize", "--sync", window)
    assert not _windows(desktop)
    assert _ask(desktop) == (0, "")
    desktop.wait_until(lambda: _windows(desktop) == [window], "the first window")
    assert not _ended(first)


def test_several_starts_at_once_make_one_program(desktop: Desktop) -> None:
    """Whoever comes first; the others hand over and end."""
    starts = [
        subprocess.Popen([sys.executable, "-m", "hipstretch"], env=desktop.environment, cwd=_ROOT)
        for _ in range(3)
    ]
    try:
        desktop.wait_until(lambda: sum(map(_ended, starts)) == 2, "two of them to end")
        assert sorted(start.returncode for start in starts if _ended(start)) == [0, 0]
        assert len(_windows(desktop)) == 1
    finally:
        for start in starts:
            start.kill()
            start.wait()


def test_closing_the_window_ends_it_unless_somebody_said_otherwise(desktop: Desktop) -> None:
    """There is no tray here, from which it could be opened again."""
    program = desktop.start()
    desktop.run("xdotool", "key", "--clearmodifiers", "alt+F4")
    desktop.wait_until(lambda: _ended(program), "the program to end")
    desktop.settle(stay_on="always", told_stay_on=True)
    program = desktop.start()
    desktop.run("xdotool", "key", "--clearmodifiers", "alt+F4")
    desktop.wait_until(lambda: not _windows(desktop), "the window to close")
    assert _ask(desktop, "status")[0] == 0
    assert _ask(desktop) == (0, "")
    desktop.wait_until(lambda: _windows(desktop), "the window to open again")


def test_a_hidden_start_shows_no_window_until_it_is_asked(desktop: Desktop) -> None:
    """As at the login; killed, it leaves the place to the next."""
    hidden = subprocess.Popen(
        [sys.executable, "-m", "hipstretch", "--hidden"], env=desktop.environment, cwd=_ROOT
    )
    try:
        desktop.wait_until(lambda: _ask(desktop, "status")[0] == 0, "an answer")
        assert not _windows(desktop)
        assert _ask(desktop) == (0, "")
        desktop.wait_until(lambda: _windows(desktop), "the window")
    finally:
        hidden.send_signal(signal.SIGKILL)
        hidden.wait()
    desktop.start()
    desktop.wait_until(lambda: _ask(desktop, "status")[0] == 0, "an answer")


def test_ice_that_runs_keeps_the_program_when_the_window_closes(desktop: Desktop) -> None:
    """It has to ring; a start afterwards shows the same timer."""
    desktop.settle(therapy_answers=[], told_stay_on=True, reminders=False)
    program = desktop.start()
    desktop.wait_until(lambda: _ask(desktop, "ice", "15")[0] == 0, "ice to run")
    desktop.run("xdotool", "key", "--clearmodifiers", "alt+F4")
    desktop.wait_until(lambda: not _windows(desktop), "the window to close")
    status, text = _ask(desktop, "stop", "heat")
    assert (status, text[:6]) == (0, "Ice, 1")
    assert not _ended(program)
    assert _ask(desktop, "stop") == (0, "Neither ice nor heat is running.")
