from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.figure.figure import Figure, Loop, make_figure
from hipstretch.core.figure.frame import FigureFrame
from hipstretch.core.figure.skeleton import Bone
from hipstretch.core.figure.staging import MOVE_SECONDS, Moves, Pace, Staging, staging
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.session import Event, Session
from hipstretch.core.timeline import PhaseKind, Timeline
from hipstretch.core.view import View, view_of

HOLDS = Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(2), sets=Count(2))
"""Ready to 10, hold to 30, relax to 35, hold to 55, switch to 63, two more holds, rest."""
START = Staging(0.0, Side.LEFT, is_live=True)
HELD = Staging(1.0, Side.LEFT, is_live=True)
OTHER = Staging(0.0, Side.RIGHT, is_live=True)


def _step(dose: Dose) -> Step:
    lines = Instructions("Stand.", "Lift.", "Hold.", "Lower.")
    exercise = Exercise(
        id="x",
        name="X",
        kind=Kind.STRETCH,
        position=Position.STANDING,
        areas=(Area.HIP,),
        instructions=lines,
        dose=dose,
        figure="lifting",
    )
    return Step(exercise)


def _view(dose: Dose, now: float, *, is_paused: bool = False, timing: Timing | None = None) -> View:
    steps = (_step(dose), Rest(Duration(60.0)), _step(dose))
    routine = Routine(id="r", name="R", steps=steps, timing=timing or Timing())
    session = Session.of(Timeline.of(routine, Person())).handle(Event.START, 0.0)[0]
    if is_paused:
        session = session.handle(Event.PAUSE, now)[0]
    view = view_of(routine, session, now)
    assert view is not None
    return view


def _same(one: FigureFrame, other: FigureFrame) -> bool:
    return all(
        one.skeleton.joints[bone] == pytest.approx(other.skeleton.joints[bone], abs=1e-6)
        for bone in Bone
    )


@pytest.mark.parametrize(
    ("now", "kind", "share", "side"),
    [
        (0.0, PhaseKind.READY, 0.0, Side.RIGHT),
        (4.9, PhaseKind.READY, 0.0, Side.RIGHT),
        (5.0, PhaseKind.READY, 1.0, Side.RIGHT),
        (20.0, PhaseKind.HOLD, 1.0, Side.RIGHT),
        (31.0, PhaseKind.RELAX, 0.0, Side.RIGHT),
        (33.0, PhaseKind.RELAX, 1.0, Side.RIGHT),
        (56.0, PhaseKind.SWITCH, 0.0, Side.LEFT),
        (59.5, PhaseKind.SWITCH, 1.0, Side.LEFT),
        (109.0, PhaseKind.REST, 0.0, Side.RIGHT),
        (122.0, PhaseKind.REST, 0.0, Side.RIGHT),
    ],
)
def test_each_phase_has_its_pose_and_side(
    now: float, kind: PhaseKind, share: float, side: Side
) -> None:
    """The figure moves in as the player says so, turns at the switch, and rests in the start."""
    view = _view(HOLDS, now)

    asked = staging(view)

    assert view.phase.kind is kind
    assert (asked.share, asked.side, asked.moves) == (share, side, Moves.NOT)


def test_a_pause_between_exercises_shows_the_start_of_the_next() -> None:
    """A pause between exercises shows the start of the next."""
    view = _view(replace(HOLDS, sides=SideRule.LEFT, reps=Count(1), sets=None), 40.0)

    assert view.exercise is None
    assert staging(view)[:3] == (0.0, Side.LEFT, Moves.NOT)


def test_a_pause_that_nobody_has_prescribed_stays_in_the_start() -> None:
    """Its end is not known, so nothing moves in before it."""
    view = _view(replace(HOLDS, relax=Duration(None)), 100.0)

    assert (view.phase.kind, staging(view).share) == (PhaseKind.RELAX, 0.0)


def test_a_short_movement_is_one_rep() -> None:
    """How far it has come is the session's; the get-ready before it says what comes."""
    dose = Dose(tempo=(Duration(2.0), Duration(0.0), Duration(2.0)), reps=Count(2))

    ready, rep = staging(_view(dose, 9.0)), staging(_view(dose, 13.0))

    assert (ready.share, ready.moves, ready.length) == (1.0, Moves.ONE_REP, 0.0)
    assert (rep.moves, rep.seconds, rep.length) == (Moves.ONE_REP, 3.0, 4.0)


def test_a_long_movement_goes_round() -> None:
    """A long movement goes round."""
    asked = staging(_view(Dose(lasting=Duration(60.0)), 12.0))

    assert (asked.moves, asked.seconds, asked.length) == (Moves.ROUNDS, 2.0, 60.0)


def test_a_movement_at_one_s_own_pace_goes_round_uncounted() -> None:
    """A movement at one's own pace goes round uncounted."""
    asked = staging(_view(Dose(self_paced=True, reps=Count(2)), 50.0))

    assert (asked.moves, asked.seconds) == (Moves.ROUNDS, None)


def test_only_a_session_that_plays_is_live() -> None:
    """Only a session that plays is live."""
    assert staging(_view(HOLDS, 20.0)).is_live
    assert not staging(_view(HOLDS, 20.0, is_paused=True)).is_live


def test_the_way_into_the_hold_takes_nine_tenths_of_a_second(lifting: Figure) -> None:
    """It begins and ends gently, and arrives."""
    pace = Pace.at_once(lifting, START, 0.0).told(HELD, 10.0)

    places = [pace.place(10.0 + seconds) for seconds in (0.0, 0.45, 0.9)]

    assert places == pytest.approx([0.5, 1.0, 1.5])
    assert [pace.is_over(10.0 + seconds) for seconds in (0.89, 0.91)] == [False, True]
    assert _same(pace.frame(10.9, calm=False), lifting.frame(1.0, Side.LEFT))


def test_out_of_the_hold_and_over_takes_twice_that(lifting: Figure) -> None:
    """Half-way it is in the start of the side that it leaves; at the end in the mirror's."""
    pace = Pace.at_once(lifting, HELD, 0.0).told(OTHER, 10.0)

    assert [pace.is_over(10.0 + seconds) for seconds in (1.79, 1.81)] == [False, True]
    assert _same(pace.frame(10.9, calm=False), lifting.frame(0.0, Side.LEFT))
    arrived = pace.frame(11.8, calm=False)
    assert _same(arrived, lifting.frame(0.0, Side.RIGHT))
    assert arrived.working == lifting.frame(0.0, Side.RIGHT).working


@pytest.mark.parametrize(("first", "second"), [(START, OTHER), (OTHER, START)])
def test_between_the_sides_the_figure_is_the_mirror_of_the_way_back(
    lifting: Figure, first: Staging, second: Staging
) -> None:
    """Either way it shows the limb that works next, and neither side leads."""
    pace = Pace.at_once(lifting, first, 0.0).told(second, 10.0)
    back = Pace.at_once(lifting, second, 0.0).told(first, 10.0)

    there, other = (way.frame(10.3, calm=False) for way in (pace, back))

    assert there.working == lifting.frame(0.0, second.side).working
    for bone in Bone:
        x, y, z = other.skeleton.joints[bone.mirror]
        assert there.skeleton.joints[bone] == pytest.approx((x, -y, z), abs=1e-6)


def test_a_figure_that_is_wanted_elsewhere_sets_out_from_where_it_is(lifting: Figure) -> None:
    """Nothing jumps, and the way back is as short as the way was."""
    pace = Pace.at_once(lifting, START, 0.0).told(HELD, 10.0)

    back = pace.told(START, 10.3)

    assert back.place(10.3) == pytest.approx(pace.place(10.3))
    assert back.seconds == pytest.approx(MOVE_SECONDS * (pace.place(10.3) - 0.5))
    assert back.place(11.0) == 0.5


def test_the_next_phase_does_not_delay_a_way_to_the_same_pose(lifting: Figure) -> None:
    """The hold may begin while the figure still moves into it."""
    pace = Pace.at_once(lifting, START, 0.0).told(HELD, 10.0)

    held = pace.told(HELD._replace(began=10.5), 10.5)

    assert (held.origin, held.began_at, held.seconds) == (0.5, 10.0, MOVE_SECONDS)


def test_a_calm_figure_stands_still(lifting: Figure) -> None:
    """It is where it is wanted at once, and does not breathe."""
    pace = Pace.at_once(lifting, START, 0.0).told(HELD, 10.0)

    frames = [pace.frame(now, calm=True) for now in (10.0, 10.4, 12.0)]

    assert _same(frames[0], lifting.frame(1.0, Side.LEFT))
    assert frames[0] == frames[1] == frames[2]


def test_a_calm_figure_shows_a_movement_by_its_end(lifting: Figure) -> None:
    """A calm figure shows a movement by its end."""
    pace = Pace.at_once(lifting, HELD._replace(moves=Moves.ONE_REP, seconds=0.0, length=4.0), 0.0)

    assert _same(pace.frame(0.0, calm=True), lifting.frame(1.0, Side.LEFT))


def test_a_live_figure_breathes_and_a_paused_one_holds_its_breath(lifting: Figure) -> None:
    """Whatever the clock says; then it breathes on from there."""
    pace = Pace.at_once(lifting, HELD, 0.0)
    paused = pace.told(HELD._replace(is_live=False), 1.3)
    resumed = paused.told(HELD, 77.0)

    assert pace.frame(0.0, calm=False).strands != pace.frame(1.3, calm=False).strands
    assert paused.frame(50.0, calm=False) == pace.frame(1.3, calm=False)
    assert resumed.frame(77.0, calm=False) == pace.frame(1.3, calm=False)
    assert resumed.frame(77.5, calm=False) == pace.frame(1.8, calm=False)


def test_a_rep_begins_in_the_start_and_is_half_way_in_the_hold(lifting: Figure) -> None:
    """The pause before it already waits in the start, and between two views the rep goes on."""
    ready = Staging(1.0, Side.LEFT, Moves.ONE_REP, 0.0, is_live=True)
    rep = ready._replace(length=4.0, began=10.0)

    waiting = Pace.at_once(lifting, ready, 0.0)
    moving = waiting.told(rep, 10.0)

    assert not waiting.is_moving
    assert waiting.place(5.0) == 0.5
    assert moving.is_moving
    places = [moving.place(10.0 + seconds) for seconds in (0.0, 2.0, 4.0, 4.5)]
    assert places == pytest.approx([0.5, 1.5, 0.5, 0.5])
    assert moving.told(rep._replace(seconds=2.0), 12.1).place(12.1) == pytest.approx(1.5)


def test_a_rep_stands_still_while_the_session_does(lifting: Figure) -> None:
    """A rep stands still while the session does."""
    rep = Staging(1.0, Side.LEFT, Moves.ONE_REP, 1.0, 4.0)
    pace = Pace.at_once(lifting, rep, 0.0)

    assert not pace.is_moving
    assert pace.place(60.0) == pace.place(0.0) == pytest.approx(1.0)


def test_rocking_goes_from_side_to_side(rocking: Figure) -> None:
    """At the figure's own slow pace, and it counts for itself where the session does not."""
    rounds = Staging(1.0, Side.BOTH, Moves.ROUNDS, is_live=True)
    pace = Pace.at_once(rocking, rounds, 0.0)

    assert [pace.place(seconds) for seconds in (0.0, 2.0, 6.0)] == pytest.approx([0.5, 1.5, -1.5])
    assert _same(pace.frame(6.0, calm=False), rocking.frame(1.0, Side.RIGHT))
    paused = pace.told(rounds._replace(is_live=False), 2.0)
    assert paused.told(rounds, 50.0).place(54.0) == pytest.approx(-1.5)


def test_rocking_ends_over_the_middle(rocking: Figure) -> None:
    """Out of the right it goes back to the start, which has no side."""
    rounds = Staging(1.0, Side.BOTH, Moves.ROUNDS, 6.0, 60.0, is_live=True)
    pace = Pace.at_once(rocking, rounds, 0.0).told(Staging(0.0, Side.BOTH, began=60.0), 0.0)

    assert pace.place(0.0) == pytest.approx(-1.5)
    assert _same(pace.frame(0.9, calm=False), rocking.frame(0.0))
    assert pace.place(5.0) == 0.5


def test_a_figure_without_a_movement_of_its_own_is_held_for_long_ones(lifting: Figure) -> None:
    """Resting for a minute is no motion."""
    pace = Pace.at_once(lifting, Staging(1.0, Side.LEFT, Moves.ROUNDS, 3.0, 60.0), 0.0)

    assert (pace.is_moving, pace.place(5.0)) == (False, 1.5)


def test_a_figure_without_sides_never_turns(lifting: Figure) -> None:
    """Left, right and both are one place."""
    plan = replace(lifting.plan, drawn_for=Side.BOTH, loop=Loop.BRACE)
    pace = Pace.at_once(make_figure(plan), HELD, 0.0).told(HELD._replace(side=Side.RIGHT), 5.0)

    assert (pace.place(5.1), pace.is_over(5.0)) == (1.5, True)
    assert pace.frame(5.1, calm=False).glow < 1.0
