"""The routines and exercises on disk: the bundled ones and the person's own, read when needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hipstretch.core.catalogue import Facts, FaultItem, HomeItem, RoutineItem
from hipstretch.core.exercise import Exercise
from hipstretch.core.fault import Fault
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine
from hipstretch.storage.files import is_file
from hipstretch.storage.format.reader import (
    ExerciseFile,
    RoutineFile,
    read_bytes,
    read_exercise,
    read_routine,
)

SUFFIX = ".yaml"
EXERCISES_FOLDER = "stretches"


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine file: the routine, or why there is none; `hides_bundled` where it replaces one."""

    id: str
    path: Path
    is_own: bool
    hides_bundled: bool
    routine: Routine | None
    faults: tuple[Fault, ...]

    def item(self, person: Person) -> HomeItem:
        """What Home shows of it: the routine's facts for a person, or what is wrong."""
        if self.routine is None:
            return FaultItem(str(self.path), self.path.name, self.faults)
        is_own = self.is_own and not self.hides_bundled
        return RoutineItem(Facts.of(self.routine, person, is_own=is_own))


def _yaml_files(folder: Path) -> dict[str, Path]:
    """The YAML files of a folder by id, in order; none where it cannot be listed."""
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return {}
    return {path.stem: path for path in names if _is_content(path)}


def _is_content(path: Path) -> bool:
    """Whether a file is meant to be read: a plain one that ends in .yaml and is not hidden."""
    return path.suffix == SUFFIX and not path.name.startswith(".") and is_file(path)


def _unreadable(error: OSError) -> tuple[Fault, ...]:
    """The fault of a file that the system does not give out."""
    return (Fault(1, 1, f"the file cannot be read: {error.strerror or error}"),)


class ExerciseShelf:
    """Exercises by id from several folders, the first folder that has an id winning."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._paths: dict[str, Path] = {}
        for folder in folders:
            self._paths = _yaml_files(folder) | self._paths
        self._files: dict[str, ExerciseFile] = {}

    def ids(self) -> frozenset[str]:
        """All ids, those of faulty files too."""
        return frozenset(self._paths)

    def path(self, exercise_id: str) -> Path:
        """The file of an id; raises KeyError where there is none."""
        return self._paths[exercise_id]

    def find(self, exercise_id: str) -> Exercise | None:
        """The exercise of an id; None where there is none or its file is faulty."""
        return self.load(exercise_id).exercise if exercise_id in self._paths else None

    def load(self, exercise_id: str) -> ExerciseFile:
        """An exercise's file, read once; raises KeyError where there is none."""
        if exercise_id not in self._files:
            self._files[exercise_id] = self._read(exercise_id)
        return self._files[exercise_id]

    def _read(self, exercise_id: str) -> ExerciseFile:
        """Read the file of an id."""
        try:
            data = read_bytes(self._paths[exercise_id])
        except OSError as error:
            return ExerciseFile(None, _unreadable(error))
        return read_exercise(data, exercise_id, self)


class Library:
    """All routines: the person's own, and the bundled ones that no own file replaces."""

    def __init__(self, bundled: Path, own: Path) -> None:
        self.bundled_folder = bundled
        self.own_folder = own
        self.exercises = ExerciseShelf([own / EXERCISES_FOLDER, bundled / EXERCISES_FOLDER])

    def bundled_entries(self) -> Iterator[Entry]:
        """The bundled routines, each read when it is asked for; those replaced as their own file.

        Where the own file is faulty, the bundled routine is there as well.
        """
        own = _yaml_files(self.own_folder)
        for routine_id, path in _yaml_files(self.bundled_folder).items():
            if routine_id in own:
                entry = self._entry(own[routine_id], is_own=True, hides_bundled=True)
                yield entry
                if entry.routine is not None:
                    continue
            yield self._entry(path, is_own=False)

    def own_entries(self) -> Iterator[Entry]:
        """The person's other routines, each read when it is asked for."""
        bundled = _yaml_files(self.bundled_folder)
        for routine_id, path in _yaml_files(self.own_folder).items():
            if routine_id not in bundled:
                yield self._entry(path, is_own=True)

    def find(self, routine_id: str) -> Entry | None:
        """The routine of an id, the own one first; None where there is none."""
        own = self.own_folder / f"{routine_id}{SUFFIX}"
        bundled = self.bundled_folder / f"{routine_id}{SUFFIX}"
        if _is_content(own):
            return self._entry(own, is_own=True, hides_bundled=bundled.is_file())
        return self._entry(bundled, is_own=False) if _is_content(bundled) else None

    def find_readable(self, routine_id: str) -> Entry | None:
        """As `find`, but the bundled routine where the own file that replaces it is faulty."""
        entry = self.find(routine_id)
        if entry is None or entry.routine is not None or not entry.hides_bundled:
            return entry
        return self._entry(self.bundled_folder / entry.path.name, is_own=False)

    def bundled(self, routine_id: str) -> Routine | None:
        """The routine as it comes with the program, whatever the person made of it."""
        path = self.bundled_folder / f"{routine_id}{SUFFIX}"
        return self._entry(path, is_own=False).routine if _is_content(path) else None

    def read(self, path: Path) -> RoutineFile:
        """Read any routine file with this library's exercises."""
        try:
            data = read_bytes(path)
        except OSError as error:
            return RoutineFile(None, _unreadable(error))
        return read_routine(data, path.stem, self.exercises)

    def _entry(self, path: Path, *, is_own: bool, hides_bundled: bool = False) -> Entry:
        """Read one file."""
        file = self.read(path)
        return Entry(path.stem, path, is_own, hides_bundled, file.routine, file.faults)
