from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.body import Position
from hipstretch.core.concerns import (
    Choice,
    Concern,
    Situation,
    adjusted,
    concerns,
    undecided,
)
from hipstretch.core.conditions import Avoided
from hipstretch.core.dose import Dose, Duration
from hipstretch.core.exercise import Exercise
from hipstretch.core.pain import Hurt, Remedy
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.timeline import Timeline
from tests.core.routines import EXERCISE_IDS, people, routines, shelves

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]
Shelf = dict[str, Exercise]

NOW = datetime(2026, 7, 8, 18, 0, tzinfo=UTC)
REST = Rest(Duration(30.0))
SHORT = Dose(hold=Duration(5.0))


def _hurt(exercise: str, number: int, days_ago: float = 1.0) -> Hurt:
    at = NOW - timedelta(days=days_ago)
    return Hurt(exercise, exercise.upper(), Side.LEFT, at, 6, False, Remedy.STOP, number)


@pytest.fixture
def shelf(make_exercise: MakeExercise) -> Shelf:
    """Kneeling A has the easier B in a chair, which has the easier C; D stands alone."""
    dose = Dose(hold=Duration(20.0))
    a, b, c, d = (replace(make_exercise(dose, name), easier="") for name in "ABCD")
    kneeling, chair = Position.KNEELING, Position.SITTING_ON_CHAIR
    a = replace(a, position=kneeling, easier="b", ask_first=("osteoporosis", "pregnancy"))
    b = replace(b, position=chair, easier="c", ask_first=("pregnancy",))
    return {"a": a, "b": b, "c": c, "d": d}


def _routine(shelf: Shelf, *ids: str) -> Routine:
    return Routine(id="r", name="R", steps=tuple(Step(shelf[one], SHORT) for one in ids))


def _one(shelf: Shelf, situation: Situation, exercise: str = "a") -> Concern:
    (found,) = concerns(_routine(shelf, exercise), situation, shelf.get, {})
    return found


def test_without_a_reason_there_is_nothing_to_think_about(shelf: Shelf) -> None:
    """Neither what others have, nor one hurt, nor hurts of long ago."""
    hurts = (_hurt("a", 1), _hurt("a", 2, days_ago=8), _hurt("d", 3))
    situation = Situation(NOW, ("numb-skin",), (Avoided.STANDING,), hurts)
    assert concerns(_routine(shelf, "a", "b", "d"), situation, shelf.get, {}) == ()


def test_each_exercise_is_told_once_with_all_its_reasons(shelf: Shelf) -> None:
    """In the order of the routine, however often it comes."""
    hurts = (_hurt("a", 4), _hurt("a", 7))
    situation = Situation(NOW, ("pregnancy", "osteoporosis"), (Avoided.KNEELING,), hurts)
    found = concerns(_routine(shelf, "d", "a", "b", "a"), situation, shelf.get, {})
    assert found == (
        Concern(
            shelf["a"], ("osteoporosis", "pregnancy"), Avoided.KNEELING, hurts, easier=shelf["c"]
        ),
        Concern(shelf["b"], ("pregnancy",), easier=shelf["c"]),
    )
    assert [one.key for one in found] == ["osteoporosis+pregnancy+kneeling+hurt-7", "pregnancy"]


def test_the_key_names_the_reasons(shelf: Shelf) -> None:
    """What hurts anew has a new one."""
    a = shelf["a"]
    assert Concern(a).key == ""
    assert Concern(a, avoided=Avoided.FLOOR).key == "floor"
    twice = Concern(a, hurts=(_hurt("a", 2), _hurt("a", 1)))
    again = replace(twice, hurts=(*twice.hurts, _hurt("a", 3)))
    assert (twice.key, again.key) == ("hurt-2", "hurt-3")


def test_the_easier_one_must_raise_no_concern_itself(shelf: Shelf) -> None:
    """Else the one that is easier still is offered, if there is any."""
    assert _one(shelf, Situation(NOW, ("osteoporosis",))).easier is shelf["b"]
    assert _one(shelf, Situation(NOW, ("pregnancy",))).easier is shelf["c"]
    neither = Situation(NOW, ("pregnancy",), hurts=(_hurt("c", 1), _hurt("c", 2)))
    assert _one(shelf, neither).easier is None


def test_exercises_that_name_each_other_as_easier_end(shelf: Shelf) -> None:
    """A ring of files is walked once; an id without a file ends it too."""
    ring = shelf | {"b": replace(shelf["b"], easier="a")}
    assert _one(ring, Situation(NOW, ("pregnancy",))).easier is None
    lost = shelf | {"b": replace(shelf["b"], easier="gone")}
    assert _one(lost, Situation(NOW, ("pregnancy",))).easier is None


def test_the_easier_one_is_suggested_and_leaving_out_where_there_is_none(shelf: Shelf) -> None:
    """What the person decided comes first."""
    situation = Situation(NOW, ("osteoporosis",))
    concern = _one(shelf, situation)
    assert concern.suggested is Choice.EASIER
    assert replace(concern, easier=None).suggested is Choice.LEAVE_OUT
    assert replace(concern, choice=Choice.KEEP).suggested is Choice.KEEP


def test_a_decision_holds_while_its_reasons_are_the_same(shelf: Shelf) -> None:
    """Another reason, or another hurt, is decided anew."""
    situation = Situation(NOW, ("osteoporosis",))
    decided = {("a", "osteoporosis"): Choice.KEEP, ("b", "osteoporosis"): Choice.LEAVE_OUT}

    def choice(now: Situation) -> Choice | None:
        (found,) = concerns(_routine(shelf, "a"), now, shelf.get, decided)
        return found.choice

    assert choice(situation) is Choice.KEEP
    assert choice(replace(situation, avoided=("kneeling",))) is None
    hurts = (_hurt("a", 1), _hurt("a", 2))
    assert choice(replace(situation, hurts=hurts)) is None
    assert choice(replace(situation, hurts=hurts, now=NOW + timedelta(days=8))) is Choice.KEEP


def test_a_decision_for_an_easier_one_that_is_gone_is_asked_anew(shelf: Shelf) -> None:
    """Leaving out stays decided."""
    situation, routine = Situation(NOW, ("osteoporosis",)), _routine(shelf, "a")
    without = shelf | {"a": replace(shelf["a"], easier="")}
    for choice, kept in ((Choice.EASIER, None), (Choice.LEAVE_OUT, Choice.LEAVE_OUT)):
        decided = {("a", "osteoporosis"): choice}
        (found,) = concerns(_routine(without, "a"), situation, without.get, decided)
        assert found.choice is kept
        assert undecided([found]) == (() if kept else (found,))
    (found,) = concerns(routine, situation, shelf.get, {("a", "osteoporosis"): Choice.EASIER})
    assert found.choice is Choice.EASIER


def test_the_choices_are_put_in(shelf: Shelf) -> None:
    """Kept as it was, easier with its own dose, left out with a pause beside it."""
    situation = Situation(NOW, ("osteoporosis",), hurts=(_hurt("d", 1), _hurt("d", 2)))
    a, b, d = (Step(shelf[one], SHORT, "slowly") for one in "abd")
    routine = replace(_routine(shelf, "a"), steps=(a, REST, d, REST, b))
    found = concerns(routine, situation, shelf.get, {})
    assert [one.exercise.id for one in found] == ["a", "d"]

    def steps(**choices: Choice) -> tuple[Step | Rest, ...]:
        after = adjusted(routine, found, choices)
        assert after is not None
        assert replace(after, steps=routine.steps) == routine
        return after.steps

    assert steps() == routine.steps
    assert steps(a=Choice.KEEP, d=Choice.KEEP) == routine.steps
    assert steps(a=Choice.EASIER) == (Step(shelf["b"]), REST, d, REST, b)
    assert steps(d=Choice.LEAVE_OUT) == (a, REST, b)
    assert steps(d=Choice.EASIER) == (a, REST, b)
    assert steps(a=Choice.LEAVE_OUT, b=Choice.LEAVE_OUT) == (d, REST, b)


def test_nothing_is_left_where_every_exercise_is_left_out(shelf: Shelf) -> None:
    """Pauses alone are no routine."""
    routine = replace(_routine(shelf, "a"), steps=(Step(shelf["a"]), REST, Step(shelf["a"])))
    found = concerns(routine, Situation(NOW, ("osteoporosis",)), shelf.get, {})
    assert adjusted(routine, found, {"a": Choice.LEAVE_OUT}) is None


situations = st.builds(
    Situation,
    st.just(NOW),
    st.frozensets(st.sampled_from(["pregnancy", "hernia"])),
    st.frozensets(st.sampled_from(Avoided)),
    st.lists(st.builds(_hurt, st.sampled_from(EXERCISE_IDS), st.integers(1, 9))).map(tuple),
)
all_choices = st.dictionaries(st.sampled_from(EXERCISE_IDS), st.sampled_from(Choice))
shelved_routines = shelves.flatmap(lambda shelf: st.tuples(st.just(shelf), routines(shelf)))


@given(shelved_routines, situations, all_choices, people)
def test_what_was_chosen_holds(
    shelved: tuple[Shelf, Routine], situation: Situation, choices: dict[str, Choice], person: Person
) -> None:
    """Kept ones stay, others are gone, easier ones raise no concern, and it can be played."""
    shelf, routine = shelved
    found = concerns(routine, situation, shelf.get, {})
    after = adjusted(routine, found, choices)
    by_id = {one.exercise.id: one for one in found}
    expected = []
    for exercise in routine.exercises:
        concern, choice = by_id.get(exercise.id), choices.get(exercise.id, Choice.KEEP)
        if concern is None or choice is Choice.KEEP:
            expected.append(exercise)
        elif choice is Choice.EASIER and concern.easier is not None:
            expected.append(concern.easier)
    if after is None:
        assert not expected
        return
    assert list(after.exercises) == expected
    assert Timeline.of(after, person).phases
    assert isinstance(after.steps[0], Step)
    assert isinstance(after.steps[-1], Step)


@given(shelved_routines, situations)
def test_following_every_suggestion_leaves_no_concern(
    shelved: tuple[Shelf, Routine], situation: Situation
) -> None:
    """What is suggested is safe to be started without another question."""
    shelf, routine = shelved
    found = concerns(routine, situation, shelf.get, {})
    after = adjusted(routine, found, {one.exercise.id: one.suggested for one in found})
    assert after is None or concerns(after, situation, shelf.get, {}) == ()


@given(shelved_routines, situations, st.sampled_from(Choice))
def test_a_decision_is_found_again(
    shelved: tuple[Shelf, Routine], situation: Situation, choice: Choice
) -> None:
    """It is kept by the exercise and the key, and asked anew only where it cannot be done."""
    shelf, routine = shelved
    found = concerns(routine, situation, shelf.get, {})
    decided = {(one.exercise.id, one.key): choice for one in found}
    again = concerns(routine, situation, shelf.get, decided)
    for before, after in zip(found, again, strict=True):
        can_be_done = choice is not Choice.EASIER or before.easier is not None
        assert after == replace(before, choice=choice if can_be_done else None)
