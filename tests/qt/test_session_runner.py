from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from hipstretch import paths
from hipstretch.core.dose import Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions
from hipstretch.core.notes import NOTHING_NOTED, Notes
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import MAX_STEPS, Routine, Step, Timing
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Cue, CueKind, Timeline
from hipstretch.core.view import View
from hipstretch.qt.session_runner import FRAME, SAVE_EVERY, Ended, SessionRunner
from hipstretch.storage.library import ExerciseShelf, Library
from hipstretch.storage.running import Interrupted, RunningSession
from tests.exercises import written_step
from tests.qt.fake_clock import WALL, FakeClock

PERSON = Person(Affected.LEFT, Side.LEFT, breath=5.0)


class CountingStore(RunningSession):
    """Remembers when the place was saved."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        super().__init__(folder, ExerciseShelf([]))
        self._clock = clock
        self.saved_at: list[float] = []

    def save(
        self,
        routine: Routine,
        person: Person,
        session: Session,
        now: float,
        notes: Notes = NOTHING_NOTED,
    ) -> None:
        """Save, and note the awake time since the start of the test."""
        self.saved_at.append(self._clock.awake() - 1000.0)
        super().save(routine, person, session, now, notes)


@dataclass
class Stage:
    """A runner with its clock, and everything that it told."""

    clock: FakeClock
    store: CountingStore
    runner: SessionRunner
    views: list[View] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def pass_time(self, seconds: float, step: float = 0.1) -> None:
        """Let time pass in steps, the timer going off after each."""
        until = self.clock.awake_seconds + seconds
        while self.clock.awake_seconds < until - 1e-9:
            self.clock.awake_seconds = min(until, self.clock.awake_seconds + step)
            self.runner._on_timed_out()

    def pass_by_timer(self) -> float:
        """Let just the time pass that the runner's timer is set to; tells how much."""
        assert self.runner._timer.isActive()
        seconds = self.runner._timer.interval() / 1000
        self.clock.awake_seconds += seconds
        self.runner._on_timed_out()
        return seconds

    def kinds(self) -> list[tuple[CueKind, int]]:
        """What was to be heard so far."""
        return [(cue.kind, cue.left) for cue in self.cues]


def _stage(folder: Path) -> Stage:
    clock = FakeClock()
    store = CountingStore(folder, clock)
    stage = Stage(clock, store, SessionRunner(clock, store))
    stage.runner.view_changed.connect(stage.views.append)
    stage.runner.cue_given.connect(stage.cues.append)
    stage.runner.ended.connect(stage.ended.append)
    stage.runner.saving_failed.connect(stage.failures.append)
    return stage


@pytest.fixture
def stage(qapp: QCoreApplication, tmp_path: Path) -> Stage:
    """A runner with nothing under way."""
    del qapp
    return _stage(tmp_path / "state")


def _routine(dose: Dose, ready: float = 4.0) -> Routine:
    timing = Timing(Duration(ready), Duration(2.0))
    return Routine(id="r", name="Mornings", steps=(written_step(dose),), timing=timing)


HOLDS = _routine(Dose(sides=SideRule.EACH, hold=Duration(6.0)))
"""4 s ready, 6 s left, 2 s switch, 6 s right."""


def test_at_first_nothing_is_under_way(stage: Stage) -> None:
    """There is no session, no view, and events and the timer do no harm."""
    stage.runner.send(Event.PAUSE)
    stage.runner._on_timed_out()
    stage.runner.close()

    assert (stage.runner.session, stage.runner.routine, stage.runner.view) == (None, None, None)
    assert (stage.views, stage.cues, stage.ended, stage.failures) == ([], [], [], [])
    assert not stage.runner._timer.isActive()


def test_beginning_shows_and_says_the_first_phase(stage: Stage) -> None:
    """At once, without waiting for the timer."""
    stage.runner.begin(HOLDS, PERSON)

    (view,) = stage.views
    assert (view.status, view.instruction, view.remaining) == (Status.PLAYING, "Lie down.", 4.0)
    assert view.phase.side is Side.LEFT
    assert stage.kinds() == [(CueKind.BEGAN, 0)]
    assert stage.runner.routine == HOLDS
    assert stage.runner.view == view


def test_a_session_is_played_to_its_end(stage: Stage) -> None:
    """Every phase is shown, every cue given in order, and the end told once."""
    stage.runner.begin(HOLDS, PERSON)

    stage.pass_time(18.5)

    began, count = (CueKind.BEGAN, 0), [(CueKind.COUNTDOWN, left) for left in (3, 2, 1)]
    assert stage.kinds() == [
        began,
        *count,
        began,
        *count,
        began,
        (CueKind.SWITCH, 0),
        count[-1],
        began,
        *count,
        (CueKind.FINISHED, 0),
    ]
    shown = list(dict.fromkeys(view.phase for view in stage.views))
    assert shown == list(Timeline.of(HOLDS, PERSON).phases)
    (ended,) = stage.ended
    assert ended.routine == HOLDS
    assert ended.session.status is Status.FINISHED
    assert ended.session.held == {1: 6.0, 3: 6.0}
    assert stage.runner.session is None
    assert not stage.runner._timer.isActive()


def test_the_countdown_never_goes_up(stage: Stage) -> None:
    """Within a phase the seconds left go down as the clock goes on."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(18.0, step=0.07)

    left = [view.seconds_left for view in stage.views]
    assert left == sorted(left, reverse=True)


def test_an_event_that_does_not_fit_is_passed_over(stage: Stage) -> None:
    """Resuming what plays changes nothing and tells nothing."""
    stage.runner.begin(HOLDS, PERSON)
    before = stage.runner.session, len(stage.views)

    stage.runner.send(Event.RESUME)

    assert (stage.runner.session, len(stage.views)) == before


def test_a_pause_stops_the_timer_and_a_resume_counts_down(stage: Stage) -> None:
    """While paused nothing ticks; three seconds after a resume in a hold it goes on."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)
    stage.runner.send(Event.PAUSE)
    assert not stage.runner._timer.isActive()
    stage.clock.awake_seconds += 3600

    stage.runner.send(Event.RESUME)

    assert (stage.views[-1].resume_in, stage.views[-1].remaining) == (3.0, 4.0)
    stage.pass_time(3.5)
    assert stage.views[-1].status is Status.PLAYING
    assert stage.views[-1].remaining == pytest.approx(3.5)


def test_stopping_ends_the_session(stage: Stage) -> None:
    """What was done until then is told."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)

    stage.runner.send(Event.STOP)

    (ended,) = stage.ended
    assert ended.session.status is Status.STOPPED
    assert ended.session.held == {1: pytest.approx(2.0)}
    assert stage.runner.view is None


def test_a_stall_gives_no_burst_of_cues(stage: Stage) -> None:
    """After half a minute without the timer only what still matters is heard."""
    stage.runner.begin(_routine(Dose(sides=SideRule.EACH, hold=Duration(40.0))), PERSON)
    stage.cues.clear()

    stage.pass_time(30.0, step=30.0)
    assert stage.kinds() == [(CueKind.BEGAN, 0)]
    stage.pass_time(1000.0, step=1000.0)

    assert stage.kinds()[1:] == [(CueKind.COUNTDOWN, 1), (CueKind.FINISHED, 0)]
    (ended,) = stage.ended
    assert ended.session.played == Timeline.of(ended.routine, PERSON).seconds


def test_the_place_is_saved_once_a_second_and_at_every_turn(stage: Stage) -> None:
    """At the beginnings of phases, at a pause, and between them each second."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(4.0, step=0.25)
    stage.pass_time(1.5, step=0.25)
    stage.runner.send(Event.PAUSE)
    stage.runner.send(Event.MORE)

    assert stage.store.saved_at == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 5.5]


def test_what_is_saved_is_the_place(stage: Stage, tmp_path: Path) -> None:
    """A crash in the middle of a hold loses at most the second since the last save."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(7.25, step=0.25)

    found = RunningSession(tmp_path / "state", ExerciseShelf([])).load()

    assert found is not None
    assert found.person == PERSON
    assert found.session.anchor.phase_index == 1
    assert 3.25 - SAVE_EVERY <= found.session.anchor.offset <= 3.25
    assert found.stopped_at == (WALL + timedelta(seconds=7)).timestamp()


def test_saving_that_fails_is_said_once_and_the_session_goes_on(
    qapp: QCoreApplication, tmp_path: Path
) -> None:
    """A file in the place of the folder spoils no session."""
    del qapp
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    stage = _stage(tmp_path / "state")

    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(20.0)

    assert len(stage.failures) == 1
    assert "state" in stage.failures[0]
    assert len(stage.ended) == 1
    assert stage.store.saved_at == []


def test_a_later_failure_is_said_once_and_the_next_session_tries_again(
    stage: Stage, tmp_path: Path
) -> None:
    """A folder that goes in the middle of a session, and comes back for the next one."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(2.0)
    saves = len(stage.store.saved_at)
    stage.store.forget()
    (tmp_path / "state").rmdir()
    (tmp_path / "state").write_text("a file", encoding="utf-8")

    stage.pass_time(5.0)
    stage.runner.close()

    assert len(stage.failures) == 1
    assert len(stage.store.saved_at) == saves + 1
    (tmp_path / "state").unlink()
    stage.runner.begin(HOLDS, PERSON)
    assert len(stage.failures) == 1
    assert stage.store.load() is not None


def test_closing_keeps_the_place_and_going_on_takes_it_up(stage: Stage, tmp_path: Path) -> None:
    """The next start offers the session; it stays paused, then gets ready and goes on."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)
    stage.clock.awake_seconds += 0.125
    stage.runner.close()
    assert stage.runner.session is None
    assert stage.ended == []
    assert not stage.runner._timer.isActive()

    other = _stage(tmp_path / "state")
    found = other.store.load()
    assert found is not None
    other.runner.go_on(found)

    (view,) = other.views
    assert view.status is Status.PAUSED
    assert view.remaining == pytest.approx(6.0 - 2.125)
    assert view.phase.side is Side.LEFT
    assert not other.runner._timer.isActive()
    other.runner.send(Event.RESUME)
    assert other.views[-1].resume_in == 3.0
    other.pass_time(3.0)
    assert other.views[-1].status is Status.PLAYING
    other.pass_time(12.0)
    (ended,) = other.ended
    assert ended.session.held == {1: 6.0, 3: 6.0}
    assert ended.session.played == pytest.approx(18.0)


def test_closing_a_session_that_is_just_over_ends_it(stage: Stage) -> None:
    """Where the time was up before the window closed, the session is finished, not kept."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(10.0)
    stage.clock.awake_seconds += 100.0

    stage.runner.close()

    assert [ended.session.status for ended in stage.ended] == [Status.FINISHED]


def test_forgetting_leaves_nothing_to_go_on_with(stage: Stage) -> None:
    """After a session is written into the history its place is not needed any more."""
    stage.runner.begin(HOLDS, PERSON)
    stage.runner.close()

    stage.runner.forget_interrupted()

    assert stage.store.load() is None


def test_a_place_that_cannot_be_forgotten_is_noted(
    qapp: QCoreApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is written into the log, and nothing else happens."""
    del qapp
    stage = _stage(tmp_path / "state")
    (tmp_path / "state" / "running.json").mkdir(parents=True)

    stage.runner.forget_interrupted()

    assert "stays on disk" in caplog.text


def test_sleep_of_the_machine_pauses(stage: Stage) -> None:
    """An hour asleep costs no hold: the place is the one from before, and nothing ticks."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)
    stage.clock.slept_seconds += 3600
    stage.pass_time(0.1)

    view = stage.views[-1]
    assert view.status is Status.PAUSED
    assert view.remaining == pytest.approx(3.9)
    assert not stage.runner._timer.isActive()
    stage.runner.send(Event.RESUME)
    stage.pass_time(3.5)
    assert stage.views[-1].status is Status.PLAYING


def test_a_doze_does_not_pause(stage: Stage) -> None:
    """Below two seconds it is the clocks' own noise."""
    stage.runner.begin(HOLDS, PERSON)
    for _ in range(5):
        stage.clock.slept_seconds += 1.5
        stage.pass_time(0.1)

    assert stage.views[-1].status is Status.PLAYING


def test_sleep_before_the_session_does_not_count(stage: Stage) -> None:
    """What the machine slept since it was started is not this session's."""
    stage.clock.slept_seconds = 1_000_000.0
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(1.0)

    assert stage.views[-1].status is Status.PLAYING


def test_sleep_while_resuming_pauses_again(stage: Stage) -> None:
    """The get-ready begins anew."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)
    stage.runner.send(Event.PAUSE)
    stage.runner.send(Event.RESUME)
    stage.clock.slept_seconds += 60
    stage.pass_time(0.1)

    assert stage.views[-1].status is Status.PAUSED


@pytest.mark.parametrize("ready", [4.0, 4.01, 3.987])
@pytest.mark.parametrize("calm", [False, True])
def test_the_timer_goes_off_at_the_end_of_each_phase(
    ready: float, *, calm: bool, stage: Stage
) -> None:
    """Between frames or between seconds: never before the end, at most a millisecond after it."""
    routine = _routine(Dose(sides=SideRule.EACH, hold=Duration(6.0)), ready)
    stage.runner.set_calm(calm)
    stage.runner.begin(routine, PERSON)
    ends = [phase.start + (phase.seconds or 0.0) for phase in Timeline.of(routine, PERSON).phases]
    turns: list[float] = []
    index = 0
    while stage.runner.session is not None:
        stage.pass_by_timer()
        now = stage.runner.session
        if now is None or now.anchor.phase_index != index:
            index += 1
            turns.append(stage.clock.awake_seconds - 1000.0)

    assert [turn - end for turn, end in zip(turns, ends, strict=True)] == [
        pytest.approx(0.0005, abs=0.0006)
    ] * len(ends)


def test_the_ring_is_smooth_while_playing_and_while_resuming(stage: Stage) -> None:
    """Thirty times a second, in a rep without a length too."""
    frame = ceil(FRAME * 1000) / 1000
    stage.runner.begin(_routine(Dose(self_paced=True), ready=1.0), PERSON)

    assert stage.pass_by_timer() == frame
    stage.pass_time(2.0)
    assert stage.views[-1].remaining is None
    assert stage.pass_by_timer() == frame
    stage.runner.send(Event.PAUSE)
    stage.runner.send(Event.RESUME)
    assert stage.pass_by_timer() == frame


def test_in_calm_mode_the_screen_changes_once_a_second(stage: Stage) -> None:
    """While playing, resuming, and where the person sets the pace."""
    stage.runner.set_calm(True)
    stage.runner.begin(_routine(Dose(self_paced=True), ready=2.5), PERSON)

    assert [stage.pass_by_timer() for _ in range(4)] == [0.5, 1.0, 1.0, 1.0]
    assert stage.views[-1].remaining is None
    stage.runner.send(Event.PAUSE)
    stage.runner.send(Event.RESUME)
    assert [stage.pass_by_timer() for _ in range(3)] == [1.0, 1.0, 1.0]
    assert stage.views[-1].status is Status.PLAYING


def test_the_timer_is_a_precise_one_that_goes_off_once(stage: Stage) -> None:
    """A coarse timer may be late by a twentieth, and a running one would tick while paused."""
    assert stage.runner._timer.timerType() is Qt.TimerType.PreciseTimer
    assert stage.runner._timer.isSingleShot()


def test_a_view_that_came_too_late_is_followed_soon(stage: Stage) -> None:
    """Where the end passes between two looks at the clock, the runner looks again at once."""
    stage.runner.begin(HOLDS, PERSON)
    stage.clock.awake_seconds += 100.0

    stage.runner._arm()

    assert stage.runner._timer.interval() == ceil(FRAME * 1000)


def test_the_timer_moves_the_session_by_itself(stage: Stage, qtbot: QtBot) -> None:
    """In a real event loop the timer goes off and the view follows the clock."""
    stage.runner.begin(HOLDS, PERSON)
    stage.clock.awake_seconds += 5.0

    with qtbot.waitSignal(stage.runner.view_changed, timeout=5000):
        pass

    assert stage.views[-1].remaining == 5.0


@pytest.mark.parametrize(
    "path", sorted(paths.bundled("routines").glob("*.yaml")), ids=lambda p: p.stem
)
def test_every_bundled_routine_is_played_as_planned(
    path: Path, tmp_path: Path, qapp: QCoreApplication
) -> None:
    """Played to its end with a fake clock, the phases shown are those of the plan."""
    del qapp
    (tmp_path / "state").write_text("a file, so that nothing is saved", encoding="utf-8")
    stage = _stage(tmp_path / "state")
    library = Library(paths.bundled("routines"), Path("nowhere"))
    routine = library.bundled(path.stem)
    assert routine is not None
    plan = Timeline.of(routine, Person())
    stage.runner.set_calm(True)
    stage.runner.begin(routine, Person())
    while stage.runner.session is not None:
        if stage.views[-1].remaining is None:
            stage.runner.send(Event.DONE)
        else:
            stage.pass_by_timer()

    shown = list(dict.fromkeys(view.phase for view in stage.views))
    assert [(phase.kind, phase.stretch, phase.side, phase.rep) for phase in shown] == [
        (phase.kind, phase.stretch, phase.side, phase.rep) for phase in plan.phases
    ]
    assert stage.ended[0].session.status is Status.FINISHED
    assert stage.clock.awake_seconds - 1000.0 == pytest.approx(plan.seconds, abs=0.01)


NOTES = Notes(Feeling(5), is_gentle=True, hurts=(4,))


def _easier() -> Exercise:
    """Another exercise, of one hold of 10 s."""
    (exercise,) = HOLDS.exercises
    lines = Instructions("Lie down.", "Breathe.", "Rest here.", "Get up.")
    dose = Dose(hold=Duration(10.0))
    return replace(exercise, id="easier", name="Easier", instructions=lines, dose=dose)


def _found(tmp_path: Path) -> Interrupted:
    """What another run of the program finds."""
    found = RunningSession(tmp_path / "state", ExerciseShelf([])).load()
    assert found is not None
    return found


def test_notes_are_kept_at_once(stage: Stage, tmp_path: Path) -> None:
    """From the start, through a crash, to the end; another session has its own."""
    stage.runner.begin(HOLDS, PERSON, Notes(Feeling(5)))
    assert _found(tmp_path).notes == Notes(Feeling(5))
    stage.runner.note(NOTES)
    found = _found(tmp_path)
    assert found.notes == NOTES
    stage.runner.go_on(found)
    assert stage.runner.notes == NOTES
    stage.runner.send(Event.STOP)
    assert stage.ended[0].notes == NOTES
    stage.runner.begin(HOLDS, PERSON)
    assert stage.runner.notes == Notes()


def test_an_easier_exercise_comes_in_a_paused_session(stage: Stage, tmp_path: Path) -> None:
    """Right behind the one under way, which is left; the files have it before it is shown."""
    stage.runner.begin(HOLDS, PERSON)
    stage.pass_time(6.0)
    stage.views.clear()
    stage.runner.take_easier(_easier())
    assert [view.status for view in stage.views] == [Status.PAUSED, Status.PAUSED]
    view = stage.views[-1]
    assert (view.exercise and view.exercise.name, view.remaining) == ("Easier", 4.0)
    assert not stage.runner._timer.isActive()
    found = _found(tmp_path)
    assert [exercise.id for exercise in found.routine.exercises] == ["r:0", "easier"]
    assert found.session.held == {1: pytest.approx(2.0)}
    stage.runner.send(Event.RESUME)
    stage.pass_time(14.5)
    (ended,) = stage.ended
    assert ended.routine.steps == (*HOLDS.steps, Step(_easier()))
    assert ended.session.status is Status.FINISHED


def test_an_easier_exercise_is_gentler_on_a_flare_up_day(stage: Stage) -> None:
    """As the notes say."""
    stage.runner.begin(HOLDS, PERSON, NOTES)
    stage.runner.take_easier(_easier())
    assert stage.runner.view is not None
    assert stage.runner.session is not None
    assert stage.runner.session.plan.phases[-1].seconds == 5.0


def test_without_a_session_or_room_nothing_easier_comes(stage: Stage) -> None:
    """The session stays as it is, but for the pause."""
    assert stage.runner.longer_by(_easier()) is None
    stage.runner.take_easier(_easier())
    full = replace(HOLDS, steps=HOLDS.steps * MAX_STEPS)
    stage.runner.begin(full, PERSON)
    assert stage.runner.longer_by(_easier()) is None
    stage.runner.take_easier(_easier())
    assert stage.runner.routine == full
    assert stage.runner.session is not None
    assert stage.runner.session.status is Status.PAUSED


def test_what_ends_meanwhile_takes_nothing_easier(stage: Stage) -> None:
    """The time up to the request is played first."""
    stage.runner.begin(HOLDS, PERSON)
    stage.clock.awake_seconds += 60.0
    stage.runner.take_easier(_easier())
    (ended,) = stage.ended
    assert ended.routine == HOLDS


def test_an_easier_one_that_cannot_be_kept_is_done_all_the_same(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said once, and the files stay those of before."""

    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    stage.runner.begin(HOLDS, PERSON)
    monkeypatch.setattr(stage.store, "change", refuse)
    stage.runner.take_easier(_easier())
    stage.runner.take_easier(_easier())
    assert stage.failures == ["the disk is full"]
    assert stage.runner.routine is not None
    assert len(stage.runner.routine.steps) == 3
    assert len(_found(tmp_path).routine.steps) == 1
