from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome, RepRecord
from hipstretch.ui.dialogs.session_parts import (
    SidePart,
    outcome_words,
    reps_words,
    side_name,
    step_parts,
    time_words,
)
from tests.ui.history_fakes import BRIDGE, FIGURE_FOUR, HAMSTRING, REPS, rep

reps = st.lists(
    st.builds(
        RepRecord,
        st.integers(0, 3),
        st.sampled_from([FIGURE_FOUR, HAMSTRING]),
        st.sampled_from(list(Side)),
        st.none() | st.floats(1, 300),
        st.floats(0, 300),
        st.sampled_from(list(Outcome)),
    )
)


def test_reps_are_gathered_by_stretch_and_side() -> None:
    """In the order of the plan."""
    parts = step_parts(REPS)
    assert [part.stretch for part in parts] == [FIGURE_FOUR, HAMSTRING, BRIDGE]
    assert parts[0].sides == (
        SidePart(Side.LEFT, 1, 0, 0, 30.0, 30.0),
        SidePart(Side.RIGHT, 2, 0, 0, 60.0, 60.0),
    )
    assert parts[2].sides == (SidePart(Side.BOTH, 1, 0, 0, 40.0, None),)


@given(reps)
def test_no_rep_is_lost(records: list[RepRecord]) -> None:
    """Nor counted twice."""
    sides = [side for part in step_parts(records) for side in part.sides]
    assert sum(side.done + side.shortened + side.skipped for side in sides) == len(records)
    assert all(0 <= side.share <= 1 for side in sides)


def test_a_stretch_twice_in_a_routine_is_told_twice() -> None:
    """They are two steps."""
    again = (rep(FIGURE_FOUR, Side.LEFT), rep(FIGURE_FOUR, Side.LEFT, step=4))
    assert len(step_parts(again)) == 2


def test_what_became_of_them_is_told_in_words() -> None:
    """Only what there is."""
    assert outcome_words(SidePart(Side.LEFT, 2, 1, 0, 80, 90)) == "2 done, 1 shortened"
    assert outcome_words(SidePart(Side.LEFT, 0, 0, 3, 0, 90)) == "3 skipped"
    assert reps_words(REPS) == "4 of 6 holds in full"
    assert side_name(SidePart(Side.BOTH, 1, 0, 0, 1, 1)) == "Both sides"


def test_the_time_held_stands_against_the_plan() -> None:
    """Alone where the person set the pace."""
    assert time_words(SidePart(Side.LEFT, 2, 0, 0, 50, 60)) == "0:50 of 1:00"
    assert time_words(SidePart(Side.LEFT, 2, 0, 0, 50, None)) == "0:50"


def test_without_lengths_reps_are_the_share() -> None:
    """A shortened one counts."""
    assert SidePart(Side.LEFT, 1, 1, 2, 50, None).share == 0.5
    assert SidePart(Side.LEFT, 0, 0, 0, 0, None).share == 0.0
    assert SidePart(Side.LEFT, 2, 0, 0, 99, 60).share == 1.0
