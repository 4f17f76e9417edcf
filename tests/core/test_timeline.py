from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Sides, Unit
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.timeline import (
    MOST_PHASES,
    Cue,
    CueKind,
    Instant,
    Moment,
    Phase,
    PhaseKind,
    Timeline,
)

MakeRoutine = Callable[..., Routine]
PERSON = Person()
HOLD = Duration(20.0)
BEFORE = Instant(0, -1.0)
NO_PAUSES = Timing(*[Duration(0.0)] * 4)


def rows(timeline: Timeline) -> list[str]:
    """Each phase as `kind seconds side`, the side left out where there is none."""
    return [row.rsplit(" ", 2)[0].removesuffix(" both") for row in full_rows(timeline)]


def full_rows(timeline: Timeline) -> list[str]:
    """Each phase as `kind seconds side rep/reps set/sets`."""
    return [
        f"{phase.kind} {'?' if phase.seconds is None else f'{phase.seconds:g}'} {phase.side} "
        f"{phase.rep}/{phase.reps} {phase.set}/{phase.sets}"
        for phase in timeline.phases
    ]


def phases(*lengths: float | None, kind: PhaseKind = PhaseKind.HOLD) -> Timeline:
    """A timeline of phases of one kind with these lengths, each a step of its own."""
    start, built = 0.0, []
    for step, seconds in enumerate(lengths):
        built.append(Phase(start, seconds, kind, step, "A", Side.BOTH, 1, 1, 1, 1))
        start += seconds or 0.0
    return Timeline(tuple(built))


def breathed(seconds: float | None, breath: float) -> Timeline:
    """A timeline of one hold that is breathed through."""
    (hold,) = phases(seconds).phases
    return Timeline((hold._replace(breath=breath),))


class TestReps:
    """From a step's dose to its reps and the pauses between them."""

    def test_a_step_opens_with_ready(self, make_routine: MakeRoutine) -> None:
        """10 s to get into position, then the hold; after the last rep there is nothing."""
        assert rows(Timeline.of(make_routine(Dose(hold=HOLD)), PERSON)) == ["ready 10", "hold 20"]

    def test_every_step_opens_with_ready(self, make_routine: MakeRoutine) -> None:
        """No switch, relax or rest stands between two steps."""
        routine = make_routine(Dose(hold=HOLD), Dose(hold=Duration(5.0)))
        assert rows(Timeline.of(routine, PERSON)) == ["ready 10", "hold 20", "ready 10", "hold 5"]

    def test_relax_comes_between_two_reps_of_one_side(self, make_routine: MakeRoutine) -> None:
        """It is the routine's 5 s unless the dose says otherwise."""
        own = Dose(hold=HOLD, reps=Count(2), relax=Duration(7.0))
        routine = make_routine(Dose(hold=HOLD, reps=Count(2)), own)
        assert rows(Timeline.of(routine, PERSON)) == [
            *("ready 10", "hold 20", "relax 5", "hold 20"),
            *("ready 10", "hold 20", "relax 7", "hold 20"),
        ]

    def test_switch_comes_between_two_sides(self, make_routine: MakeRoutine) -> None:
        """`each`: all reps of one side, then all of the other."""
        dose = Dose(sides=SideRule.EACH, hold=HOLD, reps=Count(2))
        assert full_rows(Timeline.of(make_routine(dose), PERSON)) == [
            "ready 10 right 1/2 1/1",
            "hold 20 right 1/2 1/1",
            "relax 5 right 2/2 1/1",
            "hold 20 right 2/2 1/1",
            "switch 8 left 1/2 1/1",
            "hold 20 left 1/2 1/1",
            "relax 5 left 2/2 1/1",
            "hold 20 left 2/2 1/1",
        ]

    def test_alternating_reps_have_no_relax(self, make_routine: MakeRoutine) -> None:
        """Every rep is followed by the other side, also where a relax is prescribed."""
        dose = Dose(sides=SideRule.ALTERNATE, hold=HOLD, reps=Count(2), relax=Duration(9.0))
        assert full_rows(Timeline.of(make_routine(dose), PERSON)) == [
            "ready 10 right 1/2 1/1",
            "hold 20 right 1/2 1/1",
            "switch 8 left 1/2 1/1",
            "hold 20 left 1/2 1/1",
            "switch 8 right 2/2 1/1",
            "hold 20 right 2/2 1/1",
            "switch 8 left 2/2 1/1",
            "hold 20 left 2/2 1/1",
        ]

    def test_alternating_goes_on_alone_with_relax(self, make_routine: MakeRoutine) -> None:
        """A side that has more reps than the other relaxes between its last ones."""
        dose = Dose(sides=SideRule.ALTERNATE, hold=HOLD, left=Dose(reps=Count(3)))
        assert rows(Timeline.of(make_routine(dose), PERSON)) == [
            *("ready 10 right", "hold 20 right", "switch 8 left", "hold 20 left"),
            *("relax 5 left", "hold 20 left", "relax 5 left", "hold 20 left"),
        ]

    def test_a_round_written_out(self, make_routine: MakeRoutine) -> None:
        """`[left, right, both]`, twice; both after right is a change of sides as well."""
        sides = (Side.LEFT, Side.RIGHT, Side.BOTH)
        dose = Dose(sides=sides, hold=HOLD, reps=Count(2))
        assert full_rows(Timeline.of(make_routine(dose), PERSON)) == [
            "ready 10 left 1/2 1/1",
            "hold 20 left 1/2 1/1",
            "switch 8 right 1/2 1/1",
            "hold 20 right 1/2 1/1",
            "switch 8 both 1/2 1/1",
            "hold 20 both 1/2 1/1",
            "switch 8 left 2/2 1/1",
            "hold 20 left 2/2 1/1",
            "switch 8 right 2/2 1/1",
            "hold 20 right 2/2 1/1",
            "switch 8 both 2/2 1/1",
            "hold 20 both 2/2 1/1",
        ]

    def test_a_side_twice_in_a_round_relaxes_between(self, make_routine: MakeRoutine) -> None:
        """`[left, left, right]` has two left reps a round."""
        dose = Dose(sides=(Side.LEFT, Side.LEFT, Side.RIGHT), hold=HOLD)
        assert full_rows(Timeline.of(make_routine(dose), PERSON))[1:] == [
            "hold 20 left 1/2 1/1",
            "relax 5 left 2/2 1/1",
            "hold 20 left 2/2 1/1",
            "switch 8 right 1/1 1/1",
            "hold 20 right 1/1 1/1",
        ]

    @pytest.mark.parametrize(
        ("sides", "person", "expected"),
        [
            (SideRule.LEFT, PERSON, ["hold 20 left"]),
            (SideRule.RIGHT, PERSON, ["hold 20 right"]),
            (SideRule.AFFECTED, Person(Affected.LEFT), ["hold 20 left"]),
            (SideRule.OTHER, Person(Affected.LEFT), ["hold 20 right"]),
            (SideRule.AFFECTED, PERSON, ["hold 20 right", "switch 8 left", "hold 20 left"]),
            (SideRule.EACH, Person(first_side=Side.LEFT), ["hold 20 left", "switch 8 right"]),
        ],
    )
    def test_one_side_only(
        self, make_routine: MakeRoutine, sides: Sides, person: Person, expected: list[str]
    ) -> None:
        """Fixed sides and the sore one; `affected` with nobody sore means `each`."""
        found = rows(Timeline.of(make_routine(Dose(sides=sides, hold=HOLD)), person))
        assert found[1 : len(expected) + 1] == expected

    def test_the_extra_rep_is_counted_on_its_side(self, make_routine: MakeRoutine) -> None:
        """The sore left has three of three, the right two of two."""
        dose = Dose(sides=SideRule.EACH, hold=HOLD, reps=Count(2))
        timeline = Timeline.of(make_routine(dose), Person(Affected.LEFT, extra_rep=True))
        holds = [row for row in full_rows(timeline) if row.startswith("hold")]
        assert holds == [
            "hold 20 right 1/2 1/1",
            "hold 20 right 2/2 1/1",
            "hold 20 left 1/3 1/1",
            "hold 20 left 2/3 1/1",
            "hold 20 left 3/3 1/1",
        ]

    def test_each_side_has_its_own_dose(self, make_routine: MakeRoutine) -> None:
        """Hold, reps and relax of the left differ, and the sore right is held longest."""
        dose = Dose(
            sides=SideRule.EACH,
            hold=HOLD,
            left=Dose(hold=Duration(10.0), reps=Count(2), relax=Duration(3.0)),
            affected=Dose(hold=Duration(40.0)),
        )
        assert rows(Timeline.of(make_routine(dose), Person(Affected.RIGHT)))[1:] == [
            *("hold 40 right", "switch 8 left"),
            *("hold 10 left", "relax 3 left", "hold 10 left"),
        ]

    def test_a_side_may_move_while_the_other_holds(self, make_routine: MakeRoutine) -> None:
        """The way a rep goes may differ, too; moving reps have no relax."""
        dose = Dose(
            sides=SideRule.EACH,
            hold=HOLD,
            reps=Count(2),
            left=Dose(tempo=(Duration(2.0), Duration(0.0), Duration(2.0))),
        )
        assert rows(Timeline.of(make_routine(dose), PERSON))[1:] == [
            *("hold 20 right", "relax 5 right", "hold 20 right", "switch 8 left"),
            *("move 4 left", "move 4 left"),
        ]


class TestSets:
    """Sets, and the rest between them."""

    def test_rest_alone_comes_between_two_sets(self, make_routine: MakeRoutine) -> None:
        """No relax and no switch is added to it; it leads to the first side of the next set."""
        dose = Dose(sides=SideRule.EACH, hold=HOLD, sets=Count(2))
        assert full_rows(Timeline.of(make_routine(dose), PERSON)) == [
            "ready 10 right 1/1 1/2",
            "hold 20 right 1/1 1/2",
            "switch 8 left 1/1 1/2",
            "hold 20 left 1/1 1/2",
            "rest 15 right 1/1 2/2",
            "hold 20 right 1/1 2/2",
            "switch 8 left 1/1 2/2",
            "hold 20 left 1/1 2/2",
        ]

    def test_the_doses_own_rest(self, make_routine: MakeRoutine) -> None:
        """30 s in the place of the routine's 15."""
        dose = Dose(hold=HOLD, sets=Count(2), rest=Duration(30.0))
        assert "rest 30" in rows(Timeline.of(make_routine(dose), PERSON))

    def test_a_side_with_fewer_sets_leaves_the_later_ones(self, make_routine: MakeRoutine) -> None:
        """Two sets on the left, one on the right."""
        dose = Dose(sides=SideRule.EACH, hold=HOLD, left=Dose(sets=Count(2)))
        assert full_rows(Timeline.of(make_routine(dose), PERSON))[1:] == [
            "hold 20 right 1/1 1/2",
            "switch 8 left 1/1 1/2",
            "hold 20 left 1/1 1/2",
            "rest 15 left 1/1 2/2",
            "hold 20 left 1/1 2/2",
        ]


class TestMoving:
    """Reps that move, go on for a time, or wait for the person."""

    def test_a_tempo_is_one_move_of_its_sum(self, make_routine: MakeRoutine) -> None:
        """3 s out, 1 s there, 3 s back, and no relax between."""
        tempo = (Duration(3.0), Duration(1.0), Duration(3.0))
        dose = Dose(tempo=tempo, reps=Count(2))
        assert rows(Timeline.of(make_routine(dose), PERSON)) == ["ready 10", "move 7", "move 7"]

    def test_moving_reps_relax_where_they_say_so(self, make_routine: MakeRoutine) -> None:
        """A massage of two bouts with 30 s between."""
        dose = Dose(lasting=Duration(60.0), reps=Count(2), relax=Duration(30.0))
        found = rows(Timeline.of(make_routine(dose), PERSON))
        assert found == ["ready 10", "move 60", "relax 30", "move 60"]

    def test_for_is_one_move(self, make_routine: MakeRoutine) -> None:
        """One minute, on each side."""
        dose = Dose(sides=SideRule.EACH, lasting=Duration(60.0))
        found = rows(Timeline.of(make_routine(dose), PERSON))
        assert found == ["ready 10 right", "move 60 right", "switch 8 left", "move 60 left"]

    def test_a_self_paced_rep_has_no_length(self, make_routine: MakeRoutine) -> None:
        """It counts 0 in the sum, and the next phase starts where it started."""
        timeline = Timeline.of(make_routine(Dose(self_paced=True, reps=Count(2))), PERSON)
        assert full_rows(timeline) == [
            "ready 10 both 1/2 1/1",
            "move ? both 1/2 1/1",
            "move ? both 2/2 1/1",
        ]
        assert [phase.start for phase in timeline.phases] == [0.0, 10.0, 10.0]
        assert timeline.seconds == 10.0


class TestLengths:
    """What a phase's seconds come from."""

    def test_a_range_starts_low(self, make_routine: MakeRoutine) -> None:
        """15-30 s is 15 s, 2-4 times is twice."""
        dose = Dose(hold=Duration(15.0, 30.0), reps=Count(2, 4))
        found = rows(Timeline.of(make_routine(dose), PERSON))
        assert found == ["ready 10", "hold 15", "relax 5", "hold 15"]

    def test_breaths_are_the_persons(self, make_routine: MakeRoutine) -> None:
        """Three breaths of 4 s, in a hold as in a pause."""
        breaths = Duration(3.0, unit=Unit.BREATHS)
        timing = Timing(get_ready=breaths)
        routine = make_routine(Dose(hold=breaths), Rest(breaths), timing=timing)
        timeline = Timeline.of(routine, Person(breath=4.0))
        assert rows(timeline) == ["ready 12", "hold 12", "rest 12 None"]

    def test_a_pause_of_zero_seconds_is_left_out(self, make_routine: MakeRoutine) -> None:
        """Every kind of pause, the routine's or the dose's own."""
        sides = Dose(sides=SideRule.EACH, hold=HOLD, reps=Count(2), sets=Count(2))
        routine = make_routine(sides, Rest(Duration(0.0)), timing=NO_PAUSES)
        assert {row.split()[0] for row in rows(Timeline.of(routine, PERSON))} == {"hold"}
        own = Dose(hold=HOLD, reps=Count(2), relax=Duration(0.0))
        assert "relax 0" not in rows(Timeline.of(make_routine(own), PERSON))

    def test_the_routines_own_pauses(self, make_routine: MakeRoutine) -> None:
        """`timing` says all four."""
        timing = Timing(Duration(1.0), Duration(2.0), Duration(3.0), Duration(4.0))
        dose = Dose(sides=SideRule.EACH, hold=HOLD, reps=Count(2), sets=Count(2))
        kinds = dict.fromkeys(
            row.rsplit(" ", 1)[0]
            for row in rows(Timeline.of(make_routine(dose, timing=timing), PERSON))
        )
        assert list(kinds) == ["ready 1", "hold 20", "relax 3", "switch 2", "rest 4"]

    def test_what_is_not_prescribed_yet_is_null_and_counts_nothing(
        self, make_routine: MakeRoutine
    ) -> None:
        """Hold, relax, rest, reps and sets may be open; there is one rep and one set meanwhile."""
        dose = Dose(hold=UNSET, reps=Count(None), sets=Count(None))
        timeline = Timeline.of(make_routine(dose), PERSON)
        assert full_rows(timeline) == ["ready 10 both 1/None 1/None", "hold ? both 1/None 1/None"]
        assert timeline.seconds == 10.0
        pauses = Dose(hold=HOLD, reps=Count(2), sets=Count(2), relax=UNSET, rest=UNSET)
        assert rows(Timeline.of(make_routine(pauses), PERSON)) == [
            *("ready 10", "hold 20", "relax ?", "hold 20"),
            *("rest ?", "hold 20", "relax ?", "hold 20"),
        ]

    def test_a_hold_in_breaths_is_breathed_through(self, make_routine: MakeRoutine) -> None:
        """With the person's breath; its pauses are not."""
        dose = Dose(hold=Duration(3.0, unit=Unit.BREATHS), reps=Count(2))
        timeline = Timeline.of(make_routine(dose), Person(breath=4.0))
        assert [phase.breath for phase in timeline.phases] == [None, 4.0, None, 4.0]

    def test_who_breathes_along_breathes_through_every_hold(
        self, make_routine: MakeRoutine
    ) -> None:
        """Not through a movement, even one that lasts some breaths."""
        moves = Dose(lasting=Duration(5.0, unit=Unit.BREATHS))
        routine = make_routine(Dose(hold=HOLD), moves)
        for person, breath in ((PERSON, None), (Person(breathe_along=True), 6.0)):
            timeline = Timeline.of(routine, person)
            assert [phase.breath for phase in timeline.phases] == [None, breath, None, None]

    def test_one_side_may_be_breathed_through(self, make_routine: MakeRoutine) -> None:
        """Where its own dose counts breaths."""
        left = Dose(hold=Duration(3.0, unit=Unit.BREATHS))
        dose = Dose(sides=SideRule.EACH, hold=HOLD, left=left)
        timeline = Timeline.of(make_routine(dose), PERSON)
        assert [phase.breath for phase in timeline.phases] == [None, None, None, 6.0]

    def test_a_rest_step_is_one_rest(self, make_routine: MakeRoutine) -> None:
        """It belongs to no stretch, side, rep or set, and has no get-ready."""
        timeline = Timeline.of(make_routine(Dose(hold=HOLD), Rest(Duration(60.0))), PERSON)
        assert timeline.phases[-1] == Phase(
            30.0, 60.0, PhaseKind.REST, 1, None, None, None, None, None, None
        )

    def test_phases_know_their_step_and_stretch(
        self, make_exercise: Callable[..., Exercise], make_routine: MakeRoutine
    ) -> None:
        """The stretch by its name, the step by its place in the routine."""
        first = Step(make_exercise(Dose(hold=HOLD), name="First"))
        second = Step(make_exercise(Dose(hold=HOLD), name="Second"))
        timeline = Timeline.of(make_routine(first, Rest(HOLD), second), PERSON)
        assert [(phase.step, phase.stretch) for phase in timeline.phases] == [
            *((0, "First"), (0, "First"), (1, None), (2, "Second"), (2, "Second"))
        ]

    def test_a_routine_without_end_is_refused(self, make_routine: MakeRoutine) -> None:
        """Self-paced reps have no length that would bound them, so their number is bounded."""
        dose = Dose(self_paced=True, reps=Count(100), sets=Count(20))
        with pytest.raises(ValueError, match=f"Mornings has more than {MOST_PHASES} phases"):
            Timeline.of(make_routine(*[dose] * 15), PERSON)


class TestInstants:
    """Where in the timeline something lies."""

    LINE = phases(10.0, None, 20.0)

    @pytest.mark.parametrize(
        ("elapsed", "instant", "remaining"),
        [
            (0.0, Instant(0), 10.0),
            (9.5, Instant(0, 9.5), 0.5),
            (10.0, Instant(2), 20.0),
            (29.0, Instant(2, 19.0), 1.0),
        ],
    )
    def test_at_passes_by_what_has_no_length(
        self, elapsed: float, instant: Instant, remaining: float
    ) -> None:
        """The moment of so many seconds of the plan."""
        phase = self.LINE.phases[instant.phase_index]
        expected = Moment(instant, phase, remaining, elapsed, 30.0 - elapsed)
        assert self.LINE.at(elapsed) == expected

    @pytest.mark.parametrize("elapsed", [30.0, 31.0, 1e9])
    def test_after_the_end_there_is_no_phase(self, elapsed: float) -> None:
        """However late it is."""
        assert self.LINE.at(elapsed) == Moment(Instant(3), None, None, 30.0, 0.0)

    def test_time_does_not_leave_a_phase_without_a_length(self) -> None:
        """The offset in it goes on, but not the routine's time."""
        inside = self.LINE.walk(self.LINE.start, 100.0)
        assert inside == Instant(1, 90.0)
        moment = self.LINE.moment(inside)
        assert (moment.remaining, moment.elapsed_total) == (None, 10.0)
        assert self.LINE.walk(Instant(2, 5.0), 15.0) == self.LINE.end

    def test_an_empty_timeline_is_over_at_once(self) -> None:
        """Its start is its end."""
        empty = phases()
        assert (empty.seconds, empty.start, empty.walk(empty.start, 1.0)) == (0.0, *[empty.end] * 2)

    def test_the_start_of_a_step(self, make_routine: MakeRoutine) -> None:
        """Or of the next one, where a step has no phase at all; or the end."""
        routine = make_routine(Dose(hold=HOLD), Rest(Duration(0.0)), Dose(hold=HOLD))
        timeline = Timeline.of(routine, PERSON)
        starts = [timeline.step_start(step) for step in range(4)]
        assert starts == [Instant(0), Instant(2), Instant(2), Instant(4)]

    def test_other_lengths_move_what_follows(self) -> None:
        """The phases before and the kinds stay."""
        changed = self.LINE.with_seconds({0: 12.5})
        starts = [(phase.start, phase.seconds) for phase in changed.phases]
        assert starts == [(0.0, 12.5), (12.5, None), (12.5, 20.0)]
        assert (changed.seconds, self.LINE.seconds) == (32.5, 30.0)

    @pytest.mark.parametrize(
        ("instant", "is_there"),
        [
            (Instant(0), True),
            (Instant(0, 9.9), True),
            (Instant(1, 1000.0), True),
            (Instant(0, 10.0), False),
            (Instant(0, -1.0), False),
            (Instant(-1), False),
            (Instant(3), False),
            (Instant(1, float("inf")), False),
            (Instant(1, float("nan")), False),
        ],
    )
    def test_an_instant_lies_in_a_phase_or_nowhere(self, instant: Instant, is_there: bool) -> None:
        """The end lies in none."""
        assert self.LINE.has(instant) is is_there


class TestCues:
    """What is worth hearing, and when."""

    def test_a_long_hold(self) -> None:
        """Its beginning, half of it, and the last three seconds."""
        line = phases(20.0)
        assert line.cues(BEFORE, line.end) == (
            Cue(CueKind.BEGAN, Instant(0)),
            Cue(CueKind.HALF, Instant(0, 10.0)),
            Cue(CueKind.COUNTDOWN, Instant(0, 17.0), 3),
            Cue(CueKind.COUNTDOWN, Instant(0, 18.0), 2),
            Cue(CueKind.COUNTDOWN, Instant(0, 19.0), 1),
            Cue(CueKind.FINISHED, Instant(1)),
        )

    @pytest.mark.parametrize(
        ("seconds", "kind", "expected"),
        [
            (19.9, PhaseKind.HOLD, ["began", "3", "2", "1"]),
            (60.0, PhaseKind.MOVE, ["began", "3", "2", "1"]),
            (8.0, PhaseKind.SWITCH, ["began", "switch", "3", "2", "1"]),
            (3.0, PhaseKind.RELAX, ["began", "2", "1"]),
            (1.0, PhaseKind.HOLD, ["began"]),
            (0.5, PhaseKind.READY, ["began"]),
            (None, PhaseKind.MOVE, ["began"]),
            (None, PhaseKind.SWITCH, ["began", "switch"]),
        ],
    )
    def test_other_phases(
        self, seconds: float | None, kind: PhaseKind, expected: list[str]
    ) -> None:
        """Half-way is for long holds; a count needs more seconds than it counts."""
        line = phases(seconds, kind=kind)
        cues = line.cues(BEFORE, Instant(0, 1e9))
        assert [str(cue.left or cue.kind.value) for cue in cues] == expected

    def test_a_breath_is_told_where_it_turns(self) -> None:
        """Out after half of it; the first one in begins with the hold, the last ends with it."""
        line = breathed(20.0, 8.0)
        assert [(cue.kind.value, cue.instant.offset) for cue in line.cues(BEFORE, line.end)] == [
            *(("began", 0.0), ("breathe-out", 4.0), ("breathe-in", 8.0)),
            *(("half", 10.0), ("breathe-out", 12.0), ("breathe-in", 16.0)),
            *(("countdown", 17.0), ("countdown", 18.0), ("countdown", 19.0), ("finished", 0.0)),
        ]

    @pytest.mark.parametrize("tenths", range(20, 201, 7))
    @pytest.mark.parametrize("breaths", [1, 5, 15, 31])
    def test_no_breath_turns_where_the_hold_ends(self, tenths: int, breaths: int) -> None:
        """Also where the seconds of so many breaths are inexact, as 31 times 2.1 are."""
        breath = tenths / 10
        line = breathed(breaths * breath, breath)
        turns = [
            cue
            for cue in line.cues(BEFORE, line.end)
            if cue.kind in {CueKind.BREATHE_IN, CueKind.BREATHE_OUT}
        ]
        assert len(turns) == 2 * breaths - 1
        assert all(line.has(cue.instant) for cue in turns)
        assert turns[-1].kind is CueKind.BREATHE_OUT

    def test_a_phase_without_a_length_tells_no_breaths(self) -> None:
        """Nobody knows how many there will be."""
        line = breathed(None, 6.0)
        assert line.cues(BEFORE, Instant(0, 1e9)) == (Cue(CueKind.BEGAN, Instant(0)),)

    @pytest.mark.parametrize(
        ("instant", "seconds"),
        [
            (Instant(0), 10.0),
            (Instant(0, 9.5), 0.5),
            (Instant(0, 10.0), 7.0),
            (Instant(0, 18.5), 0.5),
            (Instant(0, 19.0), None),
            (Instant(1, 5.0), None),
            (Instant(2), None),
        ],
    )
    def test_the_time_to_the_next_cue(self, instant: Instant, seconds: float | None) -> None:
        """Of the same phase; the last one, a phase without a length and the end have none."""
        assert phases(20.0, None).until_cue(instant) == seconds

    def test_a_cue_belongs_to_the_later_end_of_a_span(self) -> None:
        """After `before`, up to and with `after`: each exactly once."""
        line = phases(20.0, 20.0)
        half = Cue(CueKind.HALF, Instant(0, 10.0))
        assert line.cues(Instant(0, 9.0), Instant(0, 10.0)) == (half,)
        assert line.cues(Instant(0, 10.0), Instant(0, 11.0)) == ()

    def test_the_end_is_told_once(self) -> None:
        """Not again by whoever looks again."""
        line = phases(5.0)
        assert line.cues(Instant(0, 4.5), line.end) == (Cue(CueKind.FINISHED, line.end),)
        assert line.cues(line.end, line.end) == ()

    def test_stale_cues_are_left_out(self) -> None:
        """After two minutes only the beginning of the phase that one is in still matters."""
        line = phases(20.0, 20.0, 20.0, 200.0, kind=PhaseKind.SWITCH)
        reached = line.walk(line.start, 120.0)
        assert line.fresh(line.cues(line.start, reached), reached) == (
            Cue(CueKind.BEGAN, Instant(3)),
            Cue(CueKind.SWITCH, Instant(3)),
        )

    def test_a_cue_of_a_second_ago_is_fresh(self) -> None:
        """A tick that comes once a second misses nothing."""
        line = phases(20.0)
        half = (Cue(CueKind.HALF, Instant(0, 10.0)),)
        assert line.fresh(half, Instant(0, 11.0)) == half
        assert line.fresh(half, Instant(0, 11.1)) == ()

    def test_the_end_is_never_stale(self) -> None:
        """An hour later it is still told that the routine is over."""
        line = phases(5.0, 60.0)
        reached = line.walk(line.start, 3600.0)
        found = line.fresh(line.cues(line.start, reached), reached)
        assert found[-1] == Cue(CueKind.FINISHED, line.end)

    def test_one_who_jumps_hears_what_begins_there(self) -> None:
        """Not the cues on the way; in the middle of a phase none."""
        line = phases(20.0, 8.0, kind=PhaseKind.SWITCH)
        began = (Cue(CueKind.BEGAN, Instant(1)), Cue(CueKind.SWITCH, Instant(1)))
        assert line.cues_at(Instant(1)) == began
        assert line.cues_at(Instant(1, 0.5)) == ()
        assert line.cues_at(line.end) == (Cue(CueKind.FINISHED, line.end),)


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
