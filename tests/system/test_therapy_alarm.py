"""The alarm of ice, heard on a real sound server and stopped by the key, through a kill."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.treatment import Kind, Means, Place, Treatment
from hipstretch.storage.therapy_plain import plain_treatment
from tests.system.sound_server import Recording, SoundServer, require_sound_server

if TYPE_CHECKING:
    from tests.system.conftest import Desktop

pytestmark = pytest.mark.system

LEFT = 15.0
"""Seconds to the deadline when the program starts."""
RINGS = 27.0
"""Seconds after the deadline that are listened to: it rings every twelve."""


def _almost_over(desktop: Desktop) -> float:
    """Let the program find 15 minutes of ice almost over; tells the deadline."""
    desktop.settle(therapy_answers=[], told_stay_on=True, reminders=False)
    at = time.clock_gettime(time.CLOCK_BOOTTIME)
    began_at = at + LEFT - 900.0
    one = Treatment("one", Kind.ICE, Place.LEFT_HIP, Means.PACK, 900.0, began_at, checks=2, fine=2)
    kept = {
        "version": 1,
        "boot": Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip(),
        "at": at,
        "wall": "2026-01-01T00:00:00+00:00",  # a clock that was set by months in between
        "treatments": [plain_treatment(one)],
        "missed": [],
        "rests": [],
        "awaited": [],
        "unlogged": [],
    }
    (desktop.home / "therapy.json").write_text(json.dumps(kept), encoding="utf-8")
    return time.monotonic() + LEFT


def _loudest(recording: Recording, start: float, seconds: float) -> int:
    """The largest sample between two moments."""
    return max(map(abs, recording.between(start, start + seconds)), default=0)


def _logged(desktop: Desktop) -> list[tuple[object, ...]]:
    """What the history says of ice and heat."""
    with closing(sqlite3.connect(desktop.home / "history.sqlite3")) as database:
        return database.execute("SELECT kind, seconds, outcome FROM therapy").fetchall()


def test_the_alarm_rings_grows_and_is_stopped_by_the_key(desktop: Desktop, tmp_path: Path) -> None:
    """At its second, whatever happened to the program and to the clock on the wall; logged once."""
    require_sound_server()
    server = SoundServer(tmp_path / "sound")
    server.start()
    for name in ("PULSE_SERVER", "PULSE_CLIENTCONFIG", "PULSE_COOKIE"):
        desktop.environment[name] = server.environment[name]
    deadline = _almost_over(desktop)
    desktop.start()
    desktop.stop(signal.SIGKILL)
    desktop.start()
    with server.record(tmp_path / "alarm.wav") as recording:
        desktop.wait_until(lambda: time.monotonic() > deadline + RINGS, "the rings", 60.0)
        desktop.find("It is off")
        desktop.keys("space")
        desktop.wait_until(lambda: not desktop.shows("It is off"), "the answer to count")
        quiet_from = time.monotonic() + 4.0
        desktop.wait_until(lambda: time.monotonic() > quiet_from + 14.0, "silence", 30.0)
    server.kill()
    assert _loudest(recording, deadline - 10.0, 9.5) == 0
    first = _loudest(recording, deadline, 3.0)
    assert 0 < first < _loudest(recording, deadline + 12.0, 3.0)
    assert _loudest(recording, deadline + 24.0, 3.0) > first
    assert _loudest(recording, quiet_from, 14.0) == 0
    assert _logged(desktop) == [("ice", 900.0, "finished")]
