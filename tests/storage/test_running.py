from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hipstretch
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.easier import at_easier, with_easier
from hipstretch.core.notes import NOTHING_NOTED, Notes
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession
from tests.exercises import written_step

KILLS = 20
PERSON = Person(Affected.LEFT, Side.LEFT, extra_rep=True, breath=5.0, breathe_along=True)
WALL = 1_700_000_000.5
NOTES = Notes(Feeling(10, PainPlace.BELOW_KNEE), is_gentle=True, hurts=(3, 12))


def _routine() -> Routine:
    dose = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2))
    return Routine(id="r", name="Mornings", steps=(written_step(dose),))


def _played(session: Session, *events: tuple[Event, float]) -> Session:
    for event, now in events:
        session, _ = session.handle(event, now)
    return session


def _session() -> Session:
    """In the second phase, with a rep behind it and one that was made longer."""
    session = Session.of(Timeline.of(_routine(), PERSON))
    return _played(
        session,
        (Event.START, 100.0),
        (Event.SKIP, 101.0),
        (Event.MORE, 105.0),
        (Event.TICK, 107.25),
    )


@pytest.fixture
def store(tmp_path: Path) -> RunningSession:
    """A store in an empty folder, on a machine without any exercises."""
    return RunningSession(tmp_path, ExerciseShelf([]))


@pytest.fixture
def saved(store: RunningSession, tmp_path: Path) -> Path:
    """The folder of a store with a session in it."""
    store.begin(_routine())
    store.save(_routine(), PERSON, _session(), WALL)
    return tmp_path


def test_nothing_is_there_at_first(store: RunningSession) -> None:
    """Where nothing was begun there is nothing to go on with."""
    assert store.load() is None


def test_a_session_comes_back_at_the_same_place(saved: Path) -> None:
    """Another run of the program finds the routine, the person, the place and what was done."""
    found = RunningSession(saved, ExerciseShelf([])).load()

    assert found is not None
    before = _session()
    assert found.routine == _routine()
    assert found.person == PERSON
    assert found.stopped_at == WALL
    assert found.session.status is Status.PAUSED
    assert found.session.anchor == before.anchor == (1, 6.25)
    assert found.session.held == before.held == {1: 6.25}
    assert found.session.changed == before.changed == {1: 30.0}
    assert found.session.played == before.played == 7.25
    assert found.session.timeline.phases == before.timeline.phases
    assert found.session.plan.phases == before.plan.phases


def test_a_place_of_before_breathing_along_is_read(saved: Path, store: RunningSession) -> None:
    """Whoever left it then did not breathe along."""
    path = saved / "running.json"
    place = json.loads(path.read_text(encoding="utf-8"))
    del place["person"]["breathe_along"]
    path.write_text(json.dumps(place), encoding="utf-8")

    found = store.load()

    assert found is not None
    assert found.person == replace(PERSON, breathe_along=False)
    assert {phase.breath for phase in found.session.timeline.phases} == {None}


def test_what_is_noted_comes_back(saved: Path, store: RunningSession) -> None:
    """How it felt before, the flare-up day and what hurt."""
    store.save(_routine(), PERSON, _session(), WALL, NOTES)
    found = RunningSession(saved, ExerciseShelf([])).load()
    assert found is not None
    assert found.notes == NOTES


def test_a_place_of_before_there_were_notes_is_read(saved: Path, store: RunningSession) -> None:
    """Nothing is known then besides the place, and the exercises have no ids of their own."""
    path = saved / "running.json"
    place = json.loads(path.read_text(encoding="utf-8"))
    for key in ("notes", "file", "exercises"):
        del place[key]
    path.write_text(json.dumps(place), encoding="utf-8")
    found = store.load()
    assert found is not None
    assert found.notes == NOTHING_NOTED
    assert found.routine == _routine()


def test_exercises_keep_their_ids(store: RunningSession, tmp_path: Path) -> None:
    """The history knows them by these; a pause has none."""
    (step,) = _routine().steps
    assert isinstance(step, Step)
    known = replace(step, exercise=replace(step.exercise, id="knee-to-chest"))
    routine = replace(_routine(), steps=(known, Rest(Duration(5.0)), step))
    store.begin(routine)
    store.save(routine, PERSON, Session.of(Timeline.of(routine, PERSON)), WALL)
    found = RunningSession(tmp_path, ExerciseShelf([])).load()
    assert found is not None
    assert [exercise.id for exercise in found.routine.exercises] == ["knee-to-chest", "r:0"]


def _with_one_more(
    routine: Routine, session: Session, name: str = "Easier"
) -> tuple[Routine, Session]:
    """Routine and session with another exercise behind the one under way."""
    (exercise, *_) = routine.exercises
    step = session.timeline.phases[session.anchor.phase_index].step
    longer = with_easier(routine, step, replace(exercise, id=name.lower(), name=name))
    assert longer is not None
    return longer, at_easier(session, Timeline.of(longer, PERSON))


def test_a_changed_routine_comes_back(saved: Path, store: RunningSession) -> None:
    """With the place in it, however often it changes, and without the files of before."""
    routine, session = _routine(), _session()
    for number in range(3):
        routine, session = _with_one_more(routine, session, f"Easier {number}")
        store.change(routine, PERSON, session, WALL, NOTES)
        found = RunningSession(saved, ExerciseShelf([])).load()
        assert found is not None
        assert [e.id for e in found.routine.exercises] == [e.id for e in routine.exercises]
        assert (found.session.anchor, found.session.held) == (session.anchor, session.held)
        assert found.session.changed == session.changed == {1: 30.0}
        assert found.notes == NOTES
        assert len(list(saved.iterdir())) == 2


def test_another_run_goes_on_with_the_changed_routine(saved: Path, store: RunningSession) -> None:
    """And can change it once more."""
    store.change(*_changed(), WALL, NOTES)
    again = RunningSession(saved, ExerciseShelf([]))
    found = again.load()
    assert found is not None
    again.save(found.routine, found.person, found.session, WALL + 1)
    routine, session = _with_one_more(found.routine, found.session, "Easiest")
    again.change(routine, PERSON, session, WALL + 2, NOTES)
    last = store.load()
    assert last is not None
    assert len(last.routine.steps) == 3
    store.forget()
    assert list(saved.iterdir()) == []


def _changed() -> tuple[Routine, Person, Session]:
    """A routine that has changed once, its person and the session in it."""
    routine, session = _with_one_more(_routine(), _session())
    return routine, PERSON, session


def test_a_place_that_cannot_be_changed_stays_with_its_routine(
    saved: Path, store: RunningSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk between the two files leaves the session of before."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        if path.name == "running.json":
            raise OSError(f"no space for {path.name}")

    with monkeypatch.context() as patch:
        patch.setattr("hipstretch.storage.running.write_atomically", refuse)
        with pytest.raises(OSError, match=r"running\.json"):
            store.change(*_changed(), WALL, NOTES)
    store.save(_routine(), PERSON, _session(), WALL + 5)
    found = RunningSession(saved, ExerciseShelf([])).load()
    assert found is not None
    assert (found.routine, found.stopped_at) == (_routine(), WALL + 5)


def test_what_comes_back_can_be_saved_again(saved: Path, store: RunningSession) -> None:
    """Going on and closing at once keeps the place."""
    first = store.load()
    assert first is not None

    store.save(first.routine, first.person, first.session, WALL + 60)

    again = RunningSession(saved, ExerciseShelf([])).load()
    assert again is not None
    assert again.session == replace(
        first.session, plan=again.session.plan, timeline=again.session.timeline
    )
    assert again.stopped_at == WALL + 60


def test_beginning_another_session_forgets_the_first(saved: Path, store: RunningSession) -> None:
    """A routine that was just begun has no place of the one before."""
    store.begin(replace(_routine(), name="Evenings"))

    assert store.load() is None
    store.save(_routine(), PERSON, Session.of(Timeline.of(_routine(), PERSON)), WALL)
    found = store.load()
    assert found is not None
    assert found.routine.name == "Evenings"
    assert sorted(path.name for path in saved.iterdir()) == ["running-routine.yaml", "running.json"]


def test_forgetting_leaves_no_file(saved: Path, store: RunningSession) -> None:
    """After a session is over nothing is left, and forgetting again does no harm."""
    store.forget()
    store.forget()

    assert store.load() is None
    assert list(saved.iterdir()) == []


def _without(key: str) -> Callable[[str], str]:
    def cut(text: str) -> str:
        return json.dumps({name: value for name, value in json.loads(text).items() if name != key})

    return cut


def _with(**values: object) -> Callable[[str], str]:
    def put(text: str) -> str:
        return json.dumps({**json.loads(text), **values})

    return put


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda _: "null",
        lambda _: "[1, 2]",
        lambda _: "\x00" * 300,
        lambda _: "[" * 100_000,
        _with(version=2),
        _with(version=None),
        _without("person"),
        _without("held"),
        _with(person=[]),
        _with(person={"affected": "arm", "first_side": "left", "extra_rep": False, "breath": 6}),
        _with(phase=99),
        _with(phase=-1),
        _with(phase="one"),
        _with(phase=float("inf")),
        _with(offset=30.5),
        _with(offset=-1),
        _with(offset=float("nan")),
        _with(played=float("nan")),
        _with(played=None),
        _with(stopped_at=1e300),
        _with(held=[]),
        _with(held={"1": "long"}),
        _with(held={"one": 2}),
        _with(held={"1": -2}),
        _with(changed={"1": float("inf")}),
        _with(file="running.json"),
        _with(file=[]),
        _with(exercises="r:0"),
        _with(exercises=["r:0", "r:1"]),
        _with(notes=None),
        _with(notes={"pain": 11}),
        _with(notes={"pain": "much"}),
        _with(notes={"place": "hair"}),
        _with(notes={"hurts": ["a"]}),
        _with(notes={"hurts": 3}),
    ],
)
def test_a_place_that_cannot_be_read_is_set_aside(
    damage: Callable[[str], str], saved: Path, store: RunningSession
) -> None:
    """A torn, foreign or mad file is no session, and is kept for whoever wants to look at it."""
    place = saved / "running.json"
    damaged = damage(place.read_text(encoding="utf-8"))
    place.write_text(damaged, encoding="utf-8")

    assert store.load() is None
    assert store.load() is None
    names = sorted(path.name for path in saved.iterdir())
    assert names == ["running-routine.unreadable.yaml", "running.unreadable.json"]
    assert (saved / "running.unreadable.json").read_text(encoding="utf-8") == damaged


@pytest.mark.parametrize("text", [b"", b"name: [", b"\xff\xfe", b"name: A\nsteps:\n- rest: x\n"])
def test_a_routine_that_cannot_be_read_is_set_aside(
    text: bytes, saved: Path, store: RunningSession
) -> None:
    """Without its routine a place means nothing."""
    (saved / "running-routine.yaml").write_bytes(text)

    assert store.load() is None
    assert (saved / "running-routine.unreadable.yaml").read_bytes() == text


def test_a_place_that_is_no_text_is_set_aside(saved: Path, store: RunningSession) -> None:
    """Bytes that are no UTF-8 are no session."""
    (saved / "running.json").write_bytes(b'{"version": "\xff"}')

    assert store.load() is None
    assert (saved / "running.unreadable.json").exists()


def test_a_damaged_place_without_a_routine_is_set_aside(saved: Path, store: RunningSession) -> None:
    """There is nothing else to set aside."""
    (saved / "running-routine.yaml").unlink()
    (saved / "running.json").write_text("{", encoding="utf-8")

    assert store.load() is None
    assert [path.name for path in saved.iterdir()] == ["running.unreadable.json"]


def test_a_place_without_a_routine_is_no_session(saved: Path, store: RunningSession) -> None:
    """A stop between two files of a new session leaves nothing to go on with."""
    (saved / "running-routine.yaml").unlink()

    assert store.load() is None


def test_what_was_set_aside_before_is_not_overwritten(saved: Path, store: RunningSession) -> None:
    """A second damaged session gets a name of its own."""
    for text in ("first", "second"):
        store.begin(_routine())
        (saved / "running.json").write_text(text, encoding="utf-8")
        assert store.load() is None

    assert (saved / "running.unreadable.json").read_text(encoding="utf-8") == "first"
    assert (saved / "running.unreadable-2.json").read_text(encoding="utf-8") == "second"


_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["0", "1", "affected", "breath"]), inner, max_size=3)
    ),
    max_leaves=6,
)
_PLACE = ("version", "routine", "person", "phase", "offset", "played", "held", "changed")
_KEYS = (*_PLACE, "file", "exercises", "notes")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from([*_KEYS, "stopped_at"]), _VALUES, min_size=1, max_size=4))
def test_loading_gives_a_session_or_none_whatever_is_in_the_file(
    store: RunningSession, tmp_path: Path, values: dict[str, object]
) -> None:
    """No content of the file makes the start of the program fail."""
    store.begin(_routine())
    store.save(_routine(), PERSON, _session(), WALL)
    place = tmp_path / "running.json"
    place.write_text(_with(**values)(place.read_text(encoding="utf-8")), encoding="utf-8")

    found = store.load()

    assert found is None or found.session.moment(0.0).phase is not None
    for path in tmp_path.glob("*.unreadable*"):
        path.unlink()


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    """Where nothing can be written, beginning and saving raise OSError."""
    (tmp_path / "state").write_text("a file in the place of the folder", encoding="utf-8")
    store = RunningSession(tmp_path / "state", ExerciseShelf([]))

    with pytest.raises(OSError, match="state"):
        store.begin(_routine())
    with pytest.raises(OSError, match="state"):
        store.save(_routine(), PERSON, _session(), WALL)
    assert (tmp_path / "state").read_text(encoding="utf-8").startswith("a file")


_CHILD = """
import sys
from pathlib import Path
from hipstretch.core.person import Person
from hipstretch.core.session import Event, Session
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession

store = RunningSession(Path(sys.argv[1]), ExerciseShelf([]))
routine = store.load().routine
session, _ = Session.of(Timeline.of(routine, Person())).handle(Event.START, 0.0)
for count in range(1, 10_000_000):
    session, _ = session.handle(Event.TICK, count / 1_000_000)
    store.save(routine, Person(), session, float(count))
    print(count, flush=True)
"""


_CHANGING_CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from hipstretch.core.easier import at_easier, with_easier
from hipstretch.core.notes import Notes
from hipstretch.core.person import Person
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession

store = RunningSession(Path(sys.argv[1]), ExerciseShelf([]))
found = store.load()
routine, session = found.routine, found.session
(exercise, *_) = routine.exercises
for count in range(1, 10_000_000):
    if len(routine.steps) == 3:
        routine, session = found.routine, found.session
    else:
        step = session.timeline.phases[session.anchor.phase_index].step
        routine = with_easier(routine, step, exercise)
        session = at_easier(session, Timeline.of(routine, found.person))
    notes = Notes(hurts=tuple(range(len(routine.steps))))
    store.change(routine, found.person, session, float(count), notes)
    print(count, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_while_the_routine_changes_leaves_what_belongs_together(
    saved: Path, store: RunningSession
) -> None:
    """Killed at twenty random moments, routine and place are those of one save, old or new."""
    moments = random.Random(2)  # noqa: S311 -- moments, no secrets
    for _ in range(KILLS):
        reported = _killed_after(moments.randrange(1, 20), saved, _CHANGING_CHILD)
        found = store.load()
        assert found is not None
        assert reported <= found.stopped_at <= reported + 1
        assert len(found.notes.hurts) == len(found.routine.steps)
        step = found.session.timeline.phases[found.session.anchor.phase_index].step
        assert step == len(found.routine.steps) - 1
        store.begin(_routine())
        store.save(_routine(), PERSON, _session(), 0.0)
    store.forget()
    assert list(saved.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_in_the_middle_of_saving_loses_nothing(saved: Path, store: RunningSession) -> None:
    """Killed at twenty random moments, the last place that was saved, or a later one, is there."""
    moments = random.Random(1)  # noqa: S311 -- moments, no secrets
    for _ in range(KILLS):
        reported = _killed_after(moments.randrange(1, 60), saved)
        found = store.load()
        assert found is not None
        assert reported <= found.stopped_at <= reported + 1
        assert found.session.anchor.offset == pytest.approx(found.stopped_at / 1_000_000)
        for left in saved.glob(".*.tmp"):
            left.unlink()
    assert sorted(path.name for path in saved.iterdir()) == ["running-routine.yaml", "running.json"]


def _killed_after(saves: int, folder: Path, program: str = _CHILD) -> int:
    """Let a program of its own save so many times, kill it, and tell the last save it reported."""
    environment = {**os.environ, "PYTHONPATH": str(Path(hipstretch.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as child:
        assert child.stdout is not None
        for _ in range(saves):
            assert child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
        reported = [int(line) for line in child.stdout.read().splitlines()]
    return reported[-1] if reported else saves


def test_begin_sweeps_away_what_a_killed_program_had_half_written(
    store: RunningSession, tmp_path: Path
) -> None:
    """A kill in the middle of saving leaves a hidden file, which the next session removes."""
    half = tmp_path / ".running.json.abc.tmp"
    half.write_text("{", encoding="utf-8")
    store.begin(_routine())
    assert not half.exists()
