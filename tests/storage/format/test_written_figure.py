from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hipstretch import paths
from hipstretch.core.body import Picture
from hipstretch.core.catalogue import Facts
from hipstretch.core.dose import Count
from hipstretch.core.draft import Draft
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Event, Session
from hipstretch.core.timeline import Timeline
from hipstretch.storage.customised import CustomisedRoutines
from hipstretch.storage.figures import FigureShelf
from hipstretch.storage.format.figure_reader import read_figure
from hipstretch.storage.format.reader import Exercises, read_exercise, read_routine
from hipstretch.storage.format.writer import plain_exercise, write_routine
from hipstretch.storage.format.written_figure import is_written_out, plain_figure
from hipstretch.storage.library import Library
from hipstretch.storage.running import RunningSession

BUNDLED = sorted((paths.bundled("assets") / "figures").glob("*.yaml"))
EXERCISE = """\
name: Wall lean
kind: stretch
position: standing
areas: [hip]
instructions: {setup: a, move: b, hold: c, release: d}
dose: {sides: each, hold: 10 s}
"""
FIGURE = """\
figure:
  drawn_for: left
  felt: [groin]
  camera: {yaw: +30.5, pitch: 010}
  props:
    - {kind: pillow, name: "true", at: [0.050, 0]}
  keyframes:
    - name: start
      pelvis: {posture: upright, at: [0, 0, 90]}
      head: {rests: false}
    - {name: hold, left_leg: {hip: {flexion: 40}, knee: 40}}
"""
WRITTEN_OUT = EXERCISE + FIGURE


def _read(text: str = WRITTEN_OUT) -> Exercise:
    file = read_exercise(text.encode(), "wall-lean")
    assert file.exercise is not None, file.faults
    return file.exercise


def _faults(text: str) -> list[tuple[int, int, str]]:
    return [
        (fault.line, fault.column, fault.message)
        for fault in read_exercise(text.encode(), "x").faults
    ]


def test_a_figure_may_be_written_out() -> None:
    """The same keys as in a figure file make the same figure."""
    exercise = _read()
    alone = "\n".join(line[2:] for line in FIGURE.splitlines()[1:])

    found = FigureShelf([]).find(exercise.figure)
    expected = read_figure(alone.encode(), "").figure

    assert is_written_out(exercise.figure)
    assert expected is not None
    assert found == expected


def test_an_id_is_an_id() -> None:
    """It is kept as it is, and no id begins as a figure does."""
    exercise = _read(EXERCISE + "figure: knee-to-chest\n")

    assert exercise.figure == plain_figure(exercise.figure) == "knee-to-chest"
    ((line, column, message),) = _faults(EXERCISE + "figure: '{}'\n")
    assert (line, column) == (7, 9)
    assert "expected the id of a figure" in message


def test_its_faults_have_their_place_in_the_exercise_s_file() -> None:
    """Wrong keys and values as well as what the keys alone do not tell, beside other faults."""
    text = WRITTEN_OUT.replace("felt: [groin]", "felt: [nose]").replace("knee: 40", "kneee: 40")
    assert [place[:2] for place in _faults(text)] == [(9, 10), (17, 51)]

    text = WRITTEN_OUT.replace("name: hold,", "name: hold, share: 50,").replace(
        "hold: 10 s", "hold: x"
    )
    (_, _, first), (line, column, second) = _faults(text)
    assert "hold" in first or "time" in first
    assert (line, column) == (17, 7)
    assert "its share is 100" in second


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_every_bundled_figure_can_be_written_out(path: Path, exercises: Exercises) -> None:
    """Read, written and read again it is the same figure as its file's."""
    lines = path.read_text(encoding="utf-8").splitlines()
    exercise = _read(EXERCISE + "figure:\n" + "\n".join(f"  {line}" for line in lines))
    routine = Routine(id="r", name="R", steps=(Step(exercise, written_out=True),))

    again = read_routine(write_routine(routine).encode(), "r", exercises).routine

    assert again is not None
    (step,) = again.steps
    assert isinstance(step, Step)
    assert step.exercise.figure == exercise.figure
    shelf = FigureShelf([path.parent])
    figure, named = shelf.find(exercise.figure), shelf.find(path.stem)
    assert figure is not None
    assert named is not None
    assert replace(figure.plan, id=path.stem) == named.plan


def test_what_is_written_reads_as_it_was() -> None:
    """Numbers are numbers, and a text that looks like a flag stays a text."""
    plain = plain_exercise(_read())
    text = yaml.safe_dump(plain, sort_keys=False)

    assert plain["figure"]["camera"] == {"yaw": 30.5, "pitch": 10}
    assert plain["figure"]["props"][0]["name"] == "true"
    assert plain["figure"]["keyframes"][0]["head"] == {"rests": False}
    assert _read(text).figure == _read().figure


def test_it_survives_the_file_of_the_running_routine(tmp_path: Path) -> None:
    """A killed program goes on with the figure, whatever became of the exercise's file."""
    routine = Routine(id="r", name="R", steps=(Step(_read()),))
    store = RunningSession(tmp_path, Library(tmp_path, tmp_path).exercises)
    session = Session.of(Timeline.of(routine, Person())).handle(Event.START, 0.0)[0]
    store.begin(routine)
    store.save(routine, Person(), session, 1.0)

    interrupted = store.load()

    assert interrupted is not None
    (exercise,) = interrupted.routine.exercises
    assert exercise.figure == _read().figure


def test_it_survives_customising_and_save_as(tmp_path: Path) -> None:
    """Where the exercise is written out in a routine, every file of it keeps the figure."""
    own = tmp_path / "own"
    own.mkdir()
    steps = "".join(f"      {line}\n" for line in WRITTEN_OUT.splitlines())
    (own / "r.yaml").write_text(f"name: R\nsteps:\n  - stretch:\n{steps}", encoding="utf-8")
    library = Library(tmp_path / "bundled", own)
    routines = CustomisedRoutines(library)
    entry = library.find("r")
    assert entry is not None
    editing = routines.open(entry)
    (step,) = editing.draft.routine.steps
    assert isinstance(step, Step)
    changed = replace(step, dose=replace(step.dose, reps=Count(7)))
    draft = Draft.of(replace(editing.draft.routine, steps=(changed,)), editing.draft.routine)

    for saved in (routines.save(editing, draft), routines.save_as("Another", draft)):
        again = library.read(saved.path).routine
        assert again is not None
        assert [exercise.figure for exercise in again.exercises] == [_read().figure]
        assert again.steps[0] != step


def test_it_shows_the_routine_on_home() -> None:
    """Cards and the index of Home carry it as they carry an id."""
    facts = Facts.of(Routine(id="r", name="R", steps=(Step(_read()),)), Person(), is_own=True)

    assert facts.picture == Picture(_read().position, _read().figure)
    assert json.loads(json.dumps(facts.figure)) == _read().figure


def test_an_id_needs_no_engine() -> None:
    """Reading the bundled exercises imports no figure."""
    code = (
        "import sys; from pathlib import Path; from hipstretch.storage.library import Library;"
        f"shelf = Library(Path({str(paths.bundled('routines'))!r}), Path('nowhere')).exercises;"
        "assert shelf.find('knee-to-chest').figure == 'knee-to-chest';"
        "print([name for name in sys.modules if name.startswith('hipstretch.core.figure')])"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
