"""Ice and heat in real time, in a program that is killed as a crash or a power cut does it."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import ALARM_LASTS, Kind, Means, Outcome, Place, Therapy, Treatment
from hipstretch.core.therapy_day import Kept
from hipstretch.services import clock
from hipstretch.services.clock.boot import boot_id
from hipstretch.storage.database import Database
from hipstretch.storage.therapy_file import TherapyFile
from hipstretch.storage.therapy_log import TherapyLog
from tests.system.conftest import wait_until

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells its start by an id"),
]

_ROOT = Path(__file__).parents[2]
SHORTEST = 300.0
LATE = 1.0
"""Seconds that an end may be told after its deadline; it is on disk by then."""
AHEAD = 3.0
"""Seconds from the writing of a file to the deadline in it."""
START = 2.5
"""Seconds that the program takes to start, on a machine that has other work too."""


def _now() -> Now:
    """Now, by the machine's real clocks."""
    machine = clock.create()
    return Now(machine.awake() + machine.slept(), machine.now())


class Home:
    """A folder of a person whose ice ends in some seconds, and the program that runs there."""

    def __init__(self, folder: Path, ahead: float) -> None:
        folder.mkdir()
        self.folder = folder
        now = _now()
        self.deadline = now.at + ahead
        began = self.deadline - SHORTEST
        ice = Treatment("ice", Kind.ICE, Place.LEFT_HIP, Means.PACK, SHORTEST, began)
        kept = Kept(Therapy(7200.0).begin(ice))
        TherapyFile(folder / "therapy.json", boot_id()).save(kept, now)
        self.program: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the program and wait until it has taken up what is there."""
        starts = len(self.told("started"))
        command = [sys.executable, "-m", "tests.system.therapy_child", str(self.folder)]
        self.program = subprocess.Popen(command, cwd=_ROOT)
        wait_until(lambda: len(self.told("started")) > starts, "the program")

    def kill(self) -> None:
        """End it as a crash does: it has no time for a last word."""
        if self.program is not None:
            self.program.kill()
            self.program.wait(timeout=10)
            self.program = None

    def told(self, what: str) -> list[float]:
        """When something was told, by any run of the program."""
        path = self.folder / "told.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [at for at, told, _ in map(json.loads, lines) if told == what]

    def has_rung_more(self, often: int) -> bool:
        """Whether the alarm rang more often than that."""
        return len(self.told("rang")) > often

    def rows(self) -> list[tuple[str, float, str]]:
        """All of the history: id, seconds and outcome."""
        with Database(self.folder / "history.sqlite3").open() as database:
            return database.execute("SELECT id, seconds, outcome FROM therapy").fetchall()


MakeHome = Callable[..., Home]


@pytest.fixture
def make_home(tmp_path: Path) -> Iterator[MakeHome]:
    """Makes homes by number and seconds to the deadline; at the end nothing runs there."""
    with contextlib.ExitStack() as homes:

        def make(number: int, ahead: float = AHEAD) -> Home:
            home = Home(tmp_path / f"home-{number}", ahead)
            homes.callback(home.kill)
            return home

        yield make


def _sleep_until(at: float) -> None:
    """Wait for an instant of the clock that goes on in sleep."""
    time.sleep(max(0.0, at - _now().at))


def _assert_ended_once(home: Home) -> None:
    """One row in the history, the alarm rings, and nobody was told twice."""
    assert home.rows() == [("ice", SHORTEST, Outcome.FINISHED.value)]
    assert len(home.told("over")) <= 1
    rings = home.told("rang")
    assert rings
    assert min(rings) >= home.deadline
    assert max(rings) < home.deadline + ALARM_LASTS


def test_an_end_comes_at_its_second(make_home: MakeHome) -> None:
    """By the machine's own clock, and rings at once."""
    home = make_home(0)
    home.start()
    wait_until(lambda: home.told("rang"), "the alarm")
    for at in (*home.told("over"), *home.told("rang")):
        assert 0 <= at - home.deadline < LATE
    _assert_ended_once(home)


def test_killed_again_and_again_before_the_deadline_it_ends_once(
    make_home: MakeHome,
) -> None:
    """At random moments; the last run starts after the deadline, or lives to see it."""
    moments = random.Random(6)  # noqa: S311 -- moments, not secrets
    for number in range(3):
        home = make_home(number, 2 * AHEAD)
        while _now().at < home.deadline - START:
            home.start()
            _sleep_until(min(home.deadline - 0.05, _now().at + moments.uniform(0, 0.6)))
            home.kill()
        assert home.told("over") == []
        home.start()
        wait_until(partial(home.told, "rang"), "the alarm")
        _assert_ended_once(home)
        home.kill()


def test_killed_around_the_deadline_it_is_over_once(make_home: MakeHome) -> None:
    """Just before, while it is written down, and just after; started again it rings on."""
    moments = random.Random(7)  # noqa: S311
    homes = [make_home(number, 2 * AHEAD + 0.5 * number) for number in range(8)]
    for home in homes:
        home.start()
    for home in homes:
        _sleep_until(home.deadline + moments.uniform(-0.005, 0.06))
        home.kill()
    rung_before = [len(home.told("rang")) for home in homes]
    for home in homes:
        home.start()
    for home, before in zip(homes, rung_before, strict=True):
        wait_until(partial(home.has_rung_more, before), "the alarm again")
        _assert_ended_once(home)


def test_the_record_has_its_true_times(
    make_home: MakeHome,
) -> None:
    """By the clock on the wall."""
    home = make_home(0)
    home.start()
    wait_until(lambda: home.told("rang"), "the alarm")
    home.kill()
    now = _now()
    ended = now.wall - timedelta(seconds=now.at - home.deadline)
    began = ended - timedelta(seconds=SHORTEST)
    log = TherapyLog(Database(home.folder / "history.sqlite3"))
    (record,) = log.records(began.date())
    assert abs(record.began_at - began) < timedelta(seconds=0.1)
    assert abs(record.ended_at - ended) < timedelta(seconds=0.1)
