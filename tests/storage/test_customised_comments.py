from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.draft import Draft, Scale
from hipstretch.core.person import Affected, Person, Side
from hipstretch.storage.format.editor import has_all_comments
from tests.storage.own_home import (
    BUNDLED,
    BUNDLED_ID,
    BY_HAND,
    EXERCISES,
    IN_BRACKETS,
    Home,
    names_of,
    plain_of,
)


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

    assert plain_of(home.entry("mine").routine) == plain_of(draft.routine)
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
    draft = draft.moved(names_of(draft).index(("knee-rocking", True)), last)

    first = home.routines.save(editing, draft)
    second = home.routines.save(editing, draft.toggled(last))
    third = home.routines.save(editing, draft.toggled(last).moved(0, 1))

    assert (first.kept, third.kept) == (None, None)
    assert second.kept is not None
    assert home.kept() == [BY_HAND.encode()]


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
                assert plain_of(found.routine) == plain_of(draft.routine)
            editing = home.open(routine_id)
            draft = editing.draft
            assert plain_of(draft.routine) == plain_of(found.routine)
            assert plain_of(draft.usual) == plain_of(usual)
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
