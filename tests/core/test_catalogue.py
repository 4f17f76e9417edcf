from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipstretch.core.body import Area, Picture, Place, Position
from hipstretch.core.catalogue import Facts, Filter, Topic
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person
from hipstretch.core.routine import Day, Rest, Routine, Step, Timing

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]

FACTS = Facts(
    id="evening",
    name="Evening wind-down",
    is_own=False,
    seconds=600.0,
    stretches=4,
    position=Position.LYING_ON_BACK,
    places=(Place.FLOOR,),
    areas=(Area.LOWER_BACK, Area.HIP_FLEXORS, Area.NECK),
    equipment=("mat", "foam roller"),
)


def _chair(make_exercise: MakeExercise) -> Step:
    exercise = make_exercise(Dose(hold=Duration(5.0)), "Chair lean")
    return Step(
        replace(
            exercise,
            position=Position.SITTING_ON_CHAIR,
            areas=(Area.GLUTES, Area.HIP),
            equipment=("chair",),
        )
    )


def test_the_facts_of_a_routine(make_exercise: MakeExercise, make_routine: MakeRoutine) -> None:
    """Each thing is told once, in the routine's order; a pause is no stretch."""
    floor = Step(make_exercise(Dose(hold=Duration(20.0), reps=Count(2))))
    routine = make_routine(floor, Rest(Duration(30.0)), _chair(make_exercise), floor)

    assert Facts.of(routine, Person(), is_own=True) == Facts(
        id="r",
        name="Mornings",
        is_own=True,
        seconds=10 + 45 + 30 + 10 + 5 + 10 + 45,
        stretches=3,
        position=Position.LYING_ON_BACK,
        places=(Place.FLOOR, Place.SEATED),
        areas=(Area.HIP, Area.LOWER_BACK, Area.GLUTES),
        equipment=("mat", "chair"),
        positions=(Position.LYING_ON_BACK, Position.SITTING_ON_CHAIR),
        gentle_seconds=10 + 10 + 30 + 10 + 5 + 10 + 10,
    )


def test_the_facts_tell_how_often_on_which_days_and_whom_to_ask(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """A range counts by its low end, every condition once, in the routine's order."""
    knee, chair = make_exercise(Dose(hold=Duration(20.0))), _chair(make_exercise).exercise
    knee = replace(knee, ask_first=("pregnancy", "hernia"))
    chair = replace(chair, ask_first=("hernia", "knee-pain"))
    routine = replace(
        make_routine(Step(knee), Step(chair), Step(knee)),
        times_per_day=Count(2, 3),
        days=(Day.MON, Day.FRI),
    )

    facts = Facts.of(routine, Person(), is_own=False)

    assert (facts.times_per_day, facts.days) == (2, ("mon", "fri"))
    assert facts.ask_first == ("pregnancy", "hernia", "knee-pain")
    assert {type(day) for day in facts.days} == {str}


def test_how_often_stays_open_where_nobody_has_said(make_routine: MakeRoutine) -> None:
    """Neither a routine without the line nor one that leaves it open is once a day."""
    routine = make_routine(Dose(hold=Duration(20.0)))

    for times in (None, Count(None)):
        facts = Facts.of(replace(routine, times_per_day=times), Person(), is_own=True)
        assert (facts.times_per_day, facts.days) == (None, ())


def test_the_length_is_that_of_the_person(make_routine: MakeRoutine) -> None:
    """The sore side alone is shorter than both sides."""
    dose = Dose(sides=SideRule.AFFECTED, hold=Duration(20.0))
    routine = make_routine(dose, timing=Timing(Duration(0.0), Duration(5.0)))

    lengths = [
        Facts.of(routine, Person(affected), is_own=False).seconds
        for affected in (Affected.NONE, Affected.LEFT)
    ]

    assert lengths == [45.0, 20.0]


def test_a_routine_of_pauses_has_facts_too(make_routine: MakeRoutine) -> None:
    """Odd as it is, it can be shown."""
    facts = Facts.of(make_routine(Rest(Duration(30.0))), Person(), is_own=True)

    assert (facts.stretches, facts.position, facts.places) == (
        0,
        Position.STANDING,
        (Place.STANDING,),
    )
    assert facts.needs_nothing


def test_the_picture_is_that_of_the_first_one_sided_stretch(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """A figure where it has one, and the position's sign else."""
    both = Step(make_exercise(Dose(hold=Duration(5.0))))
    each = Dose(sides=SideRule.EACH, hold=Duration(5.0))
    sided = Step(replace(make_exercise(each, "Lean"), figure="lean"))

    picture = Facts.of(make_routine(both, sided), Person(), is_own=False).picture

    assert picture == Picture(Position.LYING_ON_BACK, "lean")
    assert FACTS.picture == Picture(Position.LYING_ON_BACK)


def test_the_main_areas_are_the_first_two() -> None:
    """A card has room for two."""
    assert FACTS.main_areas == (Area.LOWER_BACK, Area.HIP_FLEXORS)
    assert FACTS._replace(areas=(Area.HIP,)).main_areas == (Area.HIP,)


@pytest.mark.parametrize(
    ("equipment", "needs_nothing"), [((), True), (("mat",), True), (("mat", "chair"), False)]
)
def test_the_floor_can_stand_in_for_a_mat(
    equipment: tuple[str, ...], *, needs_nothing: bool
) -> None:
    """Whoever has no mat has a floor."""
    assert FACTS._replace(equipment=equipment).needs_nothing is needs_nothing


def test_nothing_chosen_shows_all() -> None:
    """The empty filter fits everything, and knows that it is empty."""
    assert Filter().is_empty
    assert Filter().fits(FACTS)
    assert not Filter(own=True).is_empty


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("   ", True),
        ("evening", True),
        ("EVENING", True),
        ("wind down", True),
        ("down wind", True),
        ("wind-down", True),
        ("winddown", False),
        ("lower back", True),
        ("lower-back", True),
        ("roller floor", True),
        ("hip flex", True),
        ("evening chair", False),
        ("desk", False),
    ],
)
def test_a_search_finds_every_word_of_it(text: str, *, fits: bool) -> None:
    """In any order, in whatever case, in all that the card tells."""
    assert Filter(text=text).fits(FACTS) is fits


def test_a_search_finds_words_of_other_languages() -> None:
    """Sharp s and its capitals are one."""
    assert Filter(text="STRASSE").fits(FACTS._replace(name="Straße"))


@pytest.mark.parametrize(
    ("places", "chosen", "fits"),
    [
        ({Place.FLOOR}, {Place.FLOOR}, True),
        ({Place.FLOOR}, {Place.SEATED}, False),
        ({Place.FLOOR}, {Place.FLOOR, Place.SEATED}, True),
        ({Place.FLOOR, Place.SEATED}, {Place.SEATED}, False),
        ({Place.FLOOR, Place.SEATED}, {Place.FLOOR, Place.SEATED}, True),
    ],
)
def test_a_routine_must_keep_to_the_chosen_places(
    places: set[Place], chosen: set[Place], *, fits: bool
) -> None:
    """Whoever can only sit does not want to lie down in between."""
    facts = FACTS._replace(places=tuple(places))

    assert Filter(places=frozenset(chosen)).fits(facts) is fits


@pytest.mark.parametrize(
    ("topic", "areas", "fits"),
    [
        (Topic.HIP, (Area.HIP,), True),
        (Topic.HIP, (Area.HIP_FLEXORS,), True),
        (Topic.HIP, (Area.LOWER_BACK,), False),
        (Topic.LOWER_BACK, (Area.CORE,), True),
        (Topic.LOWER_BACK, (Area.HAMSTRINGS,), False),
        (Topic.SCIATICA, (Area.PIRIFORMIS,), True),
        (Topic.SCIATICA, (Area.HIP,), False),
        (Topic.SCIATICA, (), False),
    ],
)
def test_a_topic_gathers_areas(topic: Topic, areas: tuple[Area, ...], *, fits: bool) -> None:
    """The parts of the body as people name them."""
    assert Filter(topics=frozenset({topic})).fits(FACTS._replace(areas=areas)) is fits


def test_a_routine_that_names_a_topic_is_about_it() -> None:
    """A routine for sciatica is one, whatever its areas are."""
    facts = FACTS._replace(name="At-home exercises for Sciatica", areas=(Area.CORE,))

    assert Filter(topics=frozenset({Topic.SCIATICA})).fits(facts)
    assert not Filter(topics=frozenset({Topic.HIP})).fits(facts)


def test_one_of_the_chosen_topics_is_enough() -> None:
    """Two topics show the routines of both."""
    facts = FACTS._replace(areas=(Area.HIP,))

    assert Filter(topics=frozenset({Topic.HIP, Topic.LOWER_BACK})).fits(facts)


@pytest.mark.parametrize(("seconds", "fits"), [(599.9, True), (600.0, False), (0.0, True)])
def test_short_is_under_ten_minutes(seconds: float, *, fits: bool) -> None:
    """Ten minutes are not short any more."""
    assert Filter(short=True).fits(FACTS._replace(seconds=seconds)) is fits


def test_needs_nothing_and_own() -> None:
    """The other two filters ask one thing each."""
    assert not Filter(needs_nothing=True).fits(FACTS)
    assert Filter(needs_nothing=True).fits(FACTS._replace(equipment=("mat",)))
    assert not Filter(own=True).fits(FACTS)
    assert Filter(own=True).fits(FACTS._replace(is_own=True))


def test_all_that_is_chosen_must_fit_together() -> None:
    """Each filter narrows what the others leave."""
    facts = FACTS._replace(is_own=True, equipment=(), seconds=60.0)
    chosen = Filter("evening", frozenset({Place.FLOOR}), frozenset({Topic.HIP}), *[True] * 3)

    assert chosen.fits(facts)
    for other in (
        facts._replace(name="Desk break"),
        facts._replace(places=(Place.STANDING,)),
        facts._replace(areas=(Area.NECK,)),
        facts._replace(seconds=900.0),
        facts._replace(equipment=("chair",)),
        facts._replace(is_own=False),
    ):
        assert not chosen.fits(other)
