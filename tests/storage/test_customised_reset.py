from __future__ import annotations

import pytest

from hipstretch.storage.customised import Saved
from tests.storage.own_home import (
    BUNDLED_ID,
    BY_HAND,
    IN_BRACKETS,
    Home,
    longer,
    names_of,
    plain_of,
)


def test_a_reset_brings_a_bundled_routine_back(home: Home) -> None:
    """The customised file is put aside, and can be brought back."""
    home.change(BUNDLED_ID, longer)
    before = home.files()

    saved = home.routines.reset(home.entry(BUNDLED_ID))

    assert saved is not None
    assert not home.entry(BUNDLED_ID).is_own
    assert home.kept() == [*before.values()]
    home.routines.restore(saved)
    assert home.files() == before


def test_what_was_left_out_comes_back_at_its_place(home: Home) -> None:
    """After reopening, the rows that are off stand where they stood, and can be switched on."""
    home.write("mine", BY_HAND)
    order = ["knee-to-chest", "mine:1", "pause", "knee-rocking"]
    home.change("mine", lambda draft: draft.toggled(0).toggled(2))

    editing = home.open("mine")

    on = [False, True, False, True]
    assert [is_on for _, is_on in names_of(editing.draft)] == on
    assert [row.usual for row in editing.draft.rows] == list(editing.draft.usual.steps)
    saved = home.routines.save(editing, editing.draft.toggled(0).toggled(2))
    assert [name for name, _ in names_of(home.open("mine").draft)] == order
    assert plain_of(home.entry("mine").routine) == plain_of(editing.draft.usual)
    assert saved.path.read_bytes() == BY_HAND.encode()


def test_a_bundled_step_that_was_left_out_comes_back(home: Home) -> None:
    """The steps of a bundled routine that an own file leaves out are there, switched off."""
    steps = [name for name, _ in names_of(home.open(BUNDLED_ID).draft)]
    home.change(BUNDLED_ID, lambda draft: draft.toggled(2).toggled(4))

    assert names_of(home.open(BUNDLED_ID).draft) == [
        (name, index not in {2, 4}) for index, name in enumerate(steps)
    ]


@pytest.mark.parametrize(
    "data",
    [
        BY_HAND.encode(),
        b"\xef\xbb\xbf" + BY_HAND.encode(),
        BY_HAND.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode(),
        BY_HAND.rstrip("\n").encode(),
        IN_BRACKETS.encode(),
    ],
    ids=["plain", "byte order mark", "Windows", "Windows and mark", "no end", "in brackets"],
)
def test_a_reset_brings_an_own_file_back_byte_for_byte(data: bytes, home: Home) -> None:
    """Several changes in several sessions later, the file is what the person once wrote."""
    home.write("mine", data)
    home.change("mine", lambda draft: draft.with_length(0, 45.0))
    home.change("mine", lambda draft: draft.with_reps(0, 9), lambda draft: draft.moved(0, 1))
    changed = home.files()["mine.yaml"]

    saved = home.routines.reset(home.entry("mine"))

    assert saved is not None
    assert home.files()["mine.yaml"] == data
    assert changed in home.kept()
    assert not home.open("mine").draft.is_changed


def test_a_reset_can_be_taken_back_and_done_again(home: Home) -> None:
    """Undo brings back the change and does not lose what a reset brings back."""
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    before = home.files()
    saved = home.routines.reset(home.entry("mine"))
    assert saved is not None

    home.routines.restore(saved)

    assert home.files() == before
    home.routines.reset(home.entry("mine"))
    assert home.files()["mine.yaml"] == BY_HAND.encode()


def test_taking_a_reset_back_loses_no_change_made_since(home: Home) -> None:
    """What was written after the reset is put aside before the older file takes its place."""
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    first = home.files()["mine.yaml"]
    saved = home.routines.reset(home.entry("mine"))
    assert saved is not None
    home.change("mine", lambda draft: draft.with_reps(0, 8))
    second = home.files()["mine.yaml"]

    home.routines.restore(saved)

    assert home.files()["mine.yaml"] == first
    assert home.files()["originals/mine.yaml"] == BY_HAND.encode()
    assert home.kept() == [second]


def test_there_is_nothing_to_reset_where_nothing_was_changed(home: Home) -> None:
    """A bundled routine and an untouched own one stay as they are."""
    home.write("mine", BY_HAND)

    assert home.routines.reset(home.entry(BUNDLED_ID)) is None
    assert home.routines.reset(home.entry("mine")) is None
    assert home.files() == {"mine.yaml": BY_HAND.encode()}


def test_restoring_without_a_kept_file_does_nothing(home: Home) -> None:
    """There is nothing to bring back."""
    path = home.write("mine", BY_HAND)

    home.routines.restore(Saved(path))

    assert home.files() == {"mine.yaml": BY_HAND.encode()}


def test_a_removed_routine_can_be_brought_back_with_its_original(home: Home) -> None:
    """Undo of a removal is as if nothing had been."""
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    before = home.files()

    saved = home.routines.remove(home.entry("mine"))

    assert home.library.find("mine") is None
    assert sorted(home.kept()) == sorted(before.values())
    home.routines.restore(saved)
    assert home.files() == before


def test_a_new_routine_has_nothing_of_a_removed_one_of_its_name(home: Home) -> None:
    """Its usual form is its own."""
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    home.routines.remove(home.entry("mine"))

    home.write("mine", IN_BRACKETS)

    draft = home.open("mine").draft
    assert not draft.is_changed
    assert draft.usual.name == "B"


def test_a_routine_that_was_never_changed_can_be_removed(home: Home) -> None:
    """A removal without an original is undone as well."""
    home.write("mine", BY_HAND)

    saved = home.routines.remove(home.entry("mine"))

    assert home.files() == {"kept/mine.yaml": BY_HAND.encode()}
    home.routines.restore(saved)
    assert home.files() == {"mine.yaml": BY_HAND.encode()}
