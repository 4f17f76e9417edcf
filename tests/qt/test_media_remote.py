from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy

from hipstretch.core.dose import Dose, Duration, SideRule
from hipstretch.core.now_playing import MediaCommand, NowPlaying
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine, Timing
from hipstretch.core.session import Event, Status
from hipstretch.qt.media_remote import MediaRemote
from hipstretch.qt.session_runner import SessionRunner
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession
from tests.exercises import written_step
from tests.qt.fake_clock import FakeClock

PERSON = Person(first_side=Side.LEFT)


class FakeKeys:
    """Remembers what is shown, and has keys that can be pressed."""

    def __init__(
        self, on_command: Callable[[MediaCommand], None], position: Callable[[], float]
    ) -> None:
        self.press, self.position = on_command, position
        self.shown: list[NowPlaying | None] = []
        self.is_closed = False

    def show(self, playing: NowPlaying | None) -> None:
        """Remember it."""
        self.shown.append(playing)

    def close(self) -> None:
        """Be gone."""
        self.is_closed = True


@dataclass
class Stage:
    """A runner with a remote, and the keys that were made for it."""

    runner: SessionRunner
    clock: FakeClock
    made: list[FakeKeys] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.remote = MediaRemote(self.runner, self.make)
        self.stops = QSignalSpy(self.remote.stop_requested)

    def make(
        self, on_command: Callable[[MediaCommand], None], position: Callable[[], float]
    ) -> FakeKeys:
        """New keys."""
        self.made.append(FakeKeys(on_command, position))
        return self.made[-1]

    @property
    def keys(self) -> FakeKeys:
        """The one set of keys."""
        (keys,) = self.made
        return keys

    def pass_time(self, seconds: float) -> None:
        """Let time pass in frames of a tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.clock.awake_seconds += 0.1
            self.runner._on_timed_out()

    def status(self) -> Status | None:
        """What the session does."""
        return None if self.runner.session is None else self.runner.session.status


@pytest.fixture
def stage(qapp: QCoreApplication, tmp_path: Path) -> Stage:
    """A remote, and nothing under way."""
    del qapp
    clock = FakeClock()
    return Stage(SessionRunner(clock, RunningSession(tmp_path, ExerciseShelf([]))), clock)


ROUTINE = Routine(
    id="r",
    name="Mornings",
    steps=(
        written_step(Dose(sides=SideRule.EACH, hold=Duration(20.0))),
        Rest(Duration(8.0)),
        written_step(Dose(hold=Duration(10.0)), "Cobra", "r:2"),
        written_step(Dose(self_paced=True), "Ball", "r:3"),
    ),
    timing=Timing(Duration(4.0), switch=Duration(2.0)),
)
"""4 ready, 20 left, 2 switch, 20 right, 8 pause, 4 ready, 10 cobra, 4 ready, ball: 72 s in all."""


def test_no_keys_are_made_before_a_session(stage: Stage) -> None:
    """What needs no media keys does not look for a bus."""
    stage.remote.close()

    assert stage.made == []


def test_each_phase_is_told_once(stage: Stage) -> None:
    """With its exercise and side and where it begins, and nothing in between."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.pass_time(60.0)

    told = [(p.title, p.side, p.track, round(p.position)) for p in stage.keys.shown if p]
    knee, cobra = "Knee to chest", "Cobra"
    assert told == [
        (knee, Side.LEFT, 0, 0),
        (knee, Side.LEFT, 0, 4),
        (knee, Side.RIGHT, 0, 24),
        (knee, Side.RIGHT, 0, 26),
        (cobra, Side.BOTH, 1, 46),
        (cobra, Side.BOTH, 1, 54),
        (cobra, Side.BOTH, 1, 58),
    ]
    assert {(p.routine, p.length, p.is_playing) for p in stage.keys.shown if p} == {
        ("Mornings", 72.0, True)
    }


def test_pausing_and_going_on_are_told(stage: Stage) -> None:
    """At once; the three seconds of getting ready count as playing, so that it can be paused."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.pass_time(10.0)
    before = len(stage.keys.shown)

    stage.keys.press(MediaCommand.PLAY_PAUSE)
    assert stage.status() is Status.PAUSED
    stage.clock.awake_seconds += 60.0
    stage.keys.press(MediaCommand.PLAY_PAUSE)
    assert stage.status() is Status.RESUMING
    stage.pass_time(4.0)

    told = [(p.is_playing, round(p.position)) for p in stage.keys.shown[before:] if p]
    assert told == [(False, 10), (True, 10), (True, 10)]
    assert stage.status() is Status.PLAYING


def test_jumps_within_a_phase_are_told(stage: Stage) -> None:
    """Back to its start, ten seconds more, and eased: place and length are right again."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.pass_time(10.0)
    before = len(stage.keys.shown)

    for event in (Event.BACK, Event.MORE, Event.EASE):
        stage.runner.send(event)

    told = [(round(p.position), round(p.length)) for p in stage.keys.shown[before:] if p]
    assert told == [(4, 72), (4, 82), (4, 57)]


def test_another_length_is_told_in_a_phase_that_keeps_its_own(stage: Stage) -> None:
    """Eased while getting ready: the holds that come are shorter."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.pass_time(1.0)

    stage.runner.send(Event.EASE)

    told = [(round(p.position), round(p.length)) for p in stage.keys.shown if p]
    assert told == [(0, 72), (0, 52)]


def test_next_and_previous_go_by_phases(stage: Stage) -> None:
    """As the arrows of the player do, also while it pauses."""
    stage.runner.begin(ROUTINE, PERSON)

    stage.keys.press(MediaCommand.NEXT)
    stage.keys.press(MediaCommand.PAUSE)
    stage.keys.press(MediaCommand.NEXT)
    assert [p and round(p.position) for p in stage.keys.shown] == [0, 4, 4, 24]
    stage.keys.press(MediaCommand.PREVIOUS)

    assert stage.keys.shown[-1] is not None
    assert stage.keys.shown[-1].position == 4.0
    assert stage.status() is Status.PAUSED


def test_stop_asks_to_leave(stage: Stage) -> None:
    """The session itself is left to whom it belongs."""
    stage.runner.begin(ROUTINE, PERSON)

    stage.keys.press(MediaCommand.STOP)

    assert stage.stops.count() == 1
    assert stage.status() is Status.PLAYING


def test_what_does_not_fit_is_passed_over(stage: Stage) -> None:
    """Play while it plays, pause while it pauses."""
    stage.runner.begin(ROUTINE, PERSON)
    shown = len(stage.keys.shown)

    stage.keys.press(MediaCommand.PLAY)
    stage.keys.press(MediaCommand.PAUSE)
    stage.keys.press(MediaCommand.PAUSE)

    assert len(stage.keys.shown) == shown + 1


def test_the_position_can_be_asked_for_at_any_time(stage: Stage) -> None:
    """It goes with the clock, stands in a pause, and is none where nothing is under way."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.clock.awake_seconds += 2.5
    assert stage.keys.position() == pytest.approx(2.5)

    stage.runner.send(Event.PAUSE)
    stage.clock.awake_seconds += 100.0
    assert stage.keys.position() == pytest.approx(2.5)
    stage.runner.close()

    assert stage.keys.position() == 0.0


def test_in_a_phase_without_a_length_the_position_stands_and_play_goes_on(stage: Stage) -> None:
    """The one button of a headset says done, which here is the end."""
    stage.runner.begin(ROUTINE, PERSON)
    stage.pass_time(72.1)
    before = stage.keys.position()

    stage.pass_time(30.0)
    assert (before, stage.keys.position()) == (72.0, 72.0)
    stage.keys.press(MediaCommand.PLAY_PAUSE)

    assert stage.keys.shown[-1] is None
    assert stage.runner.session is None


@pytest.mark.parametrize("how", ["close", "stop"])
def test_a_session_that_is_let_go_is_gone_from_outside(how: str, stage: Stage) -> None:
    """Kept for later or ended: nothing plays, and keys that are pressed still do nothing."""
    stage.runner.begin(ROUTINE, PERSON)

    if how == "close":
        stage.runner.close()
    else:
        stage.runner.send(Event.STOP)
    shown = len(stage.keys.shown)
    for command in MediaCommand:
        stage.keys.press(command)

    assert stage.keys.shown[-1] is None
    assert len(stage.keys.shown) == shown
    assert stage.stops.count() == 0


def test_the_next_session_is_shown_by_the_same_keys(stage: Stage) -> None:
    """From its beginning, though it looks like the one before."""
    for _ in range(2):
        stage.runner.begin(ROUTINE, PERSON)
        stage.runner.close()

    shown = [p and (p.is_playing, p.position) for p in stage.keys.shown]
    assert shown == [(True, 0.0), (False, 0.0), None] * 2


def test_closing_lets_go_of_the_keys(stage: Stage) -> None:
    """For good: no others are made when the session is put away after it."""
    stage.runner.begin(ROUTINE, PERSON)

    stage.remote.close()
    stage.runner.close()

    assert stage.keys.is_closed
    assert len(stage.made) == 1
