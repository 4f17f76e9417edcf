from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch import paths
from hipstretch.core.draft import Draft, Scale
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Routine, Step
from hipstretch.storage.customised import CustomisedRoutines, Editing, Saved, file_id
from hipstretch.storage.format.editor import has_all_comments
from hipstretch.storage.format.writer import plain_routine
from hipstretch.storage.library import Entry, Library

BUNDLED = paths.bundled("routines")
BUNDLED_ID = "one-sided-sciatica"
EXERCISES = Library(BUNDLED, Path("nowhere")).exercises

BY_HAND = """\
# Mine, from the physiotherapist
name: Mornings   # and evenings

steps:
  # On the back
  - stretch: knee-to-chest   # my favourite
    hold: 25-30 s   # more on Sundays
    affected: {reps: 4}

  # A friend's own
  - stretch:
      name: Wall lean   # she says
      kind: stretch
      position: standing
      areas: [hip]
      instructions: {setup: a, move: b, hold: c, release: d}
      dose: {sides: each, hold: 10 s}
    reps: 2   # two will do

  - rest: 20 s   # breathe

  # The last one
  - stretch: knee-rocking
    for: 3 min   # or four
# the end
"""
IN_BRACKETS = "name: B # mine\nsteps: [{stretch: knee-to-chest, hold: 5 s}, {rest: 20 s}] # all\n"


class Home:
    """A person's own folder beside the bundled routines."""

    def __init__(self, own: Path) -> None:
        self.own = own
        self.library = Library(BUNDLED, own)
        self.routines = CustomisedRoutines(self.library)

    def write(self, routine_id: str, text: str | bytes) -> Path:
        """Put an own file there, as by hand."""
        self.own.mkdir(parents=True, exist_ok=True)
        path = self.own / f"{routine_id}.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def entry(self, routine_id: str) -> Entry:
        """A routine as it stands now."""
        entry = self.library.find(routine_id)
        assert entry is not None
        return entry

    def open(self, routine_id: str) -> Editing:
        """Begin to customise a routine."""
        return self.routines.open(self.entry(routine_id))

    def change(self, routine_id: str, *changes: Callable[[Draft], Draft]) -> Saved:
        """Open a routine, change it and save it once."""
        editing = self.open(routine_id)
        draft = editing.draft
        for change in changes:
            draft = change(draft)
        return self.routines.save(editing, draft)

    def files(self) -> dict[str, bytes]:
        """All files in the own folder by their path in it."""
        return {
            path.relative_to(self.own).as_posix(): path.read_bytes()
            for path in sorted(self.own.rglob("*"))
            if path.is_file()
        }

    def kept(self) -> list[bytes]:
        """What was put aside."""
        return [data for name, data in self.files().items() if name.startswith("kept/")]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person who has nothing of their own yet."""
    return Home(tmp_path / "own")


def _plain(routine: Routine | None) -> object:
    assert routine is not None
    return plain_routine(routine, written_out=False)


def _longer(draft: Draft) -> Draft:
    return draft.with_length(1, 55.0)


def _names(draft: Draft) -> list[tuple[str, bool]]:
    return [
        (row.step.exercise.id if isinstance(row.step, Step) else "pause", row.is_on)
        for row in draft.rows
    ]


def test_looking_at_a_routine_writes_nothing(home: Home) -> None:
    """Opening and saving without a change leaves no trace."""
    editing = home.open(BUNDLED_ID)

    assert home.routines.save(editing, editing.draft) == Saved(home.own / f"{BUNDLED_ID}.yaml")
    assert not home.own.exists()


def test_a_bundled_routine_is_customised_by_an_own_file(home: Home) -> None:
    """The own file has the bundled one's text and comments with the change, and takes its place."""
    saved = home.change(BUNDLED_ID, _longer)

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
    home.routines.save(editing, _longer(editing.draft))
    home.routines.save(editing, editing.draft)

    assert home.files() == {}
    assert not home.entry(BUNDLED_ID).is_own


def test_a_reset_brings_a_bundled_routine_back(home: Home) -> None:
    """The customised file is put aside, and can be brought back."""
    home.change(BUNDLED_ID, _longer)
    before = home.files()

    saved = home.routines.reset(home.entry(BUNDLED_ID))

    assert saved is not None
    assert not home.entry(BUNDLED_ID).is_own
    assert home.kept() == [*before.values()]
    home.routines.restore(saved)
    assert home.files() == before


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

    assert _plain(home.entry(routine_id).routine) == _plain(draft.routine)
    again = home.open(routine_id).draft
    assert _plain(again.usual) == _plain(editing.draft.usual)
    assert again.is_changed


def _with_childs_pose(draft: Draft) -> Draft:
    exercise = EXERCISES.find("childs-pose")
    assert exercise is not None
    return draft.added(exercise)


CHANGES: dict[str, Callable[[Draft], Draft]] = {
    "hold": lambda draft: draft.with_length(0, 45.0),
    "reps": lambda draft: draft.with_reps(0, 9),
    "reps of an exercise in full": lambda draft: draft.with_reps(1, 9),
    "one side": lambda draft: draft.with_sides(0, frozenset({Side.LEFT}), Person()),
    "pause": lambda draft: draft.with_length(2, 90.0),
    "order": lambda draft: draft.moved(3, 0),
    "order of an exercise in full": lambda draft: draft.moved(1, 3),
    "left out": lambda draft: draft.toggled(3),
    "an exercise in full left out": lambda draft: draft.toggled(1),
    "added": _with_childs_pose,
    "shorter": lambda draft: draft.scaled(Scale.SHORTER),
    "longer": lambda draft: draft.scaled(Scale.LONGER),
    "all at once": lambda draft: _with_childs_pose(
        draft.scaled(Scale.LONGER).with_reps(0, 7).toggled(2)
    ).moved(4, 1),
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((BY_HAND, name) for name in CHANGES),
        *((IN_BRACKETS, name) for name in ("hold", "reps", "one side", "added", "longer")),
    ],
)
def test_a_change_keeps_every_comment_or_a_copy(name: str, text: str, home: Home) -> None:
    """Whatever is changed: the file reads as meant, and no comment is nowhere any more."""
    path = home.write("mine", text)
    editing = home.open("mine")
    draft = CHANGES[name](editing.draft)

    saved = home.routines.save(editing, draft)

    assert _plain(home.entry("mine").routine) == _plain(draft.routine)
    has_all = has_all_comments(text, path.read_text(encoding="utf-8"))
    assert has_all == (saved.kept is None)
    assert home.kept() == ([] if has_all else [text.encode()])
    assert home.files()["originals/mine.yaml"] == text.encode()


@pytest.mark.parametrize("name", ["hold", "reps", "pause", "order", "added", "longer"])
def test_a_change_that_fits_keeps_every_comment_in_the_file(name: str, home: Home) -> None:
    """Only what is left out, or written in brackets, needs a copy."""
    home.write("mine", BY_HAND)

    assert home.change("mine", CHANGES[name]).kept is None


def test_comments_that_a_later_change_loses_are_kept_too(home: Home) -> None:
    """The first save had them all; the second one leaves a step out, and a copy is made, once."""
    home.write(BUNDLED_ID, BY_HAND)
    editing = home.open(BUNDLED_ID)

    draft = editing.draft
    last = len(draft.rows) - 1
    draft = draft.moved(_names(draft).index(("knee-rocking", True)), last)

    first = home.routines.save(editing, draft)
    second = home.routines.save(editing, draft.toggled(last))
    third = home.routines.save(editing, draft.toggled(last).moved(0, 1))

    assert (first.kept, third.kept) == (None, None)
    assert second.kept is not None
    assert home.kept() == [BY_HAND.encode()]


def test_what_was_left_out_comes_back_at_its_place(home: Home) -> None:
    """After reopening, the rows that are off stand where they stood, and can be switched on."""
    home.write("mine", BY_HAND)
    order = ["knee-to-chest", "mine:1", "pause", "knee-rocking"]
    home.change("mine", lambda draft: draft.toggled(0).toggled(2))

    editing = home.open("mine")

    on = [False, True, False, True]
    assert [is_on for _, is_on in _names(editing.draft)] == on
    assert [row.usual for row in editing.draft.rows] == list(editing.draft.usual.steps)
    saved = home.routines.save(editing, editing.draft.toggled(0).toggled(2))
    assert [name for name, _ in _names(home.open("mine").draft)] == order
    assert _plain(home.entry("mine").routine) == _plain(editing.draft.usual)
    assert saved.path.read_bytes() == BY_HAND.encode()


def test_a_bundled_step_that_was_left_out_comes_back(home: Home) -> None:
    """The steps of a bundled routine that an own file leaves out are there, switched off."""
    steps = [name for name, _ in _names(home.open(BUNDLED_ID).draft)]
    home.change(BUNDLED_ID, lambda draft: draft.toggled(2).toggled(4))

    assert _names(home.open(BUNDLED_ID).draft) == [
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
    for change in (_longer, lambda draft: draft):
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
    assert _plain(home.entry("mine").routine) == _plain(editing.draft.with_reps(0, 9).routine)
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
    plain, expected = _plain(routine), _plain(draft.routine)
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
        home.routines.save(editing, _longer(editing.draft))
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
        home.change(BUNDLED_ID, lambda draft: draft.toggled(_names(draft).index(("pause", True))))
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
        home.routines.save(editing, _longer(editing.draft))
    assert (home.own / f"{BUNDLED_ID}.yaml").is_dir()


Change = Callable[[Draft], Draft]
places = st.integers(0, 6)
sides = st.sampled_from([{Side.LEFT}, {Side.RIGHT}, {Side.LEFT, Side.RIGHT}])
people = st.builds(Person, st.sampled_from(Affected))


def _changes() -> st.SearchStrategy[Change | None]:
    """One change of a draft; None is a save and a new start."""
    return st.one_of(
        st.none(),
        st.builds(lambda i, n: lambda d: d.with_length(i, n), places, st.integers(1, 90)),
        st.builds(lambda i, n: lambda d: d.with_reps(i, n), places, st.integers(1, 9)),
        st.builds(
            lambda i, s, p: lambda d: d.with_sides(i, frozenset(s), p), places, sides, people
        ),
        st.builds(lambda i: lambda d: d.toggled(i), places),
        st.builds(lambda i, to: lambda d: d.moved(i, to), places, places),
        st.builds(lambda s: lambda d: d.scaled(s), st.sampled_from(Scale)),
        st.just(_with_childs_pose),
    )


def _try(change: Change, draft: Draft) -> Draft:
    """The draft after a change that may not fit its rows."""
    with suppress(IndexError, TypeError, ValueError):
        return change(draft)
    return draft


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(["mine", "brackets", BUNDLED_ID, "core-steadier"]),
    st.lists(_changes(), max_size=12),
)
def test_whatever_is_changed_is_there_after_reopening(
    routine_id: str, changes: list[Change | None]
) -> None:
    """Any changes with saves in between: the file is the draft, and no comment is lost."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.write("mine", BY_HAND)
        home.write("brackets", IN_BRACKETS)
        before = home.entry(routine_id).path.read_text(encoding="utf-8")
        editing = home.open(routine_id)
        usual, draft = editing.draft.usual, editing.draft
        for change in [*changes, None]:
            if change is not None:
                draft = _try(change, draft)
                continue
            home.routines.save(editing, draft)
            found = home.entry(routine_id)
            if draft.routine.steps:
                assert _plain(found.routine) == _plain(draft.routine)
            editing = home.open(routine_id)
            draft = editing.draft
            assert _plain(draft.routine) == _plain(found.routine)
            assert _plain(draft.usual) == _plain(usual)
        texts = [home.entry(routine_id).path.read_text(encoding="utf-8")]
        texts += [data.decode() for data in home.kept()]
        texts += [(BUNDLED / "core-steadier.yaml").read_text(encoding="utf-8")]
        texts += [(BUNDLED / f"{BUNDLED_ID}.yaml").read_text(encoding="utf-8")]
        assert has_all_comments(before, "".join(texts))
        _assert_reset_brings_back(home, routine_id, before)


def _assert_reset_brings_back(home: Home, routine_id: str, before: str) -> None:
    """A reset gives the text that was there before the first change."""
    home.routines.reset(home.entry(routine_id))
    assert home.entry(routine_id).path.read_text(encoding="utf-8") == before
