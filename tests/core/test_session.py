from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest, Routine
from hipstretch.core.session import (
    TRANSITIONS,
    Event,
    IllegalEvent,
    Session,
    Status,
)
from hipstretch.core.timeline import Cue, CueKind, Instant, Phase, PhaseKind, Timeline

NOW = 1000.0
"""Clocks do not start at 0."""

READY, HOLD, RELAX, HOLD_2, NEXT_READY, OPEN, LAST_RELAX, OPEN_2 = range(8)
"""The phases of `plan`: see `PLAN`."""


def _plan() -> Timeline:
    """A step of two holds, then one of two self-paced reps with a relax between."""
    kinds = [
        (10.0, PhaseKind.READY, 0),
        (30.0, PhaseKind.HOLD, 0),
        (5.0, PhaseKind.RELAX, 0),
        (30.0, PhaseKind.HOLD, 0),
        (10.0, PhaseKind.READY, 1),
        (None, PhaseKind.MOVE, 1),
        (5.0, PhaseKind.RELAX, 1),
        (None, PhaseKind.MOVE, 1),
    ]
    phases, start = [], 0.0
    for seconds, kind, step in kinds:
        phases.append(Phase(start, seconds, kind, step, "A", Side.BOTH, 1, 2, 1, 1))
        start += seconds or 0.0
    return Timeline(tuple(phases))


PLAN = _plan()
NOTHING: tuple[Cue, ...] = ()


def began(index: int) -> Cue:
    """The cue of a phase's beginning."""
    return Cue(CueKind.BEGAN, Instant(index))


FINISHED = Cue(CueKind.FINISHED, PLAN.end)


def run(*events: tuple[Event, float]) -> Session:
    """The session after events, each so many seconds after the first."""
    session = Session.of(PLAN)
    for event, at in events:
        session, _ = session.handle(event, NOW + at)
    return session


def playing(seconds: float = 0.0) -> Session:
    """A session that has played so long since NOW."""
    return run((Event.START, 0.0), (Event.TICK, seconds))


def session_in(status: Status) -> Session:
    """A session of each status, stopped or standing 5 s into the first hold."""
    ways: dict[Status, list[tuple[Event, float]]] = {
        Status.READY: [],
        Status.PLAYING: [(Event.START, 0), (Event.TICK, 15)],
        Status.PAUSED: [(Event.START, 0), (Event.PAUSE, 15)],
        Status.RESUMING: [(Event.START, 0), (Event.PAUSE, 15), (Event.RESUME, 15)],
        Status.FINISHED: [(Event.START, 0), *[(Event.SKIP, 0)] * 8],
        Status.STOPPED: [(Event.START, 0), (Event.STOP, 15)],
    }
    return run(*ways[status])


LEGAL = {
    Status.READY: {Event.START, Event.STOP, Event.SLEPT},
    Status.PLAYING: set(Event) - {Event.START, Event.RESUME},
    Status.PAUSED: set(Event) - {Event.START, Event.PAUSE, Event.DONE, Event.ASK},
    Status.RESUMING: set(Event) - {Event.START, Event.RESUME, Event.DONE, Event.ASK},
    Status.FINISHED: {Event.SLEPT},
    Status.STOPPED: {Event.SLEPT},
}

AFTER = {
    (Status.READY, Event.START): Status.PLAYING,
    (Status.READY, Event.STOP): Status.STOPPED,
    (Status.PLAYING, Event.PAUSE): Status.PAUSED,
    (Status.PLAYING, Event.HURT): Status.PAUSED,
    (Status.PLAYING, Event.ASK): Status.PAUSED,
    (Status.PLAYING, Event.SLEPT): Status.PAUSED,
    (Status.PLAYING, Event.STOP): Status.STOPPED,
    (Status.PAUSED, Event.RESUME): Status.RESUMING,
    (Status.PAUSED, Event.STOP): Status.STOPPED,
    (Status.RESUMING, Event.PAUSE): Status.PAUSED,
    (Status.RESUMING, Event.HURT): Status.PAUSED,
    (Status.RESUMING, Event.SLEPT): Status.PAUSED,
    (Status.RESUMING, Event.STOP): Status.STOPPED,
}
"""The statuses that events lead to; all other legal ones leave the status as it is."""

PAIRS = [(status, event) for status in Status for event in Event]


class TestTransitions:
    """Every pair of a status and an event."""

    def test_the_table_has_a_line_for_every_status(self) -> None:
        """And no event that a person could not send."""
        assert set(TRANSITIONS) == set(Status)
        assert {status: set(lines) | {Event.TICK} for status, lines in TRANSITIONS.items()} == {
            status: events | {Event.TICK} for status, events in LEGAL.items()
        }

    @pytest.mark.parametrize(("status", "event"), PAIRS)
    def test_a_legal_event_leads_where_the_table_says(self, status: Status, event: Event) -> None:
        """An illegal one raises and changes nothing."""
        session = session_in(status)
        assert session.status is status
        assert session.allows(event) is (event in LEGAL[status] or event is Event.TICK)
        if not session.allows(event):
            before = (session.anchor, session.timeline, dict(session.held), session.played)
            with pytest.raises(IllegalEvent, match=f"{event} while {status}"):
                session.handle(event, NOW + 15)
            assert session.status is status
            assert before == (
                *(session.anchor, session.timeline, dict(session.held), session.played),
            )
            return
        after, _ = session.handle(event, NOW + 15)
        assert after.status is AFTER.get((status, event), status)

    @pytest.mark.parametrize("status", Status)
    def test_what_is_over_is_over(self, status: Status) -> None:
        """Finished and stopped."""
        is_over = status in {Status.FINISHED, Status.STOPPED}
        assert session_in(status).is_over is is_over


class TestPlaying:
    """Time passes and cues come."""

    def test_the_start_tells_the_first_phase(self) -> None:
        """And time counts from then on."""
        session, cues = Session.of(PLAN).handle(Event.START, NOW)
        assert cues == (began(READY),)
        assert session.moment(NOW + 4.0).remaining == 6.0

    def test_nothing_passes_before_the_start(self) -> None:
        """A session may wait as long as it likes."""
        session, cues = Session.of(PLAN).handle(Event.TICK, NOW)
        assert (session, cues) == (Session.of(PLAN), NOTHING)
        assert session.instant(NOW + 100.0) == Instant(READY)

    def test_a_tick_tells_what_began(self) -> None:
        """Each cue once."""
        session, cues = playing(9.5).handle(Event.TICK, NOW + 10.5)
        assert cues == (began(HOLD),)
        assert session.instant(NOW + 10.5) == Instant(HOLD, 0.5)
        assert session.handle(Event.TICK, NOW + 10.5)[1] == NOTHING

    def test_a_late_tick_brings_only_what_matters_now(self) -> None:
        """After a stall of minutes: the beginning of the phase that one is in, and no burst."""
        session, cues = playing(1.0).handle(Event.TICK, NOW + 300.0)
        assert cues == (began(OPEN),)
        assert session.status is Status.PLAYING
        assert session.held == {HOLD: 30.0, HOLD_2: 30.0, OPEN: 215.0}

    def test_a_late_tick_still_tells_the_end(self) -> None:
        """However late it comes."""
        closed = PLAN.with_seconds({OPEN: 5.0, OPEN_2: 5.0})
        session, _ = Session.of(closed).handle(Event.START, NOW)
        session, cues = session.handle(Event.TICK, NOW + 3600.0)
        assert cues[-1] == FINISHED
        assert session.status is Status.FINISHED
        assert began(READY) not in cues

    def test_an_event_after_the_end_has_come_too_late(self) -> None:
        """The end is told, and the event is let pass without an error."""
        session, _ = Session.of(PLAN.with_seconds({OPEN: 5.0, OPEN_2: 5.0})).handle(
            Event.START, NOW
        )
        after, cues = session.handle(Event.PAUSE, NOW + 200.0)
        assert after.status is Status.FINISHED
        assert cues[-1] == FINISHED

    def test_a_clock_that_goes_back_takes_nothing_back(self) -> None:
        """The session stands where it was."""
        session, cues = playing(12.0).handle(Event.TICK, NOW + 11.0)
        assert (session.instant(NOW + 11.0), cues) == (Instant(HOLD, 2.0), NOTHING)

    def test_an_event_counts_after_the_time_before_it(self) -> None:
        """The cues on the way come before those of the event."""
        session, cues = playing(9.5).handle(Event.SKIP, NOW + 10.0)
        assert cues == (began(HOLD), began(RELAX))
        assert session.held == {HOLD: 0.0}

    def test_a_routine_without_phases_is_over_at_once(self) -> None:
        """A pause of 0 s alone."""
        session, cues = Session.of(Timeline(())).handle(Event.START, NOW)
        assert session.status is Status.FINISHED
        assert cues == (Cue(CueKind.FINISHED, Instant(0)),)


class TestPausing:
    """Pause, resume and sleep."""

    def test_a_pause_keeps_the_place(self) -> None:
        """Hours later it is the same, and they do not count as played."""
        session, cues = run((Event.START, 0)).handle(Event.PAUSE, NOW + 15.0)
        assert cues[-1] == Cue(CueKind.PAUSED, Instant(HOLD, 5.0))
        session, _ = session.handle(Event.TICK, NOW + 9000.0)
        assert session.instant(NOW + 9000.0) == Instant(HOLD, 5.0)
        assert session.played == 15.0

    def test_resuming_in_a_rep_counts_three_seconds_down(self) -> None:
        """So that one can lie down again; then it goes on from the same place."""
        session = run((Event.START, 0), (Event.PAUSE, 15.0))
        session, cues = session.handle(Event.RESUME, NOW + 60.0)
        place = Instant(HOLD, 5.0)
        assert session.status is Status.RESUMING
        assert cues == (Cue(CueKind.RESUMING, place),)
        assert [session.until_resumed(NOW + at) for at in (60.0, 61.5, 63.0, 70.0)] == [
            *(3.0, 1.5, 0.0, 0.0)
        ]
        assert session.instant(NOW + 62.0) == Instant(HOLD, 5.0)
        session, cues = session.handle(Event.TICK, NOW + 64.0)
        assert cues == (Cue(CueKind.WENT_ON, place),)
        assert session.status is Status.PLAYING
        assert session.until_resumed(NOW + 64.0) == 0.0
        assert session.instant(NOW + 64.0) == Instant(HOLD, 6.0)
        assert session.played == 16.0

    def test_resuming_in_a_pause_of_the_routine_goes_on_at_once(self) -> None:
        """There is nothing to get ready for."""
        paused = run((Event.START, 0), (Event.PAUSE, 5.0))
        session, cues = paused.handle(Event.RESUME, NOW + 60.0)
        assert cues == (Cue(CueKind.WENT_ON, Instant(READY, 5.0)),)
        assert session.status is Status.PLAYING
        assert session.instant(NOW + 61.0) == Instant(READY, 6.0)

    def test_resuming_where_a_phase_begins_tells_it(self) -> None:
        """One who went back while paused hears what begins."""
        paused = run((Event.START, 0), (Event.PAUSE, 15.0), (Event.BACK, 20.0))
        session, _ = paused.handle(Event.RESUME, NOW + 20.0)
        _, cues = session.handle(Event.TICK, NOW + 23.5)
        assert cues == (began(HOLD),)

    def test_a_stall_while_resuming_tells_nothing_stale(self) -> None:
        """The beginning of a phase that is long over is not told any more."""
        paused = run((Event.START, 0), (Event.PAUSE, 15.0), (Event.BACK, 20.0))
        session, _ = paused.handle(Event.RESUME, NOW + 20.0)
        _, cues = session.handle(Event.TICK, NOW + 23.0 + 40.0)
        assert cues == (began(HOLD_2),)

    def test_going_on_in_a_phase_without_a_length_is_told(self) -> None:
        """However long one has been in it; after a stall it is stale there, too."""
        paused = run((Event.START, 0), (Event.PAUSE, 100.0))
        resuming, _ = paused.handle(Event.RESUME, NOW + 200.0)
        place = Instant(OPEN, 15.0)
        _, cues = resuming.handle(Event.TICK, NOW + 203.5)
        assert cues == (Cue(CueKind.WENT_ON, place),)
        _, cues = resuming.handle(Event.TICK, NOW + 240.0)
        assert cues == NOTHING

    def test_a_pause_while_resuming_pauses(self) -> None:
        """It is told again, and the three seconds start anew the next time."""
        resuming = run((Event.START, 0), (Event.PAUSE, 15), (Event.RESUME, 20))
        session, cues = resuming.handle(Event.PAUSE, NOW + 22.0)
        assert cues == (Cue(CueKind.PAUSED, Instant(HOLD, 5.0)),)
        assert session.status is Status.PAUSED
        session, _ = session.handle(Event.RESUME, NOW + 30.0)
        assert session.until_resumed(NOW + 31.0) == 2.0

    def test_a_pause_after_the_countdown_counts_the_time_since(self) -> None:
        """A late pause finds the session playing."""
        session = run((Event.START, 0), (Event.PAUSE, 15), (Event.RESUME, 20), (Event.PAUSE, 25))
        assert (session.status, session.anchor) == (Status.PAUSED, Instant(HOLD, 7.0))

    @pytest.mark.parametrize("status", [Status.PLAYING, Status.RESUMING])
    def test_sleep_of_the_machine_pauses(self, status: Status) -> None:
        """The place is kept and the pause told; one that was paused already stays as it is."""
        session, cues = session_in(status).handle(Event.SLEPT, NOW + 15.0)
        assert (session.status, session.anchor) == (Status.PAUSED, Instant(HOLD, 5.0))
        assert cues == (Cue(CueKind.PAUSED, Instant(HOLD, 5.0)),)
        assert session.handle(Event.SLEPT, NOW + 16.0) == (session, NOTHING)

    @pytest.mark.parametrize("status", [Status.PLAYING, Status.RESUMING, Status.PAUSED])
    def test_what_hurts_pauses_and_is_told(self, status: Status) -> None:
        """Even to one who has paused already; the place is kept."""
        session, cues = session_in(status).handle(Event.HURT, NOW + 15.0)
        assert (session.status, session.anchor) == (Status.PAUSED, Instant(HOLD, 5.0))
        assert cues == (Cue(CueKind.HURT, Instant(HOLD, 5.0)),)

    def test_a_question_pauses_and_is_told(self) -> None:
        """In its own words."""
        session, cues = session_in(Status.PLAYING).handle(Event.ASK, NOW + 15.0)
        assert (session.status, session.anchor) == (Status.PAUSED, Instant(HOLD, 5.0))
        assert cues == (Cue(CueKind.ASKED, Instant(HOLD, 5.0)),)


class TestMovingAbout:
    """Back, skip and skip the exercise."""

    @pytest.mark.parametrize(
        ("seconds", "target"),
        [(15.0, HOLD), (12.1, HOLD), (12.0, READY), (10.0, READY), (1.0, READY), (5.0, READY)],
    )
    def test_back_goes_to_the_start_or_to_the_phase_before(
        self, seconds: float, target: int
    ) -> None:
        """Within the first two seconds it is the phase before; the first phase has none."""
        session, cues = playing(seconds).handle(Event.BACK, NOW + seconds)
        assert (session.anchor, cues) == (Instant(target), (began(target),))

    def test_back_keeps_what_was_held(self) -> None:
        """The longest hold of a rep counts."""
        session, _ = playing(30.0).handle(Event.BACK, NOW + 30.0)
        session, _ = session.handle(Event.TICK, NOW + 35.0)
        assert session.held == {HOLD: 20.0}

    def test_skip_goes_to_the_next_phase(self) -> None:
        """What was held until then is kept."""
        session, cues = playing(15.0).handle(Event.SKIP, NOW + 15.0)
        assert (session.anchor, cues) == (Instant(RELAX), (began(RELAX),))
        assert session.held == {HOLD: 5.0}

    def test_a_skipped_rep_has_nothing_held(self) -> None:
        """It does not even appear."""
        session = run((Event.START, 0), (Event.PAUSE, 1), *[(Event.SKIP, 1)] * 3)
        assert session.held == {}

    def test_skipping_the_exercise_goes_to_the_next_step(self) -> None:
        """From the last one to the end."""
        session, cues = playing(15.0).handle(Event.SKIP_EXERCISE, NOW + 15.0)
        assert (session.anchor, cues) == (Instant(NEXT_READY), (began(NEXT_READY),))
        session, cues = session.handle(Event.SKIP_EXERCISE, NOW + 15.0)
        assert (session.status, cues) == (Status.FINISHED, (FINISHED,))

    def test_moving_about_while_paused_stays_paused_and_silent(self) -> None:
        """What begins there is told when it goes on."""
        session = run((Event.START, 0), (Event.PAUSE, 15.0))
        for event, target in ((Event.SKIP, RELAX), (Event.BACK, HOLD), (Event.BACK, READY)):
            session, cues = session.handle(event, NOW + 20.0)
            assert (session.status, session.anchor, cues) == (
                *(Status.PAUSED, Instant(target), NOTHING),
            )

    def test_the_end_is_told_also_while_paused(self) -> None:
        """Skipping past the last phase finishes."""
        session = run((Event.START, 0), (Event.PAUSE, 15), *[(Event.SKIP_EXERCISE, 16)] * 2)
        assert session.status is Status.FINISHED

    def test_moving_about_while_resuming_goes_on_counting_down(self) -> None:
        """The next phase starts when the three seconds are over."""
        session, cues = session_in(Status.RESUMING).handle(Event.SKIP, NOW + 16.0)
        assert (session.status, cues) == (Status.RESUMING, NOTHING)
        _, cues = session.handle(Event.TICK, NOW + 18.0)
        assert cues == (began(RELAX),)


class TestChangingLengths:
    """More time, and an easier hold."""

    def test_more_adds_ten_seconds(self) -> None:
        """To this phase alone; the place stays."""
        session, cues = playing(15.0).handle(Event.MORE, NOW + 15.0)
        assert cues == NOTHING
        assert session.moment(NOW + 15.0).remaining == 35.0
        assert session.changed == {HOLD: 40.0}
        assert session.timeline.seconds == PLAN.seconds + 10.0
        assert session.plan is PLAN

    def test_more_in_a_phase_without_a_length_changes_nothing(self) -> None:
        """It has as much time as one likes."""
        session, _ = playing(100.0).handle(Event.MORE, NOW + 100.0)
        assert (session.anchor.phase_index, session.changed) == (OPEN, {})

    def test_easing_halves_what_is_left_of_the_exercise(self) -> None:
        """From the start of this phase; the next exercise keeps its lengths."""
        session, cues = playing(15.0).handle(Event.EASE, NOW + 15.0)
        assert (session.anchor, cues) == (Instant(HOLD), (began(HOLD),))
        assert session.changed == {HOLD: 15.0, HOLD_2: 15.0}

    def test_easing_leaves_what_is_over(self) -> None:
        """In the second hold the first one stays as it was."""
        session, _ = playing(50.0).handle(Event.EASE, NOW + 50.0)
        assert session.changed == {HOLD_2: 15.0}

    @pytest.mark.parametrize(("hold", "eased"), [(8.0, 5.0), (5.0, 5.0), (3.0, 3.0), (25.0, 12.0)])
    def test_easing_has_a_least_hold(self, hold: float, eased: float) -> None:
        """Five seconds, but never longer than it was."""
        plan = PLAN.with_seconds({HOLD: hold})
        session, _ = Session.of(plan).handle(Event.START, NOW)
        session, _ = session.handle(Event.EASE, NOW)
        assert session.timeline.phases[HOLD].seconds == eased

    def test_easing_a_phase_without_a_length_starts_it_anew(self) -> None:
        """There is nothing to halve."""
        session, cues = playing(100.0).handle(Event.EASE, NOW + 100.0)
        assert (session.anchor, session.changed, cues) == (Instant(OPEN), {}, (began(OPEN),))


class TestSelfPaced:
    """Phases that the person leaves."""

    def test_time_does_not_leave_it(self) -> None:
        """An hour later it is still there, and all of it was worked."""
        session = playing(85.0 + 3600.0)
        assert session.instant(NOW + 85.0 + 3600.0) == Instant(OPEN, 3600.0)
        assert session.held[OPEN] == 3600.0

    def test_done_leaves_it(self) -> None:
        """To the next phase."""
        session, cues = playing(100.0).handle(Event.DONE, NOW + 100.0)
        assert (session.anchor, cues) == (Instant(LAST_RELAX), (began(LAST_RELAX),))
        assert session.held[OPEN] == 15.0

    def test_done_in_the_last_one_finishes(self) -> None:
        """The end is told."""
        session = run((Event.START, 0), (Event.DONE, 100.0), (Event.TICK, 110.0))
        session, cues = session.handle(Event.DONE, NOW + 110.0)
        assert (session.status, cues) == (Status.FINISHED, (FINISHED,))

    def test_done_where_time_decides_changes_nothing(self) -> None:
        """A hold goes on."""
        session, cues = playing(15.0).handle(Event.DONE, NOW + 15.0)
        assert (session.anchor, session.status, cues) == (
            *(Instant(HOLD, 5.0), Status.PLAYING, NOTHING),
        )


class TestRestored:
    """A session that another run of the program left."""

    def test_it_is_paused_where_it_stood(self) -> None:
        """With what was held, made longer and played."""
        left = run((Event.START, 0), (Event.MORE, 15.0), (Event.PAUSE, 20.0))
        back = Session.restored(
            PLAN, left.anchor, held=left.held, changed=left.changed, played=left.played
        )
        assert back.status is Status.PAUSED
        assert (back.anchor, back.held, back.changed, back.played) == (
            *(left.anchor, left.held, left.changed, left.played),
        )
        assert back.moment(0.0).remaining == 30.0

    def test_it_goes_on(self) -> None:
        """With a clock that has nothing to do with the old one."""
        back = Session.restored(PLAN, Instant(HOLD, 5.0), held={}, changed={}, played=15.0)
        back, _ = back.handle(Event.RESUME, 3.0)
        back, _ = back.handle(Event.TICK, 7.0)
        assert (back.instant(7.0), back.played) == (Instant(HOLD, 6.0), 16.0)

    @pytest.mark.parametrize(
        "anchor", [Instant(8), Instant(99), Instant(-1), Instant(0, 10.0), Instant(1, -0.5)]
    )
    def test_a_place_that_the_plan_has_not_is_refused(self, anchor: Instant) -> None:
        """A damaged or foreign file never makes a session that fails later."""
        with pytest.raises(ValueError, match="there is no"):
            Session.restored(PLAN, anchor, held={}, changed={}, played=0.0)


# Properties, in multiples of 1/64 s, so that sums are exact.

GRAIN = 64
_times = st.integers(1, 40 * GRAIN).map(lambda n: n / GRAIN)
_durations = _times.map(Duration)
_doses = st.one_of(
    st.builds(
        lambda hold, reps, sets, sides: Dose(hold=hold, reps=reps, sets=sets, sides=sides),
        _durations,
        st.builds(Count, st.integers(1, 3)),
        st.builds(Count, st.integers(1, 2)),
        st.sampled_from(list(SideRule)),
    ),
    st.builds(lambda reps: Dose(self_paced=True, reps=reps), st.builds(Count, st.integers(1, 2))),
)
_steps = st.lists(_doses | st.builds(Rest, _durations), min_size=1, max_size=4)
_events = st.lists(
    st.tuples(st.sampled_from(list(Event)), st.integers(0, 90 * GRAIN).map(lambda n: n / GRAIN)),
    max_size=40,
)
_examples = settings(max_examples=150, deadline=None)


@_examples
@given(_steps, _events)
def test_no_sequence_of_events_breaks_a_session(
    make_routine: Callable[..., Routine],
    steps: list[Dose | Rest],
    events: list[tuple[Event, float]],
) -> None:
    """It stays within its timeline, and nothing is held longer than a rep ever lasted."""
    plan = Timeline.of(make_routine(*steps), Person())
    session, now = Session.of(plan), NOW
    longest = {at: phase.seconds for at, phase in enumerate(plan.phases)}
    for event, wait in [(Event.START, 0.0), *events]:
        now += wait
        try:
            after, cues = session.handle(event, now)
        except IllegalEvent:
            continue
        _check_step(session, after, event, cues)
        for at, phase in enumerate(after.timeline.phases):
            longest[at] = max(longest[at] or 0.0, phase.seconds) if phase.seconds else None
        for at, held in after.held.items():
            assert plan.phases[at].kind.is_rep
            assert 0.0 <= held <= (longest[at] or held)
        session = after


def _check_step(before: Session, after: Session, event: Event, cues: tuple[Cue, ...]) -> None:
    """What holds for every event that was allowed."""
    assert after.timeline.start <= after.anchor <= after.timeline.end
    assert (after.anchor == after.timeline.end) is (after.status is Status.FINISHED)
    assert before.played <= after.played
    assert list(cues).count(Cue(CueKind.FINISHED, after.timeline.end)) == (
        after.status is Status.FINISHED and not before.is_over
    )
    if event not in {Event.MORE, Event.EASE}:
        assert after.timeline == before.timeline
    assert after.plan is before.plan


@_examples
@given(_steps, st.lists(_times, min_size=1, max_size=40), st.integers(1, 200 * GRAIN))
def test_no_time_is_lost_between_ticks(
    make_routine: Callable[..., Routine], steps: list[Dose | Rest], ticks: list[float], end: int
) -> None:
    """However the ticks fall, the session stands where the clock says."""
    plan = Timeline.of(make_routine(*steps), Person())
    once, _ = Session.of(plan).handle(Event.START, NOW)
    often, now = once, NOW
    for tick in ticks:
        now += tick
        often, _ = often.handle(Event.TICK, now)
    now = max(now, NOW + end / GRAIN)
    often, _ = often.handle(Event.TICK, now)
    once, _ = once.handle(Event.TICK, now)
    assert often.instant(now) == once.instant(now)
    assert often.held == once.held
    assert often.status is once.status


@_examples
@given(_steps, st.lists(st.tuples(_times, _times), min_size=1, max_size=10))
def test_pauses_of_the_person_change_nothing_but_the_clock(
    make_routine: Callable[..., Routine],
    steps: list[Dose | Rest],
    stretches: list[tuple[float, float]],
) -> None:
    """Played time alone moves the session, and the timeline is the same after every pause."""
    plan = Timeline.of(make_routine(*steps), Person())
    session, _ = Session.of(plan).handle(Event.START, NOW)
    now, played = NOW, 0.0
    for play, pause in stretches:
        now, played = now + play, played + play
        session, _ = session.handle(Event.PAUSE, now)
        if session.is_over:
            break
        now += pause
        session, _ = session.handle(Event.RESUME, now)
        now += session.until_resumed(now)
        session, _ = session.handle(Event.TICK, now)
        assert session.instant(now) == plan.walk(plan.start, played)
        assert session.played == played
        assert session.timeline is plan
