from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Timing
from hipstretch.core.timeline import Cue, PhaseKind, Timeline
from tests.core.timelines import MakeRoutine

# Properties. Times are multiples of 1/64 s: sums of them are exact, so that nothing needs a
# tolerance and the same instant is the same number on every way to it.

GRAIN = 64
_times = st.integers(1, 40 * GRAIN).map(lambda n: n / GRAIN)
_durations = st.builds(Duration, _times) | st.just(UNSET)
_pauses = st.integers(0, 15 * GRAIN).map(lambda n: Duration(n / GRAIN))
_counts = st.builds(Count, st.integers(1, 4)) | st.just(Count(None))
_sides = st.sampled_from(list(SideRule)) | st.lists(
    st.sampled_from(list(Side)), min_size=1, max_size=4
).map(tuple)
_ways = st.one_of(
    st.builds(lambda hold: Dose(hold=hold), _durations),
    st.builds(lambda time: Dose(lasting=time), _durations),
    st.builds(lambda *tempo: Dose(tempo=tempo), *[_times.map(Duration)] * 3),
    st.just(Dose(self_paced=True)),
)
_side_doses = st.none() | st.builds(
    lambda way, reps, sets: Dose(reps=reps, sets=sets).over(way),
    _ways | st.just(Dose()),
    st.none() | _counts,
    st.none() | _counts,
)


@st.composite
def _doses(draw: st.DrawFn) -> Dose:
    """A whole dose of any kind."""
    rest = Dose(
        sides=draw(st.none() | _sides),
        reps=draw(st.none() | _counts),
        sets=draw(st.none() | _counts),
        relax=draw(st.none() | _pauses | st.just(UNSET)),
        rest=draw(st.none() | _pauses),
        left=draw(_side_doses),
        right=draw(_side_doses),
        affected=draw(_side_doses),
    )
    return rest.over(draw(_ways))


_people = st.builds(
    Person,
    st.sampled_from(list(Affected)),
    st.sampled_from([Side.LEFT, Side.RIGHT]),
    st.booleans(),
    st.integers(2, 20).map(float),
    st.booleans(),
)
_steps = st.lists(_doses() | st.builds(Rest, _pauses), min_size=1, max_size=4)
_timings = st.builds(Timing, *[_pauses] * 4)
_examples = settings(max_examples=120, deadline=None)


@_examples
@given(_steps, _timings, _people)
def test_phases_are_contiguous(
    make_routine: MakeRoutine, steps: list[Dose | Rest], timing: Timing, person: Person
) -> None:
    """Each starts where the one before ends, none has 0 s, and their sum is the whole."""
    timeline = Timeline.of(make_routine(*steps, timing=timing), person)
    ends = [phase.start + (phase.seconds or 0.0) for phase in timeline.phases]
    assert [phase.start for phase in timeline.phases] == [0.0, *ends][: len(ends)]
    assert sum(phase.seconds or 0.0 for phase in timeline.phases) == timeline.seconds
    assert all(phase.seconds != 0 for phase in timeline.phases)


@_examples
@given(_steps, _timings, _people)
def test_pauses_and_reps_follow_the_rules(
    make_routine: MakeRoutine, steps: list[Dose | Rest], timing: Timing, person: Person
) -> None:
    """A pause leads to a rep of its own side, and reps count up to their number on each side."""
    timeline = Timeline.of(make_routine(*steps, timing=timing), person)
    reps = [phase for phase in timeline.phases if phase.kind.is_rep]
    for phase, after in pairwise(timeline.phases):
        if not phase.kind.is_rep and phase.stretch is not None:
            assert phase._replace(start=0.0, seconds=0.0, kind=after.kind) == after._replace(
                start=0.0, seconds=0.0, breath=None
            )
        if phase.kind.is_rep and after.kind is PhaseKind.SWITCH:
            assert phase.side != after.side
        if phase.kind.is_rep and after.kind is PhaseKind.RELAX:
            assert phase.side == after.side
    told = Counter((phase.step, phase.set, phase.side) for phase in reps)
    for phase in reps:
        of = told[phase.step, phase.set, phase.side]
        assert phase.rep is not None
        assert 1 <= phase.rep <= of
        assert phase.reps in {of, None}


@_examples
@given(_steps, _timings, _people, st.lists(_times, max_size=30))
def test_at_agrees_with_walking(
    make_routine: MakeRoutine,
    steps: list[Dose | Rest],
    timing: Timing,
    person: Person,
    strides: list[float],
) -> None:
    """So many seconds from the start, in one stride or in many, passing what has no length."""
    timeline = Timeline.of(make_routine(*steps, timing=timing), person)
    closed = timeline.with_seconds({})
    if any(phase.seconds is None for phase in timeline.phases):
        closed = Timeline(tuple(phase for phase in timeline.phases if phase.seconds is not None))
    instant, elapsed = closed.start, 0.0
    for stride in strides:
        instant, elapsed = closed.walk(instant, stride), elapsed + stride
        moment = timeline.at(elapsed)
        assert closed.elapsed(instant) == moment.elapsed_total == min(elapsed, timeline.seconds)
        assert moment.elapsed_total + moment.remaining_total == timeline.seconds
        assert moment.phase == closed.moment(instant).phase
        assert moment.remaining == closed.moment(instant).remaining


@_examples
@given(_steps, _timings, _people, st.lists(st.integers(1, GRAIN), min_size=1, max_size=50))
def test_ticks_of_a_second_or_less_give_every_cue_once(
    make_routine: MakeRoutine,
    steps: list[Dose | Rest],
    timing: Timing,
    person: Person,
    ticks: list[int],
) -> None:
    """However time is cut into ticks, the cues are the same, each once and in order."""
    timeline = Timeline.of(make_routine(*steps, timing=timing), person)
    filled = timeline.with_seconds(
        {at: 2.0 for at, phase in enumerate(timeline.phases) if phase.seconds is None}
    )
    expected = list(filled.cues(filled.start, filled.end))
    heard: list[Cue] = []
    instant, number = filled.start, 0
    while instant < filled.end:
        after = filled.walk(instant, ticks[number % len(ticks)] / GRAIN)
        heard += filled.fresh(filled.cues(instant, after), after)
        instant, number = after, number + 1
    assert heard == expected
    assert len(set(heard)) == len(heard)
