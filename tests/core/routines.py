"""Routines of every kind for properties: doses of all modes and sides, pauses, reasons to ask."""

from __future__ import annotations

from hypothesis import strategies as st

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step

EXERCISE_IDS = ("a", "b", "c", "d")

_lengths = st.one_of(
    st.builds(Duration, st.sampled_from([1.0, 2.0, 5.0, 7.5, 15.0, 30.0, 1800.0])),
    st.builds(Duration, st.just(20.0), st.just(30.0)),
    st.builds(Duration, st.integers(1, 6).map(float), unit=st.just(Unit.BREATHS)),
    st.just(Duration(None)),
)
_pauses = st.none() | st.builds(Duration, st.sampled_from([0.0, 5.0, 60.0])) | _lengths
_reps = st.builds(Count, st.none() | st.integers(1, 9))
_sets = st.builds(Count, st.none() | st.integers(1, 3))
_sides = st.sampled_from(SideRule) | st.lists(st.sampled_from(Side), min_size=1, max_size=3).map(
    tuple
)
_amounts = {
    "reps": st.none() | _reps,
    "sets": st.none() | _sets,
    "relax": _pauses,
    "rest": _pauses,
}
_modes = st.one_of(
    st.builds(Dose, hold=_lengths, **_amounts),
    st.builds(Dose, lasting=_lengths, **_amounts),
    st.builds(Dose, tempo=st.tuples(_lengths, _lengths, _lengths), **_amounts),
    st.builds(Dose, self_paced=st.just(True), **_amounts),
)
_differences = st.none() | st.builds(Dose, **_amounts) | _modes


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """A whole dose, with its own way on a side now and then."""
    from dataclasses import replace

    return replace(
        draw(_modes),
        sides=draw(_sides),
        left=draw(_differences),
        right=draw(_differences),
        affected=draw(_differences),
    )


def exercises(exercise_id: str) -> st.SearchStrategy[Exercise]:
    """An exercise of that id, which may name any other one as easier, or itself."""
    return st.builds(
        Exercise,
        id=st.just(exercise_id),
        name=st.just(exercise_id.upper()),
        kind=st.sampled_from(Kind),
        position=st.sampled_from(Position),
        areas=st.just((Area.HIP,)),
        instructions=st.just(Instructions("Sit.", "Move.", "Hold.", "Let go.")),
        dose=doses(),
        ask_first=st.sampled_from([(), ("pregnancy",), ("pregnancy", "hernia")]),
        easier=st.sampled_from(["", "unknown", *EXERCISE_IDS]),
    )


shelves = st.fixed_dictionaries({one: exercises(one) for one in EXERCISE_IDS})
"""Four exercises by their ids."""
people = st.builds(
    Person,
    st.sampled_from(Affected),
    st.sampled_from([Side.LEFT, Side.RIGHT]),
    extra_rep=st.booleans(),
    breathe_along=st.booleans(),
)


@st.composite
def routines(draw: st.DrawFn, shelf: dict[str, Exercise]) -> Routine:
    """A routine of a shelf's exercises, with pauses wherever a file may have them."""
    rest = st.builds(Rest, st.builds(Duration, st.sampled_from([10.0, 60.0])))
    step = st.builds(
        Step, st.sampled_from(list(shelf.values())), st.just(Dose()) | _modes | doses()
    )
    steps = draw(st.lists(step | rest, min_size=1, max_size=6))
    if not any(isinstance(one, Step) for one in steps):
        steps.append(draw(step))
    return Routine(id="r", name="R", steps=tuple(steps))
