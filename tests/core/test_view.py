from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hipstretch import paths
from hipstretch.core.body import Area, Position
from hipstretch.core.breathing import Breath
from hipstretch.core.dose import Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.timeline import Instant, PhaseKind, Timeline
from hipstretch.core.view import Limb, Upcoming, View, limb_of, view_of
from hipstretch.storage.library import Library

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]

LINES = Instructions(
    "Lie down.", "Bend your {side} knee.", "Hug your {side} knee in.", "Lower your {side} foot."
)
ALTERNATE = Dose(sides=SideRule.ALTERNATE, hold=Duration(20.0), reps=Count(2))
EACH = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2))


def _begun(routine: Routine, person: Person | None = None) -> Session:
    timeline = Timeline.of(routine, person or Person())
    return Session.of(timeline).handle(Event.START, 0.0)[0]


def _view(routine: Routine, now: float) -> View:
    view = view_of(routine, _begun(routine), now)
    assert view is not None
    return view


@pytest.fixture
def make(make_exercise: MakeExercise, make_routine: MakeRoutine) -> Callable[..., Routine]:
    """Build a routine of one exercise with lines that tell its sides."""

    def make(dose: Dose, timing: Timing | None = None) -> Routine:
        step = Step(replace(make_exercise(dose), instructions=LINES), note="Gently.")
        return make_routine(step, timing=timing)

    return make


Make = Callable[..., Routine]


@pytest.mark.parametrize(
    ("now", "kind", "line"),
    [
        (0.0, PhaseKind.READY, "Lie down."),
        (4.9, PhaseKind.READY, "Lie down."),
        (5.0, PhaseKind.READY, "Bend your right knee."),
        (9.9, PhaseKind.READY, "Bend your right knee."),
        (10.0, PhaseKind.HOLD, "Hug your right knee in."),
        (29.9, PhaseKind.HOLD, "Hug your right knee in."),
        (30.0, PhaseKind.SWITCH, "Lower your right foot."),
        (33.9, PhaseKind.SWITCH, "Lower your right foot."),
        (34.0, PhaseKind.SWITCH, "Bend your left knee."),
        (38.0, PhaseKind.HOLD, "Hug your left knee in."),
        (58.0, PhaseKind.SWITCH, "Lower your left foot."),
        (62.0, PhaseKind.SWITCH, "Bend your right knee."),
    ],
)
def test_one_instruction_at_a_time(now: float, kind: PhaseKind, line: str, make: Make) -> None:
    """How to get there, then into it; the old side is let go before the new one is named."""
    view = _view(make(ALTERNATE), now)

    assert (view.phase.kind, view.instruction) == (kind, line)


def test_a_long_get_ready_tells_the_move_in_its_last_seconds(make: Make) -> None:
    """Six seconds are enough to move into a stretch, however long the pause is."""
    routine = make(ALTERNATE, Timing(get_ready=Duration(30.0)))

    assert [_view(routine, now).instruction for now in (23.9, 24.0)] == [
        "Lie down.",
        "Bend your right knee.",
    ]


def test_a_relax_lets_go_of_the_side_and_takes_it_again(make: Make) -> None:
    """Between two reps of one side both lines name that side."""
    routine = make(EACH)

    views = [_view(routine, now) for now in (30.0, 32.4, 32.5)]

    assert {view.phase.kind for view in views} == {PhaseKind.RELAX}
    assert [view.instruction for view in views] == [
        "Lower your right foot.",
        "Lower your right foot.",
        "Bend your right knee.",
    ]


def test_with_both_sides_no_side_is_named(make: Make) -> None:
    """The word is left out."""
    routine = make(replace(ALTERNATE, sides=SideRule.BOTH))

    assert [_view(routine, now).instruction for now in (5.0, 10.0, 30.0)] == [
        "Bend your knee.",
        "Hug your knee in.",
        "Lower your foot.",
    ]


def test_between_sets_there_is_nothing_to_do(make: Make) -> None:
    """A pause is a pause; what comes is told as upcoming."""
    routine = make(replace(ALTERNATE, reps=Count(1), sets=Count(2)))

    view = _view(routine, 60.0)

    assert (view.phase.kind, view.instruction) == (PhaseKind.REST, "")
    assert view.exercise is not None
    assert view.upcoming is not None
    assert (view.upcoming.phase.side, view.upcoming.phase.set) == (Side.RIGHT, 2)


def test_a_movement_is_told_as_a_hold_is(make: Make) -> None:
    """The line of the rep stands while the person moves."""
    routine = make(Dose(lasting=Duration(60.0), sides=SideRule.LEFT))

    view = _view(routine, 10.0)

    assert (view.phase.kind, view.instruction) == (PhaseKind.MOVE, "Hug your left knee in.")


def test_where_the_person_sets_the_pace_there_is_no_countdown(make: Make) -> None:
    """Neither the rest nor the whole of such a rep is known, however long it takes."""
    routine = make(Dose(self_paced=True, reps=Count(2)))

    view = _view(routine, 500.0)

    assert (view.phase.kind, view.remaining, view.total) == (PhaseKind.MOVE, None, None)
    assert view.instruction == "Hug your knee in."
    assert view.seconds_left == 0.0


def test_a_pause_that_nobody_has_prescribed_says_how_to_get_out(make: Make) -> None:
    """It has no end that the move could come before."""
    routine = make(replace(EACH, relax=Duration(None)))

    view = _view(routine, 100.0)

    assert (view.phase.kind, view.remaining) == (PhaseKind.RELAX, None)
    assert view.instruction == "Lower your right foot."


def test_numbers_and_note_of_a_moment(make: Make) -> None:
    """What is left of the phase and of the routine, and the step's note."""
    view = _view(make(ALTERNATE), 12.5)

    assert (view.remaining, view.total, view.note) == (17.5, 20.0, "Gently.")
    assert view.seconds_left == 10 + 4 * 20 + 3 * 8 - 12.5
    assert (view.status, view.resume_in) == (Status.PLAYING, 0.0)


def test_a_hold_in_breaths_shows_where_one_is_in_a_breath(make: Make) -> None:
    """In and out, each three of six seconds; nowhere else."""
    breaths = Dose(hold=Duration(5.0, unit=Unit.BREATHS), reps=Count(2))
    views = [_view(make(breaths), now) for now in (9.0, 10.0, 13.0, 16.0, 41.0)]

    assert [view.breath for view in views] == [
        *(None, Breath(is_in=True, fullness=0.0), Breath(is_in=False, fullness=1.0)),
        *(Breath(is_in=True, fullness=0.0), None),
    ]


def test_a_hold_in_seconds_shows_no_breath(make: Make) -> None:
    """Unless the person breathes along; a breath stands still while the session does."""
    routine = make(ALTERNATE)
    assert _view(routine, 12.0).breath is None

    session, _ = _begun(routine, Person(breathe_along=True)).handle(Event.PAUSE, 13.0)
    view = view_of(routine, session, 500.0)

    assert view is not None
    assert view.breath == Breath(is_in=False, fullness=1.0)


def test_a_resume_counts_down(make: Make) -> None:
    """While it does, the phase stands still."""
    routine = make(ALTERNATE)
    session = _begun(routine)
    session, _ = session.handle(Event.PAUSE, 12.0)
    session, _ = session.handle(Event.RESUME, 50.0)

    views = [view_of(routine, session, now) for now in (50.0, 51.5)]

    assert [(view.resume_in, view.remaining) for view in views if view] == [
        (3.0, 18.0),
        (1.5, 18.0),
    ]
    assert views[0] is not None
    assert views[0].status is Status.RESUMING


def test_at_the_end_there_is_nothing_to_show(make: Make) -> None:
    """After the last rep there is no view."""
    routine = make(ALTERNATE)
    session, _ = _begun(routine).handle(Event.TICK, 10_000.0)

    assert view_of(routine, session, 10_000.0) is None


def test_what_comes_next_is_a_rep_or_a_pause_between_exercises(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """Get-ready, relax and switch are on the way and not worth telling."""
    first = Step(make_exercise(EACH, "First"))
    second = Step(make_exercise(Dose(hold=Duration(5.0)), "Second"))
    routine = make_routine(first, Rest(Duration(30.0)), second)
    timeline = Timeline.of(routine, Person())

    told = [_told(_view(routine, phase.start).upcoming) for phase in timeline.phases]

    rep = ("First", PhaseKind.HOLD)
    assert told == [
        (*rep, Side.RIGHT, 1),
        (*rep, Side.RIGHT, 2),
        (*rep, Side.RIGHT, 2),
        (*rep, Side.LEFT, 1),
        (*rep, Side.LEFT, 1),
        (*rep, Side.LEFT, 2),
        (*rep, Side.LEFT, 2),
        (None, PhaseKind.REST, None, None),
        ("Second", PhaseKind.HOLD, Side.BOTH, 1),
        ("Second", PhaseKind.HOLD, Side.BOTH, 1),
        None,
    ]


def _told(upcoming: Upcoming | None) -> tuple[object, ...] | None:
    if upcoming is None:
        return None
    name = upcoming.exercise.name if upcoming.exercise is not None else None
    return name, upcoming.phase.kind, upcoming.phase.side, upcoming.phase.rep


def test_a_pause_shows_the_position_of_what_comes(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """One can get there in the meantime; with nothing to come one stands up."""
    step = Step(make_exercise(Dose(hold=Duration(5.0))))
    routine = make_routine(Rest(Duration(30.0)), step, Rest(Duration(30.0)))

    views = [_view(routine, now) for now in (0.0, 31.0, 50.0)]

    assert [view.picture.position for view in views] == [
        Position.LYING_ON_BACK,
        Position.LYING_ON_BACK,
        Position.STANDING,
    ]
    assert [view.limb for view in views] == [Limb.BODY, Limb.LEG, Limb.BODY]
    assert [(view.exercise, view.note, view.instruction) for view in (views[0], views[2])] == [
        (None, "", "")
    ] * 2


def test_the_parts_fill_one_after_the_other(
    make_exercise: MakeExercise, make_routine: MakeRoutine
) -> None:
    """Each exercise is a part; a pause belongs to the one that comes, or to the end."""
    hold = Step(make_exercise(Dose(hold=Duration(10.0))))
    pause = Rest(Duration(10.0))
    routine = make_routine(hold, pause, hold, pause)

    shown = [_view(routine, now) for now in (0.0, 5.0, 10.0, 15.0, 25.0, 35.0, 45.0, 59.9)]

    assert [(view.parts, view.part) for view in shown] == [
        ((0.0, 0.0), 0),
        ((0.25, 0.0), 0),
        ((0.5, 0.0), 0),
        ((0.75, 0.0), 0),
        ((1.0, 0.0), 1),
        ((1.0, 0.25), 1),
        ((1.0, 0.75), 1),
        ((1.0, 1.0), 1),
    ]


def test_a_rep_without_a_length_counts_when_it_is_done(make: Make) -> None:
    """Waiting does not fill the part; the get-ready before it does."""
    routine = make(Dose(self_paced=True, reps=Count(2)))

    assert _view(routine, 500.0).parts == (1 / 3,)


def test_a_routine_of_pauses_has_no_parts(make_routine: MakeRoutine) -> None:
    """Odd as it is, it can be played."""
    view = _view(make_routine(Rest(Duration(10.0))), 5.0)

    assert (view.parts, view.part, view.upcoming) == ((), 0, None)


@pytest.mark.parametrize(
    ("kind", "position", "areas", "side", "limb"),
    [
        (Kind.STRETCH, Position.LYING_ON_BACK, {Area.HIP}, Side.LEFT, Limb.LEG),
        (Kind.STRETCH, Position.LYING_ON_BACK, {Area.HAMSTRINGS}, Side.BOTH, Limb.LEG),
        (Kind.STRETCH, Position.LYING_ON_BACK, {Area.LOWER_BACK}, Side.BOTH, Limb.BODY),
        (Kind.STRETCH, Position.LYING_ON_BACK, {Area.LOWER_BACK}, Side.RIGHT, Limb.LEG),
        (Kind.STRETCH, Position.KNEELING, {Area.HIP}, Side.BOTH, Limb.BODY),
        (Kind.STRENGTH, Position.LYING_ON_BACK, {Area.GLUTES}, Side.BOTH, Limb.BODY),
        (Kind.STRENGTH, Position.LYING_ON_BACK, {Area.CORE}, Side.LEFT, Limb.LEG),
        (Kind.MASSAGE, Position.STANDING, {Area.GLUTES}, Side.LEFT, Limb.HIP),
        (Kind.MASSAGE, Position.STANDING, {Area.NECK}, Side.BOTH, Limb.HIP),
        (Kind.STRETCH, Position.STANDING, {Area.SHOULDERS, Area.NECK}, Side.LEFT, Limb.ARM),
        (Kind.STRETCH, Position.STANDING, {Area.SHOULDERS, Area.HIP}, Side.LEFT, Limb.LEG),
        (Kind.REST, Position.RECLINING, {Area.WHOLE_BODY}, Side.BOTH, Limb.BODY),
    ],
)
def test_what_the_side_badge_names(
    kind: Kind,
    position: Position,
    areas: set[Area],
    side: Side,
    limb: Limb,
    make_exercise: MakeExercise,
) -> None:
    """A leg unless the exercise says otherwise; with both sides often the whole body."""
    exercise = replace(make_exercise(ALTERNATE), kind=kind, position=position, areas=tuple(areas))

    assert limb_of(exercise, side) is limb


@pytest.fixture(scope="module")
def bundled() -> Library:
    """The routines as they come."""
    return Library(paths.bundled("routines"), Path("nowhere"))


@pytest.mark.parametrize("affected", Affected)
@pytest.mark.parametrize(
    "path", sorted(paths.bundled("routines").glob("*.yaml")), ids=lambda p: p.stem
)
def test_every_bundled_routine_can_be_shown_from_start_to_end(
    path: Path, affected: Affected, bundled: Library
) -> None:
    """At the start, the middle and the end of each phase there is one instruction, and it fits."""
    routine = bundled.bundled(path.stem)
    assert routine is not None
    timeline = Timeline.of(routine, Person(affected))
    session = Session.of(timeline)
    done = 0.0
    for index, phase in enumerate(timeline.phases):
        for share in (0.0, 0.5, 0.999):
            at = Instant(index, share * (phase.seconds or 9.0))
            view = view_of(routine, replace(session, anchor=at), 0.0)
            assert view is not None
            assert view.phase == phase
            assert bool(view.instruction) == (phase.kind is not PhaseKind.REST)
            assert "{" not in view.instruction
            assert sum(view.parts) >= done
            done = sum(view.parts)
            assert 0 <= view.part < len(view.parts)
            is_last = not any(later.kind.is_rep for later in timeline.phases[index + 1 :])
            assert (view.upcoming is None) == is_last
    assert done == pytest.approx(len(list(routine.exercises)), abs=0.01)
