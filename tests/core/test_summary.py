from __future__ import annotations

from collections.abc import Callable

import pytest

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.core.session import Event, Session
from hipstretch.core.summary import (
    Outcome,
    RepRecord,
    StepSummary,
    Summary,
    rep_records,
    summarise,
)
from hipstretch.core.timeline import Phase, PhaseKind, Timeline

NOW = 50.0


def _plan() -> Timeline:
    """Two holds on the right, a pause between exercises, one self-paced rep."""
    right = Side.RIGHT
    return Timeline(
        (
            Phase(0.0, 10.0, PhaseKind.READY, 0, "A", right, 1, 2, 1, 1),
            Phase(10.0, 20.0, PhaseKind.HOLD, 0, "A", right, 1, 2, 1, 1),
            Phase(30.0, 20.0, PhaseKind.HOLD, 0, "A", right, 2, 2, 1, 1),
            Phase(50.0, 30.0, PhaseKind.REST, 1, None, None, None, None, None, None),
            Phase(80.0, None, PhaseKind.MOVE, 2, "B", Side.BOTH, 1, 1, 1, 1),
        )
    )


def run(*events: tuple[Event, float]) -> Session:
    """A session of the plan after events."""
    session, _ = Session.of(_plan()).handle(Event.START, NOW)
    for event, at in events:
        session, _ = session.handle(event, NOW + at)
    return session


def outcomes(session: Session) -> list[Outcome]:
    """What became of the three reps."""
    return [record.outcome for record in rep_records(session)]


DONE, SHORTENED, SKIPPED = Outcome.DONE, Outcome.SHORTENED, Outcome.SKIPPED


def test_everything_done() -> None:
    """The records carry what was planned and what was held."""
    session = run((Event.DONE, 100.0))
    assert list(rep_records(session)) == [
        RepRecord(0, "A", Side.RIGHT, 20.0, 20.0, DONE),
        RepRecord(0, "A", Side.RIGHT, 20.0, 20.0, DONE),
        RepRecord(2, "B", Side.BOTH, None, 20.0, DONE),
    ]
    summary = summarise(session)
    steps = (StepSummary(0, "A", 2, 2), StepSummary(2, "B", 1, 1))
    assert summary == Summary(100.0, is_complete=True, steps=steps)
    assert (summary.stretches, summary.holds) == (2, 3)


@pytest.mark.parametrize(
    ("held", "outcome"),
    [(0.0, SKIPPED), (0.5, SKIPPED), (1.0, SHORTENED), (17.5, SHORTENED), (18.0, DONE)],
)
def test_a_rep_cut_short(held: float, outcome: Outcome) -> None:
    """Nine tenths count as done, less than a second as nothing."""
    assert outcomes(run((Event.SKIP, 10.0 + held)))[0] is outcome


def test_reps_that_were_never_reached_are_skipped() -> None:
    """A session that was stopped is not complete."""
    session = run((Event.STOP, 32.0))
    assert outcomes(session) == [DONE, SHORTENED, SKIPPED]
    summary = summarise(session)
    assert not summary.is_complete
    assert summary.steps == (StepSummary(0, "A", 2, 2), StepSummary(2, "B", 0, 1))
    assert (summary.stretches, summary.holds) == (1, 2)


def test_an_eased_rep_counts_by_its_new_length() -> None:
    """10 of 10 s is done, though 20 s were planned; the record says both."""
    session = run((Event.EASE, 10.0), (Event.TICK, 20.0), (Event.STOP, 20.0))
    record = next(rep_records(session))
    assert (record.planned, record.held, record.outcome) == (20.0, 10.0, DONE)


def test_a_longer_rep_counts_by_its_new_length() -> None:
    """20 of 30 s is shortened."""
    session = run((Event.MORE, 10.0), (Event.STOP, 30.0))
    assert outcomes(session)[0] is SHORTENED


def test_a_self_paced_rep_that_hardly_began_is_skipped() -> None:
    """One who stops as it begins has not done it."""
    assert outcomes(run((Event.STOP, 80.5)))[-1] is SKIPPED
    assert outcomes(run((Event.STOP, 82.0)))[-1] is DONE


def test_pauses_do_not_count() -> None:
    """The seconds are those that were played."""
    session = run((Event.PAUSE, 5.0), (Event.STOP, 500.0))
    assert summarise(session).seconds == 5.0


def test_the_records_name_their_exercises_where_the_routine_is_known(
    make_exercise: Callable[..., Exercise],
) -> None:
    """By the exercise's id; a pause between two puts none of them off."""
    each = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(1))
    steps = (
        Step(make_exercise(each, "Knee rocking")),
        Rest(Duration(30.0)),
        Step(make_exercise(Dose(self_paced=True), "Bridge")),
    )
    routine = Routine(id="r", name="R", steps=steps)
    session = Session.of(Timeline.of(routine, Person()))
    known = [(one.step, one.exercise, one.stretch) for one in rep_records(session, routine)]
    assert known == [
        (0, "knee-rocking", "Knee rocking"),
        (0, "knee-rocking", "Knee rocking"),
        (2, "bridge", "Bridge"),
    ]
    assert {one.exercise for one in rep_records(session)} == {""}


def test_a_step_that_the_routine_does_not_have_stays_unnamed() -> None:
    """A routine that was changed meanwhile, as after a crash, gives no wrong names."""
    short = Routine(id="r", name="R", steps=(Rest(Duration(30.0)),))
    session = Session.of(_plan())
    assert {one.exercise for one in rep_records(session, short)} == {""}
