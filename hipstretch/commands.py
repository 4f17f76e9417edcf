"""The words of the `hipstretch` command, which need no Qt: check, plan, list."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from hipstretch import __version__, paths
from hipstretch.core.exercise import Exercise
from hipstretch.core.fault import Fault
from hipstretch.core.person import Affected, Person
from hipstretch.core.routine import Routine, Step
from hipstretch.core.timeline import Phase, Timeline
from hipstretch.figure_command import add_figure_command, figure_shelf
from hipstretch.history_commands import add_history_commands
from hipstretch.remote_commands import add_remote_commands
from hipstretch.storage.files import is_file
from hipstretch.storage.format.reader import read_bytes, read_either
from hipstretch.storage.library import (
    EXERCISES_FOLDER,
    SUFFIX,
    Entry,
    ExerciseShelf,
    Library,
)

USAGE_ERROR = 2


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns its exit status."""
    _print_every_character()
    options = _parser().parse_args(arguments)
    command: Callable[[Namespace], int] = options.run
    return command(options)


def _print_every_character() -> None:
    """What the terminal has no character for is printed as an escape, and fails no command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> ArgumentParser:
    """The words that the command knows."""
    parser = ArgumentParser(
        prog="hipstretch",
        description="Guided stretching for hip, lower-back and sciatica pain. "
        "Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"hipstretch {__version__}")
    words = parser.add_subparsers(required=True, metavar="COMMAND")

    check = words.add_parser("check", help="find every fault in routine or exercise files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(run=_check)

    plan = words.add_parser("plan", help="print what the player would play")
    plan.add_argument("routine", metavar="ROUTINE", help="a routine's id or a path")
    plan.add_argument("--affected", choices=["left", "right"], help="the sore side")
    plan.add_argument("--json", action="store_true", help="print one JSON object")
    plan.set_defaults(run=_plan)

    listing = words.add_parser("list", help="list the routines")
    listing.add_argument("--exercises", action="store_true", help="list the exercises instead")
    listing.add_argument("--json", action="store_true", help="print a JSON array")
    listing.set_defaults(run=_list)
    add_history_commands(words)
    add_figure_command(words)
    add_remote_commands(words)
    return parser


def _library() -> Library:
    """The bundled and the person's own routines."""
    return Library(paths.bundled("routines"), paths.own_folder() / "routines")


def _check(options: Namespace) -> int:
    """Print the faults of every file; 1 where there are any."""
    found = 0
    for path in options.files:
        for fault in _faults_of(path):
            found += 1
            print(fault.describe(path))
    return 1 if found else 0


def _faults_of(path: Path) -> tuple[Fault, ...]:
    """The faults of one file."""
    try:
        if path.exists() and not path.is_file():
            return (Fault(1, 1, "not a file"),)
        data = read_bytes(path)
    except OSError as error:
        return (Fault(1, 1, f"the file cannot be read: {error.strerror or error}"),)
    is_exercise = path.resolve().parent.name == EXERCISES_FOLDER
    figures = figure_shelf().ids()
    return read_either(data, path.stem, _shelf_for(path), figures, is_exercise=is_exercise)


def _shelf_for(path: Path) -> ExerciseShelf:
    """The exercises that a file may name: those beside it, the person's own, the bundled ones."""
    folder = path.resolve().parent
    beside = folder if folder.name == EXERCISES_FOLDER else folder / EXERCISES_FOLDER
    own = paths.own_folder() / "routines" / EXERCISES_FOLDER
    return ExerciseShelf([beside, own, paths.bundled("routines") / EXERCISES_FOLDER])


def _plan(options: Namespace) -> int:
    """Print a routine's phases; 1 where its file is faulty, 2 where there is none."""
    entry = _find_routine(options.routine)
    if entry is None:
        print(f"hipstretch: there is no routine or file {options.routine}", file=sys.stderr)
        return USAGE_ERROR
    if entry.routine is None:
        for fault in entry.faults:
            print(fault.describe(entry.path), file=sys.stderr)
        return 1
    timeline = Timeline.of(entry.routine, _person(options.affected))
    if options.json:
        _print_json(
            {
                "name": entry.routine.name,
                "seconds": _whole(timeline.seconds),
                "phases": [_plain_phase(phase) for phase in timeline.phases],
            }
        )
    else:
        _print_plan(entry.routine, timeline)
    return 0


def _find_routine(word: str) -> Entry | None:
    """The routine of an id or a path."""
    library = _library()
    path = Path(word)
    is_path = path.suffix == SUFFIX or len(path.parts) > 1
    if not is_path:
        entry = library.find(word)
        if entry is not None:
            return entry
    if not is_file(path):
        return None
    library.exercises = _shelf_for(path)
    file = library.read(path)
    return Entry(path.stem, path, True, False, file.routine, file.faults)


def _person(affected: str | None) -> Person:
    """The person of the settings, with the sore side that the command names."""
    from dataclasses import replace

    from hipstretch.storage.settings_file import SettingsFile

    person = SettingsFile(paths.own_folder() / "settings.json").load().person
    return person if affected is None else replace(person, affected=Affected(affected))


def _whole(seconds: float | None) -> float | None:
    """Seconds without a needless `.0`."""
    return int(seconds) if seconds is not None and seconds == int(seconds) else seconds


def _plain_phase(phase: Phase) -> dict[str, object]:
    """A phase as the file format's page describes it."""
    plain = phase._asdict()
    del plain["step"], plain["breath"]
    return plain | {"start": _whole(phase.start), "seconds": _whole(phase.seconds)}


def _print_json(value: object) -> None:
    """Print a value as JSON."""
    import json

    print(json.dumps(value, indent=2, ensure_ascii=False))


def _print_plan(routine: Routine, timeline: Timeline) -> None:
    """Print the phases as a table."""
    print(f"{routine.name}: {_clock(timeline.seconds)} min")
    for phase in timeline.phases:
        length = "your pace" if phase.seconds is None else f"{phase.seconds:g} s"
        side = "" if phase.side is None or phase.side == "both" else phase.side
        rep = "" if phase.rep is None else f"rep {phase.rep} of {phase.reps or '?'}"
        more_sets = phase.sets is None or phase.sets > 1
        sets = f"set {phase.set} of {phase.sets or '?'}" if phase.set and more_sets else ""
        row = f"{_clock(phase.start):>6}  {length:>9}  {phase.kind:<7} {side:<6} "
        print(f"{row}{phase.stretch or 'pause'}  {rep} {sets}".rstrip())


def _clock(seconds: float) -> str:
    """Minutes and seconds, `12:05`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _list(options: Namespace) -> int:
    """Print the routines or the exercises; faulty files go to stderr."""
    rows = list(_exercise_rows() if options.exercises else _routine_rows())
    if options.json:
        _print_json(rows)
    else:
        width = max((len(str(row["id"])) for row in rows), default=0)
        for row in rows:
            clock = _clock(float(str(row["seconds"])))
            print(f"{row['id']:<{width}}  {clock:>6}  {row['name']}")
    return 0


def _routine_rows() -> list[dict[str, object]]:
    """A row for every routine that can be read."""
    library = _library()
    rows = []
    for entry in [*library.bundled_entries(), *library.own_entries()]:
        if entry.routine is None:
            _tell_faults(entry.path, entry.faults)
        else:
            rows.append(_row(entry.routine, is_own=entry.is_own))
    return rows


def _exercise_rows() -> list[dict[str, object]]:
    """A row for every exercise that can be read."""
    library = _library()
    shelf = library.exercises
    rows = []
    for exercise_id in sorted(shelf.ids()):
        file = shelf.load(exercise_id)
        path = shelf.path(exercise_id)
        if file.exercise is None:
            _tell_faults(path, file.faults)
        else:
            is_own = path.is_relative_to(library.own_folder)
            rows.append(_row(_alone(file.exercise), is_own=is_own))
    return rows


def _alone(exercise: Exercise) -> Routine:
    """A routine of one exercise."""
    return Routine(id=exercise.id, name=exercise.name, steps=(Step(exercise),))


def _row(routine: Routine, *, is_own: bool) -> dict[str, object]:
    """What `list` tells of a routine."""
    return {
        "id": routine.id,
        "name": routine.name,
        "seconds": _whole(Timeline.of(routine, Person()).seconds),
        "positions": list(routine.positions),
        "areas": list(routine.areas),
        "equipment": list(routine.equipment),
        "origin": "own" if is_own else "bundled",
    }


def _tell_faults(path: Path, faults: tuple[Fault, ...]) -> None:
    """Print a file's faults where they do not disturb the list."""
    for fault in faults:
        print(fault.describe(path), file=sys.stderr)
