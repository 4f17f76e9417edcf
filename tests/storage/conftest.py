"""What the tests of the files share: exercises to name, and a way to write files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.storage.database import Database
from hipstretch.storage.format.reader import Exercises
from hipstretch.storage.library import ExerciseShelf
from tests.storage.own_home import Home

_CHECKOUT = Path(__file__).parents[2]

KNEE_TO_CHEST = Exercise(
    id="knee-to-chest",
    name="Knee to chest",
    kind=Kind.STRETCH,
    position=Position.LYING_ON_BACK,
    areas=(Area.HIP,),
    instructions=Instructions("Lie down.", "Bend your {side} knee.", "Hold.", "Let go."),
    dose=Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(3)),
)


class FakeExercises:
    """Knee to chest, and one whose own file has a fault."""

    def find(self, exercise_id: str) -> Exercise | None:
        """The one exercise that can be read."""
        return KNEE_TO_CHEST if exercise_id == KNEE_TO_CHEST.id else None

    def ids(self) -> frozenset[str]:
        """Both ids."""
        return frozenset({KNEE_TO_CHEST.id, "broken"})


@pytest.fixture(scope="session")
def exercises() -> Exercises:
    """Knee to chest, and `broken`."""
    return FakeExercises()


@pytest.fixture(scope="session")
def knee_to_chest() -> Exercise:
    """The exercise that `exercises` finds."""
    return KNEE_TO_CHEST


@pytest.fixture(scope="session")
def bundled() -> Path:
    """The routines that come with the program."""
    return _CHECKOUT / "routines"


@pytest.fixture(scope="session")
def shelf(bundled: Path) -> ExerciseShelf:
    """The exercises that come with the program."""
    return ExerciseShelf([bundled / "stretches"])


@pytest.fixture
def write_files(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes files of a path and a text each below a new folder; tells the folder."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person who has nothing of their own yet."""
    return Home(tmp_path / "own")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """An empty history, without a file yet."""
    return Database(tmp_path / "history.sqlite3")


@pytest.fixture(scope="module")
def make_database(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Database]:
    """Makes one empty history after the other."""

    def make() -> Database:
        return Database(tmp_path_factory.mktemp("history") / "history.sqlite3")

    return make
