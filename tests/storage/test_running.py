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
from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Timeline
from hipstretch.storage.library import ExerciseShelf
from hipstretch.storage.running import RunningSession

KILLS = 20
PERSON = Person(Affected.LEFT, Side.LEFT, extra_rep=True, breath=5.0, breathe_along=True)
WALL = 1_700_000_000.5


def _routine() -> Routine:
    exercise = Exercise(
        id="r:0",
        name="Knee to chest",
        kind=Kind.STRETCH,
        position=Position.LYING_ON_BACK,
        areas=(Area.HIP,),
        instructions=Instructions("Lie down.", "Pull.", "Hold your {side} knee.", "Let go."),
        dose=Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2)),
    )
    return Routine(id="r", name="Mornings", steps=(Step(exercise, written_out=True),))


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
    store.save("r", PERSON, _session(), WALL)
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


def test_what_comes_back_can_be_saved_again(saved: Path, store: RunningSession) -> None:
    """Going on and closing at once keeps the place."""
    first = store.load()
    assert first is not None

    store.save(first.routine.id, first.person, first.session, WALL + 60)

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
    store.save("r", PERSON, Session.of(Timeline.of(_routine(), PERSON)), WALL)
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
_KEYS = ("version", "routine", "person", "phase", "offset", "played", "held", "changed")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from([*_KEYS, "stopped_at"]), _VALUES, min_size=1, max_size=4))
def test_loading_gives_a_session_or_none_whatever_is_in_the_file(
    store: RunningSession, tmp_path: Path, values: dict[str, object]
) -> None:
    """No content of the file makes the start of the program fail."""
    store.begin(_routine())
    store.save("r", PERSON, _session(), WALL)
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
        store.save("r", PERSON, _session(), WALL)
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
    store.save("r", Person(), session, float(count))
    print(count, flush=True)
"""


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


def _killed_after(saves: int, folder: Path) -> int:
    """Let a program of its own save so many times, kill it, and tell the last save it reported."""
    environment = {**os.environ, "PYTHONPATH": str(Path(hipstretch.__file__).parents[1])}
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder)],
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
