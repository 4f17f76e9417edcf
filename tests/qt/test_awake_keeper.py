from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipstretch.core.dose import Dose, Duration
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine
from hipstretch.core.session import Event
from hipstretch.qt.awake_keeper import PAUSE, AwakeKeeper
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession
from tests.exercises import written_step
from tests.qt.fake_clock import FakeClock


class FakeAwake:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def hold(self) -> None:
        """Stay awake."""
        self.told.append("hold")

    def release(self) -> None:
        """Sleep may come."""
        self.told.append("release")


@dataclass
class Stage:
    """A runner, its keeper, and what the machine was told."""

    runner: SessionRunner
    clock: FakeClock
    made: list[FakeAwake] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keeper = AwakeKeeper(self.runner, self.make)

    def make(self) -> FakeAwake:
        """What keeps this machine awake."""
        self.made.append(FakeAwake())
        return self.made[-1]

    @property
    def told(self) -> list[str]:
        """What the machine was told so far."""
        return [word for awake in self.made for word in awake.told]

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.awake_seconds += seconds
        self.runner._on_timed_out()

    def pause_is_long(self) -> None:
        """The time of a pause is over, where it is counted."""
        if self.keeper._pause.isActive():
            self.keeper._pause.stop()
            self.keeper._pause.timeout.emit()


ROUTINE = Routine(id="r", name="Mornings", steps=(written_step(Dose(hold=Duration(60.0))),))


@pytest.fixture
def stage(qapp: QCoreApplication, tmp_path: Path) -> Stage:
    """A keeper, and nothing under way."""
    del qapp
    clock = FakeClock()
    return Stage(SessionRunner(clock, RunningSession(tmp_path, ExerciseShelf([]))), clock)


def _play(stage: Stage) -> None:
    """Play until in the middle of the hold."""
    stage.runner.begin(ROUTINE, Person())
    stage.tick(30.0)


def test_nothing_is_made_before_it_is_needed(stage: Stage) -> None:
    """What needs nobody awake asks no service."""
    stage.keeper.close()

    assert stage.made == []
    assert not stage.keeper.is_holding


def test_a_session_that_plays_keeps_awake_to_its_end(stage: Stage) -> None:
    """Told once at the beginning and once at the end."""
    _play(stage)
    stage.tick(1.0)
    assert stage.told == ["hold"]
    assert stage.keeper.is_holding

    stage.tick(1000.0)

    assert stage.told == ["hold", "release"]
    assert not stage.keeper.is_holding


def test_each_session_keeps_awake(stage: Stage) -> None:
    """Also one that begins right after the end of another."""
    for _ in range(2):
        _play(stage)
        stage.tick(1000.0)

    assert stage.told == ["hold", "release"] * 2


@pytest.mark.parametrize("how", ["close", "stop"])
def test_a_session_that_is_left_lets_sleep_come(how: str, stage: Stage) -> None:
    """Kept for later or ended for today; no pause is counted any more."""
    _play(stage)

    if how == "close":
        stage.runner.close()
    else:
        stage.runner.send(Event.STOP)

    assert stage.told == ["hold", "release"]
    assert not stage.keeper._pause.isActive()


def test_a_short_pause_changes_nothing(stage: Stage) -> None:
    """The five minutes are counted from its beginning, and end with it."""
    _play(stage)
    stage.runner.send(Event.PAUSE)
    assert stage.keeper._pause.isActive()
    assert stage.keeper._pause.interval() == PAUSE * 1000 == 300_000

    stage.runner.send(Event.RESUME)

    assert not stage.keeper._pause.isActive()
    assert stage.told == ["hold"]


def test_a_long_pause_lets_sleep_come_until_it_goes_on(stage: Stage) -> None:
    """Going on keeps awake from the get-ready on."""
    _play(stage)
    stage.runner.send(Event.PAUSE)

    stage.pause_is_long()
    assert stage.told == ["hold", "release"]
    stage.runner.send(Event.RESUME)

    assert stage.told == ["hold", "release", "hold"]


def test_skipping_in_a_pause_does_not_count_it_anew(stage: Stage) -> None:
    """It is the same pause."""
    _play(stage)
    stage.runner.send(Event.PAUSE)
    stage.keeper._pause.stop()
    stage.runner.send(Event.BACK)

    assert not stage.keeper._pause.isActive()


def test_sleep_of_the_machine_is_a_pause(stage: Stage) -> None:
    """The lid was closed: the session pauses, and the five minutes begin."""
    _play(stage)
    stage.clock.slept_seconds += 60.0
    stage.tick(0.1)

    stage.pause_is_long()

    assert stage.told == ["hold", "release"]


def test_a_session_that_is_taken_up_paused_holds_when_it_plays(stage: Stage) -> None:
    """Until then nobody needs the screen."""
    _play(stage)
    stage.runner.close()
    found = stage.runner._store.load()
    assert found is not None

    stage.runner.go_on(found)
    assert stage.told == ["hold", "release"]
    stage.runner.send(Event.RESUME)

    assert stage.told == ["hold", "release", "hold"]


def test_a_timer_keeps_awake_beside_the_session(stage: Stage) -> None:
    """Sleep comes when both are over, whichever ends first."""
    stage.keeper.hold("ice")
    _play(stage)
    stage.runner.close()
    assert stage.told == ["hold"]
    _play(stage)
    stage.keeper.release("ice")
    assert stage.told == ["hold"]

    stage.runner.close()

    assert stage.told == ["hold", "release"]
    assert len(stage.made) == 1


def test_closing_lets_go_of_every_reason(stage: Stage) -> None:
    """Once, however many there are, and no pause is counted after it."""
    _play(stage)
    stage.runner.send(Event.PAUSE)
    stage.keeper.hold("ice")
    stage.keeper.hold("heat")

    stage.keeper.close()

    assert stage.told == ["hold", "release"]
    assert not stage.keeper._pause.isActive()


class _NoRunner(QObject):
    """Has a runner's signals and no session."""

    view_changed = Signal(object)
    let_go = Signal()


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["ice", "heat", "call"]))))
def test_it_is_awake_exactly_while_there_is_a_reason(steps: list[tuple[bool, str]]) -> None:
    """Whatever is held and released how often: hold and release take turns."""
    awake = FakeAwake()
    runner = _NoRunner()
    keeper = AwakeKeeper(runner, lambda: awake)  # type: ignore[arg-type] # has what is needed
    reasons: set[str] = set()

    for is_held, reason in steps:
        (keeper.hold if is_held else keeper.release)(reason)
        (reasons.add if is_held else reasons.discard)(reason)
        assert keeper.is_holding == bool(reasons)
        assert awake.told == (["hold", "release"] * len(steps))[: len(awake.told)]
        assert (awake.told[-1:] == ["hold"]) == bool(reasons)
