from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hipstretch.storage.customised import Saved
from hipstretch.storage.format.editor import has_all_comments
from tests.storage.own_home import BUNDLED_ID, BY_HAND, Home, longer, names_of, plain_of


def test_a_file_that_somebody_changed_meanwhile_is_kept(home: Home) -> None:
    """The change in the app wins, and the other's work is put aside."""
    home.write("mine", BY_HAND)
    editing = home.open("mine")
    other = BY_HAND.replace("Mornings", "Evenings").encode()
    home.write("mine", other)

    saved = home.routines.save(editing, editing.draft.with_reps(0, 9))

    assert saved.kept is not None
    assert saved.kept.read_bytes() == other
    assert home.files()["originals/mine.yaml"] == BY_HAND.encode()
    assert home.routines.save(editing, editing.draft.with_reps(0, 8)).kept is None


def test_a_file_that_came_meanwhile_is_kept(home: Home) -> None:
    """An own file that appears while a bundled routine is customised is put aside, never lost."""
    for change in (longer, lambda draft: draft):
        editing = home.open(BUNDLED_ID)
        home.write(BUNDLED_ID, b"\xff not even text")

        saved = home.routines.save(editing, change(editing.draft))

        assert saved.kept is not None
        assert saved.kept.read_bytes() == b"\xff not even text"
        (home.own / f"{BUNDLED_ID}.yaml").unlink(missing_ok=True)
    assert len(home.kept()) == 2


def test_a_file_that_was_deleted_meanwhile_is_written_again(home: Home) -> None:
    """The draft is all that is left of it."""
    path = home.write("mine", BY_HAND)
    editing = home.open("mine")
    path.unlink()

    saved = home.routines.save(editing, editing.draft.with_reps(0, 9))

    assert saved == Saved(path)
    assert plain_of(home.entry("mine").routine) == plain_of(editing.draft.with_reps(0, 9).routine)
    assert has_all_comments(BY_HAND, path.read_text(encoding="utf-8"))


def test_a_draft_without_a_step_is_not_written(home: Home) -> None:
    """All switched off, the file stays as it was; a routine without steps could not be read."""
    home.write("mine", BY_HAND)
    editing = home.open("mine")
    draft = editing.draft
    for index in range(len(draft.rows)):
        draft = draft.toggled(index)

    assert home.routines.save(editing, draft).kept is None

    assert home.files() == {"mine.yaml": BY_HAND.encode()}


def test_a_draft_that_could_not_be_read_again_is_refused(home: Home) -> None:
    """Longer than four hours: nothing is written, and the fault is said."""
    home.write("mine", BY_HAND)
    editing = home.open("mine")
    draft = editing.draft.with_length(0, 1800.0).with_reps(0, 100)

    with pytest.raises(ValueError, match="4 hours"):
        home.routines.save(editing, draft)
    with pytest.raises(ValueError, match="4 hours"):
        home.routines.save_as("Mine too", draft)
    assert home.files() == {"mine.yaml": BY_HAND.encode()}


def test_a_faulty_file_cannot_be_customised(home: Home) -> None:
    """What cannot be read is not changed."""
    home.write("mine", "name: A\n")

    with pytest.raises(ValueError, match="has faults"):
        home.open("mine")


def test_a_file_that_is_gone_cannot_be_opened(home: Home) -> None:
    """A routine whose file was deleted raises OSError."""
    path = home.write("mine", BY_HAND)
    entry = home.entry("mine")
    path.unlink()

    with pytest.raises(OSError, match="mine"):
        home.routines.open(entry)


def test_a_damaged_original_counts_as_none(home: Home) -> None:
    """Where the form of before cannot be read, the current one is the usual one."""
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    (home.own / "originals" / "mine.yaml").write_text("name: [", encoding="utf-8")

    editing = home.open("mine")

    assert not editing.draft.is_changed
    home.routines.save(editing, editing.draft.with_reps(0, 8))
    assert home.files()["originals/mine.yaml"] == b"name: ["


@contextmanager
def _nothing_changes(home: Home) -> Iterator[None]:
    before = home.files()
    with pytest.raises(OSError, match=r"."):
        yield
    assert home.files() == before


def test_a_file_in_the_place_of_the_own_folder_is_said(home: Home) -> None:
    """Where nothing can be written, OSError is raised and nothing is changed."""
    editing = home.open(BUNDLED_ID)
    home.own.write_text("a file in the place of the folder", encoding="utf-8")

    with _nothing_changes(home):
        home.routines.save(editing, longer(editing.draft))
    with _nothing_changes(home):
        home.routines.save_as("Mine", editing.draft)


def test_a_file_in_the_place_of_the_originals_is_said(home: Home) -> None:
    """Without a place for the original the file is not changed."""
    home.write("mine", BY_HAND)
    (home.own / "originals").write_text("a file", encoding="utf-8")

    with _nothing_changes(home):
        home.change("mine", lambda draft: draft.with_reps(0, 9))


def test_a_file_in_the_place_of_the_kept_ones_is_said(home: Home) -> None:
    """Without a place for what would be lost nothing is written, reset or removed."""
    home.write(BUNDLED_ID, BY_HAND)
    home.write("mine", BY_HAND)
    home.change("mine", lambda draft: draft.with_reps(0, 9))
    (home.own / "kept").write_text("a file", encoding="utf-8")

    with _nothing_changes(home):
        home.change(BUNDLED_ID, lambda draft: draft.toggled(names_of(draft).index(("pause", True))))
    with _nothing_changes(home):
        home.routines.reset(home.entry(BUNDLED_ID))
    with _nothing_changes(home):
        home.routines.reset(home.entry("mine"))
    with _nothing_changes(home):
        home.routines.remove(home.entry("mine"))


def test_a_folder_in_the_place_of_the_file_is_said(home: Home) -> None:
    """A folder with the routine's name stays."""
    editing = home.open(BUNDLED_ID)
    (home.own / f"{BUNDLED_ID}.yaml").mkdir(parents=True)

    with _nothing_changes(home):
        home.routines.save(editing, longer(editing.draft))
    assert (home.own / f"{BUNDLED_ID}.yaml").is_dir()
