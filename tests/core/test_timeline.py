from __future__ import annotations

from collections.abc import Callable

import pytest

from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Sides, Unit
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Rest, Step, Timing
from hipstretch.core.timeline import MOST_PHASES, Phase, PhaseKind, Timeline
from tests.core.timelines import HOLD, NO_PAUSES, PERSON, MakeRoutine, full_rows, rows


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
