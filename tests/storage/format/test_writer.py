from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hipstretch import paths
from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import DoseFrom, Exercise, Instructions, Kind, Source
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Day, Rest, Routine, Step, Timing
from hipstretch.core.timeline import Timeline
from hipstretch.storage.format.reader import read_routine
from hipstretch.storage.format.writer import (
    plain_count,
    plain_dose,
    plain_duration,
    write_routine,
)
from hipstretch.storage.library import ExerciseShelf, Library

UNSET = Duration(None)


class Shelf:
    """Exercises by id."""

    def __init__(self, *exercises: Exercise) -> None:
        self._exercises = {exercise.id: exercise for exercise in exercises}

    def find(self, exercise_id: str) -> Exercise | None:
        """The exercise of an id."""
        return self._exercises.get(exercise_id)

    def ids(self) -> frozenset[str]:
        """All ids."""
        return frozenset(self._exercises)


def _exercise(exercise_id: str, dose: Dose) -> Exercise:
    return Exercise(
        id=exercise_id,
        name=exercise_id,
        kind=Kind.STRETCH,
        position=Position.STANDING,
        areas=(Area.HIP,),
        instructions=Instructions("a", "b", "c", "d"),
        dose=dose,
    )


SHELF = Shelf(
    _exercise("hold", Dose(hold=Duration(5.0))),
    _exercise("08", Dose(self_paced=True, sides=SideRule.EACH)),
    _exercise("1e5", Dose(lasting=Duration(9.0))),
)

_TRICKY = ["08", "1e5", "0o17", "on", "No", "~", "null", "1:30", ".5", "- a", "a: b", "#x", "{a}"]
texts = st.one_of(
    st.sampled_from([text for text in _TRICKY if text != "{a}"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), max_size=30),
).filter(lambda text: text == text.strip() and bool(text))
words = st.lists(texts, max_size=3).map(tuple)
ids = st.sampled_from(["", *sorted(SHELF.ids())])


def _times(low: int, high: int) -> st.SearchStrategy[Duration]:
    """Durations between two numbers of seconds, to the millisecond, ranges and breaths."""
    seconds = st.one_of(st.integers(low, high).map(float), st.integers(low * 1000, high * 1000))
    exact = seconds.map(lambda n: n if isinstance(n, float) else n / 1000)
    breaths = st.integers(max(1, low), high // 6).map(float)
    return st.one_of(
        exact.map(Duration),
        st.tuples(exact, exact).map(lambda ends: Duration(min(ends), max(ends))),
        breaths.map(lambda n: Duration(n, unit=Unit.BREATHS)),
        st.tuples(breaths, breaths).map(lambda e: Duration(min(e), max(e), Unit.BREATHS)),
    )


def _counts(high: int) -> st.SearchStrategy[Count]:
    """Counts and ranges of them."""
    one = st.integers(1, high)
    pairs = st.tuples(one, one).map(sorted)
    return st.one_of(
        one.map(Count), pairs.map(lambda e: Count(e[0], e[1] if e[1] > e[0] else None))
    )


holds = st.one_of(_times(1, 30), st.just(UNSET))
pauses = st.one_of(_times(0, 30), st.just(UNSET))
tempos = st.one_of(
    st.just((UNSET, UNSET, UNSET)), st.tuples(_times(1, 9), _times(0, 9), _times(0, 9))
)
rounds = st.lists(st.sampled_from(Side), min_size=1, max_size=4).map(tuple)


@st.composite
def doses(draw: st.DrawFn, *, whole: bool, for_side: bool = False) -> Dose:
    """A dose with one way a rep goes, or, if it is not whole, perhaps none."""
    ways: list[dict[str, st.SearchStrategy[Any]]] = [
        {"hold": holds},
        {"tempo": tempos},
        {"lasting": holds},
        {"self_paced": st.just(True)},
        *([] if whole else [{}]),
    ]
    way = draw(st.sampled_from(ways))
    others: dict[str, st.SearchStrategy[Any]] = {
        "reps": st.one_of(_counts(4), st.just(Count(None))),
        "sets": st.one_of(_counts(3), st.just(Count(None))),
        "relax": pauses,
        "rest": pauses,
    }
    if not for_side:
        side_dose = doses(whole=False, for_side=True)
        others |= {"sides": st.one_of(st.sampled_from(SideRule), rounds)}
        others |= dict.fromkeys(("left", "right", "affected"), side_dose)
    return Dose(**draw(st.fixed_dictionaries(way, optional=others)))


@st.composite
def exercises(draw: st.DrawFn, exercise_id: str) -> Exercise:
    """Any exercise written out in full."""
    return Exercise(
        id=exercise_id,
        name=draw(texts),
        kind=draw(st.sampled_from(Kind)),
        position=draw(st.sampled_from(Position)),
        areas=tuple(draw(st.lists(st.sampled_from(Area), min_size=1, max_size=3))),
        instructions=Instructions(*(draw(texts) for _ in range(4))),
        dose=draw(doses(whole=True)),
        dose_from=draw(st.none() | st.sampled_from(DoseFrom)),
        source=draw(sources),
        also_called=draw(words),
        equipment=draw(words),
        feel=draw(st.just("") | texts),
        mistakes=draw(words),
        cautions=draw(words),
        ask_first=draw(words),
        easier=draw(ids),
        harder=draw(ids),
        figure=draw(ids),
    )


sources = st.none() | st.builds(Source, texts, st.sampled_from(["", "https://a.org/b?c=1#d"]))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Any routine, with exercises of the shelf and written out."""
    steps: list[Step | Rest] = []
    for number in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 4)) == 0:
            steps.append(Rest(draw(_times(0, 60))))
            continue
        written_out = draw(st.booleans())
        exercise = (
            draw(exercises(f"r:{number}"))
            if written_out
            else SHELF.find(draw(st.sampled_from(sorted(SHELF.ids()))))
        )
        assert exercise is not None
        note = draw(st.just("") | texts)
        steps.append(Step(exercise, draw(doses(whole=False)), note, written_out))
    times = {key: _times(0, 30) for key in ("get_ready", "switch", "relax", "rest")}
    return Routine(
        id="r",
        name=draw(texts),
        steps=tuple(steps),
        summary=draw(st.just("") | texts),
        author=draw(st.just("") | texts),
        source=draw(sources),
        times_per_day=draw(st.none() | _counts(24)),
        days=tuple(draw(st.lists(st.sampled_from(Day), unique=True))),
        stop_if=draw(st.just("") | texts),
        timing=Timing(**draw(st.fixed_dictionaries({}, optional=times))),
    )


def _plain_routine(name: str) -> Routine:
    exercise = SHELF.find("hold")
    assert exercise is not None
    return Routine(id="r", name=name, steps=(Step(exercise),))


@settings(max_examples=150, deadline=None)
@given(routines())
@example(_plain_routine("1e5"))
@example(_plain_routine("08"))
@example(_plain_routine("a\nb: #c"))
@example(_plain_routine("a\x85b\u2028c"))
def test_reading_what_was_written_gives_the_same_routine(routine: Routine) -> None:
    """Whatever a routine says comes back from its text."""
    read = read_routine(write_routine(routine).encode(), "r", SHELF)

    assert read.faults == ()
    assert read.routine == routine


@settings(max_examples=50, deadline=None)
@given(routines(), st.sampled_from(Affected))
def test_a_routine_written_out_needs_no_other_file(routine: Routine, affected: Affected) -> None:
    """Written out, it plays the same on a machine that has none of its exercises."""
    routine = replace(
        routine,
        steps=tuple(
            replace(step, exercise=replace(step.exercise, easier="", harder=""))
            if isinstance(step, Step)
            else step
            for step in routine.steps
        ),
    )

    read = read_routine(write_routine(routine, written_out=True).encode(), "r", Shelf())

    assert read.routine is not None
    person = Person(affected)
    assert Timeline.of(read.routine, person).phases == Timeline.of(routine, person).phases


def _bundled_routine_ids() -> list[str]:
    return sorted(path.stem for path in paths.bundled("routines").glob("*.yaml"))


@pytest.mark.parametrize("routine_id", _bundled_routine_ids())
def test_a_bundled_routine_survives_writing(
    routine_id: str, bundled: Library, shelf: ExerciseShelf
) -> None:
    """Every bundled routine is the same after it was written and read."""
    routine = bundled.bundled(routine_id)
    assert routine is not None

    assert read_routine(write_routine(routine).encode(), routine_id, shelf).routine == routine


def test_every_bundled_exercise_survives_writing(shelf: ExerciseShelf) -> None:
    """All exercises, each written out in one routine, are the same but for their ids."""
    found = [shelf.find(exercise_id) for exercise_id in sorted(shelf.ids())]
    originals = [exercise for exercise in found if exercise is not None]
    steps = tuple(Step(exercise, written_out=True) for exercise in originals)
    routine = Routine(id="all", name="All", steps=steps)

    read = read_routine(write_routine(routine).encode(), "all", shelf).routine

    assert read is not None
    again = [replace(e, id=o.id) for e, o in zip(read.exercises, originals, strict=True)]
    assert again == originals


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (Duration(30.0), "30 s"),
        (Duration(119.0), "119 s"),
        (Duration(120.0), "2 min"),
        (Duration(150.0), "150 s"),
        (Duration(0.0), "0 s"),
        (Duration(7.5), "7.5 s"),
        (Duration(1 / 3), "0.333 s"),
        (Duration(15.0, 30.0), "15-30 s"),
        (Duration(120.0, 180.0), "2-3 min"),
        (Duration(3.0, unit=Unit.BREATHS), "3 breaths"),
        (Duration(3.0, 5.0, Unit.BREATHS), "3-5 breaths"),
        (UNSET, None),
    ],
)
def test_a_duration_is_written_as_a_person_would(duration: Duration, text: str | None) -> None:
    """Seconds up to two minutes, whole minutes from there, and breaths as breaths."""
    assert plain_duration(duration) == text


def test_a_count_is_a_number_a_range_or_nothing() -> None:
    """A range says both of its ends."""
    assert [plain_count(c) for c in (Count(3), Count(8, 12), Count(3, 3), Count(None))] == [
        3,
        "8-12",
        3,
        None,
    ]


def test_a_dose_says_only_what_it_names() -> None:
    """What is not prescribed yet is named with nothing behind it."""
    dose = Dose(
        sides=(Side.LEFT, Side.BOTH),
        tempo=(UNSET, UNSET, UNSET),
        reps=Count(None),
        affected=Dose(reps=Count(4)),
    )

    assert plain_dose(dose) == {
        "sides": ["left", "both"],
        "tempo": None,
        "reps": None,
        "affected": {"reps": 4},
    }


def test_an_exercise_of_the_shelf_is_called_by_its_id() -> None:
    """A routine names its exercises, and writes only what differs."""
    exercise = SHELF.find("08")
    assert exercise is not None
    steps = (Step(exercise, Dose(reps=Count(2)), "Slowly."), Rest(Duration(60.0)))

    assert write_routine(Routine(id="r", name="Mornings", steps=steps)) == (
        "name: Mornings\nsteps:\n- stretch: '08'\n  reps: 2\n  note: Slowly.\n- rest: 60 s\n"
    )


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library as it comes, without own files."""
    return Library(paths.bundled("routines"), tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def shelf(bundled: Library) -> ExerciseShelf:
    """The bundled exercises."""
    return bundled.exercises
