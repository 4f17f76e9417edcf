from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hipstretch import paths
from hipstretch.qt.routine_shelf import SLICE, RoutineShelf
from hipstretch.storage.library import Entry, Library

MANY = 3000
GOOD = "name: Routine {}\nsteps:\n- stretch: knee-to-chest\n"
BROKEN = "name: Routine {}\nsteps: [\n"


def _library(folder: Path) -> Library:
    return Library(paths.bundled("routines"), folder)


def _write(folder: Path, count: int) -> None:
    """Own routines, every tenth of them broken."""
    folder.mkdir()
    for number in range(count):
        text = GOOD if number % 10 else BROKEN
        (folder / f"r{number:04}.yaml").write_text(text.format(number), encoding="utf-8")


@pytest.fixture
def milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock of the shelf that goes on by a millisecond at each look."""

    def ticks() -> Iterator[float]:
        now = 0
        while True:
            yield now / 1000
            now += 1

    clock = ticks()
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))


def _own(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries if entry.is_own]


@pytest.mark.usefixtures("qapp", "milliseconds")
def test_own_routines_come_in_slices(tmp_path: Path) -> None:
    """First what can be read in one slice with all the bundled ones, then slice after slice."""
    _write(tmp_path / "own", 40)
    shelf = RoutineShelf(_library(tmp_path / "own"))
    slices: list[tuple[Entry, ...]] = []
    completed: list[bool] = []
    shelf.entries_added.connect(slices.append)
    shelf.completed.connect(lambda: completed.append(True))

    first = shelf.read()
    assert slices == []
    assert shelf._timer.isActive()
    assert shelf._timer.interval() == 0
    while not completed:
        shelf._on_timed_out()

    size = round(SLICE * 1000)
    assert [len(_own(one)) for one in (first, *slices)] == [size, size, size, 40 - 3 * size]
    bundled = [entry.id for entry in first if not entry.is_own]
    assert bundled == sorted(path.stem for path in paths.bundled("routines").glob("*.yaml"))
    assert [i for one in (first, *slices) for i in _own(one)] == [f"r{n:04}" for n in range(40)]
    assert completed == [True]
    assert not shelf._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_without_own_routines_the_bundled_ones_are_all(tmp_path: Path) -> None:
    """A folder that is not there is an empty one."""
    shelf = RoutineShelf(_library(tmp_path / "own"))
    slices: list[tuple[Entry, ...]] = []
    shelf.entries_added.connect(slices.append)

    first = shelf.read()
    shelf._on_timed_out()

    assert _own(first) == []
    assert slices == []
    assert not shelf._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_an_own_file_stands_in_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    """It is read with the bundled ones; where it is broken, both are there."""
    (tmp_path / "own").mkdir()
    for routine_id, text in (("core-steadier", GOOD), ("desk-break", BROKEN)):
        (tmp_path / "own" / f"{routine_id}.yaml").write_text(text, encoding="utf-8")

    entries = RoutineShelf(_library(tmp_path / "own")).read()

    found = [(entry.id, entry.is_own, entry.routine is not None) for entry in entries]
    assert ("core-steadier", True, True) in found
    assert ("core-steadier", False, True) not in found
    assert ("desk-break", True, False) in found
    assert ("desk-break", False, True) in found


@pytest.mark.usefixtures("qapp", "milliseconds")
def test_reading_again_begins_anew(tmp_path: Path) -> None:
    """What was not read yet of the first time does not come twice."""
    _write(tmp_path / "own", 20)
    shelf = RoutineShelf(_library(tmp_path / "own"))
    slices: list[tuple[Entry, ...]] = []
    shelf.entries_added.connect(slices.append)
    shelf.read()

    first = shelf.read()
    while shelf._timer.isActive():
        shelf._on_timed_out()

    assert [i for one in (first, *slices) for i in _own(one)] == [f"r{n:04}" for n in range(20)]


def test_thousands_of_files_keep_nobody_waiting(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """The first are there at once, the others while the window lives, broken ones too."""
    _write(tmp_path / "own", MANY)
    shelf = RoutineShelf(_library(tmp_path / "own"))
    found: list[Entry] = []
    slices: list[int] = []

    def add(entries: tuple[Entry, ...]) -> None:
        slices.append(len(entries))
        found.extend(entries)

    shelf.entries_added.connect(add)
    with qtbot.waitSignal(shelf.completed, timeout=60_000):
        found.extend(shelf.read())
        at_once = len(found)

    assert at_once < MANY / 10
    assert max(slices) < MANY / 10
    assert _own(tuple(found)) == [f"r{number:04}" for number in range(MANY)]
    broken = [entry.id for entry in found if entry.routine is None]
    assert broken == [f"r{number:04}" for number in range(0, MANY, 10)]
    del qapp
