from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hipstretch.storage.library import Entry, ExerciseShelf, Library

WriteFiles = Callable[[Mapping[str, str]], Path]

EXERCISE = """\
name: {name}
kind: stretch
position: standing
areas: [hip]
instructions: {{setup: Stand., move: Bend., hold: Breathe., release: Stand.}}
dose: {{hold: 20 s}}
"""
ROUTINE = "name: {name}\nsteps:\n  - stretch: bend\n"
FAULTY = "name: Faulty\n"


def exercise(name: str) -> str:
    """The text of an exercise's file."""
    return EXERCISE.format(name=name)


def routine(name: str) -> str:
    """The text of a routine's file."""
    return ROUTINE.format(name=name)


@pytest.fixture
def library(write_files: WriteFiles) -> Library:
    """Two bundled routines, and an own one besides; each shelf has the exercise `bend`."""
    root = write_files(
        {
            "bundled/a.yaml": routine("A"),
            "bundled/b.yaml": routine("B"),
            "bundled/stretches/bend.yaml": exercise("Bend"),
            "own/c.yaml": routine("C"),
        }
    )
    return Library(root / "bundled", root / "own")


def told(entry: Entry) -> tuple[str, str, bool, bool]:
    """Id, name or fault, own, hides."""
    name = entry.routine.name if entry.routine is not None else entry.faults[0].message
    return entry.id, name, entry.is_own, entry.hides_bundled


class TestLibrary:
    """The bundled routines and the person's own."""

    def test_the_bundled_ones_come_first(self, library: Library) -> None:
        """Then the person's other ones, each in the order of their ids."""
        assert list(map(told, library.bundled_entries())) == [
            ("a", "A", False, False),
            ("b", "B", False, False),
        ]
        assert list(map(told, library.own_entries())) == [("c", "C", True, False)]

    def test_an_own_file_takes_the_place_of_a_bundled_one(
        self, library: Library, write_files: WriteFiles
    ) -> None:
        """The bundled one can still be had, for a reset."""
        write_files({"own/a.yaml": routine("My A")})
        assert next(map(told, library.bundled_entries())) == ("a", "My A", True, True)
        assert [entry.id for entry in library.own_entries()] == ["c"]
        found = library.find("a")
        assert found is not None
        assert told(found) == ("a", "My A", True, True)
        original = library.bundled("a")
        assert original is not None
        assert original.name == "A"

    def test_a_faulty_own_file_takes_nothing_away(
        self, library: Library, write_files: WriteFiles
    ) -> None:
        """It is there with its faults, and the bundled routine as well; so are all others."""
        write_files({"own/a.yaml": FAULTY, "own/d.yaml": FAULTY})
        fault = "`steps` is missing in a routine"
        assert list(map(told, library.bundled_entries())) == [
            ("a", fault, True, True),
            ("a", "A", False, False),
            ("b", "B", False, False),
        ]
        assert list(map(told, library.own_entries())) == [
            ("c", "C", True, False),
            ("d", fault, True, False),
        ]

    def test_a_routine_is_found_by_its_id(self, library: Library) -> None:
        """Or it is not there."""
        ids = {
            routine_id: entry is not None and entry.is_own
            for routine_id in ("a", "c", "x", "stretches", "")
            if (entry := library.find(routine_id)) is not None
        }
        assert ids == {"a": False, "c": True}
        assert library.bundled("c") is None

    def test_a_person_without_own_files(self, library: Library, tmp_path: Path) -> None:
        """Their folder need not be there."""
        without = Library(library.bundled_folder, tmp_path / "none")
        assert list(without.own_entries()) == []
        assert [entry.id for entry in without.bundled_entries()] == ["a", "b"]

    def test_only_content_is_read(self, library: Library, write_files: WriteFiles) -> None:
        """Not hidden files, other endings, folders or broken links."""
        own = library.own_folder
        write_files({"own/.c.yaml.tmp": "x", "own/.hidden.yaml": "x", "own/notes.txt": "x"})
        (own / "folder.yaml").mkdir()
        (own / "broken.yaml").symlink_to(own / "nowhere")
        (own / "refused.yaml").symlink_to("x" * 300)
        (own / "loop.yaml").symlink_to(own / "loop.yaml")
        assert [entry.id for entry in library.own_entries()] == ["c"]
        assert library.find("folder") is None

    def test_a_file_that_is_gone_or_refused_has_a_fault(self, library: Library) -> None:
        """It may vanish while one looks."""
        file = library.read(library.own_folder / "gone.yaml")
        assert file.routine is None
        (fault,) = file.faults
        assert fault == (1, 1, "the file cannot be read: No such file or directory")


class TestExerciseShelf:
    """Exercises from several folders."""

    @pytest.fixture
    def root(self, write_files: WriteFiles) -> Path:
        """An own and a bundled folder."""
        return write_files(
            {
                "own/bend.yaml": exercise("My bend"),
                "own/broken.yaml": FAULTY,
                "bundled/bend.yaml": exercise("Bend"),
                "bundled/lean.yaml": exercise("Lean") + "easier: bend\nharder: broken\n",
                "bundled/lost.yaml": exercise("Lost") + "easier: bent\n",
            }
        )

    @pytest.fixture
    def shelf(self, root: Path) -> ExerciseShelf:
        """The own folder before the bundled one."""
        return ExerciseShelf([root / "own", root / "bundled", root / "none"])

    def test_the_first_folder_wins(self, shelf: ExerciseShelf, root: Path) -> None:
        """A person's own exercise takes the place of a bundled one."""
        assert shelf.ids() == {"bend", "broken", "lean", "lost"}
        assert shelf.path("bend") == root / "own" / "bend.yaml"
        found = shelf.find("bend")
        assert found is not None
        assert found.name == "My bend"

    def test_what_is_not_there_or_faulty_is_not_found(self, shelf: ExerciseShelf) -> None:
        """Its file tells why."""
        assert shelf.find("none") is None
        assert shelf.find("broken") is None
        assert len(shelf.load("broken").faults) == 5
        with pytest.raises(KeyError):
            shelf.load("none")
        with pytest.raises(KeyError):
            shelf.path("none")

    def test_easier_and_harder_ones_must_be_there(self, shelf: ExerciseShelf) -> None:
        """A faulty one is there; its own file tells its faults."""
        assert shelf.load("lean").faults == ()
        (fault,) = shelf.load("lost").faults
        assert fault.message == "there is no exercise `bent`; did you mean `bend`?"

    def test_a_file_is_read_once(self, shelf: ExerciseShelf, root: Path) -> None:
        """However many routines name it."""
        first = shelf.load("lean")
        (root / "bundled" / "lean.yaml").unlink()
        assert shelf.load("lean") is first

    def test_a_file_that_is_gone_has_a_fault(self, shelf: ExerciseShelf, root: Path) -> None:
        """It may vanish before it is read."""
        (root / "bundled" / "lean.yaml").unlink()
        (fault,) = shelf.load("lean").faults
        assert fault == (1, 1, "the file cannot be read: No such file or directory")


def test_find_readable_gives_the_bundled_routine_where_the_own_one_is_faulty(
    tmp_path: Path,
) -> None:
    """A fault in the own file that replaces a bundled one does not take the routine away."""
    (tmp_path / "desk-break.yaml").write_text("name: [\n", encoding="utf-8")
    library = Library(Path(__file__).parents[2] / "routines", tmp_path)
    entry = library.find_readable("desk-break")
    assert entry is not None
    assert entry.routine is not None
    assert not entry.is_own
    assert library.find_readable("nowhere") is None
