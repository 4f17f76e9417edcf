from __future__ import annotations

import os
from pathlib import Path

import pytest

from hipstretch.core.body import Position
from hipstretch.core.catalogue import Facts, FaultItem, HomeItem, RoutineItem
from hipstretch.core.person import Affected, Person
from hipstretch.storage.index import CatalogueIndex
from hipstretch.storage.library import Library

_CHECKOUT = Path(__file__).parents[2]
PERSON = Person()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A person's folder with a routine and a faulty file."""
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "mine.yaml").write_text(
        "name: Mine\ntimes_per_day: 2\ndays: [mon, fri]\nsteps: [{stretch: childs-pose}]\n",
        "utf-8",
    )
    (folder / "faulty.yaml").write_text("name: Faulty\nstep: []\n", "utf-8")
    return folder


@pytest.fixture
def items(own: Path) -> list[HomeItem]:
    """What Home shows of the bundled and the own routines."""
    library = Library(_CHECKOUT / "routines", own)
    entries = [*library.own_entries(), *library.bundled_entries()]
    return [entry.item(PERSON) for entry in entries]


@pytest.fixture
def index(tmp_path: Path, own: Path) -> CatalogueIndex:
    """An index of the person's folder and of one that is not there."""
    return CatalogueIndex(tmp_path / "index.json", [own, own / "stretches"])


def test_what_was_saved_comes_back(index: CatalogueIndex, items: list[HomeItem]) -> None:
    """Routines and faulty files come back as they were, with all their facts."""
    index.save(PERSON, items)
    assert index.load(PERSON) == tuple(items)
    assert {type(item) for item in items} == {RoutineItem, FaultItem}


def test_the_facts_come_back_as_what_they_were(
    index: CatalogueIndex, items: list[HomeItem]
) -> None:
    """Texts as texts, positions as positions, and how often and when with them."""
    index.save(PERSON, items)
    (mine,) = [
        item.facts
        for item in index.load(PERSON) or ()
        if isinstance(item, RoutineItem) and item.facts.id == "mine"
    ]
    assert (mine.times_per_day, mine.days) == (2, ("mon", "fri"))
    assert "knee-pain" in mine.ask_first
    assert mine.positions == (Position.KNEELING,)
    assert {type(one) for one in mine.positions} == {Position}


def test_an_index_of_a_program_that_told_less_is_void(
    index: CatalogueIndex, items: list[HomeItem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same version of a program under development may know other facts."""
    with monkeypatch.context() as older:
        older.setattr(Facts, "_fields", Facts._fields[:-1])
        index.save(PERSON, [])
        assert index.load(PERSON) == ()
    assert index.load(PERSON) is None
    index.save(PERSON, items)
    assert index.load(PERSON) == tuple(items)


def test_there_is_nothing_at_first(index: CatalogueIndex) -> None:
    """Without an index file the routines are to be read."""
    assert index.load(PERSON) is None


def test_another_person_has_other_lengths(index: CatalogueIndex, items: list[HomeItem]) -> None:
    """The index of one sore side does not hold for another."""
    index.save(PERSON, items)
    assert index.load(Person(Affected.LEFT)) is None


@pytest.mark.parametrize("change", ["write", "touch", "add", "remove", "rename", "exercise"])
def test_any_changed_file_makes_it_void(
    index: CatalogueIndex, items: list[HomeItem], own: Path, change: str
) -> None:
    """A file that is written, touched, new, gone or renamed: the routines are read again."""
    index.save(PERSON, items)
    mine = own / "mine.yaml"
    match change:
        case "write":
            mine.write_text("name: Mine too\nsteps: [{stretch: childs-pose}]\n", "utf-8")
        case "touch":
            os.utime(mine, ns=(1, 1))
        case "add":
            (own / "more.yaml").write_text("name: More\n", "utf-8")
        case "remove":
            mine.unlink()
        case "rename":
            mine.rename(own / "other.yaml")
        case _:
            (own / "stretches").mkdir()
            (own / "stretches" / "new.yaml").write_text("name: New\n", "utf-8")
    assert index.load(PERSON) is None


def test_other_files_do_not_matter(index: CatalogueIndex, items: list[HomeItem], own: Path) -> None:
    """A note beside the routines changes nothing."""
    index.save(PERSON, items)
    (own / "notes.txt").write_text("x", "utf-8")
    assert index.load(PERSON) == tuple(items)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"stamp": 1}', '{"stamp": null, "items": [{}]}', "\x00"]
)
def test_a_damaged_index_counts_as_none(index: CatalogueIndex, tmp_path: Path, text: str) -> None:
    """Whatever stands in the file, the program starts."""
    (tmp_path / "index.json").write_text(text, "utf-8")
    assert index.load(PERSON) is None
