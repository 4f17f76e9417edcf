from __future__ import annotations

import pytest

from hipstretch.core.draft import Scale
from hipstretch.storage.customised import Saved, file_id
from tests.storage.own_home import BUNDLED, BUNDLED_ID, BY_HAND, Home, longer, plain_of


def test_looking_at_a_routine_writes_nothing(home: Home) -> None:
    """Opening and saving without a change leaves no trace."""
    editing = home.open(BUNDLED_ID)

    assert home.routines.save(editing, editing.draft) == Saved(home.own / f"{BUNDLED_ID}.yaml")
    assert not home.own.exists()


def test_a_bundled_routine_is_customised_by_an_own_file(home: Home) -> None:
    """The own file has the bundled one's text and comments with the change, and takes its place."""
    saved = home.change(BUNDLED_ID, longer)

    entry = home.entry(BUNDLED_ID)
    assert saved == Saved(entry.path)
    assert entry.is_own
    assert entry.hides_bundled
    bundled = (BUNDLED / f"{BUNDLED_ID}.yaml").read_text(encoding="utf-8")
    own = entry.path.read_text(encoding="utf-8")
    assert own == bundled.replace("hold: 20 s", "hold: 55 s", 1)
    assert list(home.files()) == [f"{BUNDLED_ID}.yaml"]
    listed = [e.is_own for e in home.library.bundled_entries() if e.id == BUNDLED_ID]
    assert listed == [True]


def test_a_bundled_routine_that_is_as_usual_again_has_no_own_file(home: Home) -> None:
    """Taking the change back takes the file away."""
    editing = home.open(BUNDLED_ID)
    home.routines.save(editing, longer(editing.draft))
    home.routines.save(editing, editing.draft)

    assert home.files() == {}
    assert not home.entry(BUNDLED_ID).is_own


@pytest.mark.parametrize("routine_id", sorted(path.stem for path in BUNDLED.glob("*.yaml")))
def test_every_bundled_routine_can_be_customised(routine_id: str, home: Home) -> None:
    """A change of everything that can change is read again as it was meant."""
    editing = home.open(routine_id)
    draft = editing.draft.scaled(Scale.LONGER).moved(0, 99)
    for index, row in enumerate(draft.rows):
        if row.reps is not None:
            draft = draft.with_reps(index, 4)
    for index, key in draft.unset:
        draft = draft.with_answer(index, key, 5)

    home.routines.save(editing, draft)

    assert plain_of(home.entry(routine_id).routine) == plain_of(draft.routine)
    again = home.open(routine_id).draft
    assert plain_of(again.usual) == plain_of(editing.draft.usual)
    assert again.is_changed


def test_saving_as_never_overwrites(home: Home) -> None:
    """A name that is taken, by an own routine or a bundled one, gets another file."""
    draft = home.open(BUNDLED_ID).draft
    home.write("mine", BY_HAND)
    home.write("my-desk-break", BY_HAND)

    saved = [home.routines.save_as(name, draft) for name in ("Mine", "Mine", "Desk break", "Ä 1!")]

    assert [one.path.stem for one in saved] == ["mine-2", "mine-3", "my-desk-break-2", "ä-1"]
    assert home.files()["mine.yaml"] == BY_HAND.encode()
    assert not home.entry("desk-break").is_own
    assert [home.entry(one.path.stem).routine for one in saved] != [None] * 4
    names = [routine.name for one in saved if (routine := home.entry(one.path.stem).routine)]
    assert names == ["Mine", "Mine", "Desk break", "Ä 1!"]


def test_saving_as_takes_the_rows_that_are_on(home: Home) -> None:
    """The new routine is what was seen, exercises in full and all."""
    home.write("mine", BY_HAND)
    draft = home.open("mine").draft.toggled(0).moved(1, 3)

    saved = home.routines.save_as("Mine too", draft)

    routine = home.entry(saved.path.stem).routine
    assert routine is not None
    assert routine.name == "Mine too"
    plain, expected = plain_of(routine), plain_of(draft.routine)
    assert isinstance(plain, dict)
    assert isinstance(expected, dict)
    assert plain["steps"] == expected["steps"]


@pytest.mark.parametrize("name", ["08", "1e5", "null", "- a", "It's: {this} #1", "a" * 300])
def test_a_routine_can_have_any_name(name: str, home: Home) -> None:
    """Names that YAML would take for something else are read again."""
    saved = home.routines.save_as(name, home.open(BUNDLED_ID).draft)

    routine = home.entry(saved.path.stem).routine
    assert routine is not None
    assert routine.name == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sciatica ease", "sciatica-ease"),
        ("  Ischias – früh  ", "ischias-früh"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON.txt", "con-txt"),
        ("ﬁve", "five"),
        ("朝のストレッチ", "朝のストレッチ"),
        ("???", "routine"),
        ("", "routine"),
        ("x" * 100, "x" * 60),
    ],
)
def test_a_file_is_called_by_its_routine(name: str, expected: str) -> None:
    """Letters of any script, digits and hyphens, nothing that leaves the folder."""
    assert file_id(name) == expected
