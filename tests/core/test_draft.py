from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.dose import UNSET, Count, Dose, Duration, Mode, SideRule, Unit
from hipstretch.core.draft import Draft, Origin, Row, Scale
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.timeline import Timeline

S30, S20 = Duration(30.0), Duration(20.0)
TWO_SIDES = frozenset({Side.LEFT, Side.RIGHT})
RIGHT_ONLY = frozenset({Side.RIGHT})
HOLD = Dose(hold=S30, reps=Count(2), sides=SideRule.EACH)
SORE_RIGHT = Person(affected=Affected.RIGHT)
MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]


def exercises_of(rows: tuple[Row, ...]) -> tuple[Exercise, ...]:
    """The exercises of rows, with repeats."""
    return tuple(row.step.exercise for row in rows if isinstance(row.step, Step))


def only_step(draft: Draft, index: int = 0) -> Step:
    """The step of a row that is no pause."""
    step = draft.rows[index].step
    assert isinstance(step, Step)
    return step


# What a row tells


def test_a_row_tells_length_reps_and_sides(make_routine: MakeRoutine) -> None:
    """As the steppers and keys show them."""
    row = Draft.of(make_routine(HOLD)).rows[0]
    assert (row.length, row.reps, row.sides(Person())) == (S30, Count(2), TWO_SIDES)
    assert (row.is_on, row.origin) == (True, Origin(is_current=True, step=0))


@pytest.mark.parametrize(
    ("dose", "length", "reps"),
    [
        (Dose(hold=S30), S30, Count(1)),
        (Dose(lasting=S30), S30, None),
        (Dose(lasting=S30, reps=Count(1)), S30, Count(1)),
        (Dose(tempo=(S20, S20, S20)), None, Count(1)),
        (Dose(self_paced=True, reps=Count(3, 5)), None, Count(3, 5)),
    ],
)
def test_what_a_row_has_depends_on_how_a_rep_goes(
    make_routine: MakeRoutine, dose: Dose, length: Duration | None, reps: Count | None
) -> None:
    """A continuous movement has no reps, a tempo no single time."""
    row = Draft.of(make_routine(dose)).rows[0]
    assert (row.length, row.reps) == (length, reps)
    assert row.sides(Person()) == {Side.BOTH}


def test_a_pause_has_a_length_and_nothing_else(make_routine: MakeRoutine) -> None:
    """No reps and no sides."""
    row = Draft.of(make_routine(Rest(S30))).rows[0]
    assert (row.length, row.reps, row.sides(Person())) == (S30, None, frozenset())


@pytest.mark.parametrize(
    ("dose", "person", "extra"),
    [
        (HOLD, Person(), 0),
        (HOLD, SORE_RIGHT, 0),
        (HOLD, replace(SORE_RIGHT, extra_rep=True), 1),
        (replace(HOLD, affected=Dose(reps=Count(4))), replace(SORE_RIGHT, extra_rep=True), 3),
        (replace(HOLD, sides=SideRule.AFFECTED), replace(SORE_RIGHT, extra_rep=True), 1),
        (replace(HOLD, sides=SideRule.OTHER), replace(SORE_RIGHT, extra_rep=True), 0),
        (Rest(S20), SORE_RIGHT, 0),
    ],
)
def test_a_row_tells_what_the_sore_side_gets_on_top(
    make_routine: MakeRoutine, dose: Dose | Rest, person: Person, extra: int
) -> None:
    """The extra rep of the settings, and what the dose says itself."""
    assert Draft.of(make_routine(dose)).rows[0].extra_reps(person) == extra


# Rows of a customised routine


def test_what_was_left_out_stands_in_its_usual_place_switched_off(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """The first at the beginning, others behind their neighbours, one after another."""
    steps = [Step(make_exercise(HOLD, name=name)) for name in "abcd"]
    usual = make_routine(*steps)
    draft = Draft.of(make_routine(steps[2]), usual)
    assert [e.name for e in exercises_of(draft.rows)] == ["a", "b", "c", "d"]
    assert [row.is_on for row in draft.rows] == [False, False, True, False]
    assert draft.rows[2].origin == Origin(is_current=True, step=0)
    assert draft.rows[3].origin == Origin(is_current=False, step=3)
    assert draft.is_changed


def test_equal_names_are_matched_one_by_one(make_routine: MakeRoutine) -> None:
    """The second of two goes with the second of the usual ones, an added third with none."""
    usual = make_routine(HOLD, Rest(S20), HOLD)
    current = make_routine(HOLD, Rest(S30), HOLD, HOLD)
    rows = Draft.of(current, usual).rows
    assert [row.usual for row in rows[:3]] == list(usual.steps)
    assert rows[3].usual is rows[3].step
    assert exercises_of(rows) == tuple(current.exercises)


# Changes


def test_the_routine_has_the_rows_that_are_on(make_routine: MakeRoutine) -> None:
    """Toggling twice changes nothing."""
    draft = Draft.of(make_routine(HOLD, Rest(S20)))
    off = draft.toggled(0)
    assert off.routine.steps == (Rest(S20),)
    assert (off.can_start, off.is_changed) == (False, True)
    assert off.toggled(0) == draft
    assert (draft.can_start, draft.is_changed) == (True, False)


def test_another_length_is_kept_as_a_difference(make_routine: MakeRoutine) -> None:
    """Going back to the usual one leaves nothing to reset."""
    draft = Draft.of(make_routine(Dose(hold=Duration(20.0, 30.0))))
    longer = draft.with_length(0, 25)
    assert only_step(longer).dose == Dose(hold=Duration(25.0))
    back = longer.with_length(0, 20)
    assert not back.is_changed
    assert back.rows[0].length == Duration(20.0, 30.0)


def test_the_usual_range_of_a_step_comes_back(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """For lengths and for reps, where the routine itself says them."""
    dose = Dose(hold=Duration(10.0, 15.0), reps=Count(3, 5))
    draft = Draft.of(make_routine(Step(make_exercise(HOLD), dose)))
    changed = draft.with_length(0, 15).with_reps(0, 4)
    assert only_step(changed).dose == Dose(hold=Duration(15.0), reps=Count(4))
    assert changed.with_length(0, 10).with_reps(0, 3) == draft


def test_a_step_that_holds_where_the_exercise_moves_goes_on_holding(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """An equal time is no reason to leave the hold out."""
    draft = Draft.of(make_routine(Step(make_exercise(Dose(lasting=S30)), Dose(hold=S20))))
    assert only_step(draft.with_length(0, 30)).dose == Dose(hold=S30)


def test_what_the_exercise_says_anyway_is_left_out(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """The step then follows the exercise."""
    step = Step(make_exercise(HOLD), Dose(hold=S20, reps=Count(5), sides=SideRule.LEFT))
    draft = Draft.of(make_routine(step)).with_length(0, 30).with_reps(0, 2)
    assert only_step(draft.with_sides(0, TWO_SIDES, Person())).dose == Dose()


def test_a_length_keeps_its_unit(make_routine: MakeRoutine) -> None:
    """Breaths stay breaths."""
    draft = Draft.of(make_routine(Dose(hold=Duration(3.0, unit=Unit.BREATHS))))
    assert draft.with_length(0, 5).rows[0].length == Duration(5.0, unit=Unit.BREATHS)


def test_a_movement_and_a_pause_have_lengths_too(make_routine: MakeRoutine) -> None:
    """And their usual ones come back."""
    draft = Draft.of(make_routine(Dose(lasting=S30), Rest(Duration(30.0, 60.0))))
    changed = draft.with_length(0, 45).with_length(1, 60)
    assert [row.length for row in changed.rows] == [Duration(45.0), Duration(60.0)]
    assert changed.with_length(0, 30).with_length(1, 30) == draft


def test_a_tempo_has_no_length_to_set(make_routine: MakeRoutine) -> None:
    """That is an error."""
    with pytest.raises(ValueError, match="no single length"):
        Draft.of(make_routine(Dose(tempo=(S20, S20, S20)))).with_length(0, 5)


def test_a_pause_has_no_reps_and_no_sides(make_routine: MakeRoutine) -> None:
    """Asking for them is an error."""
    draft = Draft.of(make_routine(Rest(S20)))
    with pytest.raises(TypeError, match="no dose"):
        draft.with_reps(0, 2)
    with pytest.raises(TypeError, match="no dose"):
        draft.with_sides(0, RIGHT_ONLY, Person())


def test_reps_of_a_timed_movement_can_go_to_one_and_back(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """They never get lost, whatever the exercise itself counts."""
    step = Step(make_exercise(Dose(hold=S30, reps=Count(3))), Dose(lasting=S20, reps=Count(2)))
    draft = Draft.of(make_routine(step))
    assert draft.with_reps(0, 3).rows[0].reps == Count(3)
    assert draft.with_reps(0, 1).rows[0].reps == Count(1)
    assert draft.with_reps(0, 1).with_reps(0, 2) == draft


def test_a_side_with_a_dose_of_its_own_goes_along(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """One more on the sore side stays one more; its hold keeps its share."""
    own = Dose(affected=Dose(reps=Count(3), hold=Duration(45.0)))
    draft = Draft.of(make_routine(Step(make_exercise(HOLD), own)))
    changed = draft.with_reps(0, 4).with_length(0, 20)
    assert only_step(changed).dose.affected == Dose(reps=Count(5), hold=S30)
    assert changed.with_length(0, 30).with_reps(0, 2) == draft
    assert draft.scaled(Scale.LONGER).scaled(Scale.USUAL) == draft
    assert only_step(draft.with_reps(0, 100)).dose.affected == Dose(
        reps=Count(100), hold=Duration(45.0)
    )


def test_the_exercises_own_side_dose_is_not_repeated_in_the_step(
    make_routine: MakeRoutine,
) -> None:
    """Back at the usual reps the step says nothing of it."""
    draft = Draft.of(make_routine(replace(HOLD, left=Dose(reps=Count(3)), right=Dose(hold=UNSET))))
    assert only_step(draft.with_reps(0, 3)).dose == Dose(reps=Count(3), left=Dose(reps=Count(4)))
    assert draft.with_reps(0, 3).with_reps(0, 2) == draft


def test_sides_are_switched_and_come_back_as_they_were(make_routine: MakeRoutine) -> None:
    """Both again means: in the usual order."""
    draft = Draft.of(make_routine(replace(HOLD, sides=SideRule.ALTERNATE)))
    right = draft.with_sides(0, RIGHT_ONLY, Person())
    assert right.rows[0].sides(Person()) == RIGHT_ONLY
    assert right.with_sides(0, TWO_SIDES, Person()) == draft


def test_a_written_out_round_comes_back(make_routine: MakeRoutine) -> None:
    """Left, right, both has both keys on."""
    draft = Draft.of(make_routine(replace(HOLD, sides=(Side.LEFT, Side.RIGHT, Side.BOTH))))
    left = draft.with_sides(0, frozenset({Side.LEFT}), Person())
    assert left.with_sides(0, TWO_SIDES, Person()) == draft


def test_the_sore_side_comes_back_as_the_sore_side(make_routine: MakeRoutine) -> None:
    """A routine for the sore side gets the other one too, and gives it up again."""
    draft = Draft.of(make_routine(replace(HOLD, sides=SideRule.AFFECTED)))
    both = draft.with_sides(0, TWO_SIDES, SORE_RIGHT)
    assert only_step(both).full_dose.sides is SideRule.EACH
    assert both.with_sides(0, RIGHT_ONLY, SORE_RIGHT) == draft


def test_no_side_comes_back_as_no_side(make_routine: MakeRoutine) -> None:
    """Where the dose says nothing of sides."""
    draft = Draft.of(make_routine(Dose(hold=S30)))
    right = draft.with_sides(0, RIGHT_ONLY, Person())
    assert only_step(right).dose == Dose(sides=SideRule.RIGHT)
    assert right.with_sides(0, frozenset({Side.BOTH}), Person()) == draft


def test_rows_move_and_stay_within_the_ends(make_routine: MakeRoutine) -> None:
    """A place past the end is the end."""
    draft = Draft.of(make_routine(HOLD, Rest(S20), Dose(lasting=S30)))
    a, b, c = draft.rows
    assert draft.moved(0, 1).rows == (b, a, c)
    assert draft.moved(0, 9).rows == (b, c, a)
    assert draft.moved(2, -9).rows == (c, a, b)
    assert draft.moved(2, 2) == draft


def test_an_added_stretch_stands_at_the_end(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """It has no origin in a file."""
    draft = Draft.of(make_routine(HOLD)).added(make_exercise(HOLD, name="New"))
    assert [e.name for e in exercises_of(draft.rows)] == ["Knee to chest", "New"]
    assert draft.rows[-1].origin is None
    assert draft.is_changed


# Doses that are not prescribed yet


def test_open_doses_of_rows_that_are_on_are_asked(make_routine: MakeRoutine) -> None:
    """A pause has none, and a row that is off is not asked about."""
    draft = Draft.of(make_routine(Rest(S20), Dose(hold=UNSET, reps=Count(None)), Dose(hold=UNSET)))
    assert draft.toggled(2).unset == ((1, "hold"), (1, "reps"))


@pytest.mark.parametrize(
    ("dose", "key", "answered"),
    [
        (Dose(hold=UNSET), "hold", Dose(hold=S20)),
        (Dose(lasting=UNSET, reps=Count(2)), "for", Dose(lasting=S20, reps=Count(2))),
        (Dose(hold=S30, relax=UNSET), "relax", Dose(hold=S30, relax=S20)),
        (Dose(hold=S30, rest=UNSET), "rest", Dose(hold=S30, rest=S20)),
        (Dose(hold=S30, sets=Count(None)), "sets", Dose(hold=S30, sets=Count(20))),
        (Dose(hold=S30, reps=Count(None)), "reps", Dose(hold=S30, reps=Count(20))),
        (
            Dose(tempo=(UNSET, UNSET, UNSET)),
            "tempo",
            Dose(tempo=(S20, Duration(0.0), S20)),
        ),
        (Dose(tempo=(S30, UNSET, S30)), "tempo", Dose(tempo=(S30, S20, S30))),
        (Dose(tempo=(S30, S30, UNSET)), "tempo", Dose(tempo=(S30, S30, S20))),
    ],
)
def test_an_answer_prescribes_it(
    make_routine: MakeRoutine, dose: Dose, key: str, answered: Dose
) -> None:
    """What was prescribed before stays."""
    draft = Draft.of(make_routine(dose))
    assert draft.unset == ((0, key),)
    done = draft.with_answer(0, key, 20)
    assert done.unset == ()
    assert only_step(done).full_dose == answered


def test_a_step_keeps_its_reps_when_its_time_is_answered(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """The exercise has the open time, the step the reps."""
    step = Step(make_exercise(Dose(lasting=UNSET)), Dose(reps=Count(2)))
    done = Draft.of(make_routine(step)).with_answer(0, "for", 40)
    assert (done.rows[0].length, done.rows[0].reps) == (Duration(40.0), Count(2))


def test_an_answered_row_is_not_scaled(make_routine: MakeRoutine) -> None:
    """There is no usual length to scale."""
    done = Draft.of(make_routine(Dose(hold=UNSET))).with_answer(0, "hold", 30)
    assert done.scaled(Scale.SHORTER) == done
    assert done.with_length(0, 40).rows[0].length == Duration(40.0)


# All holds


def test_all_holds_are_scaled_in_fives(make_routine: MakeRoutine) -> None:
    """Pauses and moving reps stay, short holds and breaths go in ones."""
    draft = Draft.of(
        make_routine(
            Dose(hold=S20),
            Dose(hold=Duration(4.0)),
            Dose(lasting=Duration(3.0, unit=Unit.BREATHS)),
            Dose(tempo=(S20, S20, S20)),
            Rest(S20),
        )
    )
    lows = {
        scale: [row.length.low for row in draft.scaled(scale).rows if row.length] for scale in Scale
    }
    assert lows[Scale.SHORTER] == [15, 3, 2, 20]
    assert lows[Scale.USUAL] == [20, 4, 3, 20]
    assert lows[Scale.LONGER] == [30, 6, 4, 20]
    assert [draft.scaled(scale).scale for scale in Scale] == list(Scale)
    assert draft.with_length(0, 25).scale is None


def test_scaling_counts_in_the_unit_that_is_usual(make_routine: MakeRoutine) -> None:
    """Where a file was changed by hand from breaths to seconds, and from holds to movements."""
    usual = make_routine(Dose(hold=Duration(6.0, unit=Unit.BREATHS)))
    draft = Draft.of(make_routine(Dose(lasting=S30)), usual)
    scaled = draft.scaled(Scale.SHORTER)
    assert scaled.rows[0].length == Duration(4.0, unit=Unit.BREATHS)
    assert only_step(scaled).full_dose.mode is Mode.FOR


def test_a_movement_that_is_usually_a_tempo_is_left_alone(make_routine: MakeRoutine) -> None:
    """It can still be set by hand."""
    usual = make_routine(Dose(tempo=(S20, S20, S20)))
    draft = Draft.of(make_routine(Dose(hold=S30)), usual)
    assert draft.scaled(Scale.LONGER) == draft
    assert draft.with_length(0, 40).rows[0].length == Duration(40.0)


def test_reps_that_are_usually_a_continuous_movement(make_routine: MakeRoutine) -> None:
    """They can be set by hand, too."""
    usual = make_routine(Dose(lasting=S30))
    draft = Draft.of(make_routine(Dose(hold=S30)), usual)
    assert draft.with_reps(0, 4).rows[0].reps == Count(4)


# Any sequence of changes

SECONDS = st.integers(1, 300).map(float)
DURATIONS = st.one_of(
    st.builds(Duration, SECONDS),
    st.builds(lambda low: Duration(low, low + 10), SECONDS),
    st.builds(Duration, st.integers(1, 9).map(float), unit=st.just(Unit.BREATHS)),
)
COUNTS = st.builds(Count, st.integers(1, 6)) | st.just(Count(2, 3)) | st.none()
SIDES = st.sampled_from([*SideRule, None, (Side.LEFT, Side.BOTH)])
SIDE_DOSES = st.none() | st.builds(Dose, reps=COUNTS, hold=DURATIONS)
DOSES = st.one_of(
    st.builds(
        Dose,
        hold=DURATIONS | st.just(UNSET),
        reps=COUNTS,
        sides=SIDES,
        affected=SIDE_DOSES,
        left=SIDE_DOSES,
    ),
    st.builds(Dose, lasting=DURATIONS, reps=COUNTS, sides=SIDES),
    st.builds(Dose, tempo=st.tuples(DURATIONS, DURATIONS, DURATIONS), sides=SIDES),
    st.just(Dose(self_paced=True, reps=Count(None), sides=SideRule.EACH)),
)
OWN_DOSES = st.just(Dose()) | st.builds(Dose, reps=COUNTS, sides=SIDES)
PERSONS = st.builds(
    Person,
    affected=st.sampled_from(Affected),
    first_side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    extra_rep=st.booleans(),
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["length", "reps", "sides", "toggle", "move", "add", "scale", "answer"]),
        st.integers(0, 9),
        st.integers(1, 100),
    ),
    max_size=12,
)


@st.composite
def drafts(draw: st.DrawFn, make_exercise: MakeExercise, make_routine: MakeRoutine) -> Draft:
    """A draft of a few steps and pauses, as they come or customised."""
    one = st.one_of(
        st.builds(
            lambda dose, own, name: Step(make_exercise(dose, name=name), own),
            DOSES,
            OWN_DOSES,
            st.sampled_from("abc"),
        ),
        st.builds(Rest, DURATIONS),
    )
    steps = draw(st.lists(one, min_size=1, max_size=5))
    current = draw(st.just(steps) | st.lists(st.sampled_from(steps), min_size=1, max_size=5))
    return Draft.of(make_routine(*current), make_routine(*steps))


def edited(  # noqa: PLR0911 -- one for each kind of change
    draft: Draft, edit: tuple[str, int, int], person: Person, new: Exercise
) -> Draft:
    """The draft after a change that the page could make."""
    kind, place, amount = edit
    index = place % len(draft.rows)
    row = draft.rows[index]
    if kind == "length" and row.length is not None:
        return draft.with_length(index, amount)
    if kind == "reps" and row.reps is not None:
        return draft.with_reps(index, amount)
    if kind == "sides" and isinstance(row.step, Step):
        choices = (TWO_SIDES, RIGHT_ONLY, frozenset({Side.LEFT}))
        return draft.with_sides(index, choices[amount % 3], person)
    if kind == "answer" and draft.unset:
        return draft.with_answer(*draft.unset[0], amount)
    if kind == "scale":
        return draft.scaled(list(Scale)[amount % 3])
    if kind == "move":
        return draft.moved(index, amount - 50)
    return draft.added(new) if kind == "add" else draft.toggled(index)


@given(data=st.data(), edits=EDITS, person=PERSONS)
def test_any_sequence_of_changes_gives_a_routine_that_can_be_played(
    make_exercise: MakeExercise,
    make_routine: MakeRoutine,
    data: st.DataObject,
    edits: list[tuple[str, int, int]],
    person: Person,
) -> None:
    """Its timeline builds, each change does what it says, and usual lengths come back."""
    draft = data.draw(drafts(make_exercise, make_routine))
    for edit in edits:
        before, draft = draft, edited(draft, edit, person, make_exercise(HOLD, name="new"))
        if edit[0] == "move":
            assert Counter(map(id, draft.rows)) == Counter(map(id, before.rows))
    Timeline.of(draft.routine, person)
    usual = draft.scaled(Scale.USUAL)
    assert usual.scale is Scale.USUAL
    for row in usual.rows:
        was = replace(row, step=row.usual).length
        if row.length is not None and was is not None and was.is_set and not is_pause(row.step):
            assert (row.length.low, row.length.unit) == (was.low, was.unit)


def is_pause(step: Step | Rest) -> bool:
    """Whether a row is a pause between exercises."""
    return isinstance(step, Rest)


@given(data=st.data(), amount=st.integers(1, 100), person=PERSONS)
def test_a_change_is_what_the_row_then_shows(
    make_exercise: MakeExercise,
    make_routine: MakeRoutine,
    data: st.DataObject,
    amount: int,
    person: Person,
) -> None:
    """Length, reps and sides, for every row."""
    draft = data.draw(drafts(make_exercise, make_routine))
    for index, row in enumerate(draft.rows):
        if row.length is not None:
            changed = draft.with_length(index, amount).rows[index].length
            assert changed is not None
            assert (changed.low, changed.unit) == (amount, row.length.unit)
        if row.reps is not None:
            changed_reps = draft.with_reps(index, amount).rows[index].reps
            assert changed_reps is not None
            assert changed_reps.low == amount
        if not is_pause(row.step):
            wanted = draft.with_sides(index, RIGHT_ONLY, person)
            assert wanted.rows[index].sides(person) == RIGHT_ONLY
            assert wanted.with_sides(index, TWO_SIDES, person).rows[index].sides(person) >= (
                TWO_SIDES
            )
