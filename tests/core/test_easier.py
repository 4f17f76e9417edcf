from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.easier import at_easier, with_easier
from hipstretch.core.exercise import Exercise, Kind
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import MAX_STEPS, Rest, Routine, Step
from hipstretch.core.session import Event, IllegalEvent, Session, Status
from hipstretch.core.summary import Outcome, rep_records
from hipstretch.core.timeline import Instant, PhaseKind, Timeline

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]
NOW = 1000.0
HOLDS = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2))
GENTLE_ONE = Dose(hold=Duration(10.0))


def test_it_comes_right_behind_the_step(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """In its usual dose, before a pause and all that follows."""
    routine = make_routine(HOLDS, Rest(Duration(9.0)), HOLDS)
    easier = make_exercise(GENTLE_ONE, "Easier")
    longer = with_easier(routine, 0, easier)
    assert longer is not None
    assert longer.steps == (routine.steps[0], Step(easier), *routine.steps[1:])


def test_on_a_flare_up_day_it_is_gentler(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """Half of its time; an exercise for strength stays in, as it was asked for."""
    dose = Dose(hold=Duration(30.0), reps=Count(4))
    for kind in (Kind.STRETCH, Kind.STRENGTH):
        easier = replace(make_exercise(dose, "Easier"), kind=kind)
        longer = with_easier(make_routine(HOLDS), 0, easier, is_gentle=True)
        assert longer is not None
        added = longer.steps[1]
        assert isinstance(added, Step)
        assert (added.exercise, added.full_dose.hold) == (easier, Duration(15.0))


def test_a_full_routine_has_no_room(make_routine: MakeRoutine, make_exercise: MakeExercise) -> None:
    """By its number of steps, its length or its phases: its file could not be read again."""
    easier = make_exercise(GENTLE_ONE, "Easier")
    full = make_routine(*[GENTLE_ONE] * MAX_STEPS)
    long = make_routine(*[Dose(hold=Duration(300.0), reps=Count(19))] * 2)
    self_paced = Dose(self_paced=True, reps=Count(20), sets=Count(20), relax=Duration(None))
    many = make_routine(*[self_paced] * 26)
    assert with_easier(full, 0, easier) is None
    assert with_easier(long, 0, easier) is not None
    hours = make_exercise(Dose(hold=Duration(300.0), reps=Count(20)), "Hours")
    assert with_easier(long, 0, hours) is None
    assert with_easier(many, 0, make_exercise(self_paced, "Many")) is None


def test_what_is_left_of_the_harder_one_counts_as_skipped(
    make_routine: MakeRoutine, make_exercise: MakeExercise
) -> None:
    """What was done of it, and what comes later, stays as it was."""
    routine = make_routine(HOLDS, GENTLE_ONE)
    session, _ = Session.of(Timeline.of(routine, Person())).handle(Event.START, NOW)
    session, _ = session.handle(Event.HURT, NOW + 35.0)
    longer = with_easier(routine, 0, make_exercise(GENTLE_ONE, "Easier"))
    assert longer is not None
    easier = at_easier(session, Timeline.of(longer, Person()))
    moment = easier.moment(NOW + 35.0)
    assert moment.phase is not None
    assert (moment.phase.stretch, moment.phase.kind) == ("Easier", PhaseKind.READY)
    assert moment.instant.offset == 0.0
    ended, _ = easier.handle(Event.RESUME, NOW + 40.0)
    ended, _ = ended.handle(Event.TICK, NOW + 500.0)
    records = list(rep_records(ended, longer))
    assert [(record.exercise, record.outcome) for record in records] == [
        ("knee-to-chest", Outcome.DONE),
        *[("knee-to-chest", Outcome.SKIPPED)] * 3,
        ("easier", Outcome.DONE),
        ("knee-to-chest", Outcome.DONE),
    ]


GRAIN = 64
_times = st.integers(1, 40 * GRAIN).map(lambda n: n / GRAIN)
_doses = st.builds(
    lambda hold, reps, sides: Dose(hold=hold, reps=reps, sides=sides),
    _times.map(Duration),
    st.builds(Count, st.integers(1, 3)),
    st.sampled_from(list(SideRule)),
)
_steps = st.lists(_doses | st.builds(Rest, _times.map(Duration)), min_size=1, max_size=4)
_people = st.builds(
    Person, st.sampled_from(Affected), st.sampled_from([Side.LEFT, Side.RIGHT]), st.booleans()
)
_events = st.lists(
    st.tuples(
        st.sampled_from([*Event, None, None]),
        st.integers(0, 60 * GRAIN).map(lambda n: n / GRAIN),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(_steps, _people, _events, _doses)
def test_plan_and_place_belong_together_whenever_it_is_taken(
    make_routine: MakeRoutine,
    make_exercise: MakeExercise,
    steps: list[Dose | Rest],
    person: Person,
    events: list[tuple[Event | None, float]],
    dose: Dose,
) -> None:
    """However often; what was held and changed stays with its rep, and it can be restored."""
    routine = make_routine(*steps)
    session, now = Session.of(Timeline.of(routine, person)), NOW
    session, _ = session.handle(Event.START, now)
    for event, wait in events:
        now += wait
        try:
            session, _ = session.handle(event or Event.HURT, now)
        except IllegalEvent:
            continue
        if event is None and not session.is_over:
            session, routine = _taken(session, routine, person, make_exercise(dose, "Easier"))
    assert session.plan.phases == Timeline.of(routine, person).phases
    assert all(session.plan.phases[at].kind.is_rep for at in session.held)
    if not session.is_over:
        _check_restored(session, routine, person)


def _taken(
    session: Session, routine: Routine, person: Person, exercise: Exercise
) -> tuple[Session, Routine]:
    """Take an easier exercise, and check what becomes of all that was known."""
    before = session.timeline.phases[session.anchor.phase_index].step
    longer = with_easier(routine, before, exercise)
    assert longer is not None
    after = at_easier(session, Timeline.of(longer, person))
    assert after.status is Status.PAUSED
    assert after.timeline.phases[after.anchor.phase_index].step == before + 1
    assert after.anchor == Instant(after.timeline.step_start(before + 1).phase_index)
    assert after.played == session.played
    assert _known(after, before + 1) == _known(session, None)
    return after, longer


def _known(session: Session, added: int | None) -> list[tuple[float | None, float | None]]:
    """Of each phase but those of the added step: what was held, and its length now."""
    return [
        (session.held.get(at), phase.seconds)
        for at, phase in enumerate(session.timeline.phases)
        if phase.step != added
    ]


def _check_restored(session: Session, routine: Routine, person: Person) -> None:
    """Another run of the program that reads it is in the same place."""
    restored = Session.restored(
        Timeline.of(routine, person),
        session.anchor,
        held=session.held,
        changed=session.changed,
        played=session.played,
    )
    assert restored.timeline.phases == session.timeline.phases
    assert (restored.anchor, restored.held) == (session.anchor, session.held)
